/** The field of the viewer in which words are sought, and its keys. */

import {find, markHit} from './find.ts'
import {spell} from './reveal.ts'
import {say, type Viewer} from './state.ts'

/** Let the field find. */
export function seek(all: Viewer, field: HTMLInputElement): void {
  field.addEventListener('input', () => {
    const shown = all.trail.at(-1)
    all.hits = shown ? find(shown.svg, field.value) : []
    all.hit = -1
    if (all.hits.length > 0) return goTo(all, 0)
    say(all, field.value.trim() === '' ? '' : all.dialog.dataset['notFound'])
  })
  field.addEventListener('keydown', (event) => {
    // The other keys are for writing.
    event.stopPropagation()
    if (event.key === 'Enter') goTo(all, all.hit + (event.shiftKey ? -1 : 1))
    else if (event.key === 'Escape' && field.value !== '') clear(field)
    else return
    event.preventDefault()
  })
}

/** Forget what was sought. */
function clear(field: HTMLInputElement): void {
  field.value = ''
  field.dispatchEvent(new Event('input'))
}

function goTo(all: Viewer, hit: number): void {
  if (all.hits.length === 0) return
  all.hit = (hit + all.hits.length) % all.hits.length
  markHit(all.hits, all.hit)
  const here = all.hits[all.hit]
  if (!here) return
  const {found = ''} = all.dialog.dataset
  say(all, found.replace('{number}', `${all.hit + 1}`).replace('{count}', `${all.hits.length}`).replace('{text}', () => here.text))
  spell(all, here.frame.getBoundingClientRect())
}
