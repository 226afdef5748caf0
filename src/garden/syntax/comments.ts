/** What becomes of comments once they are found: none of their words leaves the parser (M-13). */

import type {Root, RootContent} from 'mdast'
import type {Point} from '../model.ts'

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
    if (node.type === 'comment') {
      if (node.closed) continue
      if (!hiding.on) {
        const start = node.position?.start
        hiding.unclosed.push({line: start?.line ?? 1, column: start?.column ?? 1})
      }
      // What follows the closing marker is public again; it was taken for the start of a comment.
      else if (node.after) kept.push({type: 'text', value: node.after})
      hiding.on = !hiding.on
      continue
    }
    const hidden = hiding.on
    if ('children' in node) sweep(node as Container, hiding)
    const empty = 'children' in node && node.children.length === 0
    if (!(hidden && (empty || !('children' in node))) && !(empty && node.type === 'paragraph')) kept.push(node)
  }
  parent.children = kept
}

/** Take comments out of text that is not parsed: raw HTML, and notes that cannot be parsed. */
export function withoutComments(text: string): string {
  return text.replace(/(?<!%)%%(?!%)[^]*?(?:%%|$)/g, '')
}
