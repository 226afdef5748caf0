/** The search as a reader uses it: what is typed goes to a provider, what comes back is a list to walk through. */

import {onAction, runAction} from '../actions.ts'
import {forget, keepSearch} from '../memory.ts'
import {longest} from '../search/query.ts'
import {most, type Provider, type Results} from '../search/result.ts'
import {printBeside, printMore} from './beside.ts'
import {element} from './element.ts'
import {printFacets, toggled} from './facets.ts'
import {list, type List} from './list.ts'
import type {Own} from './own.ts'
import {printGlance, printResults, type Shell} from './results.ts'

/** Milliseconds between two keys that belong to one word. */
const pause = 60

export interface PanelOptions {
  readonly provider: Provider
  readonly own: Promise<Own>
  readonly shell: Shell
  /** Called when a reader goes to a result in this window. */
  readonly onLeave: () => void
  /** Called with what results are shown for. */
  readonly onShown: (text: string) => void
}

/** Notes that are shown in addition when a reader asks for more. */
const more = 16

interface Panel extends PanelOptions {
  readonly root: HTMLElement
  readonly input: HTMLInputElement
  readonly hits: List
  readonly facets: HTMLElement
  readonly status: HTMLElement
  readonly meant: HTMLElement
  readonly glance: HTMLElement
  shown: Results | undefined
  /** Notes that are asked for. */
  count: number
  /** Stops the search that is under way: an older answer never comes over a newer one. */
  running: AbortController
  /** Done when what is shown answers what was asked last. */
  settled: Promise<void>
}

/** Bring a panel to life; returns the function that looks again for what stands in its field. */
export function panel(root: HTMLElement, options: PanelOptions): (() => void) | undefined {
  const [box, facets, status, meant, glance] = ['.hits', '.facets', '.count', '.meant', '.glance'].map((name) => root.querySelector<HTMLElement>(name))
  const input = root.querySelector('input')
  if (!input || !box || !facets || !status || !meant || !glance) return undefined
  const made: Panel = {...options, root, input, facets, status, meant, glance, hits: list(box, input, () => showGlance(made)), shown: undefined, count: most, running: new AbortController(), settled: Promise.resolve()}
  listenTo(made)
  return () => search(made)
}

function listenTo(made: Panel): void {
  const {root, input, hits, provider, shell} = made
  input.addEventListener('input', () => search(made))
  root.addEventListener('keydown', (event) => onKey(event, made))
  root.addEventListener('submit', (event) => event.preventDefault())
  root.addEventListener('click', (event) => onClick(event, made))
  hits.clear()
  onAction('theme', () => document.querySelector<HTMLElement>('[data-theme-next]')?.click())
  onAction('random', () => void provider.chance().then((slug) => location.assign(shell.base + encodeURI(slug === '' ? '' : `${slug}/`))))
  onAction('forget', forget)
}

function onClick(event: MouseEvent, made: Panel): void {
  const {target, ctrlKey, metaKey, shiftKey} = event
  if (!(target instanceof Element)) return
  const part = target.closest<HTMLElement>('a, button')
  const {filter, fill, act} = part?.dataset ?? {}
  const isPlain = !ctrlKey && !metaKey && !shiftKey
  if (filter !== undefined) return write(made, toggled(made.input.value, filter))
  if (act !== undefined || (fill !== undefined && isPlain)) event.preventDefault()
  if (act === 'more') return showMore(made)
  if (act !== undefined) return does(made, act)
  if (fill !== undefined && isPlain) return fillIn(made, fill)
  if (part?.matches('a')) goes(made, isPlain)
}

function fillIn(made: Panel, text: string): void {
  write(made, text)
  made.input.focus()
}

/** Show more notes, and choose the first of them. */
function showMore(made: Panel): void {
  const {hits, shown, input} = made
  const before = shown?.results.length ?? 0
  made.count += more
  input.focus()
  look(made)
  const {settled} = made
  void settled.then(() => {
    if (settled === made.settled) hits.choose(before)
  })
}

function does(made: Panel, act: string): void {
  runAction(act)
  if (act === 'forget') search(made)
  else made.onLeave()
}

/** A reader goes to a result, in this window or in another. */
function goes(made: Panel, isHere: boolean): void {
  keepSearch(made.input.value.trim())
  if (isHere) made.onLeave()
}

function write(made: Panel, text: string): void {
  made.input.value = text
  search(made)
}

function onKey(event: KeyboardEvent, made: Panel): void {
  if (event.target !== made.input || event.isComposing || event.altKey || event.shiftKey) return
  if (event.key === 'Enter') {
    event.preventDefault()
    void open(made, event.ctrlKey || event.metaKey)
  } else if (!event.ctrlKey && !event.metaKey && made.hits.move(event.key)) event.preventDefault()
}

/** Open the chosen result of what was asked last, also when its answer is still to come. */
async function open(made: Panel, inNewTab: boolean): Promise<void> {
  const {settled} = made
  await settled
  const link = made.hits.current()
  if (settled !== made.settled || !link) return
  if (!inNewTab || link.dataset['act'] !== undefined) return link.click()
  keepSearch(made.input.value.trim())
  window.open(link.href, '_blank', 'noopener')
}

/** Search for what stands in the field, from the best note on. */
function search(made: Panel): void {
  made.count = most
  look(made)
}

function look(made: Panel): void {
  made.running.abort()
  made.running = new AbortController()
  made.settled = answer(made, made.running.signal)
}

async function answer(made: Panel, signal: AbortSignal): Promise<void> {
  const text = made.input.value.slice(0, longest).trim()
  try {
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (signal.aborted) return
    const [own, results] = await Promise.all([made.own, text === '' ? undefined : made.provider.search(made.input.value.slice(0, longest).trimStart(), signal, made.count)])
    if (!signal.aborted) show(made, {text, own, results})
  } catch {
    if (!signal.aborted) fail(made)
  }
}

function show(made: Panel, {text, own, results}: {text: string; own: Own; results: Results | undefined}): void {
  const {root, hits, facets, status, shell} = made
  root.classList.remove('failed')
  made.shown = results
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['filter'] : undefined
  facets.replaceChildren(...(results ? printFacets(results.facets, results.total, own) : []))
  facets.hidden = facets.childElementCount === 0
  // A switch that was just used keeps the focus, although it was printed anew.
  if (focused !== undefined) [...facets.querySelectorAll('button')].find(({dataset}) => dataset['filter'] === focused)?.focus()
  showMeant(made, {text, own, mended: results?.mended})
  hits.fill([...(results ? [...printResults(results.results, results.words, shell), ...printMore(results, own.words)] : []), ...printBeside(text, own, shell)])
  status.textContent = results ? countOf(results, own.words) : ''
  made.onShown(text)
}

/** Say what was looked for in place of what no note has. */
function showMeant({meant}: Panel, {text, own, mended}: {text: string; own: Own; mended: string | undefined}): void {
  meant.hidden = mended === undefined
  const [before = '', after = ''] = own.words.meant.replace('{typed}', text).split('{meant}')
  meant.replaceChildren(...(mended === undefined ? [] : [before, element('a', {href: '#', 'data-fill': mended}, [mended]), after]))
}

function showGlance({hits, shown, glance, shell}: Panel): void {
  const chosen = hits.place()
  const result = chosen === undefined ? undefined : shown?.results[chosen.group]
  glance.replaceChildren(...(result && chosen ? printGlance(result, result.passages[chosen.index - 1], shell) : []))
  glance.hidden = result === undefined
}

function fail(made: Panel): void {
  const {root, hits, facets, status, meant} = made
  made.shown = undefined
  hits.clear()
  facets.hidden = true
  meant.hidden = true
  status.textContent = ''
  root.classList.add('failed')
}

function countOf({results, total}: Results, {none, one, many, some}: Own['words']): string {
  const pattern = total === 0 ? none : total === 1 ? one : results.length < total ? some : many
  return pattern.replace('{shown}', String(results.length)).replace('{count}', String(total))
}
