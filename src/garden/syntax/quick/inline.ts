/**
 * Words with simple marks in them, read in one pass without the tokenizer.
 *
 * Everything that is not surely understood is refused, so that the tokenizer
 * reads it: what comes out is what the tokenizer would have made
 * (`test/garden/quick.test.ts` holds one against the other).
 */

import type {PhrasingContent} from 'mdast'
import {unicodeWhitespace} from 'micromark-util-character'
import {endsInOpenMark, isMarkSign, isTagCharacter, mostBefore, tagName} from '../tag.ts'
import {mark} from './marks.ts'
import {codeAt, flush, type Line, nextLine, pass, push, type Reading, runAt} from './reading.ts'

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

function tag(reading: Reading): boolean {
  const {source, at, line} = reading
  const previous = codeAt(reading, at - 1)
  if (isMarkSign(previous) ? !endsInOpenMark(source.slice(Math.max(line.from, at - mostBefore), at)) : previous !== null && previous !== 32 && !unicodeWhitespace(previous)) return pass(reading)
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
  return push(reading, {type: 'blockId', value: whole.slice(1)}, [at, line.to])
}
