/** Words sought in a drawing: every label that has them is framed, and the reader goes from one to the next. */

import {all, boxOf, filled, mark, wordsOf} from './dom.ts'
import {field, say, spell, stage, words} from './screen.ts'

let hits: readonly Element[] = []
/** Index of the hit that the reader is at. */
let at = 0

/** Let the field find. */
export function seek(): void {
  field.addEventListener('input', find)
  field.addEventListener('keydown', (event) => {
    // The other keys are for writing.
    event.stopPropagation()
    if (event.key === 'Enter') go(at + (event.shiftKey ? -1 : 1))
    else if (event.key === 'Escape' && field.value) {
      field.value = ''
      find()
    } else return
    event.preventDefault()
  })
}

/** From top to bottom, and what is as high from left to right. */
function place(label: Element): number {
  const {x, y} = boxOf(label)
  return y + x / 1e5
}

function find(): void {
  const wanted = plain(field.value)
  hits = all(stage, 'foreignObject, text')
    .filter((label) => wanted && !label.closest('defs') && plain(label.textContent).includes(wanted))
    .sort((one, other) => place(one) - place(other))
  mark(stage, 'is-found', hits)
  say(wanted && words['notFound'])
  go(0)
}

/** Labels are cut into lines where they are too long, and words are sought across them; accents and case are as nothing. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/[\p{M}\s]+/gu, '').toLowerCase()
}

function go(to: number): void {
  at = (to + hits.length) % hits.length
  const here = hits[at]
  mark(stage, 'is-here', [here])
  if (!here) return
  say(filled(words['found'], {number: at + 1, count: hits.length, text: wordsOf(here)}))
  spell(here)
}
