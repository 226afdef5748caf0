/**
 * Back leads to where a reader was, also where the browser did not keep the page.
 *
 * What it remembers then is a distance from the top, and what is above may have another height until it is laid out
 * (client/unfold.ts). This remembers what stood there.
 */

/** Kept in this tab alone, for each address. */
const key = `trellis.place:${location.pathname}`

/** What may stand there: what a page has before its scripts do anything. */
const marks = 'main :is(h1, h2, h3, h4, p, li, tr, figure, section)'

/** Milliseconds after loading in which it is held where it was, while the page is laid out. */
const patience = 4000

/** Heights in the window at which something is looked for, from its top. */
const heights = [0.2, 0.35, 0.5, 0.65]

function remember(): void {
  const seen = heights.map((share) => document.elementFromPoint(innerWidth / 2, innerHeight * share)?.closest(marks)).find((each) => each)
  try {
    if (seen && scrollY > 0) sessionStorage.setItem(key, `${[...document.querySelectorAll(marks)].indexOf(seen)} ${seen.getBoundingClientRect().top}`)
    else sessionStorage.removeItem(key)
  } catch {
    // Storage may be forbidden: the browser's own memory remains.
  }
}

function kept(): string {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

/** Stay there once the page has loaded, until the reader goes elsewhere. */
function goBack(): void {
  const [index = -1, top = 0] = kept().split(' ').map(Number)
  const mark = kept() === '' ? undefined : document.querySelectorAll(marks)[index]
  if (!mark) return
  const hold = new ResizeObserver(() => scrollBy({top: mark.getBoundingClientRect().top - top, behavior: 'instant'}))
  let isHeld = true
  const leave = (): void => {
    isHeld = false
    hold.disconnect()
  }
  for (const move of ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const) addEventListener(move, leave, {once: true, passive: true})
  const begin = (): void => {
    if (isHeld) hold.observe(document.body)
    setTimeout(leave, patience)
  }
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, {once: true})
}

/** Remember where a reader is, and lead back to it. */
export function place(): void {
  addEventListener('pagehide', remember)
  const [how] = performance.getEntriesByType('navigation')
  if (how instanceof PerformanceNavigationTiming && how.type === 'back_forward') goBack()
}
