/** What becomes of comments once they are found: none of their words leaves the parser (M-13). */

import type {Nodes, Root, RootContent, Text} from 'mdast'
import type {Point} from '../model.ts'
import type {Comment} from './nodes.ts'

/** Reads what stands after a comment that began in one block and ended in another. */
interface Again {
  /** The text whose tree it is. */
  readonly source: string
  readonly parse: (text: string) => Root
}

/** A comment that is not closed in its block. */
export interface Unclosed extends Point {
  /** Last line of what it hides; none if that is the end of the note. */
  until?: number
}

interface Hiding {
  on: boolean
  /** How often text may still be read again: each time costs as much as there is left. */
  left: number
  readonly unclosed: Unclosed[]
  readonly again: Again | undefined
}

interface Container {
  readonly type: string
  children: RootContent[]
}

/**
 * Take all comments out of a tree. After one that is not closed in its block,
 * everything goes up to the next lone `%%`, or to the end.
 *
 * @param again How to read what stands after such a `%%`; without it, that is plain words.
 * @returns Places of comments that are not closed in their block.
 */
export function removeComments(tree: Root, again?: Again): Unclosed[] {
  const hiding: Hiding = {on: false, left: 20, unclosed: [], again}
  sweep(tree, hiding)
  return hiding.unclosed
}

function sweep(parent: Container, hiding: Hiding): void {
  const kept: RootContent[] = []
  const queue = [...parent.children]
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at]
    if (node?.type === 'comment') {
      queue.splice(at + 1, 0, ...turn(node, parent, hiding))
      closeLine(kept, queue, at + 1)
    } else if (node && !isDropped(node, hiding)) kept.push(node)
  }
  parent.children = kept
}

/** A line that held only a comment is no line: what stands before it loses its break, or what stands after it. */
function closeLine(kept: RootContent[], queue: RootContent[], at: number): void {
  const before = kept[kept.length - 1]
  const after = queue[at]
  const ends = after === undefined || after.type === 'break' || (after.type === 'text' && /^[ \t]*\n/.test(after.value))
  if (!ends || before === undefined) return
  if (before.type === 'text' && /\n[ \t]*$/.test(before.value)) {
    kept[kept.length - 1] = {...before, value: before.value.replace(/\n[ \t]*$/, '')}
  } else if (before.type === 'break') {
    if (after?.type === 'text') queue[at] = nextLine(after)
    else kept.pop()
  }
}

function nextLine(text: Text): Text {
  const value = text.value.replace(/^[ \t]*\n/, '')
  const start = text.position?.start
  if (start) Object.assign(start, {line: start.line + 1, column: 1, ...(start.offset === undefined ? {} : {offset: start.offset + text.value.length - value.length})})
  return {...text, value}
}

/** A marker without partner begins to hide, or ends it; what follows one that ends is public again. */
function turn(node: Comment, parent: Container, hiding: Hiding): RootContent[] {
  if (node.closed) return []
  hiding.on = !hiding.on
  const last = hiding.unclosed[hiding.unclosed.length - 1]
  if (!hiding.on && last && node.position) last.until = node.position.start.line
  if (!hiding.on) return node.after ? shownAgain(node, node.after, {parent, hiding}) : []
  const start = node.position?.start
  hiding.unclosed.push({line: start?.line ?? 1, column: start?.column ?? 1})
  return []
}

/** What holds blocks. */
const blocks = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/** What stands after the end of a comment was taken for a comment itself: it is read again, where its place in the source is sure. */
function shownAgain(node: Comment, after: string, {parent, hiding}: {parent: Container; hiding: Hiding}): RootContent[] {
  const {again} = hiding
  const start = node.position?.start
  const text: RootContent = {type: 'text', value: after}
  const words: RootContent[] = blocks.has(parent.type) ? [{type: 'paragraph', children: [{...text, value: after.trim()}]}] : [text]
  if (!again || hiding.left === 0 || start?.offset === undefined || !again.source.startsWith(after, start.offset + 2)) return words
  hiding.left -= 1
  const {children} = again.parse(after)
  move({type: 'root', children}, {line: start.line - 1, column: start.column + 1, offset: start.offset + 2})
  if (parent.type === 'root') return children
  const [only, ...more] = children
  return only?.type === 'paragraph' && more.length === 0 ? only.children : words
}

/** Nodes that were read from a piece of the text, at their places in the whole. */
function move(node: Nodes, by: {readonly line: number; readonly column: number; readonly offset: number}): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    if (point.line === 1) point.column += by.column
    point.line += by.line
    if (point.offset !== undefined) point.offset += by.offset
  }
  if ('children' in node) for (const child of node.children) move(child, by)
}

/** Sweep a node, and say whether nothing of it is left to show. */
function isDropped(node: RootContent, hiding: Hiding): boolean {
  const hidden = hiding.on
  if (!('children' in node)) return hidden
  sweep(node as Container, hiding)
  return node.children.length === 0 && (hidden || node.type === 'paragraph')
}

/** Take comments out of text that is not parsed: raw HTML, and notes that cannot be parsed. */
export function withoutComments(text: string): string {
  return text.replace(/(?<!%)(?:%%(?!%)[\s\S]*?(?:%%|$))+/g, '')
}

/** The same, and without remarks in HTML. */
export function withoutRemarks(text: string): string {
  return withoutComments(text).replace(/<!--[\s\S]*?(?:-->|$)/g, '')
}
