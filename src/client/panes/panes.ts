/** Panes: what a link leads to stands beside the text it was followed from. The address keeps the stack. */

import sheet from '../../styles/panes.css?url'
import {unseen} from '../preview/name.ts'
import {markLinks} from '../reading/marks.ts'
import {setting} from '../settings.ts'
import {styled} from '../sheet.ts'
import {isPlain, linkAt, slugAt} from '../site.ts'
import {follow, panesIn, withPanes} from './address.ts'
import {fetchPage} from './page.ts'

interface Pane {
  readonly slug: string
  readonly box: HTMLElement
}

const frame = document.querySelector<HTMLElement>('.frame')
const main = document.querySelector<HTMLElement>('main')
const {close = ''} = document.querySelector<HTMLElement>('#kg-menu')?.dataset ?? {}
const wide = matchMedia('(width >= 64rem)')

let panes: Pane[] = []
let isStarted = false
/** Counts what was asked for, so that a slow page does not come after a newer wish. */
let turn = 0

/** Begin; asked again, it only looks at the address. */
export function stack(): void {
  if (!frame || !main) return
  if (!isStarted) {
    isStarted = true
    frame.addEventListener('click', onClick)
    addEventListener('popstate', () => void show(panesIn(location.search)))
    addEventListener('trellis:setting', () => setting('panes') === 'off' && panes.length > 0 && go([]))
    wide.addEventListener('change', () => void show(wide.matches ? panesIn(location.search) : []))
  }
  void show(panesIn(location.search))
}

function onClick(event: MouseEvent): void {
  const {target} = event
  const inPane = target instanceof Element && target.closest('main, .pane')
  if (!isPlain(event) || !inPane || !wide.matches || (setting('panes') === 'off' && panes.length === 0)) return
  const url = linkAt(target)
  const slug = url && slugAt(url)
  // Home and places of the site itself are left to, not opened beside.
  if (!url || slug === undefined || slug === '' || unseen.test(slug) || url.pathname === location.pathname || (target instanceof Element && target.closest('dialog, .turn, .crumbs'))) return
  event.preventDefault()
  const from = panes.findIndex(({box}) => box.contains(inPane))
  go(follow(panes.map((pane) => pane.slug), from, slug), slug)
}

/** Change the stack, and the address with it. */
function go(slugs: readonly string[], last?: string): void {
  history.pushState(null, '', location.pathname + withPanes(location.search, slugs) + location.hash)
  void show(slugs, last)
}

/** Show a stack; what is open already stays as it is. */
async function show(slugs: readonly string[], last?: string): Promise<void> {
  turn += 1
  const mine = turn
  if (slugs.length > 0) await styled(sheet)
  const next: Pane[] = []
  for (const [index, slug] of slugs.entries()) {
    const pane = panes.find((each) => each.slug === slug) ?? (await make(slug, index))
    if (turn !== mine) return
    if (pane) next.push(pane)
  }
  replace(next)
  const target = panes.find(({slug}) => slug === last)
  if (target) focus(target.box)
}

function replace(next: Pane[]): void {
  for (const pane of panes) if (!next.includes(pane)) pane.box.remove()
  panes = next
  for (const [index, {box}] of panes.entries()) {
    box.style.setProperty('--at', String(index + 1))
    if (!box.isConnected) frame?.append(box)
  }
  document.documentElement.classList.toggle('has-panes', panes.length > 0)
  spineOfMain()
}

function focus(box: HTMLElement): void {
  box.focus({preventScroll: true})
  box.scrollIntoView({inline: 'end', block: 'nearest'})
}

let made = 0

async function make(slug: string, index: number): Promise<Pane | undefined> {
  made += 1
  const page = await fetchPage(slug, `pane-${made}-${index}-`)
  if (!page) return undefined
  const box = document.createElement('section')
  box.className = 'pane'
  box.tabIndex = -1
  box.setAttribute('aria-label', page.title)
  const button = Object.assign(document.createElement('button'), {type: 'button', className: 'plain', textContent: close})
  button.addEventListener('click', () => shut(box))
  const body = document.createElement('div')
  body.className = 'pane-body'
  body.append(button, page.body)
  box.append(spine(page.title, box), body)
  markLinks(box)
  return {slug, box}
}

/** The back of a pane: its title, to be seen when others lie over it, and the way to it. */
function spine(title: string, box: HTMLElement): HTMLElement {
  const made = Object.assign(document.createElement('button'), {type: 'button', className: 'spine'})
  made.append(Object.assign(document.createElement('span'), {textContent: title, dir: 'auto'}))
  made.addEventListener('click', () => focus(box))
  return made
}

function spineOfMain(): void {
  const own = main?.querySelector(':scope > .spine')
  if (panes.length === 0) own?.remove()
  else if (main && !own) main.prepend(spine(main.querySelector('h1')?.textContent ?? '', main))
}

function shut(box: HTMLElement): void {
  const at = panes.findIndex((pane) => pane.box === box)
  if (at < 0) return
  const before = panes[at - 1]
  go(panes.filter((pane) => pane.box !== box).map(({slug}) => slug), before?.slug)
  if (!before) main?.focus()
}

function current(): number {
  return panes.findIndex(({box}) => box.contains(document.activeElement))
}

/** Go to the pane after or before the one in focus; the page itself is the first. */
export function stepPane(by: 1 | -1): void {
  const boxes = [...(main ? [main] : []), ...panes.map(({box}) => box)]
  const box = boxes[current() + 1 + by]
  if (box) focus(box)
}

/** Close the pane in focus, or the last. */
export function closePane(): void {
  const pane = panes[current()] ?? panes.at(-1)
  if (pane) shut(pane.box)
}
