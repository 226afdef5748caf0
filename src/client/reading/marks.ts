/** Marks of what was read, on links and on the note's own buttons. */

import {base, slugAt} from '../site.ts'
import {type Mark, withMark} from './record.ts'
import {change, onReading, reading, readingKey, today} from './store.ts'

/**
 * Say on each link to a note whether it was read or is to be: `data-reading="read"` or `"later"`.
 *
 * Who prints links later calls it again with what was printed.
 */
export function markLinks(root: ParentNode = document): void {
  const {notes} = reading()
  for (const link of root.querySelectorAll<HTMLAnchorElement>(`a[href^="${base}"]`)) {
    const slug = notes.size === 0 ? undefined : slugAt(link)
    const state = slug === undefined ? undefined : notes.get(slug)?.state
    if (state !== undefined) link.dataset['reading'] = state
    else if (link.dataset['reading'] !== undefined) delete link.dataset['reading']
  }
}

/** The page's own note, if it is one. */
function own(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-marks]')
}

/** Mark the page's note, or take the same mark away. */
export function toggle(state: Mark['state']): void {
  const slug = slugAt(location)
  if (!own() || slug === undefined) return
  const title = document.querySelector('h1')?.textContent ?? ''
  change((now) => withMark(now, slug, now.notes.get(slug)?.state === state ? undefined : {state, on: today(), title}))
}

function showOwn(): void {
  const state = reading().notes.get(slugAt(location) ?? '')?.state
  for (const button of own()?.querySelectorAll<HTMLButtonElement>('button[data-mark]') ?? []) button.ariaPressed = String(button.dataset['mark'] === state)
}

/** Steps of a learning path: the notes of its numbered rows, or of its numbered list, or else all that it links to. */
export function stepsIn(root: ParentNode): string[] {
  const rows = [...root.querySelectorAll('.prose tbody tr')].filter((row) => /^\d+$/.test(row.firstElementChild?.textContent?.trim() ?? ''))
  const items = rows.length > 0 ? rows : [...root.querySelectorAll('.prose ol > li')]
  const firsts = items.flatMap((item) => item.querySelector<HTMLAnchorElement>('a.internal-link') ?? [])
  const links = firsts.length > 0 ? firsts : [...root.querySelectorAll<HTMLAnchorElement>('.prose a.internal-link')]
  return [...new Set(links.flatMap((link) => slugAt(new URL(link.getAttribute('href') ?? '', document.baseURI)) ?? []))]
}

/** Say how much of a path was read: in words, and as the value of a bar. */
export function showProgress(place: HTMLElement, steps: readonly string[]): void {
  const {notes} = reading()
  const done = steps.filter((slug) => notes.get(slug)?.state === 'read').length
  const [words, bar] = [place.querySelector('span'), place.querySelector('progress')]
  if (words) words.textContent = (place.dataset['progress'] ?? '').replace('{done}', String(done)).replace('{count}', String(steps.length))
  if (bar) Object.assign(bar, {max: Math.max(1, steps.length), value: done})
  place.hidden = steps.length === 0
}

function show(): void {
  markLinks()
  showOwn()
  const place = document.querySelector<HTMLElement>('main .progress[data-progress]:not([data-path])')
  if (place) showProgress(place, stepsIn(document))
}

/** Bring marks to life on a page. Nothing is looked through for who has none. */
export function marks(): void {
  own()?.addEventListener('click', ({target}) => {
    const mark = target instanceof Element ? target.closest<HTMLElement>('button[data-mark]')?.dataset['mark'] : undefined
    if (mark === 'read' || mark === 'later') toggle(mark)
  })
  onReading(show)
  if (isKept() || document.querySelector('.progress')) show()
}

function isKept(): boolean {
  try {
    return localStorage.getItem(readingKey) !== null
  } catch {
    return false
  }
}
