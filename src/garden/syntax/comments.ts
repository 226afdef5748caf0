/** What becomes of comments once they are found: none of their words leaves the parser (M-13). */

import type {Root, RootContent} from 'mdast'
import type {Point} from '../model.ts'
import type {Comment} from './nodes.ts'

interface Hiding {
  on: boolean
  readonly unclosed: Point[]
}

interface Container {
  children: RootContent[]
}

/**
 * Take all comments out of a tree. After one that is not closed in its block,
 * everything goes up to the next lone `%%`, or to the end.
 *
 * @returns Places of comments that are not closed in their block.
 */
export function removeComments(tree: Root): Point[] {
  const hiding: Hiding = {on: false, unclosed: []}
  sweep(tree, hiding)
  return hiding.unclosed
}

function sweep(parent: Container, hiding: Hiding): void {
  const kept: RootContent[] = []
  for (const node of parent.children) {
    if (node.type === 'comment') kept.push(...turn(node, hiding))
    else if (!isDropped(node, hiding)) kept.push(node)
  }
  parent.children = kept
}

/** A marker without partner begins to hide, or ends it; what follows one that ends is public again. */
function turn(node: Comment, hiding: Hiding): RootContent[] {
  if (node.closed) return []
  hiding.on = !hiding.on
  if (!hiding.on) return node.after ? [{type: 'text', value: node.after}] : []
  const start = node.position?.start
  hiding.unclosed.push({line: start?.line ?? 1, column: start?.column ?? 1})
  return []
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
