/** Question cards: folded questions (`> [!question]-`) that have a block id, taken from a page as it is printed. */

/** One card of a note. */
export interface Card {
  /** Block id, without `^`. */
  readonly id: string
  /** The callout, a `<details>` that reads without a script. */
  readonly html: string
}

const opening = /<details class="callout[^>]*data-callout="question"[^>]*data-callout-fold="-"[^>]* id="\^([^"]+)"[^>]*>/g

/**
 * The cards of a page, in the order of the text.
 *
 * Those of embedded notes are those notes' own: their ids have a prefix, and they are passed over.
 */
export function cardsIn(html: string): Card[] {
  if (!html.includes('data-callout="question"')) return []
  return [...html.matchAll(opening)].flatMap(({0: {length}, 1: id, index}): Card[] => (id === undefined ? [] : [{id, html: html.slice(index, endOf(html, index + length))}]))
}

/** Where a `<details>` ends whose start tag ends here; others may stand in it. */
function endOf(html: string, from: number): number {
  const tags = /<(\/?)details\b[^>]*>/g
  tags.lastIndex = from
  let depth = 1
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return tags.lastIndex
  }
  return html.length
}
