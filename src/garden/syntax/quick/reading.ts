/** Where the reading of a block's words stands, and the nodes it has made. */

import type {PhrasingContent, Text} from 'mdast'

/** A line of a block's words: half-open range in the source, and the number of its line. */
export interface Line {
  readonly from: number
  readonly to: number
  readonly line: number
  /** Offset of the first character of the whole line. */
  readonly start: number
}

/** A run of `*`, `_` or `==` that is open. */
export interface Mark {
  readonly sign: number
  readonly size: number
  readonly at: Point
  /** How many nodes stood before it. */
  readonly nodes: number
}

interface Point {
  line: number
  column: number
  offset: number
}

export interface Reading {
  readonly source: string
  readonly out: PhrasingContent[]
  /** The line that is read. */
  line: Line
  /** Where the next character is, and where the text that is not in a node begins. */
  at: number
  textFrom: number
  /** Text of earlier lines that belongs to the same node, and where that began. */
  pending: string
  pendingStart: Point | undefined
  open: Mark | undefined
  /** Whether the line is the block's last. */
  isLast: boolean
}

/** An offset of the line as a place. */
export function pointAt({line}: Reading, offset: number): Point {
  return {line: line.line, column: offset - line.start + 1, offset}
}

/** Go on with the next line of the block. */
export function nextLine(reading: Reading, line: Line): void {
  const before = reading.line
  reading.pendingStart ??= pointAt(reading, reading.textFrom)
  reading.pending += `${reading.source.slice(reading.textFrom, before.to)}\n`
  reading.line = line
  reading.at = line.from
  reading.textFrom = line.from
}

/** Make a node of the text that was passed over. */
export function flush(reading: Reading): void {
  const {source, pending, at, textFrom, out, line} = reading
  if (pending === '' && at === textFrom) return
  // A line ending that no text follows ends where the next line begins, before the marks of its quote.
  const end = at === textFrom ? {line: line.line, column: 1, offset: line.start} : pointAt(reading, at)
  const node: Text = {type: 'text', value: pending + source.slice(textFrom, at), position: {start: reading.pendingStart ?? pointAt(reading, textFrom), end}}
  out.push(node)
  reading.pending = ''
  reading.pendingStart = undefined
  reading.textFrom = at
}

/** Go past a character that is only one. */
export function pass(reading: Reading): boolean {
  reading.at += 1
  return true
}

/** The character at an offset; nothing where the line ends. */
export function codeAt({source, line}: Reading, offset: number): number | null {
  return offset < line.to && offset >= line.from ? source.charCodeAt(offset) : null
}

/** End a node that began at an offset, where the reading now goes on. */
export function push(reading: Reading, node: PhrasingContent, [from, to]: readonly [number, number]): true {
  reading.at = from
  flush(reading)
  node.position = {start: pointAt(reading, from), end: pointAt(reading, to)}
  reading.out.push(node)
  reading.at = to
  reading.textFrom = to
  return true
}

/** How many of a sign stand in a row. */
export function runAt(reading: Reading, sign: number): number {
  let size = 0
  while (codeAt(reading, reading.at + size) === sign) size += 1
  return size
}
