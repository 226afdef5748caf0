/** The card of a note: what it is, and what it is linked with. It shows the note under the pointer, else the one that is looked at. */

import {fileOf} from '../preview/where.ts'
import {addressOf} from '../site.ts'
import {element, filled, type MapWords} from './elements.ts'
import type {Model, Now} from './model.ts'

/** Milliseconds that the pointer rests before a note's text is asked for. */
const patience = 160
const mostNeighbours = 40

export interface Card {
  /** Show the note under the pointer; `undefined` when there is none. */
  readonly hover: (note: number | undefined) => void
}

/** Fill the card, and keep it true. */
export function card(box: HTMLElement, model: Model, {words, visit}: {words: MapWords; visit: (note: number) => void}): Card {
  let hovered: number | undefined
  let shownFor: string | undefined
  const show = (): void => {
    const now = model.now()
    const note = hovered ?? now.note
    const key = `${note} ${hovered === undefined} ${now.named}`
    box.hidden = note === undefined || !now.named
    if (note === undefined || box.hidden || (key === shownFor && now.note === note)) {
      if (box.hidden) shownFor = undefined
      return
    }
    shownFor = key
    box.classList.toggle('is-held', hovered === undefined)
    box.replaceChildren(...contents(model, note, {words, visit, isHeld: hovered === undefined}))
    describe(box, now, note)
  }
  model.follow((now, before) => {
    if (now.shown !== before?.shown || now.note !== before.note || now.named !== before.named) shownFor = undefined
    show()
  })
  return {
    hover: (note) => {
      hovered = note
      show()
    }
  }
}

/** What is said of a note in one line: its kind, its links, its community. */
export function factsOf({data}: Model, {names, shown}: Now, note: number): {kind: string; community: string; links: number} {
  const links = shown.links[note] ?? 0
  if (note >= data.notes) return {kind: '', community: '', links}
  return {kind: names.kinds[data.kind[note] ?? -1] ?? '', community: names.communities[data.community[note] ?? -1]?.label ?? '', links}
}

function contents(model: Model, note: number, {words, visit, isHeld}: {words: MapWords; visit: (note: number) => void; isHeld: boolean}): Node[] {
  const now = model.now()
  const {names} = now
  const {kind, community, links} = factsOf(model, now, note)
  const isWritten = note < model.data.notes
  const title = names.titles[note] ?? names.missing[note - model.data.notes] ?? ''
  const facts = [isWritten ? kind : (words['unresolved'] ?? ''), community, filled(words['linkCount'] ?? '', {count: links})].filter((part) => part !== '')
  const head = element('h2', {dir: 'auto'}, [isWritten ? element('a', {href: addressOf(names.slugs[note] ?? '')}, [title]) : title])
  const parts: Node[] = [head, element('p', {class: 'map-facts'}, [facts.join(' · ')]), element('div', {class: 'map-says'})]
  if (!isHeld) return parts
  const close = element('button', {type: 'button', class: 'map-away', 'aria-label': words['away'] ?? '', title: words['away'] ?? ''}, ['×'])
  close.addEventListener('click', () => model.set({note: undefined}))
  return [close, ...parts, ...neighbourList(model, {words, visit})]
}

/** The notes that it is linked with, each a way to go on along a link. */
function neighbourList(model: Model, {words, visit}: {words: MapWords; visit: (note: number) => void}): Node[] {
  const {neighbours, names} = model.now()
  if (neighbours.length === 0) return []
  const items = neighbours.slice(0, mostNeighbours).map((other) => {
    const button = element('button', {type: 'button', dir: 'auto'}, [names.titles[other] ?? names.missing[other - model.data.notes] ?? ''])
    button.addEventListener('click', () => visit(other))
    return element('li', {}, [button])
  })
  return [element('h3', {class: 'caps'}, [words['neighbours'] ?? '']), element('ul', {}, items)]
}

/** What the note's preview says; of a note that cannot be had, nothing. */
function describe(box: HTMLElement, {names}: Now, note: number): void {
  const slug = names.slugs[note]
  const says = box.querySelector('.map-says')
  if (slug === undefined || !says) return
  setTimeout(async () => {
    // Meanwhile the pointer may have gone on.
    if (!says.isConnected) return
    const [{fetchPreview}, {glimpse}] = await Promise.all([import('../preview/open.ts'), import('../preview/fill.ts')])
    const preview = await fetchPreview(fileOf(slug))
    if (preview && says.isConnected) says.replaceChildren(glimpse(preview))
  }, patience)
}
