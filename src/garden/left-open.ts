/**
 * Ends for elements of HTML that a paragraph opens and does not close: in Obsidian, which shows each block by itself, they
 * end with it. Without, one `<u>` or `<details>` in a sentence would take in the rest of the note (M-15).
 */

import type {Html, Nodes} from 'mdast'

/** Elements that have no end tag, or may go without. */
const endless: ReadonlySet<string> = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta optgroup option p param rp rt source tbody td tfoot th thead tr track wbr'.split(' ')
)

/** The missing end tags of a block's children, innermost first. */
export function missingEnds(children: readonly Nodes[]): Html[] {
  const open: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'html') follow(node.value, open)
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const child of children) visit(child)
  return open.reverse().map((name) => ({type: 'html', value: `</${name}>`}))
}

/** Inline HTML is one tag or one comment a node. */
function follow(html: string, open: string[]): void {
  const [, slash, written = ''] = /^<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/i.exec(html) ?? []
  const name = written.toLowerCase()
  if (slash === undefined || endless.has(name)) return
  if (slash === '') open.push(name)
  else if (open.includes(name)) open.splice(open.lastIndexOf(name), 1)
}
