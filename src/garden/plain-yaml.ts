/**
 * Properties as nearly all notes write them: a line a property, with a word, a
 * text in quotes, a number, a date or a list of them. Whatever else there is, a
 * comment even, is refused and left to the parser of YAML, of which this gives
 * the same answers (`test/garden/plain-yaml.test.ts`).
 */

import type {Point, PropertyValue} from './model.ts'

export interface PlainYaml {
  readonly properties: ReadonlyMap<string, PropertyValue>
  /** Where each value stands in the note: its properties begin on the second line. */
  readonly places: ReadonlyMap<string, Point>
  /** Lines of the items of each list that is written one item a line. */
  readonly lines: ReadonlyMap<string, readonly number[]>
}

const property = /^([A-Za-z][A-Za-z0-9_-]*):(?: (?=\S)(.*))?$/
const item = /^( *)- (?=\S)(.*)$/

/** Read properties; `undefined` if the parser of YAML must. */
export function readPlainYaml(source: string): PlainYaml | undefined {
  const lines = source.split('\n')
  if (lines[lines.length - 1] === '') lines.pop()
  if (lines.length === 0) return undefined
  const properties = new Map<string, PropertyValue>()
  const places = new Map<string, Point>()
  const itemLines = new Map<string, readonly number[]>()
  for (let at = 0; at < lines.length; ) {
    const read = readProperty(lines, at)
    if (!read || properties.has(read.key)) return undefined
    properties.set(read.key, read.value)
    places.set(read.key, read.place)
    if (read.lines > 1) itemLines.set(read.key, Array.from({length: read.lines - 1}, (_, index) => read.place.line + index))
    at += read.lines
  }
  return {properties, places, lines: itemLines}
}

function readProperty(lines: readonly string[], at: number): {key: string; value: PropertyValue; place: Point; lines: number} | undefined {
  const [, key, written] = property.exec(lines[at] ?? '') ?? []
  if (key === undefined || isSpecial(key)) return undefined
  if (written !== undefined) {
    const value = written.startsWith('[') ? flow(written) : scalar(written)
    return value === undefined ? undefined : {key, value, place: {line: at + 2, column: key.length + 3}, lines: 1}
  }
  const list = listAt(lines, at + 1)
  return list && {key, value: list.values, place: {line: at + 3, column: list.indent + 1}, lines: 1 + list.values.length}
}

/** Words that are no text in YAML. */
function isSpecial(word: string): boolean {
  return /^(?:true|false|null)$/i.test(word)
}

/** The list whose items stand on the lines from here on. */
function listAt(lines: readonly string[], from: number): {values: PropertyValue[]; indent: number} | undefined {
  const values: PropertyValue[] = []
  const indent = item.exec(lines[from] ?? '')?.[1]
  if (indent === undefined) return undefined
  for (let at = from; at < lines.length; at += 1) {
    const [, spaces, written] = item.exec(lines[at] ?? '') ?? []
    if (spaces === undefined) break
    const value = spaces === indent ? scalar(written ?? '') : undefined
    if (value === undefined) return undefined
    values.push(value)
  }
  return {values, indent: indent.length}
}

/** A list in brackets. */
function flow(written: string): PropertyValue | undefined {
  const inside = /^\[([^[\]{}"']*)\]$/.exec(written)?.[1]
  if (inside === undefined) return undefined
  if (inside === '') return []
  const values = inside.split(',').map((part) => scalar(part.replace(/^ /, '')))
  const read = values.filter((value) => value !== undefined)
  return read.length === values.length ? read : undefined
}

/** Letters first, then words and signs that end nothing; a colon or number sign only where it is part of a word. */
const text = /^\p{L}(?:[\p{L}\p{M}\p{N} ()’'"_.,/;+–—?=&%@*!~$-]|:(?=[\p{L}\p{N}/])|(?<=[\p{L}\p{N}/])#)*$/u
const quoted = /^(?:"([\p{L}\p{M}\p{N} ()[\]|’'_.,;:!?#/+–—-]*)"|'([\p{L}\p{M}\p{N} ()[\]|’"_.,;:!?#/+–—-]*)')$/u

function scalar(written: string): PropertyValue | undefined {
  if (written === 'true' || written === 'false') return written === 'true'
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return written
  if (/^(?:0|[1-9]\d{0,14})$/.test(written)) return Number(written)
  if (text.test(written)) return isSpecial(written) || written.endsWith(' ') ? undefined : written
  const [, double, single] = quoted.exec(written) ?? []
  return double ?? single
}
