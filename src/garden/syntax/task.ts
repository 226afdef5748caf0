/** `- [x] done` (M-07): any one character between the brackets; only a space means open. */

import type {ListItem, Root, RootContent} from 'mdast'

const marker = /^\[([^\n])\][ \t]+(?=\S)/u

interface Container {
  children: RootContent[]
}

/** Mark list items that are tasks: `data.task` holds the character. */
export function markTasks(tree: Root, source: string): void {
  markIn(tree, source)
}

function markIn(parent: Container, source: string): void {
  for (const node of parent.children) {
    if (node.type === 'listItem') mark(node, source)
    if ('children' in node) markIn(node as Container, source)
  }
}

function mark(item: ListItem, source: string): void {
  const first = item.children[0]
  if (first?.type !== 'paragraph') return
  const text = first.children[0]
  if (text?.type !== 'text' || source[text.position?.start.offset ?? -1] !== '[') return
  const match = marker.exec(text.value)
  // `[x]` before a link stands alone in its text node: what follows is another node.
  const lone = /^\[([^\n])\][ \t]+$/u.exec(text.value)
  const found = match ?? (first.children.length > 1 ? lone : null)
  if (!found?.[1]) return
  text.value = text.value.slice(found[0].length)
  item.data = {...item.data, task: found[1]}
}
