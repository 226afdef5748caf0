/** The line of italics right under a diagram is its caption: it is printed in the figure. */

import type {PhrasingContent, Root, RootContent} from 'mdast'

interface Container {
  children: RootContent[]
}

/** Move captions into `data.caption` of their diagrams. */
export function attachCaptions(tree: Root): void {
  attachIn(tree)
}

function attachIn(parent: Container): void {
  const kept: RootContent[] = []
  for (const node of parent.children) {
    const before = kept[kept.length - 1]
    const caption = isBareDiagram(before) ? captionIn(node) : undefined
    if (before && caption) {
      before.data = {...before.data, caption, ...(node.data?.block === undefined ? {} : {block: node.data.block})}
      continue
    }
    if ('children' in node) attachIn(node as Container)
    kept.push(node)
  }
  parent.children = kept
}

function isBareDiagram(node: RootContent | undefined): boolean {
  return node?.type === 'code' && node.lang?.toLowerCase() === 'mermaid' && !node.data?.caption
}

/** The words of a paragraph that is all in italics. */
function captionIn(node: RootContent): PhrasingContent[] | undefined {
  const only = node.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined
  return only?.type === 'emphasis' ? only.children : undefined
}
