/** Which heading or block of a note a link names (H-01 … H-04, L-07). */

import {headingId, headingKey} from './heading-ids.ts'
import type {Fragment, PreparedNote} from './model.ts'

const headingKeys = new WeakMap<PreparedNote, readonly string[]>()

function keysOf(note: PreparedNote): readonly string[] {
  const known = headingKeys.get(note)
  if (known) return known
  const keys = note.headings.map((heading) => headingKey(heading.written ?? heading.text))
  headingKeys.set(note, keys)
  return keys
}

/**
 * Index of the heading that a chain names (L-07): each one nested under the one
 * before, the first in document order (H-03). A heading's id is accepted too,
 * where no heading says these words: that of a second “Step” is `step-1`.
 *
 * @returns `top` for a heading that says the title: the page prints that itself (F-04).
 */
export function resolveHeading(note: PreparedNote, chain: readonly string[]): number | 'top' | undefined {
  const found = searchAll(note, chain)
  const [first = '', ...rest] = chain
  if (found !== undefined) return found
  const isTitle = [note.title, note.name].some((name) => headingKey(name) === headingKey(first))
  if (isTitle) return rest.length === 0 ? 'top' : searchAll(note, rest)
  return rest.length === 0 ? asOtherToolsWrite(note, first) : undefined
}

/** The heading of an address as tools for tables of contents write it: a hyphen for each space, those around a lost sign too. */
function asOtherToolsWrite({headings}: PreparedNote, written: string): number | undefined {
  const plain = (id: string): string => id.replace(/-+/g, '-').replace(/^-|-$/g, '')
  const wanted = plain(headingId(written))
  const index = written.includes('-') ? headings.findIndex(({id}) => plain(id) === wanted) : -1
  return index < 0 ? undefined : index
}

/** Where a search goes on, and what it takes for a heading's name. */
interface Within {
  readonly from: number
  readonly to: number
  /** Depth of the heading above. */
  readonly above: number
  readonly takesIds: boolean
}

function searchAll(note: PreparedNote, chain: readonly string[]): number | undefined {
  const whole = {from: 0, to: note.headings.length, above: 0}
  return search(note, chain, {...whole, takesIds: false}) ?? search(note, chain, {...whole, takesIds: true})
}

function search(note: PreparedNote, [first, ...rest]: readonly string[], {from, to, above, takesIds}: Within): number | undefined {
  if (first === undefined) return undefined
  const key = headingKey(first)
  const keys = keysOf(note)
  for (let index = from; index < to; index += 1) {
    const heading = note.headings[index]
    const isNamed = keys[index] === key || (takesIds && heading?.id === headingId(first))
    if (!heading || !isNamed || heading.depth <= above) continue
    if (rest.length === 0) return index
    const found = search(note, rest, {from: index + 1, to: sectionEnd(note, index), above: heading.depth, takesIds})
    if (found !== undefined) return found
  }
  return undefined
}

function sectionEnd(note: PreparedNote, index: number): number {
  const depth = note.headings[index]?.depth ?? 0
  for (let next = index + 1; next < note.headings.length; next += 1) {
    if ((note.headings[next]?.depth ?? 0) <= depth) return next
  }
  return note.headings.length
}

/** The id in the page that a fragment names; `missing` when the note has no such heading or block. */
export function resolveAnchor(note: PreparedNote, fragment: Fragment | undefined): {readonly anchor?: string; readonly missing?: 'heading' | 'block'} {
  if (fragment === undefined) return {}
  if (fragment.block !== undefined) {
    const block = note.blocks.find((each) => each.id === fragment.block)
    return block ? {anchor: block.anchor ?? `^${block.id}`} : {missing: 'block'}
  }
  const index = resolveHeading(note, fragment.headings)
  if (index === 'top') return {}
  const id = index === undefined ? undefined : note.headings[index]?.id
  return id === undefined ? {missing: 'heading'} : {anchor: id}
}
