/** HTML that an author wrote and gave a name to (B-01). */

import type {ElementContent} from 'hast'
import type {Html} from 'mdast'
import type {State} from 'mdast-util-to-hast'
import {blockProperties, element} from './html.ts'

type Made = ReturnType<State['one']>

/** The author's HTML with the id of its block: around it, or before it where nothing can stand around it. */
export function namedHtml(made: Made, node: Html): Made | ElementContent[] {
  if (node.data?.block === undefined || !made || Array.isArray(made)) return made
  return isWhole(node.value) ? element('div', blockProperties(node), [made as ElementContent]) : [element('span', blockProperties(node)), made as ElementContent]
}

/** Whether something can stand around HTML: it is one element as people write them, or ends all that it begins. */
function isWhole(html: string): boolean {
  return isElement(html) || isBalanced(html)
}

/** Whether HTML is one element; what stands in it may leave its ends out, as items of lists do. Parts of tables and lists stand in theirs. */
function isElement(html: string): boolean {
  const name = /^<([a-z][a-z0-9-]*)[\s>]/i.exec(html)?.[1]?.toLowerCase() ?? ''
  if (voids.has(name)) return /^<[^<>]*>\s*$/.test(html)
  const lower = html.toLowerCase()
  return name !== '' && !parts.has(name) && new RegExp(`</${name}\\s*>\\s*$`).test(lower) && lower.split(`<${name}`).length === lower.split(`</${name}`).length
}

/** A tag; its name is read whole, or each length of a long one would be tried. */
const tags = /<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])(?:"[^"]*"|'[^']*'|[^"'<>])*>/gi

function isBalanced(html: string): boolean {
  const open: string[] = []
  let found = false
  for (const [, slash, written = ''] of html.matchAll(tags)) {
    const name = written.toLowerCase()
    if (open.length === 0 && parts.has(name)) return false
    found = true
    if (voids.has(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return found && open.length === 0
}

const voids = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr'])
const parts = new Set(['tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'li', 'dt', 'dd', 'summary', 'caption'])
