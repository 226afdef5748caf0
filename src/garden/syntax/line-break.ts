/** `<br>` right before a line ending is that line ending, as two spaces or `\` would be (M-02): the line breaks once. */

import type {Nodes, Root, Text} from 'mdast'

/** Whether a text can hold such a break at all. */
const written = /<br[ \t]*\/?>[ \t]*[\r\n]/i

/** Mark the texts whose first line ending an element has said already. */
export function joinBreaks(tree: Root, source: string): void {
  if (written.test(source)) joinIn(tree)
}

function joinIn(node: Nodes): void {
  if (!('children' in node)) return
  for (const [at, child] of node.children.entries()) {
    joinIn(child)
    const before = node.children[at - 1]
    if (before && isBreak(before)) node.children[at] = joined(child)
  }
}

/** What follows a break, without the one that it would make itself; two spaces are no further break. */
function joined<Node extends Nodes>(node: Node): Node | Text {
  if (node.type === 'text' && /^[ \t]*\n/.test(node.value)) return {...node, data: {...node.data, broken: true}}
  return node.type === 'break' ? {type: 'text', value: '\n', data: {broken: true}, ...(node.position ? {position: node.position} : {})} : node
}

/** An element of HTML, or of MDX. */
function isBreak(node: Nodes): boolean {
  if (node.type === 'html') return /^<br[ \t]*\/?>$/i.test(node.value)
  return (node as {type: string}).type === 'mdxJsxTextElement' && 'name' in node && node.name === 'br'
}
