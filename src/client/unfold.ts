/**
 * Lay out what is out of sight, piece by piece.
 *
 * Style sheets leave heavy blocks aside until they come near (`content-visibility`), so that a long page keeps no phone
 * busy while it loads. Once it has loaded they are laid out one after another, whenever nothing else is to be done: from
 * then on every place of the page is where it will stay, and a link to it lands there.
 */

/** Blocks that style sheets leave aside, in the order of the page. */
const aside = '.prose > :is(.plate, .table, .code, pre), .after > section, .hero ~ .band, .letter'

const later = (act: () => void): unknown => ('requestIdleCallback' in globalThis ? requestIdleCallback(act, {timeout: 500}) : setTimeout(act, 30))

/** Begin when the page has loaded. */
export function unfold(): void {
  let blocks: Element[] = []
  const next = (): void => {
    const block = blocks.shift()
    if (!block) return
    block.classList.add('kg-laid')
    // Asking for its height lays it out now, and it alone: the next one has a turn of its own.
    block.getBoundingClientRect()
    later(next)
  }
  const begin = (): void => {
    // Now and not before: other scripts put blocks into frames while the page loads.
    blocks = [...document.querySelectorAll(aside)]
    later(next)
  }
  if (document.readyState === 'complete') begin()
  else addEventListener('load', begin, {once: true})
}
