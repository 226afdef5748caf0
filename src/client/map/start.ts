/** Bring the map to life: its numbers first, so that there is a picture; its names with the first label. */

import {addressOf} from '../site.ts'
import {card, factsOf} from './card.ts'
import {controls} from './controls.ts'
import {fetchMap, fetchNames, stretched} from './data.ts'
import {filled, type MapWords} from './elements.ts'
import {find} from './find.ts'
import {keys} from './keys.ts'
import {legend} from './legend.ts'
import {type Model, model} from './model.ts'
import {type Picture, picture} from './picture.ts'
import {choices, type MapState, printState, readState} from './state.ts'
import {table} from './table.ts'

/** What the page has for the map. */
interface Parts {
  readonly form: HTMLFormElement
  readonly input: HTMLInputElement
  readonly found: HTMLElement
  readonly count: HTMLElement
  readonly live: HTMLElement
  readonly still: HTMLElement
  readonly view: HTMLElement
  readonly under: HTMLCanvasElement
  readonly over: HTMLCanvasElement
  readonly card: HTMLElement
  readonly said: HTMLElement
  readonly legend: HTMLElement
  readonly body: HTMLTableSectionElement
  readonly more: HTMLButtonElement
}

function partsOf(root: HTMLElement): Parts {
  const one = <Part extends Element>(selector: string, kind: new () => Part): Part => {
    const found = root.querySelector(selector)
    if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`)
    return found
  }
  return {
    form: one('.map-tools', HTMLFormElement),
    input: one('[name=find]', HTMLInputElement),
    found: one('.map-found', HTMLElement),
    count: one('.map-count', HTMLElement),
    live: one('.map-live', HTMLElement),
    still: one('.map-still', HTMLElement),
    view: one('.map-view', HTMLElement),
    under: one('.map-under', HTMLCanvasElement),
    over: one('.map-over', HTMLCanvasElement),
    card: one('.map-card', HTMLElement),
    said: one('.map-said', HTMLElement),
    legend: one('.map-legend', HTMLElement),
    body: one('tbody', HTMLTableSectionElement),
    more: one('.map-more', HTMLButtonElement)
  }
}

/**
 * Start the map.
 *
 * @throws
 *   If the files cannot be had, or WebGL fails after all.
 */
export async function start(root: HTMLElement): Promise<void> {
  const parts = partsOf(root)
  const words: MapWords = JSON.parse(root.dataset['words'] ?? '{}')
  const asked = readState(location.search)
  const names = fetchNames(root.dataset['names'] ?? '')
  const numbers = await fetchMap(root.dataset['numbers'] ?? '')
  performance.mark('map-data')
  parts.live.hidden = false
  parts.still.hidden = true
  const made = model(stretched(numbers, parts.live.clientWidth / Math.max(1, parts.live.clientHeight)), asked, {none: words['others'] ?? '', read: words['read'] ?? '', unread: words['unread'] ?? ''})
  // Filters are by name: a picture without them would show what was not asked for.
  if (isFiltered(asked)) made.setNames(await names)
  const drawn = picture(made, {container: parts.view, under: parts.under, over: parts.over})
  // The next frame begins when the first one has been painted.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('map-picture')))
  wire(made, drawn, {parts, words})
  if (!made.now().named) made.setNames(await names)
  const {note} = made.now()
  if (note !== undefined && !asked.camera) drawn.goTo(note)
  root.dataset['ready'] = ''
}

function isFiltered({chosen, since, until}: MapState): boolean {
  return since !== '' || until !== '' || choices.some((name) => chosen[name] !== '')
}

function wire(model: Model, drawn: Picture, {parts, words}: {parts: Parts; words: MapWords}): void {
  const visit = (note: number): void => {
    const slug = model.now().names.slugs[note]
    if (slug === undefined) return
    model.set({note: slug})
    drawn.goTo(note)
    say(model, note, {parts, words})
  }
  const open = (): void => {
    const {state} = model.now()
    if (state.note !== undefined) location.assign(addressOf(state.note))
  }
  const leave = (): void => model.set({note: undefined})
  const shown = card(parts.card, model, {words, visit})
  for (const element of [parts.form, parts.legend]) element.hidden = false
  controls(parts.form, model)
  find(parts.input, parts.found, {model, visit})
  legend(parts.legend, model, {words, onRegion: drawn.goToRegion})
  table(parts.body, parts.more, {model, words})
  keys(parts.view, {model, picture: drawn, acts: {visit, leave, open}})
  pointer(model, drawn, {hover: shown.hover, visit, leave})
  buttons(parts.live, drawn)
  model.follow((now) => {
    parts.count.textContent = now.shown.count === 0 ? (words['noneFound'] ?? '') : filled(words['count'] ?? '', {shown: now.shown.count, count: model.data.notes, links: now.shown.linkCount})
  })
  model.follow(({state}, before) => {
    if (!before || before.state === state) return
    const query = printState(state)
    history.replaceState(history.state, '', `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`)
  })
}

/** Tell those who hear the map where they are. */
function say(model: Model, note: number, {parts, words}: {parts: Parts; words: MapWords}): void {
  const now = model.now()
  const {kind, community, links} = factsOf(model, now, note)
  parts.said.textContent = filled(words['said'] ?? '', {title: now.names.titles[note] ?? '', kind: kind === '' ? '' : `${kind}.`, links, community})
}

/** Pointing shows a note; a click opens it; a tap shows it first, as nothing can be pointed at with a finger. */
function pointer(model: Model, {stage: {sigma}, sheet, goToRegion}: Picture, {hover, visit, leave}: {hover: (note: number | undefined) => void; visit: (note: number) => void; leave: () => void}): void {
  const box = sigma.getContainer()
  sigma.on('enterNode', ({node}) => {
    hover(Number(node))
    box.classList.add('is-over')
  })
  sigma.on('leaveNode', () => {
    hover(undefined)
    box.classList.remove('is-over')
  })
  sigma.on('clickNode', ({node, event}) => {
    const note = Number(node)
    const slug = model.now().names.slugs[note]
    if (slug === undefined) return
    const how = clickOf(event.original, model.now().note === note)
    if (how === 'visit') visit(note)
    else if (how === 'tab') window.open(addressOf(slug), '_blank', 'noopener')
    else location.assign(addressOf(slug))
  })
  sigma.on('clickStage', ({event}) => {
    const region = sheet.regionAt(event.x, event.y)
    if (region === undefined) leave()
    else goToRegion(region)
  })
}

function buttons(within: HTMLElement, {zoom, fit}: Picture): void {
  const acts: Readonly<Record<string, () => void>> = {closer: () => zoom(1 / 1.6), farther: () => zoom(1.6), fit}
  for (const button of within.querySelectorAll<HTMLElement>('[data-do]')) button.addEventListener('click', () => acts[button.dataset['do'] ?? '']?.())
}

/** What a click asks for. */
function clickOf(event: MouseEvent | TouchEvent, isLookedAt: boolean): 'visit' | 'tab' | 'open' {
  if (!(event instanceof MouseEvent)) return isLookedAt ? 'open' : 'visit'
  if (event.ctrlKey || event.metaKey) return 'tab'
  return event.shiftKey ? 'visit' : 'open'
}
