/** Whether a comment (M-13) or a large formula (M-16) that begins in a paragraph is open at the end of one of its lines. */

import type {Point, TokenizeContext} from 'micromark-util-types'

/** What two signs in a row open and close. */
interface Pair {
  readonly mark: '%%' | '$$'
  /** Signs that are looked at: a backslash with what it makes plain, code, and runs of the mark's own. */
  readonly signs: RegExp
  /** Each line of a paragraph is looked at once, however many of them begin with the mark; by the events, because a construct that could interrupt gets a context of its own. */
  readonly seen: WeakMap<TokenizeContext['events'], Seen>
}

interface Seen {
  /** Up to where the paragraph was looked at, and whether something is open there. */
  readonly end: Point
  readonly open: boolean
}

export const commentPair: Pair = {mark: '%%', signs: /\\.|`+|%+/gs, seen: new WeakMap()}
export const mathPair: Pair = {mark: '$$', signs: /\\.|`+|\$+/gs, seen: new WeakMap()}

/** Whether the paragraph before this line holds a mark that is still open; for a construct of blocks that could end that paragraph. */
export function isOpen(context: TokenizeContext, pair: Pair): boolean {
  const end = context.now()
  const from = lookedAt(context, pair)
  if (!from) return false
  const open = isOpenAfter(context.sliceSerialize({start: from.end, end}), from.open, pair)
  pair.seen.set(context.events, {end, open})
  return open
}

function lookedAt({events}: TokenizeContext, {seen}: Pair): Seen | undefined {
  const before = seen.get(events)
  for (let at = events.length - 1; at >= 0; at -= 1) {
    const [kind, token] = events[at] ?? []
    if (!token) continue
    if (before && token.start.offset < before.end.offset) return before
    if (kind === 'enter' && token.type === 'content') return {end: token.start, open: false}
  }
  return undefined
}

/** Longest code in a sentence that is looked past; what a longer one holds is taken for words. */
const longestCode = 1000

/** Whether something is open at the end of a piece of a paragraph, by whether it was at its beginning. */
function isOpenAfter(text: string, before: boolean, {mark, signs}: Pair): boolean {
  const sign = new RegExp(signs)
  let at = before ? endOf(mark, text, 0) : 0
  while (at >= 0) {
    sign.lastIndex = at
    const run = sign.exec(text)?.[0]
    if (run === undefined) return false
    at = sign.lastIndex
    if (run.startsWith('`')) at = endOfCode(text, run, at)
    else if (run === mark) at = endOf(mark, text, at)
  }
  return true
}

/** Offset after the next mark; -1 if there is none. */
function endOf(mark: string, text: string, from: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 ? -1 : end + mark.length
}

/** Offset after the end of code that began with a run of backticks; where it does not end there is none. */
function endOfCode(text: string, run: string, from: number): number {
  for (const found of text.slice(from, from + longestCode).matchAll(/`+/g)) if (found[0] === run) return from + found.index + run.length
  return from
}
