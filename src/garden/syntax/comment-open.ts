/** Whether a comment that begins in a paragraph is open at the end of one of its lines (M-13). */

import type {Point, TokenizeContext} from 'micromark-util-types'

interface Seen {
  /** Up to where the paragraph was looked at, and whether a comment is open there. */
  readonly end: Point
  readonly open: boolean
}

/** Each line of a paragraph is looked at once, however many of them begin with `%%`; by the events, because a construct that could interrupt gets a context of its own. */
const seen = new WeakMap<TokenizeContext['events'], Seen>()

/** Whether the paragraph before this line holds a comment that is still open; for a construct of blocks that could end that paragraph. */
export function isCommentOpen(context: TokenizeContext): boolean {
  const end = context.now()
  const from = lookedAt(context)
  if (!from) return false
  const open = isOpenAfter(context.sliceSerialize({start: from.end, end}), from.open)
  seen.set(context.events, {end, open})
  return open
}

function lookedAt({events}: TokenizeContext): Seen | undefined {
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

/** Whether a comment is open at the end of a piece of a paragraph, by whether one was at its beginning. */
function isOpenAfter(text: string, before: boolean): boolean {
  const sign = /\\.|`+|%+/gs
  let at = before ? endOfComment(text, 0) : 0
  while (at >= 0) {
    sign.lastIndex = at
    const run = sign.exec(text)?.[0]
    if (run === undefined) return false
    at = sign.lastIndex
    if (run.startsWith('`')) at = endOfCode(text, run, at)
    else if (run === '%%') at = endOfComment(text, at)
  }
  return true
}

/** Offset after the end of a comment; -1 if it does not end. */
function endOfComment(text: string, from: number): number {
  const end = text.indexOf('%%', from)
  return end < 0 ? -1 : end + 2
}

/** Offset after the end of code that began with a run of backticks; where it does not end there is none. */
function endOfCode(text: string, run: string, from: number): number {
  for (const found of text.slice(from, from + longestCode).matchAll(/`+/g)) if (found[0] === run) return from + found.index + run.length
  return from
}
