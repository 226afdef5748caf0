/** The line of italics right under a diagram is its caption: it is printed in the figure. */

import type {Root, RootContent} from 'mdast'

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
    if (before?.type === 'code' && before.lang?.toLowerCase() === 'mermaid' && !before.data?.caption && node.type === 'paragraph') {
      const only = node.children.length === 1 ? node.children[0] : undefined
      if (only?.type === 'emphasis') {
        before.data = {...before.data, caption: only.children, ...(node.data?.block === undefined ? {} : {block: node.data.block})}
        continue
      }
    }
    if ('children' in node) attachIn(node as Container)
    kept.push(node)
  }
  parent.children = kept
}
