/**
 * The words of a note as one text, and where its plain runs stand in the file: what is neither code, link nor heading,
 * so that an author could put a link there.
 */

import type {Point} from './model.ts'

/** A piece of text, and where it stands if an author could link it. */
export interface Said {
  readonly text: string
  /** Offset in the parsed source, and place in the file, where it begins. */
  readonly plain?: {readonly offset: number; readonly place: Point; readonly inCell: boolean}
}

export interface PlainText {
  readonly text: string
  /** Five numbers a run: start and length in `text`, line, column, and 1 if it stands in a table's cell. */
  readonly runs: readonly number[]
}

/** A run shorter than this holds no name worth linking. */
const shortest = 3

/** Put what was said together. Linear in its length. */
export function plainText(said: readonly Said[], source: string): PlainText {
  const runs: number[] = []
  let length = 0
  for (const {text, plain} of said) {
    for (const {index, length: own, down, column} of plain ? stretches(text, source, plain) : []) {
      if (own >= shortest) runs.push(length + index, own, (plain?.place.line ?? 1) + down, column, Number(plain?.inCell))
    }
    length += text.length
  }
  return {text: said.map(({text}) => text).join(''), runs}
}

/** A part of a text node that stands in the source letter for letter, on one line. */
interface Stretch {
  readonly index: number
  readonly length: number
  /** Lines below the first of the node. */
  readonly down: number
  readonly column: number
}

interface Walk {
  readonly text: string
  readonly source: string
  readonly found: Stretch[]
  /** Where the walk is, in the text and in the source, and where its stretch began. */
  index: number
  at: number
  from: number
  down: number
  /** Offset in the source of the line's first character. */
  lineStart: number
}

/** Where a text node stands letter for letter: its lines, divided where the source has an escape or an entity. */
function stretches(text: string, source: string, {offset, place}: NonNullable<Said['plain']>): readonly Stretch[] {
  if (source.startsWith(text, offset) && !/[\r\n]/.test(text)) return [{index: 0, length: text.length, down: 0, column: place.column}]
  const walk: Walk = {text, source, found: [], index: 0, at: offset, from: 0, down: 0, lineStart: offset - place.column + 1}
  while (walk.index < text.length) {
    const sign = text[walk.index]
    if (sign === '\n' || sign === '\r') nextLine(walk)
    else if (passOver(walk)) continue
    else if (sign === source[walk.at]) step(walk, 1)
    else break
  }
  endStretch(walk)
  return walk.found
}

function step(walk: Walk, inSource: number): void {
  walk.index += 1
  walk.at += inSource
}

function endStretch(walk: Walk): void {
  const length = walk.index - walk.from
  if (length > 0) walk.found.push({index: walk.from, length, down: walk.down, column: walk.at - length - walk.lineStart + 1})
  walk.from = walk.index
}

/** Go on where the text of the next line begins: past its indentation and the marks of quotes. */
function nextLine(walk: Walk): void {
  endStretch(walk)
  const {source, text} = walk
  walk.index += text.startsWith('\r\n', walk.index) ? 2 : 1
  walk.from = walk.index
  while (walk.at < source.length && !/[\r\n]/.test(source[walk.at] ?? '')) walk.at += 1
  walk.at += source.startsWith('\r\n', walk.at) ? 2 : 1
  walk.down += 1
  walk.lineStart = walk.at
  while (/[ \t>]/.test(source[walk.at] ?? '')) walk.at += 1
}

/** Pass over a backslash, or an entity and the character it stands for; whether there was one. */
function passOver(walk: Walk): boolean {
  const {text, source, at, index} = walk
  const isEscape = source[at] === '\\' && text[index] !== '\\'
  const entity = source[at] === '&' ? /^&[#\w]{1,31};/.exec(source.slice(at, at + 33))?.[0] : undefined
  if (entity !== undefined && !text.startsWith(entity, index)) {
    endStretch(walk)
    step(walk, entity.length)
  } else if (isEscape && source[at + 1] === text[index]) {
    endStretch(walk)
    walk.at += 1
  } else return false
  walk.from = walk.index
  return true
}
