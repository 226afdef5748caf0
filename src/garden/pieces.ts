/** Cut a template along the borders of its elements, without a tree: it is our own printing, and well formed. */

import type {Hole, Range, Template} from './model.ts'

const voidTags = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr'])

/** How much deeper a tag or hole leads: a diagram is open between its two holes. */
function turnOf(tag: RegExpExecArray, holes: readonly Hole[]): -1 | 0 | 1 {
  const [, close, name, number] = tag
  if (number === undefined) return close === '/' ? -1 : voidTags.has(name ?? '') ? 0 : 1
  const hole = holes[Number(number)]
  return hole?.kind !== 'diagram' ? 0 : hole.part === 'start' ? 1 : -1
}

/**
 * Outermost elements and embeds of a range, in order; text between them is passed over.
 *
 * Read lazily: who wants the first few pays for those.
 */
export function* piecesOf({html, holes}: Template, [start, end]: Range): Generator<Range> {
  const tags = /<(\/?)([a-zA-Z][^\s>/]*)[^>]*>|\0(\d+)\0/g
  tags.lastIndex = start
  let depth = 0
  let from = start
  for (let tag = tags.exec(html); tag && tag.index < end; tag = tags.exec(html)) {
    const turn = turnOf(tag, holes)
    if (depth === 0) from = tag.index
    depth += turn
    if (depth === 0) yield [from, Math.min(tags.lastIndex, end)]
  }
}

/** Name and attributes of the element that a piece is; `` for an embed or a diagram. */
export function tagOf({html}: Template, [start]: Range): string {
  return html[start] === '<' ? html.slice(start + 1, html.indexOf('>', start)) : ''
}
