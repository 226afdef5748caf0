/**
 * Properties: YAML between `---` on the first line and `---` (P-01). Fails
 * closed: what cannot be read could be the line that keeps a note private.
 */

import type {Document, YAMLMap} from 'yaml'
import {diagnose} from './diagnostics.ts'
import type {Diagnostic, Point, PropertyValue} from './model.ts'
import {isSlip} from './edit-distance.ts'
import {readPlainYaml} from './plain-yaml.ts'
import {yaml} from './yaml.ts'

export interface Frontmatter {
  /** Properties in the author's order, names as written; the last of two counts. */
  readonly properties: ReadonlyMap<string, PropertyValue>
  /** Values that do not count, because their name stands again below. What keeps a note private counts all the same. */
  readonly overwritten: readonly (readonly [name: string, value: PropertyValue])[]
  /** Where each property's value stands. */
  readonly places: ReadonlyMap<string, Point>
  /** Lines of the items of each list that is written one item a line. */
  readonly lines: ReadonlyMap<string, readonly number[]>
  /** The text after the properties, and how many lines stand before it. */
  readonly body: string
  readonly bodyLine: number
  /** `broken`: there are properties, and they cannot be read. */
  readonly state: 'absent' | 'read' | 'broken'
  /** The YAML as written; visibility is looked for in it when it is broken. */
  readonly source: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Longest YAML that is parsed, in UTF-16 units. */
const longest = 64_000

/**
 * Split a note into its properties and its text.
 *
 * @param text Whole file. A byte order mark is passed over; a blank line before `---` makes it text (F-05), but what
 *   it says of the note's visibility still counts.
 */
export function parseFrontmatter(text: string, path: string): Frontmatter {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const whole = start === 1 ? text.slice(1) : text
  const fence = /^---[ \t]*(?:\r\n|\n|\r)/.exec(whole)
  if (!fence) return misplaced(whole, path)
  const close = closing(whole, fence[0].length)
  if (!close) return unclosed(whole, path)

  // YAML knows no line endings of `\r` alone, and would read two properties as one.
  const source = whole.slice(fence[0].length, close.start).replace(/\r\n?/g, '\n')
  const body = whole.slice(close.end)
  const shared = {body, bodyLine: lines(whole.slice(0, close.end)), source}
  if (source.length > longest) {
    return broken(shared, diagnose('frontmatter-syntax', {path, place: {line: 1, column: 1}}, {reason: `they hold more than ${longest} characters`, withheld: true}))
  }
  return readYaml(source, shared, path)
}

/** The text after the properties, as {@link parseFrontmatter} has it, when nobody asks what these are. */
export function textAfterProperties(text: string): string {
  const whole = text.startsWith('\uFEFF') ? text.slice(1) : text
  const fence = /^---[ \t]*(?:\r\n|\n|\r)/.exec(whole)
  const close = fence ? closing(whole, fence[0].length) : undefined
  return close ? whole.slice(close.end) : whole
}

type Shared = Pick<Frontmatter, 'body' | 'bodyLine' | 'source'>

function absent(body: string): Frontmatter {
  return {...empty, body, bodyLine: 0, state: 'absent', source: '', diagnostics: []}
}

/** A fence that never closes is text in Obsidian, but a visibility key under it must still count. */
function unclosed(whole: string, path: string): Frontmatter {
  const source = whole.slice(0, 4000).split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/, 1)[0] ?? ''
  return textAfterAll(whole, source, diagnose('frontmatter-syntax', {path, place: {line: 1, column: 1}}, {reason: 'no line of `---` ends them', withheld: maybePrivate(source)}))
}

/** The same of a block that does not begin on the first line. */
function misplaced(whole: string, path: string): Frontmatter {
  const before = /^\s+(?=---[ \t]*[\r\n])/.exec(whole)?.[0]
  const close = before === undefined ? undefined : closing(whole, lineEnd(whole, before.length).end)
  if (before === undefined || !close) return absent(whole)
  const source = whole.slice(before.length, close.start)
  const place = {line: lines(before) + 1, column: 1}
  return textAfterAll(whole, source, diagnose('frontmatter-syntax', {path, place}, {reason: 'their `---` does not begin the first line', withheld: maybePrivate(source)}))
}

function textAfterAll(whole: string, source: string, diagnostic: Diagnostic): Frontmatter {
  return mentionsVisibility(source) ? {...absent(whole), source, state: 'broken', diagnostics: [diagnostic]} : absent(whole)
}

function broken(shared: Shared, diagnostic: Diagnostic): Frontmatter {
  return {...shared, ...empty, state: 'broken', diagnostics: [diagnostic]}
}

/** Find the closing fence: a line that is only `---` or `...`. */
function closing(text: string, from: number): {start: number; end: number} | undefined {
  let at = from
  while (at <= text.length) {
    const next = lineEnd(text, at)
    const line = text.slice(at, next.start).trimEnd()
    if (line === '---' || line === '...') return {start: at, end: next.end}
    if (next.start === text.length) return undefined
    at = next.end
  }
  return undefined
}

function lineEnd(text: string, from: number): {start: number; end: number} {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\n') return {start: at, end: at + 1}
    if (character === '\r') return {start: at, end: text[at + 1] === '\n' ? at + 2 : at + 1}
  }
  return {start: text.length, end: text.length}
}

function lines(text: string): number {
  return (text.match(/\r\n|\n|\r/g) ?? []).length
}

function readYaml(source: string, shared: Shared, path: string): Frontmatter {
  const read = readPlainYaml(source)
  return read ? {...shared, ...read, overwritten: [], diagnostics: [], state: 'read'} : readAnyYaml(source, shared, path)
}

function readAnyYaml(source: string, shared: Shared, path: string): Frontmatter {
  const {isMap, LineCounter, parseDocument} = yaml()
  const counter = new LineCounter()
  // Where reading has come to: what is thrown has no place of its own.
  let reached = 0
  const at = (offset: number): Point => {
    reached = offset
    const {line, col} = counter.linePos(offset)
    return {line: line + 1, column: col}
  }
  try {
    const document = parseDocument(source, {lineCounter: counter, uniqueKeys: false, logLevel: 'silent', maxAliasCount: 100} as Parameters<typeof parseDocument>[1])
    const error = document.errors[0]
    if (error) {
      const reason = firstLine(error.message)
      return broken(shared, diagnose('frontmatter-syntax', {path, place: at(error.pos[0])}, {reason, withheld: maybePrivate(source)}))
    }
    if (document.contents === null) return {...shared, ...empty, state: 'read'}
    if (!isMap(document.contents)) {
      return broken(shared, diagnose('frontmatter-syntax', {path, place: at(0)}, {reason: 'they are not `name: value` lines', withheld: maybePrivate(source)}))
    }
    return {...shared, ...readPairs(document, document.contents, {path, at}), state: 'read'}
  } catch (error) {
    const reason = firstLine(error instanceof Error ? error.message : String(error))
    return broken(shared, diagnose('frontmatter-syntax', {path, place: at(reached)}, {reason, withheld: maybePrivate(source)}))
  }
}

interface Where {
  readonly path: string
  readonly at: (offset: number) => Point
}

function readPairs(document: Document, map: YAMLMap, {path, at}: Where): Pick<Frontmatter, 'properties' | 'overwritten' | 'places' | 'lines' | 'diagnostics'> {
  const {isScalar} = yaml()
  const properties = new Map<string, PropertyValue>()
  const overwritten: [string, PropertyValue][] = []
  const places = new Map<string, Point>()
  const lines = new Map<string, readonly number[]>()
  const diagnostics: Diagnostic[] = []
  for (const {key: written, value} of map.items) {
    const key = String(isScalar(written) ? written.value : written)
    const keyAt = at(offsetOf(written) ?? 0)
    const earlier = properties.get(key)
    if (earlier !== undefined) {
      diagnostics.push(diagnose('frontmatter-duplicate', {path, place: keyAt}, {key}))
      overwritten.push([key, earlier])
    }
    const offset = offsetOf(value)
    properties.set(key, plain(isNode(value) ? value.toJS(document, {maxAliasCount: 100}) : value))
    places.set(key, offset === undefined ? keyAt : at(offset))
    const ofItems = itemLines(value, (item) => at(offsetOf(item) ?? offset ?? 0).line)
    if (ofItems) lines.set(key, ofItems)
  }
  return {properties, overwritten, places, lines, diagnostics}
}

/** Lines of a list's items, where each has its own. */
function itemLines(value: unknown, lineOf: (item: unknown) => number): number[] | undefined {
  return yaml().isSeq(value) && !value.flow ? value.items.map(lineOf) : undefined
}

/** Where a part of the YAML begins, if it knows. */
function offsetOf(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined
}

const empty = {properties: new Map<string, PropertyValue>(), overwritten: [], places: new Map<string, Point>(), lines: new Map<string, readonly number[]>(), diagnostics: []}

interface Node {
  toJS(document: unknown, options: {maxAliasCount: number}): unknown
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'toJS' in value
}

/** Deepest nesting of a property that is kept. */
const deepest = 20

/** Keep what JSON can say: a date is its text, anything else odd is its string. */
function plain(value: unknown, depth = 0): PropertyValue {
  if (value === null || value === undefined) return null
  // NUL marks holes in templates, and is a character nowhere else either.
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD')
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? plainObject(value, depth + 1) : String(value)
}

function plainObject(value: object, depth: number): PropertyValue {
  if (depth > deepest) return null
  if (Array.isArray(value)) return value.map((item) => plain(item, depth))
  const entries = value instanceof Map ? [...value] : Object.entries(value)
  return Object.fromEntries(entries.map(([key, item]) => [String(key), plain(item, depth)]))
}

function firstLine(message: string): string {
  const line = message.split('\n', 1)[0] ?? ''
  return line.replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '')
}

/** Whether text that cannot be read as properties speaks of a note's visibility, spelled well or nearly. */
export function mentionsVisibility(source: string): boolean {
  if (source.length > longest) return true
  const text = source.toLowerCase()
  return /publi|draft|privat/.test(text) || [...new Set(text.match(/[\p{L}\p{M}\p{N}]{4,8}/gu))].some((word) => ['publish', 'draft', 'private'].some((key) => isSlip(word, key)))
}

/** Whether properties that cannot be read leave open that their note is private: they speak of visibility, and not in one line `publish: true` alone. */
export function maybePrivate(source: string): boolean {
  return mentionsVisibility(source.replace(/^publish:[ \t]*true[ \t]*$/m, ''))
}
