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

function segments(nodes: readonly PhrasingContent[], marks: readonly string[], link: string | undefined, out: Segment[]): Segment[] {
  for (const node of nodes) {
    const tag = tags.get(node.type)
    const inner = tag === undefined ? marks : [...marks, tag]
    const key = linkKey(node) ?? link
    if (node.type === 'text' || node.type === 'inlineCode') out.push({text: node.value.replace(/\s+/g, ' '), marks: inner, ...(key ? {link: key} : {})})
    else if (node.type === 'tag') out.push({text: `#${node.value}`, marks: inner})
    else if (node.type === 'break') out.push({text: ' ', marks: inner})
    else if ('children' in node) segments(node.children as PhrasingContent[], inner, key, out)
  }
  return out
}

/**
 * The context of each link in a block of inline content.
 *
 * @returns Safe inline HTML by {@link linkKey}: the sentence, cut to fit, markup kept, the link itself in `<b>`.
 */
export function contexts(nodes: readonly PhrasingContent[]): Map<string, string> {
  const all = segments(nodes, [], undefined, [])
  const text = all.map((segment) => segment.text).join('')
  const found = new Map<string, string>()
  let at = 0
  for (const segment of all) {
    const end = at + segment.text.length
    if (segment.link !== undefined && !found.has(segment.link)) {
      const words = linkEnd(all, segment.link, at)
      found.set(segment.link, print(all, window(text, at, words), segment.link))
    }
    at = end
  }
  return found
}

function linkEnd(all: readonly Segment[], link: string, start: number): number {
  const length = all.filter((segment) => segment.link === link).reduce((sum, segment) => sum + segment.text.length, 0)
  return start + length
}

interface Window {
  readonly start: number
  readonly end: number
  readonly cutStart: boolean
  readonly cutEnd: boolean
}

const sentenceEnd = /[.!?…。！？]["'”’»)\]]*(?:\s+|$)/g

/** The sentence that holds a range, or as much of it as fits. */
function window(text: string, from: number, to: number): Window {
  let start = 0
  let end = text.length
  for (const match of text.matchAll(sentenceEnd)) {
    const after = match.index + match[0].length
    if (after <= from && !abbreviation(text, match.index)) start = after
    if (match.index >= to && !abbreviation(text, match.index)) {
      end = after
      break
    }
  }
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

function print(all: readonly Segment[], {start, end, cutStart, cutEnd}: Window, link: string): string {
  let html = ''
  let at = 0
  for (const segment of all) {
    const text = segment.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += segment.text.length
    if (text === '') continue
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

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;']
])
