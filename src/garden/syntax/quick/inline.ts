/**
 * Words with simple marks in them, read in one pass without the tokenizer.
 *
 * Everything that is not surely understood is refused, so that the tokenizer
 * reads it: what comes out is what the tokenizer would have made
 * (`test/garden/quick.test.ts` holds one against the other).
 */

import type {PhrasingContent, Text} from 'mdast'
import {unicodeWhitespace} from 'micromark-util-character'
import {classifyCharacter} from 'micromark-util-classify-character'
import {isTagCharacter, tagName} from '../tag.ts'

/** A line of a block's words: half-open range in the source, and the number of its line. */
export interface Line {
  readonly from: number
  readonly to: number
  readonly line: number
  /** Offset of the first character of the whole line. */
  readonly start: number
}

/** A run of `*`, `_` or `==` that is open. */
interface Mark {
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

interface Reading {
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

const [exclamation, numberSign, ampersand, asterisk, equals, leftBracket, caret, underscore, backtick, tilde] = [33, 35, 38, 42, 61, 91, 94, 95, 96, 126]

/** What a character may begin; 0 for most, and 1 for what is refused at once. */
const kinds = new Uint8Array(128)
for (const sign of '\\]<$\t') kinds[sign.charCodeAt(0)] = 1
for (const sign of '!#&*=[^_`~') kinds[sign.charCodeAt(0)] = 2

/** Read the words of a block; `undefined` if the tokenizer must. */
export function readInline(source: string, lines: readonly Line[], skip = 0): PhrasingContent[] | undefined {
  const [first] = lines
  if (!first) return undefined
  const reading: Reading = {source, out: [], line: first, at: first.from, textFrom: first.from, pending: '', pendingStart: undefined, open: undefined, isLast: false}
  for (const [index, line] of lines.entries()) {
    if (index > 0) nextLine(reading, line)
    reading.isLast = index === lines.length - 1
    if (index === 0) reading.at += skip
    if (!readLine(reading)) return undefined
  }
  flush(reading)
  return reading.open ? undefined : reading.out
}

function pointAt({line}: Reading, offset: number): Point {
  return {line: line.line, column: offset - line.start + 1, offset}
}

function nextLine(reading: Reading, line: Line): void {
  const before = reading.line
  reading.pendingStart ??= pointAt(reading, reading.textFrom)
  reading.pending += `${reading.source.slice(reading.textFrom, before.to)}\n`
  reading.line = line
  reading.at = line.from
  reading.textFrom = line.from
}

/** Make a node of the text that was passed over. */
function flush(reading: Reading): void {
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

function readLine(reading: Reading): boolean {
  const {source, line} = reading
  while (reading.at < line.to) {
    const code = source.charCodeAt(reading.at)
    const kind = code < 128 ? kinds[code] : 0
    if (kind === 0) reading.at += 1
    else if (kind === 1 || !readSign(reading, code)) return false
  }
  return true
}

/** Read what a sign begins; whether that was understood. */
function readSign(reading: Reading, code: number): boolean {
  const next = codeAt(reading, reading.at + 1)
  switch (code) {
    case leftBracket:
      return wikiLink(reading)
    case backtick:
      return inlineCode(reading)
    case asterisk:
    case underscore:
      return mark(reading, code)
    case equals:
      return next === equals ? mark(reading, code) : pass(reading)
    case numberSign:
      return tag(reading)
    case caret:
      return blockId(reading)
    case exclamation:
      return next === leftBracket ? embed(reading) : pass(reading)
    case ampersand:
      return next === 32 || next === null ? pass(reading) : false
    default:
      return code === tilde && next !== tilde ? pass(reading) : false
  }
}

function pass(reading: Reading): boolean {
  reading.at += 1
  return true
}

/** The character at an offset; nothing where the line ends. */
function codeAt({source, line}: Reading, offset: number): number | null {
  return offset < line.to && offset >= line.from ? source.charCodeAt(offset) : null
}

/** End a node that began at an offset, where the reading now goes on. */
function push(reading: Reading, node: PhrasingContent, [from, to]: readonly [number, number]): true {
  reading.at = from
  flush(reading)
  node.position = {start: pointAt(reading, from), end: pointAt(reading, to)}
  reading.out.push(node)
  reading.at = to
  reading.textFrom = to
  return true
}

const written = /\[\[([^[\]|\r\n]{1,400})(?:\|([^[\]|\r\n]{1,400}))?\]\](?!\])/y

function wikiLink(reading: Reading): boolean {
  written.lastIndex = reading.at
  const match = written.exec(reading.source)
  const [whole = '', value = '', alias] = match ?? []
  if (!match || value.trim() === '' || alias?.trim() === '') return false
  return push(reading, {type: 'wikiLink', value, data: {alias: alias ?? value}}, [reading.at, reading.at + whole.length])
}

function embed(reading: Reading): boolean {
  const {at} = reading
  written.lastIndex = at + 1
  return written.test(reading.source) && push(reading, {type: 'embedMarker', value: '!'}, [at, at + 1])
}

function inlineCode(reading: Reading): boolean {
  const {source, at, line} = reading
  const size = runAt(reading, backtick)
  const ticks = '`'.repeat(size)
  let close = source.indexOf(ticks, at + size)
  while (close >= 0 && close < line.to && source[close + size] === '`') {
    while (source[close] === '`') close += 1
    close = source.indexOf(ticks, close)
  }
  if (close < 0 || close + size > line.to) return false
  const inside = source.slice(at + size, close)
  const value = inside.startsWith(' ') && inside.endsWith(' ') && /[^ ]/.test(inside) ? inside.slice(1, -1) : inside
  return push(reading, {type: 'inlineCode', value}, [at, close + size])
}

/** How many of a sign stand in a row. */
function runAt(reading: Reading, sign: number): number {
  let size = 0
  while (codeAt(reading, reading.at + size) === sign) size += 1
  return size
}

/** `*`, `_` and `==` as pairs side by side, none in another. */
function mark(reading: Reading, sign: number): boolean {
  const {at, open} = reading
  const size = runAt(reading, sign)
  const next = codeAt(reading, at + size)
  if (size > 2 || (sign === equals && next === 62)) return false
  const role = roleOf(sign, classifyCharacter(codeAt(reading, at - 1)), classifyCharacter(next))
  if (role === 'text') reading.at += size
  if (role === 'text' || role === 'unsure') return role === 'text'
  if (role === 'closes' ? open?.sign !== sign || open.size !== size : open) return false
  flush(reading)
  if (open) close(reading, open)
  else reading.open = {sign, size, at: pointAt(reading, at), nodes: reading.out.length}
  reading.at = at + size
  reading.textFrom = reading.at
  return true
}

/** What marks do by the characters around them: CommonMark's rules of flanking, where they leave no choice. */
function roleOf(sign: number, before: ReturnType<typeof classifyCharacter>, after: ReturnType<typeof classifyCharacter>): 'opens' | 'closes' | 'text' | 'unsure' {
  const canOpen = !after || (after === 2 && Boolean(before))
  const canClose = !before || (before === 2 && Boolean(after))
  if (canOpen !== canClose) return canOpen ? 'opens' : 'closes'
  // `snake_case`; and a star between spaces.
  if (canOpen) return sign === underscore && !before && !after ? 'text' : 'unsure'
  return sign === equals ? 'unsure' : 'text'
}

function close(reading: Reading, {sign, size, at, nodes}: Mark): void {
  const children = reading.out.splice(nodes)
  const type = sign === equals ? 'highlight' : size === 2 ? 'strong' : 'emphasis'
  reading.out.push({type, children, position: {start: at, end: pointAt(reading, reading.at + size)}})
  reading.open = undefined
}

function tag(reading: Reading): boolean {
  const {source, at, line} = reading
  const previous = codeAt(reading, at - 1)
  if (previous !== null && previous !== 32 && !unicodeWhitespace(previous)) return pass(reading)
  let end = at + 1
  let named = false
  for (; end < line.to && isTagCharacter(source.charCodeAt(end)); end += 1) if (!/[\d/]/.test(source[end] ?? '')) named = true
  return named ? push(reading, {type: 'tag', value: tagName(source.slice(at, end))}, [at, end]) : pass(reading)
}

const name = /\^[A-Za-z0-9-]+/y

function blockId(reading: Reading): boolean {
  const {source, at, line} = reading
  const previous = codeAt(reading, at - 1)
  name.lastIndex = at
  const [whole] = name.exec(source) ?? []
  if (!reading.isLast || reading.open || whole === undefined || at + whole.length !== line.to || (previous !== null && previous !== 32)) return false
  return push(reading, {type: 'blockId', value: whole.slice(1).toLowerCase()}, [at, line.to])
}
