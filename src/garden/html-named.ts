/** HTML that an author wrote and gave a name to (B-01). */

import type {ElementContent} from 'hast'
import type {Html} from 'mdast'
import type {State} from 'mdast-util-to-hast'
import {blockProperties, element} from './html.ts'

type Made = ReturnType<State['one']>

/** The author's HTML with the id of its block: around it, or before it where it is not one whole element. */
export function namedHtml(made: Made, node: Html): Made | ElementContent[] {
  if (node.data?.block === undefined || !made || Array.isArray(made)) return made
  return isWhole(node.value) ? element('div', blockProperties(node), [made as ElementContent]) : [element('span', blockProperties(node)), made as ElementContent]
}

/** Whether HTML is one element, which something can stand around: parts of tables and lists stand in theirs. */
function isWhole(html: string): boolean {
  const name = /^<([a-z][a-z0-9-]*)[\s>]/i.exec(html)?.[1]?.toLowerCase() ?? ''
  if (voids.has(name)) return /^<[^<>]*>\s*$/.test(html)
  const lower = html.toLowerCase()
  return name !== '' && !parts.has(name) && new RegExp(`</${name}\\s*>\\s*$`).test(lower) && lower.split(`<${name}`).length === lower.split(`</${name}`).length
}

const voids = new Set(['img', 'hr'])
const parts = new Set(['tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'li', 'dt', 'dd', 'summary', 'caption'])
