/**
 * Lay out what is out of sight, piece by piece.
 *
 * Style sheets leave blocks aside until they come near (`content-visibility`), so that a long page keeps no phone busy
 * while it loads. Once it has loaded they are laid out one after another, whenever nothing else is to be done: from then
 * on every place of the page is where it will stay, and a link to it lands there.
 */

import {inPieces, whenLoaded} from './idle.ts'

/** Blocks that style sheets leave aside, in the order of the page; of rows the first few, as a list may have thousands. */
const aside = '.prose > :not(h1, h2, h3, h4, h5, h6), .after > section, .after > section > .pairs > li, .hero ~ .band, .letter, .index > li:nth-child(n + 8):nth-child(-n + 40)'

/** Elements that are laid out together: each layout looks at the whole page once, however little is new. */
const together = 24

/** Whether what is read stays in its place by itself when something above it grows. */
const isAnchored = CSS.supports('overflow-anchor', 'auto')

function lay(blocks: readonly Element[]): void {
  const last = blocks.at(-1)
  const before = isAnchored ? undefined : last?.getBoundingClientRect()
  for (const block of blocks) block.classList.add('kg-laid')
  // Asking for a place lays out what is before it now, and that alone: what comes next may have a turn of its own.
  const after = last?.getBoundingClientRect()
  if (before && after && before.bottom < 0) scrollBy({top: after.bottom - before.bottom, behavior: 'instant'})
}

/** Begin when the page has loaded. */
export function unfold(): void {
  // Then and not before: other scripts put blocks into frames while the page loads.
  whenLoaded(() => inPieces(grouped([...document.querySelectorAll(aside)]), lay))
}

function grouped(blocks: readonly Element[]): Element[][] {
  const groups: Element[][] = []
  let room = 0
  for (const block of blocks) {
    const size = block.querySelectorAll('*').length + 1
    const last = groups.at(-1)
    if (last && size <= room) last.push(block)
    else groups.push([block])
    room = (last && size <= room ? room : together) - size
  }
  return groups
}
