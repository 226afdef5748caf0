/** What a reader of a page sees of the syntax that notes are written in: nothing of it should be left. */
import type {Element, Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'

/** Elements whose text is code, a drawing or a formula, or is not shown. */
const apart: ReadonlySet<string> = new Set(['code', 'pre', 'script', 'style', 'template', 'kbd', 'samp', 'math', 'svg', 'head'])

/** Elements that begin a line. */
const blocks: ReadonlySet<string> = new Set(['p', 'div', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'section', 'article', 'main', 'aside', 'nav', 'footer', 'header', 'dt', 'dd', 'figcaption', 'summary', 'br', 'tr', 'table', 'ul', 'ol'])

/** Table: what is left over, and how it looks in a line of text. */
const leftovers: readonly (readonly [name: string, looks: RegExp])[] = [
  ['an embed', /!\[\[[^\]\n]*\]\]/],
  ['a link', /\[\[[^\]\n]+\]\]/],
  ['a comment', /%%/],
  ['the id of a block', /(?:^|\s)\^[a-zA-Z0-9-]+\s*$/],
  ['a callout', /^\s*(?:>\s*)?\[![\w-]+\][+-]?/]
]

export interface Leftover {
  readonly name: string
  /** The line it stands in, cut. */
  readonly text: string
}

/** Leftovers of notes' syntax in the text that a page shows, outside of code. */
export function leftoversIn(html: string): Leftover[] {
  const lines = textOf(fromHtml(html)).split('\n')
  return lines.flatMap((line) => leftovers.filter(([, looks]) => looks.test(line)).map(([name]) => ({name, text: line.trim().slice(0, 160)})))
}

function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ')
  if (node.type !== 'element' && node.type !== 'root') return ''
  if (node.type === 'element' && isApart(node)) return ''
  const text = node.children.map(textOf).join('')
  return node.type === 'element' && blocks.has(node.tagName) ? `\n${text}\n` : text
}

function isApart({tagName, properties}: Element): boolean {
  const classes = Array.isArray(properties['className']) ? properties['className'] : []
  return apart.has(tagName) || classes.includes('katex')
}
