/** Previews over the page: each beside its link, one out of another, pinned or gone when it is left. */

import sheet from '../../styles/preview.css?url'
import {styled} from '../sheet.ts'
import {fill} from './fill.ts'
import {place} from './place.ts'
import {type Wanted, wantedAt} from './where.ts'

/** What a file of `previews/` says. */
export interface Preview {
  readonly title: string
  readonly kind?: string
  readonly description?: string
  readonly html: string
  readonly css?: string
  readonly math?: true
  readonly more?: true
}

interface Open {
  readonly box: HTMLElement
  readonly wanted: Wanted
  /** The preview in which its link stands. */
  readonly parent: Open | undefined
  isPinned: boolean
  timer?: ReturnType<typeof setTimeout>
}

/** Milliseconds in which the pointer may be on its way from a link to its preview. */
const grace = 280

const files = new Map<string, Promise<Preview | undefined>>()
let opened: Open[] = []

/** The file of a preview, fetched once. */
export function fetchPreview(file: string): Promise<Preview | undefined> {
  const known = files.get(file) ?? load(file)
  files.set(file, known)
  return known
}

async function load(file: string): Promise<Preview | undefined> {
  const response = await fetch(file).catch(() => undefined)
  return response?.ok ? response.json().catch(() => undefined) : undefined
}

function openAt(element: Element | null): Open | undefined {
  const box = element?.closest('.preview')
  return opened.find((each) => each.box === box)
}

/** Show a preview beside its link; one that is shown already stays. */
export async function openPreview(wanted: Wanted): Promise<void> {
  if (opened.some(({wanted: {href}}) => href === wanted.href)) return
  const [preview] = await Promise.all([fetchPreview(wanted.file), styled(sheet)])
  const isMeant = wanted.link.matches(':hover, :focus, :focus-within, :active') || document.querySelector('.preview') !== null || matchMedia('(hover: none)').matches
  if (!preview || !wanted.link.isConnected || !isMeant || isBusy()) return
  const parent = openAt(wanted.link)
  for (const each of opened) if (each !== parent && !isAbove(each, parent)) letGo(each)
  const box = fill(preview, wanted.href)
  const open: Open = {box, wanted, parent, isPinned: false}
  opened.push(open)
  document.body.append(box)
  place(box, wanted.link)
  listen(open)
}

/** Whether the reader does something that a preview would disturb. */
function isBusy(): boolean {
  return document.querySelector('dialog[open]') !== null || getSelection()?.isCollapsed === false
}

/** Whether a preview is one from which another came. */
function isAbove(above: Open, below: Open | undefined): boolean {
  for (let at = below?.parent; at; at = at.parent) if (at === above) return true
  return false
}

function listen(open: Open): void {
  const {box, wanted} = open
  const leave = (): void => wait(open)
  for (const element of [box, wanted.link]) {
    element.addEventListener('pointerleave', leave)
    element.addEventListener('pointerenter', () => stay(open))
    element.addEventListener('focusout', leave)
    element.addEventListener('focusin', () => stay(open))
  }
  box.querySelector('[data-do=close]')?.addEventListener('click', () => close(open))
  box.querySelector('[data-do=pin]')?.addEventListener('click', () => pin(open, !open.isPinned))
}

function stay(open: Open): void {
  for (let at: Open | undefined = open; at; at = at.parent) clearTimeout(at.timer)
}

function wait(open: Open): void {
  clearTimeout(open.timer)
  open.timer = setTimeout(() => {
    const child = opened.some((other) => isAbove(open, other))
    if (child || open.box.matches(':hover, :focus-within') || open.wanted.link.matches(':hover, :focus')) return
    letGo(open)
    if (open.parent) wait(open.parent)
  }, grace)
}

/** Close a preview unless it is pinned. */
function letGo(open: Open): void {
  if (!open.isPinned) close(open)
}

function close(open: Open): void {
  const hadFocus = open.box.contains(document.activeElement)
  for (const each of opened.filter((other) => isAbove(open, other))) letGo(each)
  clearTimeout(open.timer)
  opened = opened.filter((each) => each !== open)
  open.box.remove()
  // Who looked at it with the keyboard is back where it came from.
  if (hadFocus && (open.wanted.link instanceof HTMLElement || open.wanted.link instanceof SVGElement)) open.wanted.link.focus()
}

function pin(open: Open, isPinned: boolean): void {
  open.isPinned = isPinned
  open.box.classList.toggle('is-pinned', isPinned)
  const button = open.box.querySelector('[data-do=pin]')
  if (button) button.ariaPressed = String(isPinned)
}

/** By the keyboard: show where the link in focus leads, or step into the preview that is shown, and pin it. */
export async function previewHere(): Promise<void> {
  const last = opened.at(-1)
  const wanted = wantedAt(document.activeElement) ?? wantedAt([...document.querySelectorAll('a[href]:hover')].at(-1) ?? null)
  if (wanted && !opened.some(({wanted: {href}}) => href === wanted.href)) await openPreview(wanted)
  else if (last) {
    pin(last, true)
    last.box.querySelector<HTMLElement>('a')?.focus()
  }
}

// Who means to look will need it.
void styled(sheet)
addEventListener('keydown', (event) => {
  const last = opened.at(-1)
  if (event.key !== 'Escape' || !last || document.querySelector('dialog[open]')) return
  event.preventDefault()
  close(openAt(document.activeElement) ?? last)
})
// Whoever reads on does not want it; a press beside a preview lets go of it.
addEventListener('pointerdown', ({target}) => {
  if (target instanceof Element && !target.closest('.preview')) for (const open of [...opened]) letGo(open)
})
addEventListener('scroll', () => {
  for (const open of [...opened]) if (!open.box.matches(':hover, :focus-within')) letGo(open)
}, {passive: true})
addEventListener('pagehide', () => {
  for (const open of [...opened]) close(open)
})
