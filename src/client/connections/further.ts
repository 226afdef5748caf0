/** The local graph two and three steps far: links of a note as lines, arrow keys to go along them. */

import {columns, type Columns, type Lead, type Spot} from './columns.ts'
import {type Loaded, load} from './load.ts'
import type {Web} from './web.ts'

const svg = 'http://www.w3.org/2000/svg'
/** From a label's start to its pin, and the height of half a letter. */
const pin = 10
const half = 4
/** Where lines lead down from a note that stands over the others. */
const stem = 6

let loading: Promise<Loaded> | undefined

/** Show the graph as far as asked; one step is the drawing that the page came with. */
export async function reach(choice: HTMLFieldSetElement, depth: number): Promise<void> {
  const section = choice.closest<HTMLElement>('[data-reach]')
  const status = section?.querySelector('[role=status]')
  if (!section || !status) return
  const words = choice.dataset
  const drawn = depth > 1 ? await drawnFrom(words, {depth, room: section.clientWidth}) : ''
  status.textContent = drawn === undefined ? (words['failed'] ?? '') : drawn === '' ? '' : drawn.ariaLabel
  if (drawn === undefined) return
  section.querySelector('.reach')?.remove()
  section.dataset['reach'] = String(depth)
  for (const button of choice.querySelectorAll('button')) button.ariaPressed = String(button.value === String(depth))
  if (drawn === '') return
  const box = document.createElement('div')
  box.className = 'reach'
  box.append(drawn)
  section.querySelector('.graph.drawing')?.after(box)
}

/** The drawing, or nothing when what it is made of cannot be had; the next try asks again. */
async function drawnFrom(words: DOMStringMap, {depth, room}: {depth: number; room: number}): Promise<SVGElement | undefined> {
  loading ??= load(words['files'] ?? '')
  const loaded = await loading.catch(() => undefined)
  const centre = loaded?.web.slugs.indexOf(words['further'] ?? '') ?? -1
  if (!loaded) loading = undefined
  if (!loaded || centre < 0) return undefined
  const label = (words['drawn'] ?? '').replace('{steps}', String(depth))
  return drawing(loaded.web, columns(loaded.web, centre, {depth, room}), {label, home: words['home'] ?? '/', more: words['more'] ?? ''})
}

interface Words {
  readonly label: string
  readonly home: string
  readonly more: string
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS(svg, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (text !== undefined) made.textContent = text
  return made
}

function drawing(web: Web, {width, height, spots, leads, more}: Columns, {label, home, more: moreWords}: Words): SVGElement {
  const root = element('svg', {class: 'graph drawing', viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': label, direction: 'ltr'})
  const places = new Map(spots.map((spot) => [spot.note, spot]))
  for (const lead of leads) root.append(...line(places.get(lead.from), places.get(lead.to), lead))
  for (const spot of spots) root.append(spotOf(web, spot, home))
  for (const {count, x, y} of more) root.append(element('text', {class: 'cap', x, y}, moreWords.replace('{count}', String(count))))
  root.addEventListener('pointerover', ({target}) => light(root, target))
  root.addEventListener('focusin', ({target}) => light(root, target))
  for (const end of ['pointerleave', 'focusout']) root.addEventListener(end, () => light(root, null))
  root.addEventListener('keydown', (event) => move(root, event))
  return root
}

/** A lead, with a tip at each end that a link leads to. */
function line(from: Spot | undefined, to: Spot | undefined, lead: Lead): SVGElement[] {
  if (!from || !to) return []
  const end = to.x - pin
  if (from.isHead) return [element('path', {class: 'lead', ...endsOf(lead), d: `M${stem} ${from.y + pin}V${to.y}H${end}`}), ...tips(lead, {start: stem, from: to.y, end, to: to.y})]
  const start = from.x + labelWidth(from)
  const turn = Math.max(start, from.right)
  const bend = (end - turn) / 2
  return [
    element('path', {class: 'lead', ...endsOf(lead), d: `M${start} ${from.y}H${turn}C${turn + bend} ${from.y} ${end - bend} ${to.y} ${end} ${to.y}`}),
    ...tips(lead, {start, from: from.y, end, to: to.y})
  ]
}

type Ends = Pick<Lead, 'from' | 'to'>

function endsOf({from, to}: Ends): Readonly<Record<string, number>> {
  return {'data-from': from, 'data-to': to}
}

/** A tip where the line ends, one where it starts, as links lead. */
function tips(lead: Lead, {start, from, end, to}: {start: number; from: number; end: number; to: number}): SVGElement[] {
  const tip = (x: number, y: number, way: 1 | -1): SVGElement => element('path', {class: 'tip', ...endsOf(lead), d: `M${x} ${y}l${-6 * way} -3v6z`})
  return [...(lead.out ? [tip(end, to, 1)] : []), ...(lead.in ? [tip(start, from, -1)] : [])]
}

/** How far a label reaches, rather more than less: where its leads begin. */
function labelWidth({label, step}: Spot): number {
  return Math.round([...label].length * (step === 0 ? 8.2 : 7)) + 6
}

function spotOf(web: Web, {note, step, label, x, y}: Spot, home: string): SVGElement {
  const slug = web.slugs[note] ?? ''
  const link = element('a', {href: slug === '' ? home : `${home}${slug.split('/').map(encodeURIComponent).join('/')}/`, 'data-note': note, 'data-step': step, tabindex: step === 0 ? 0 : -1})
  const title = web.titles[note] ?? ''
  if (label !== title) link.append(element('title', {}, title))
  link.append(element('text', {x, y: y + half, ...(step === 0 ? {class: 'self'} : {})}, label))
  return link
}

function noteOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGElement>('a[data-note]')?.dataset['note'] : undefined
}

/** Light a note with all that it is linked to here. */
function light(root: SVGElement, target: EventTarget | null): void {
  const note = noteOf(target)
  root.classList.toggle('lit', note !== undefined)
  for (const each of root.querySelectorAll('.on')) each.classList.remove('on')
  if (note === undefined) return
  const lit = new Set([note])
  for (const lead of root.querySelectorAll<SVGElement>('[data-from]')) {
    const {from = '', to = ''} = lead.dataset
    if (from !== note && to !== note) continue
    lead.classList.add('on')
    lit.add(from).add(to)
  }
  for (const link of root.querySelectorAll<SVGElement>('a[data-note]')) link.classList.toggle('on', lit.has(link.dataset['note'] ?? ''))
}

/** Up and down a column; left and right along a link. */
function move(root: SVGElement, event: KeyboardEvent): void {
  const note = noteOf(event.target)
  const way = ways.get(event.key)
  if (note === undefined || !way || event.altKey || event.ctrlKey || event.metaKey) return
  const all = [...root.querySelectorAll<SVGElement>('a[data-note]')]
  const next = typeof way === 'number' ? inColumn(all, note, way) : along(root, all, {note, way})
  if (!next) return
  event.preventDefault()
  for (const link of all) link.setAttribute('tabindex', link === next ? '0' : '-1')
  next.focus()
}

/** Table: rows to go by, or the end of a lead to go from. */
const ways = new Map<string, -1 | 1 | 'from' | 'to'>([['ArrowUp', -1], ['ArrowDown', 1], ['ArrowRight', 'from'], ['ArrowLeft', 'to']])

function inColumn(all: readonly SVGElement[], note: string, by: number): SVGElement | undefined {
  const here = all.find((link) => link.dataset['note'] === note)
  const column = all.filter((link) => link.dataset['step'] === here?.dataset['step'])
  return here && column[column.indexOf(here) + by]
}

function along(root: SVGElement, all: readonly SVGElement[], {note, way}: {note: string; way: 'from' | 'to'}): SVGElement | undefined {
  const lead = [...root.querySelectorAll<SVGElement>('.lead')].find(({dataset}) => dataset[way] === note)
  return all.find((link) => link.dataset['note'] === lead?.dataset[way === 'from' ? 'to' : 'from'])
}
