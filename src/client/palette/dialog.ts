/** The dialog of the search: what is typed goes to a provider, what comes back is a list to walk through. */

import {onAction, runAction} from '../actions.ts'
import {actionsFor, printActions, type Offered} from './actions.ts'
import {list, type List} from './list.ts'
import {pagefind} from './pagefind.ts'
import {longest, type Found, type Provider} from './provider.ts'
import {printFacets, printResults, type Shell} from './results.ts'
import {titles} from './titles.ts'

/** Milliseconds between two keys that belong to one word. */
const pause = 60

interface Palette {
  readonly dialog: HTMLDialogElement
  readonly input: HTMLInputElement
  readonly hits: List
  readonly facets: HTMLElement
  readonly status: HTMLElement
  readonly provider: Provider
  readonly shell: Shell
  /** What the build printed for the palette, asked for once. */
  readonly own: Promise<Own>
  /** Tag that notes must carry. */
  tag: string | undefined
  /** Stops the search that is under way: an older answer never comes over a newer one. */
  running: AbortController
  /** Done when what is shown answers what was asked last. */
  settled: Promise<void>
}

/** `palette.json`: what is said and offered beside notes. */
interface Own {
  readonly words: {readonly actions: string}
  readonly actions: readonly Offered[]
}

const started = new WeakMap<HTMLDialogElement, Palette>()

/** Bring the dialog to life, or look again with what stands in its field. */
export function start(dialog: HTMLDialogElement, input: HTMLInputElement): void {
  const known = started.get(dialog)
  const palette = known ?? make(dialog, input)
  if (!known && palette) {
    started.set(dialog, palette)
    listenTo(palette)
  }
  if (palette) look(palette)
}

function make(dialog: HTMLDialogElement, input: HTMLInputElement): Palette | undefined {
  const [hits, facets, status] = ['.hits', '.facets', '.count'].map((name) => dialog.querySelector<HTMLElement>(name))
  if (!hits || !facets || !status) return undefined
  const {index = '', names = '', icons = '', kinds = '', all = '', palette = ''} = dialog.dataset
  return {
    dialog,
    input,
    hits: list(hits, input),
    facets,
    status,
    provider: import.meta.env.DEV ? titles(names) : pagefind(index),
    shell: {icons, kinds: kinds.split(' '), all},
    own: fetch(palette).then((response): Promise<Own> => response.json()),
    tag: undefined,
    running: new AbortController(),
    settled: Promise.resolve()
  }
}

function listenTo(palette: Palette): void {
  const {dialog, input, facets, hits} = palette
  input.addEventListener('input', () => look(palette))
  facets.addEventListener('change', ({target}) => {
    if (target instanceof HTMLInputElement) palette.tag = target.value || undefined
    look(palette, true)
  })
  dialog.addEventListener('keydown', (event) => onKey(event, palette))
  dialog.addEventListener('submit', (event) => event.preventDefault())
  dialog.addEventListener('click', ({target, ctrlKey, metaKey, shiftKey}) => {
    if (!(target instanceof Element)) return
    const isLink = target.closest('a') !== null && !ctrlKey && !metaKey && !shiftKey
    if (target === dialog || target.closest('[data-close]') || isLink) dialog.close()
  })
  hits.clear()
  dialog.addEventListener('click', act)
  onAction('theme', () => document.querySelector<HTMLElement>('[data-theme-next]')?.click())
}

/** Do an action that has no address. */
function act(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null
  if (!link) return
  event.preventDefault()
  runAction(link.dataset['act'] ?? '')
}

function onKey(event: KeyboardEvent, palette: Palette): void {
  if (event.target !== palette.input || event.isComposing || event.altKey || event.shiftKey) return
  if (event.key === 'Enter') {
    event.preventDefault()
    open(palette, event.ctrlKey || event.metaKey)
  } else if (!event.ctrlKey && !event.metaKey && palette.hits.move(event.key)) event.preventDefault()
}

/** Open the chosen result of what was asked last, also when its answer is still to come. */
async function open(palette: Palette, inNewTab: boolean): Promise<void> {
  const {settled} = palette
  await settled
  const link = palette.hits.current()
  if (settled !== palette.settled || !link) return
  if (inNewTab) window.open(link.href, '_blank', 'noopener')
  else link.click()
}

/** Search for what stands in the field; `keepsFacets` where one of them was just chosen, so that it keeps the focus. */
function look(palette: Palette, keepsFacets = false): void {
  palette.running.abort()
  palette.running = new AbortController()
  palette.settled = search(palette, palette.running.signal, keepsFacets)
}

async function search(palette: Palette, signal: AbortSignal, keepsFacets: boolean): Promise<void> {
  const text = palette.input.value.slice(0, longest).trim()
  const {tag} = palette
  try {
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (signal.aborted) return
    const found = text === '' ? undefined : await palette.provider.search({text, ...(tag !== undefined && {tag})}, signal)
    const own = await palette.own
    if (!signal.aborted) show(palette, {found, own, text}, keepsFacets)
  } catch {
    if (!signal.aborted) fail(palette)
  }
}

function show(palette: Palette, {found, own, text}: {found: Found | undefined; own: Own; text: string}, keepsFacets: boolean): void {
  const {dialog, hits, facets, status, shell, tag} = palette
  dialog.classList.remove('failed')
  const actions = printActions(actionsFor(text, own.actions), {query: text, label: own.words.actions, sprite: shell.icons})
  hits.fill([...(found ? printResults(found.results, shell) : []), ...actions])
  if (!keepsFacets) facets.replaceChildren(...(found ? printFacets(found, tag, shell) : []))
  facets.hidden = facets.childElementCount < 2
  status.textContent = found ? countOf(found, dialog.dataset) : ''
}

function fail({dialog, hits, facets, status}: Palette): void {
  hits.clear()
  facets.hidden = true
  status.textContent = ''
  dialog.classList.add('failed')
}

function countOf({results, total}: Found, {none = '', one = '', many = '', some = ''}: DOMStringMap): string {
  const pattern = total === 0 ? none : total === 1 ? one : results.length < total ? some : many
  return pattern.replace('{shown}', String(results.length)).replace('{count}', String(total))
}
