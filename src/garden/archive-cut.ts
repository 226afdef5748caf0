/** What readers do not see of a note's text, cut out of it: found by the parser, and not by patterns. */

import type {Nodes, Root} from 'mdast'
import {withoutRemarks} from './syntax/comments.ts'
import {parserFor} from './syntax/index.ts'

/**
 * A text without comments, remarks in HTML and remarks in diagrams.
 *
 * @throws Where the parser does.
 */
export function withoutHidden(body: string): string {
  return cut(body, hiddenIn(parserFor(body).parse(body) as Root, body))
}

/** A piece of a text and what stands in its place. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly instead: string
}

/** What readers do not see of a text: comments, remarks in HTML, remarks in diagrams (M-13). */
function hiddenIn(tree: Root, text: string): Cut[] {
  const cuts: Cut[] = []
  const unclosed: number[] = []
  const visit = (node: Nodes): void => {
    const [start, end] = rangeOf(node)
    if (node.type === 'comment' && !node.closed) unclosed.push(start)
    else if ('children' in node) for (const child of node.children) visit(child)
    else cuts.push({start, end, instead: node.type === 'comment' ? '' : leaf(node, text.slice(start, end))})
  }
  visit(tree)
  return [...cuts, ...openCuts(unclosed, text.length)]
}

function rangeOf({position}: Nodes): [start: number, end: number] {
  const start = position?.start.offset ?? 0
  return [start, position?.end.offset ?? start]
}

/** A comment without its partner hides what follows, up to and with the next such marker, or to the end. */
function openCuts(markers: readonly number[], length: number): Cut[] {
  return markers.flatMap((start, index) => (index % 2 === 0 ? [{start, end: (markers[index + 1] ?? length - 2) + 2, instead: ''}] : []))
}

/** Nodes whose text is what it is: `%%` in them is no comment. */
const literal: ReadonlySet<string> = new Set(['text', 'code', 'inlineCode', 'math', 'inlineMath'])

/** A piece without parts of its own: names of links and pictures, and HTML, may hold comments, too. */
function leaf(node: Nodes, written: string): string {
  if (node.type === 'code' && node.lang?.toLowerCase() === 'mermaid') return withoutNotes(written)
  return literal.has(node.type) ? written : withoutRemarks(written)
}

/** A diagram without the lines that are remarks in it. */
function withoutNotes(code: string): string {
  return code.split('\n').filter((line) => !/^[\s>]*%%(?!\{)/.test(line)).join('\n')
}

/** Make cuts, of which one may lie in another. */
function cut(text: string, cuts: readonly Cut[]): string {
  let out = ''
  let at = 0
  for (const {start, end, instead} of cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue
    out += text.slice(at, start) + instead
    at = end
  }
  return out + text.slice(at)
}
