/** Simple blocks, read without the tokenizer; what is not surely understood is refused. */

import type {AlignType, Blockquote, Code, Heading, List, ListItem, Paragraph, RootContent, Table, TableCell, TableRow} from 'mdast'
import {isBlank, type Region} from './regions.ts'
import {readInline} from './inline.ts'
import type {Line} from './reading.ts'

/** Read a region; `undefined` if the tokenizer must. */
export function readBlocks(source: string, region: Region): RootContent[] | undefined {
  if (region.kind === 'fence') return one(codeBlock(source, region))
  if (region.kind === 'heading') return one(heading(source, region))
  const lines = linesOf(source, region)
  const [first] = lines
  if (!first || lines.some((line) => isRefused(source, line))) return undefined
  const sign = source[first.from]
  if (sign === '>') return one(blockquote(source, lines))
  if (sign === '|') return one(table(source, lines))
  return paragraphAndList(source, lines)
}

function one(node: RootContent | undefined): RootContent[] | undefined {
  return node && [node]
}

function linesOf(source: string, {from, to, line}: Region): Line[] {
  const lines: Line[] = []
  for (let start = from, number = line; start <= to; number += 1) {
    const end = source.indexOf('\n', start)
    const stop = end < 0 || end > to ? to : end
    lines.push({from: start, to: stop, line: number, start})
    start = stop + 1
  }
  return lines
}

const bareAddress = /https?:\/\/|www\./i

/** Lines that end in spaces, where a break may be meant, blank ones, and bare addresses. */
function isRefused(source: string, {from, to}: Line): boolean {
  const text = source.slice(from, to)
  return isBlank(text) || text.endsWith(' ') || text.endsWith('\t') || bareAddress.test(text)
}

function place(first: Line, last: Line): {start: {line: number; column: number; offset: number}; end: {line: number; column: number; offset: number}} {
  return {start: pointOf(first, first.from), end: pointOf(last, last.to)}
}

function pointOf({line, start}: Line, offset: number): {line: number; column: number; offset: number} {
  return {line, column: offset - start + 1, offset}
}

/** The same line from further on. */
function past(line: Line, length: number): Line {
  return {...line, from: line.from + length}
}

// ── Code and headings ───────────────────────────────────────────────────────

function codeBlock(source: string, region: Region): Code | undefined {
  const text = source.slice(region.from, region.to)
  const [, signs = '', language] = /^(`{3,}|~{3,})([A-Za-z0-9_+#.-]*)\n/.exec(text) ?? []
  const lines = text.split('\n')
  if (language === undefined || lines.length < 2 || lines[lines.length - 1] !== signs) return undefined
  const end = {line: region.line + lines.length - 1, column: signs.length + 1, offset: region.to}
  return {type: 'code', lang: language === '' ? null : language, meta: null, value: lines.slice(1, -1).join('\n'), position: {start: {line: region.line, column: 1, offset: region.from}, end}}
}

function heading(source: string, {from, to, line}: Region): Heading | undefined {
  const text = source.slice(from, to)
  const [opening = '', signs = ''] = /^(#{1,6}) (?=[^ \t#])/.exec(text) ?? []
  const whole: Line = {from, to, line, start: from}
  if (opening === '' || text.includes(' #', opening.length - 1) || isRefused(source, whole)) return undefined
  const children = readInline(source, [past(whole, opening.length)])
  return children && {type: 'heading', depth: signs.length as Heading['depth'], children, position: place(whole, whole)}
}

// ── Paragraphs and lists ────────────────────────────────────────────────────

const listItem = /(?:([-*+])|(\d{1,9})([.)])) (?=\S)/y

/** A paragraph, a list of items of one line each, or the one and then the other. */
function paragraphAndList(source: string, lines: readonly Line[]): RootContent[] | undefined {
  const from = lines.findIndex((line) => markerAt(source, line) !== undefined)
  const words = from < 0 ? lines : lines.slice(0, from)
  const said = words.length > 0 ? paragraph(source, words) : undefined
  if (words.length > 0 && !said) return undefined
  if (from < 0) return said && [said]
  const made = list(source, lines.slice(from))
  // Under words, only the number 1 begins a list.
  if (!made || (said && made.ordered && made.start !== 1)) return undefined
  return said ? [said, made] : [made]
}

function paragraph(source: string, lines: readonly Line[], skip = 0): Paragraph | undefined {
  const [first] = lines
  const last = lines[lines.length - 1]
  if (!first || !last || lines.some((line, index) => !(index === 0 && skip > 0) && !beginsWords(source, line))) return undefined
  const children = readInline(source, lines, skip)
  return children && {type: 'paragraph', children, position: place(first, last)}
}

/** Letters, quotation marks and brackets; links and embeds; code; marks before a letter; numbers that begin no list. */
const beginning = /[\p{L}"'(]|!?\[\[|`(?!``)|[*_]{1,2}(?=[\p{L}\p{N}])|==(?=[\p{L}\p{N}])|#(?=[\p{L}\p{N}])|\d(?!\d{0,8}[.)](?:\s|$))/uy

/** Whether a line is sure to be words, and not the beginning of another block. */
function beginsWords(source: string, {from, to}: Line): boolean {
  beginning.lastIndex = from
  return from < to && beginning.test(source)
}

interface Marker {
  readonly length: number
  /** What tells its list from others: the bullet, or the sign after the number. */
  readonly kind: string
  readonly number: number | null
}

function markerAt(source: string, {from}: Line): Marker | undefined {
  listItem.lastIndex = from
  const [marker, bullet, number, sign] = listItem.exec(source) ?? []
  return marker === undefined ? undefined : {length: marker.length, kind: bullet ?? sign ?? '', number: number === undefined ? null : Number(number)}
}

function list(source: string, lines: readonly Line[]): List | undefined {
  const [first, last] = [lines[0], lines[lines.length - 1]]
  const leading = first && markerAt(source, first)
  if (!leading || !last) return undefined
  const children: ListItem[] = []
  for (const line of lines) {
    const marker = markerAt(source, line)
    const words = marker?.kind === leading.kind ? paragraph(source, [past(line, marker.length)]) : undefined
    if (!words) return undefined
    children.push({type: 'listItem', spread: false, checked: null, children: [words], position: place(line, line)})
  }
  return {type: 'list', ordered: leading.number !== null, start: leading.number, spread: false, children, position: place(first, last)}
}

// ── Quotes and tables ───────────────────────────────────────────────────────

const calloutMarker = /^\[![A-Za-z][A-Za-z|-]{0,40}\][+-]?(?= |$)/

/** A quote of one paragraph, or a callout. */
function blockquote(source: string, lines: readonly Line[]): Blockquote | undefined {
  if (lines.some(({from, to}) => source[from] !== '>' || source[from + 1] !== ' ' || to - from < 3 || source[from + 2] === ' ')) return undefined
  const [first, last] = [lines[0], lines[lines.length - 1]]
  if (!first || !last) return undefined
  const marker = calloutMarker.exec(source.slice(first.from + 2, first.to))?.[0] ?? ''
  const words = paragraph(source, lines.map((line) => past(line, 2)), marker.length)
  return words && {type: 'blockquote', children: [words], position: place(first, last)}
}

const delimiterRow = /^\|(?: *:?-+:? *\|)+$/

/** A table whose rows all begin and end with a bar and have as many cells. */
function table(source: string, [header, delimiter, ...rows]: readonly Line[]): Table | undefined {
  if (!header || !delimiter) return undefined
  const marks = source.slice(delimiter.from, delimiter.to)
  if (!delimiterRow.test(marks)) return undefined
  const align = marks.slice(1, -1).split('|').map(alignOf)
  const read = [header, ...rows].map((line) => tableRow(source, line, align.length))
  const made = read.filter((row) => row !== undefined)
  const last = rows[rows.length - 1] ?? delimiter
  return made.length === read.length ? {type: 'table', align, children: made, position: place(header, last)} : undefined
}

function alignOf(written: string): AlignType {
  const marks = written.trim()
  if (marks.startsWith(':')) return marks.endsWith(':') ? 'center' : 'left'
  return marks.endsWith(':') ? 'right' : null
}

function tableRow(source: string, line: Line, count: number): TableRow | undefined {
  const text = source.slice(line.from, line.to)
  const parts = text.split('|')
  if (parts.length !== count + 2 || parts[0] !== '' || parts[count + 1] !== '') return undefined
  const cells: TableCell[] = []
  let at = line.from
  for (const [index, part] of parts.slice(1, -1).entries()) {
    const end = at + 1 + part.length
    const cell = tableCell(source, {...line, from: at, to: index === count - 1 ? end + 1 : end}, [at + 1, end])
    if (!cell) return undefined
    cells.push(cell)
    at = end
  }
  return {type: 'tableRow', children: cells, position: place(line, line)}
}

function tableCell(source: string, whole: Line, [from, to]: readonly [number, number]): TableCell | undefined {
  const inner = source.slice(from, to)
  const words = inner.trim()
  if (words === '' || /[^\S ]/.test(inner)) return undefined
  const start = from + inner.indexOf(words)
  const children = readInline(source, [{...whole, from: start, to: start + words.length}])
  return children && {type: 'tableCell', children, position: place(whole, whole)}
}
