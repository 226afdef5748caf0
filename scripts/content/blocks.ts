/** Lines of a note's text, grouped: headings, callouts, fences, tables, lists, paragraphs. */

import type {Point} from '../../src/garden/model.ts'

export interface Line {
  readonly text: string
  /** Line in the file, from 1. */
  readonly number: number
}

export interface Block {
  readonly kind: 'heading' | 'callout' | 'code' | 'table' | 'list' | 'paragraph'
  readonly lines: readonly Line[]
  readonly place: Point
  /** Words of a heading or of a callout's first line; language of a fence. */
  readonly title: string
  /** Number of a heading's signs; 0 for the rest. */
  readonly depth: number
  /** Type of a callout, lower case. */
  readonly callout?: string
  /** Whether a callout can be folded. */
  readonly folds: boolean
  /** Words of the second-level heading it stands under; `` before the first. */
  readonly section: string
}

const heading = /^(#{1,6}) (\S.*)$/
const callout = /^> \[!([a-z]{1,20})\]([-+]?)(?: (.*))?$/i
const fence = /^(`{3,}|~{3,})\s*([\w-]*)/

/**
 * Group the lines of a text.
 *
 * @param first Lines that stand before the text in its file.
 */
export function readBlocks(text: string, first: number): Block[] {
  const blocks: Block[] = []
  let section = ''
  for (const lines of groups(text, first)) {
    const block = blockOf(lines, section)
    if (block.kind === 'heading' && block.depth === 2) section = block.title.replace(/^\d{1,2}\. /, '')
    blocks.push(block.kind === 'heading' && block.depth === 2 ? {...block, section} : block)
  }
  return blocks
}

interface Marked extends Line {
  /** `alone`: a heading; `opens`, `inside`, `closes`: a fence. */
  readonly role: 'blank' | 'alone' | 'opens' | 'inside' | 'closes' | 'text'
}

/** Lines with what each is; inside a fence nothing has a meaning but its end. */
function mark(text: string, first: number): Marked[] {
  let sign: string | undefined
  return text.split(/\r\n|\n|\r/).map((written, index) => {
    const line = {text: written, number: first + index + 1}
    if (sign !== undefined) {
      const closes = written.trim() === sign
      if (closes) sign = undefined
      return {...line, role: closes ? 'closes' : 'inside'}
    }
    sign = fence.exec(written)?.[1]
    return {...line, role: sign === undefined ? plainRole(written) : 'opens'}
  })
}

function plainRole(written: string): 'blank' | 'alone' | 'text' {
  if (written.trim() === '') return 'blank'
  return heading.test(written) ? 'alone' : 'text'
}

/** Runs of lines: a fence whole, a heading alone, anything else up to a blank line. */
function groups(text: string, first: number): Line[][] {
  const found: Line[][] = []
  let joins = false
  for (const {role, ...line} of mark(text, first)) {
    const run = found[found.length - 1]
    if (role === 'blank') joins = false
    else if (joins && run && role !== 'alone' && role !== 'opens') run.push(line)
    else found.push([line])
    if (role !== 'blank') joins = role !== 'alone' && role !== 'closes'
  }
  return found
}

function blockOf(lines: readonly Line[], section: string): Block {
  const first = lines[0]?.text ?? ''
  const shared = {lines, place: {line: lines[0]?.number ?? 1, column: 1}, section, depth: 0, folds: false, title: ''}
  const title = heading.exec(first)
  if (title) return {...shared, kind: 'heading', depth: title[1]?.length ?? 0, title: (title[2] ?? '').trim()}
  const opened = fence.exec(first)
  if (opened) return {...shared, kind: 'code', title: opened[2] ?? ''}
  const called = callout.exec(first)
  if (called) return {...shared, kind: 'callout', callout: (called[1] ?? '').toLowerCase(), folds: called[2] === '-', title: (called[3] ?? '').trim()}
  if (first.startsWith('|')) return {...shared, kind: 'table'}
  return {...shared, kind: /^\s*(?:[-*+]|\d{1,3}\.) /.test(first) ? 'list' : 'paragraph'}
}

/** Lines inside a fence. */
export function codeOf(block: Block): readonly Line[] {
  const last = block.lines[block.lines.length - 1]
  return last && block.lines.length > 1 && /^(?:`{3,}|~{3,})\s*$/.test(last.text) ? block.lines.slice(1, -1) : block.lines.slice(1)
}

/** A line with its inline code blanked, so that columns stay. */
export function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length))
}

/** Words of a block, without the signs of its links and tables. */
export function countWords(block: Block): number {
  const text = block.lines.map((line) => line.text).join(' ')
  const plain = text.replace(/\[\[[^[\]|]{0,300}\|/g, ' ').replace(/[[\]|>#*_`]/g, ' ')
  return plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
