/**
 * Divide a note's text into regions that can be read one by one: what a region
 * holds decides nothing outside it. Where that is not sure, the rest of the
 * note is one region.
 */

/** Half-open range of whole lines, without the line ending after the last. */
export interface Region {
  readonly from: number
  readonly to: number
  /** Number of its first line, from 1. */
  readonly line: number
  readonly kind: 'heading' | 'fence' | 'other'
}

/** Constructs that cross blank lines, or that decide what stands elsewhere: comments, formulas, definitions, footnotes, raw HTML. */
const farReaching = /[\r\0\uFEFF]|%%|\$\$|\]:|\[\^|\^\[|^[ \t>*+\d.)-]*<(?:[!?]|script|pre|style|textarea)/im

const heading = /^#{1,6}(?:[ \t]|$)/
const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/
const listMarker = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
const htmlLine = /^[ \t>*+\d.)-]*</
/** A fence that could stand outside every list. */
const strayFence = /^ {1,3}(?:`{3}|~{3})/
/** A fence, wherever it stands in lists and quotes. */
const innerFence = /^[ \t>*+\d.)-]*(?:`{3}|~{3})/
/** A list of which every line two columns in is inside an item. */
const tightMarker = /^[-*+] \S/

/** Whether a text can be divided at all. */
export function isDivisible(source: string): boolean {
  return !farReaching.test(source)
}

interface Cursor {
  readonly source: string
  at: number
  line: number
}

/** The line at the cursor. */
function peek({source, at}: Cursor): string {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.slice(at) : source.slice(at, end)
}

function step(cursor: Cursor, line: string): void {
  cursor.at += line.length + 1
  cursor.line += 1
}

/** Regions of a text, in order; blank lines between them belong to none. */
export function* regionsOf(source: string): Generator<Region> {
  const cursor: Cursor = {source, at: 0, line: 1}
  while (cursor.at < source.length) {
    const line = peek(cursor)
    if (isBlank(line)) step(cursor, line)
    else yield next(cursor, line)
  }
}

export function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line)
}

function next(cursor: Cursor, line: string): Region {
  const {at: from, line: number} = cursor
  if (heading.test(line)) {
    step(cursor, line)
    return {from, to: from + line.length, line: number, kind: 'heading'}
  }
  const signs = fenceSigns(line)
  if (signs !== undefined) return fenced(cursor, signs)
  return block(cursor)
}

function fenceSigns(line: string): string | undefined {
  const match = fence.exec(line)
  return match ? (match[1] ?? match[2]) : undefined
}

/** A block of code, up to the line that ends it, or all that is left. */
function fenced(cursor: Cursor, signs: string): Region {
  const {source, at: from, line: number} = cursor
  step(cursor, peek(cursor))
  while (cursor.at < source.length) {
    const line = peek(cursor)
    const to = cursor.at + line.length
    step(cursor, line)
    if (ends(line, signs)) return {from, to, line: number, kind: 'fence'}
  }
  return {from, to: source.length, line: number, kind: 'fence'}
}

function ends(line: string, signs: string): boolean {
  const trimmed = /^ {0,3}([`~]+)[ \t]*$/.exec(line)?.[1]
  return trimmed !== undefined && trimmed.length >= signs.length && trimmed === (signs[0] ?? '').repeat(trimmed.length)
}

interface Seen {
  /** Whether a blank line need not end it, as what is indented or listed may follow. */
  reaches: boolean
  /** Whether it began with a bullet list, and all its lines but those two columns in begin an item. */
  tight: boolean
  /** Fences so far: one that nothing closes holds the line endings after it, and nobody can tell which. */
  fences: number
}

/** Lines up to a blank one; lists and what is indented go on past it. */
function block(cursor: Cursor): Region {
  const {source, at: from, line: number} = cursor
  const seen: Seen = {reaches: false, tight: tightMarker.test(peek(cursor)), fences: 0}
  let to = from
  while (cursor.at < source.length) {
    const line = peek(cursor)
    if (isBlank(line) && seen.reaches && passBlanks(cursor)) continue
    if (isBlank(line) || (to > from && beginsRegion(line))) break
    if (isUnsure(line, seen)) return {from, to: toEnd(cursor), line: number, kind: 'other'}
    to = cursor.at + line.length
    step(cursor, line)
  }
  if (isOpenEnded(cursor, seen)) to = toEnd(cursor)
  return {from, to, line: number, kind: 'other'}
}

/** Whether a block of code that a block ends with may go on: nothing closes it, or the blank lines after it are not all empty. */
function isOpenEnded({source, at}: Cursor, {reaches, fences}: Seen): boolean {
  if (!reaches) return false
  blanks.lastIndex = at
  return fences % 2 === 1 || /[ \t]/.test(blanks.exec(source)?.[0] ?? '')
}

const blanks = /[ \t\n]*/y

function toEnd(cursor: Cursor): number {
  cursor.at = cursor.source.length
  return cursor.at
}

function beginsRegion(line: string): boolean {
  return heading.test(line) || fenceSigns(line) !== undefined
}

/** Whether nobody can tell here where the block that a line belongs to ends; notes what the line is. */
function isUnsure(line: string, seen: Seen): boolean {
  const isItem = listMarker.test(line)
  const isIndented = line.startsWith(' ') || line.startsWith('\t')
  seen.reaches ||= isItem || isIndented
  if (innerFence.test(line)) seen.fences += 1
  seen.tight &&= isItem ? tightMarker.test(line) : /^ {2}/.test(line)
  return htmlLine.test(line) || (strayFence.test(line) && !(seen.tight && /^ {2}/.test(line)))
}

/** Go past blank lines if what comes then belongs to the same list. */
function passBlanks(cursor: Cursor): boolean {
  const {source, at, line} = cursor
  const ahead: Cursor = {source, at, line}
  while (ahead.at < source.length) {
    const text = peek(ahead)
    if (!isBlank(text)) {
      const goesOn = text.startsWith(' ') || text.startsWith('\t') || listMarker.test(text)
      if (goesOn) Object.assign(cursor, ahead)
      return goesOn
    }
    step(ahead, text)
  }
  return false
}
