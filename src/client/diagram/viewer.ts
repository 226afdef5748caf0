/**
 * The viewer: a dialog over the page, in which one diagram leads into another. The address says what it shows: `#diagram-2:view`,
 * then the diagrams that were opened from it, where in the last the reader is, and which step is lit:
 * `#diagram-2:view:tools/kafka/1@1.5,200,80!3`.
 */

import {dressed} from '../sheet.ts'
import {all, part} from './dom.ts'
import {dialog, say, type Shown, show, step, tidy, trail, view, whenMoved, words} from './screen.ts'

/** Milliseconds that a place must hold before the address tells it. */
const pause = 200

/** Figures whose diagram could be drawn. */
export const figures = '.plate[id]:not(.plate-failed)'

const pattern = /^#([^:]+):view((?::[^:@!]+)*)(?:@([\d.]+),(-?\d+),(-?\d+))?(?:!(\d+))?$/

/** Figure whose drawing is away, and the diagram that it holds. */
let figure: Element | undefined
let own: Shown | undefined
const fetched = new Map<string, Shown>()

/** Begin to follow the address. */
export function follow(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  whenMoved(() => {
    clearTimeout(timer)
    timer = setTimeout(remember, pause)
  })
  dialog.addEventListener('close', () => {
    giveBack()
    if (depth()) history.go(-depth())
  })
  addEventListener('hashchange', arrive)
  void arrive()
}

/** Show a figure, or diagrams opened from it, as a step in the history. */
export async function goTo(keys: readonly string[], id = figure?.id ?? ''): Promise<void> {
  if (own && (await trailOf(own, keys)).length <= keys.length) return say(words['failed'])
  history.pushState({viewer: depth() + 1}, '', address(id, keys))
  await arrive()
}

export function keysOf(): readonly string[] {
  return trail.slice(1).map(({key}) => key)
}

/** Do what the address says. */
async function arrive(): Promise<void> {
  const {hash} = location
  const [, id = '', path = '', size, x, y, at = 0] = pattern.exec(hash) ?? []
  const to = document.getElementById(id)
  if (!to?.matches(figures)) return dialog.close()
  // Not before the viewer looks like one; the address may be another by then.
  await dressed(dialog)
  if (location.hash !== hash) return
  if (!depth()) {
    // Who came by this address is left at the figure.
    history.replaceState(null, '', `#${id}`)
    history.pushState({viewer: 1}, '', hash)
  }
  if (figure !== to) open(to)
  const shown = own && (await trailOf(own, path.split(':').slice(1)))
  // Somebody may have been faster: the address is another by then.
  if (shown && location.hash === hash) show(shown, size ? [size, x, y].map(Number) : undefined, Number(at) - 1)
}

/** How many entries of the history the viewer has made up to this one. */
function depth(): number {
  return history.state?.viewer ?? 0
}

function address(id: string, keys: readonly string[]): string {
  return `#${id}:view${keys.map((key) => `:${key}`).join('')}`
}

/** Write the place into the address, unless that leads to another diagram by now. */
function remember(): void {
  const here = address(figure?.id ?? '', keysOf())
  const spot = view.spot()
  if (location.hash.split(/[@!]/)[0] === here) history.replaceState(history.state, '', `${here}${spot ? `@${spot}` : ''}${step < 0 ? '' : `!${step + 1}`}`)
}

/** Take a figure's drawing; the page keeps its height while it is away. */
function open(to: Element): void {
  giveBack()
  own = shownOf(to, location.href)
  const frame = part('.view', to)
  frame.style.minBlockSize = `${frame.offsetHeight}px`
  figure = to
  if (!dialog.open) dialog.showModal()
}

/** Give the drawing back to its figure. */
function giveBack(): void {
  tidy()
  const frame = figure?.querySelector<HTMLElement>('.view')
  if (own && frame) {
    own.svg.style.transform = ''
    frame.style.minBlockSize = ''
    frame.append(own.svg)
  }
  figure = own = undefined
}

/** The diagrams that a trail names. It ends where one cannot be had. */
async function trailOf(first: Shown, keys: readonly string[]): Promise<readonly Shown[]> {
  const found = [first]
  for (const key of keys) {
    const next = fetched.get(key) ?? (await fetchShown(key).catch(() => undefined))
    if (!next) break
    fetched.set(key, next)
    found.push(next)
  }
  return found
}

/** Fetch the page of a diagram and read its figure; its ids are made different from all on this page. */
async function fetchShown(key: string): Promise<Shown> {
  const {root = ''} = words
  const {href, pathname} = new URL(`${root}${key}/`, location.href)
  // Nothing outside of the list of diagrams is fetched, whatever an address says, or a server makes of it.
  if (!pathname.startsWith(root) || /%2f/i.test(key)) throw new TypeError(key)
  const html = (await (await fetch(href)).text()).replace(/( id="|\(#| href="#)(?=d\d+-)/g, `$1f${fetched.size}-`)
  return shownOf(part('.plate', new DOMParser().parseFromString(html, 'text/html')), href, key)
}

function shownOf(plate: Element, page: string, key = ''): Shown {
  const svg = part<SVGElement>('.view > svg', plate)
  return {
    svg,
    key,
    title: svg.ariaLabel ?? '',
    lines: all(plate, '.lines li').map(({textContent}) => textContent),
    source: part('.source code', plate).textContent,
    address: new URL(`#${plate.id}`, page).href,
    file: `${plate.getAttribute('data-page')}drawing.svg`
  }
}
