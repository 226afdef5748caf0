/** Cut trees that are nested so deep that walking them would overflow the stack (hazard 36). */

import type {Nodes, Root} from 'mdast'

/**
 * Replace what is nested deeper than a limit by its plain text.
 *
 * @returns Place of the first cut.
 */
export function limitDepth(tree: Root, limit: number): {line: number; column: number} | undefined {
  let cut: {line: number; column: number} | undefined
  const stack: {node: Nodes; depth: number}[] = [{node: tree, depth: 0}]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const {node, depth} = next
    if (!('children' in node)) continue
    if (depth >= limit && node.type !== 'paragraph') {
      cut ??= {line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1}
      node.children = [{type: 'paragraph', children: [{type: 'text', value: textIn(node)}]}] as never
      continue
    }
    for (const child of node.children) stack.push({node: child, depth: depth + 1})
  }
  return cut
}

function textIn(root: Nodes): string {
  const words: string[] = []
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('value' in node) words.push(node.value)
    if ('children' in node) stack.push(...[...node.children].reverse())
  }
  return words.join(' ')
}
