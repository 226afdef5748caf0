/** The sentence around a link: what a reader of the linked note needs to know why it is mentioned. */

import type {Nodes, PhrasingContent} from 'mdast'

interface Segment {
  readonly text: string
  /** Tags around it, outermost first. */
  readonly marks: readonly string[]
  /** Index of the link or embed that it is the words of. */
  readonly link?: string
}

/** Longest context, in UTF-16 units of text. */
const longest = 240

const tags = new Map([
  ['emphasis', 'em'],
  ['strong', 'strong'],
  ['delete', 'del'],
  ['inlineCode', 'code'],
  ['highlight', 'mark']
])

/** Name of a link in a context: links and embeds are counted apart. */
export function linkKey(node: Nodes): string | undefined {
  if (node.type === 'internalLink') return `l${node.index}`
  return node.type === 'embedHole' ? `e${node.index}` : undefined
}

/** Inline content as runs of text, each with its markup. */
function segments(nodes: readonly PhrasingContent[], around: Omit<Segment, 'text'>): Segment[] {
  return nodes.flatMap((node): Segment[] => {
    const tag = tags.get(node.type)
    const link = linkKey(node) ?? around.link
    const inside = {marks: tag === undefined ? around.marks : [...around.marks, tag], ...(link === undefined ? {} : {link})}
    const words = wordsOf(node)
    if (words !== undefined) return [{text: words, ...inside}]
    return 'children' in node ? segments(node.children as PhrasingContent[], inside) : []
  })
}

function wordsOf(node: PhrasingContent): string | undefined {
  if (node.type === 'inlineMath') return node.words ?? node.value
  if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/\s+/g, ' ')
  if (node.type === 'tag') return `#${node.value}`
  return node.type === 'break' ? ' ' : undefined
}

/** Where a sentence ends, and where the next begins. */
interface Boundary {
  readonly end: number
  readonly next: number
}

interface Block {
  readonly segments: readonly Segment[]
  /** Offset of each segment in the text. */
  readonly starts: readonly number[]
  readonly text: string
  readonly boundaries: readonly Boundary[]
}

/**
 * The context of each link in a block of inline content. Linear in the block: what is long is looked up, not read again.
 *
 * @returns Safe inline HTML by {@link linkKey}: the sentence, cut to fit, markup kept, the link itself in `<b>`.
 */
export function contexts(nodes: readonly PhrasingContent[]): Map<string, string> {
  const block = blockOf(segments(nodes, {marks: []}))
  const spans = new Map<string, {start: number; end: number}>()
  for (const [index, {link, text}] of block.segments.entries()) {
    const start = block.starts[index] ?? 0
    if (link !== undefined) spans.set(link, {start: spans.get(link)?.start ?? start, end: start + text.length})
  }
  return new Map([...spans].map(([link, {start, end}]) => [link, print(block, window(block, start, end), link)]))
}

function blockOf(all: readonly Segment[]): Block {
  const starts: number[] = []
  let at = 0
  for (const segment of all) {
    starts.push(at)
    at += segment.text.length
  }
  const text = all.map((segment) => segment.text).join('')
  const boundaries = [...text.matchAll(sentenceEnd)].filter((match) => !abbreviation(text, match.index)).map((match) => ({end: match.index, next: match.index + match[0].length}))
  return {segments: all, starts, text, boundaries}
}

/** How many of a sorted list come before the first that is far enough. */
function countBefore(length: number, isFar: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isFar(middle)) high = middle
    else low = middle + 1
  }
  return low
}

interface Window {
  readonly start: number
  readonly end: number
  readonly cutStart: boolean
  readonly cutEnd: boolean
}

const sentenceEnd = /[.!?…。！？]["'”’»)\]]*(?:\s+|$)/g

/** The sentence that holds a range, or as much of it as fits. */
function window({text, boundaries}: Block, from: number, to: number): Window {
  const before = countBefore(boundaries.length, (index) => (boundaries[index]?.next ?? 0) > from)
  const after = countBefore(boundaries.length, (index) => (boundaries[index]?.end ?? 0) >= to)
  const start = boundaries[before - 1]?.next ?? 0
  const end = boundaries[after]?.next ?? text.length
  if (end - start <= longest) return {start, end, cutStart: false, cutEnd: false}
  const room = Math.max(0, longest - (to - from))
  const left = Math.max(start, from - Math.floor(room / 2))
  const right = Math.min(end, to + Math.ceil(room / 2))
  return {start: wordStart(text, left, from), end: wordEnd(text, right, to), cutStart: left > start, cutEnd: right < end}
}

function abbreviation(text: string, dot: number): boolean {
  return /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|[A-Z])$/.test(text.slice(Math.max(0, dot - 5), dot))
}

function wordStart(text: string, at: number, limit: number): number {
  const space = text.indexOf(' ', at)
  return at === 0 || space < 0 || space >= limit ? at : space + 1
}

function wordEnd(text: string, at: number, limit: number): number {
  const space = text.lastIndexOf(' ', at)
  return at === text.length || space <= limit ? at : space
}

function print({segments: all, starts}: Block, {start, end, cutStart, cutEnd}: Window, link: string): string {
  let html = ''
  const first = countBefore(all.length, (index) => (starts[index] ?? 0) + (all[index]?.text.length ?? 0) > start)
  for (let index = first; index < all.length && (starts[index] ?? 0) < end; index += 1) {
    const segment = all[index]
    const at = starts[index] ?? 0
    const text = segment?.text.slice(Math.max(0, start - at), end - at) ?? ''
    if (!segment || text === '') continue
    const marks = segment.link === link ? ['b', ...segment.marks] : segment.marks
    html += marks.map((mark) => tagOpen(mark)).join('') + escapeText(text) + marks.map((mark) => tagClose(mark)).reverse().join('')
  }
  return `${cutStart ? '… ' : ''}${html.trim()}${cutEnd ? ' …' : ''}`
}

const less = '<'

function tagOpen(name: string): string {
  return `${less}${name}>`
}

function tagClose(name: string): string {
  return `${less}/${name}>`
}

/** Escape text for HTML content. NUL marks holes in templates, so it may not pass. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\0]/g, (character) => escapes.get(character) ?? '\uFFFD')
}

/** Escape text for an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;')
}

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;']
])
