/** Where a preview stands: below its link, or above it, never over it, and whole in the window. */

/** Pixels between a link and its preview, and between a preview and the window's edge. */
const gap = 8
/** Below this width it is a sheet at the window's foot, as in `preview.css`. */
const narrow = matchMedia('(width < 40rem)')

/** Place a box that is in the page already. */
export function place(box: HTMLElement, link: Element): void {
  if (narrow.matches) return
  // Of a link over two lines, the first.
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect()
  const last = [...link.getClientRects()].at(-1) ?? at
  const {clientWidth, clientHeight} = document.documentElement
  const [below, above] = [clientHeight - last.bottom - 2 * gap, at.top - 2 * gap]
  const isBelow = below >= Math.min(box.offsetHeight, 240) || below >= above
  box.style.maxBlockSize = `${Math.max(120, Math.min(box.offsetHeight, isBelow ? below : above))}px`
  const top = isBelow ? last.bottom + gap : at.top - gap - box.offsetHeight
  const left = Math.min(Math.max(gap, at.left - 2 * gap), clientWidth - box.offsetWidth - gap)
  Object.assign(box.style, {insetBlockStart: `${Math.max(gap, top)}px`, left: `${left}px`})
}
