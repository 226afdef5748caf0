/** What a reader of a page sees of the syntax that notes are written in: nothing of it should be left. */
import type {Element, Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'

/** Elements whose text is code, a drawing or a formula, or is not shown. */
const apart: ReadonlySet<string> = new Set(['code', 'pre', 'script', 'style', 'template', 'kbd', 'samp', 'math', 'svg', 'head'])

/** Elements that begin a line. */
const blocks: ReadonlySet<string> = new Set(['p', 'div', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'section', 'article', 'main', 'aside', 'nav', 'footer', 'header', 'dt', 'dd', 'figcaption', 'summary', 'br', 'tr', 'table', 'ul', 'ol'])

/** Table: what is left over, and how it looks in a line of text. Brackets around nothing are brackets (L-19). */
const leftovers: readonly (readonly [name: string, looks: RegExp])[] = [
  ['an embed', /!\[\[[^\]\n]*\]\]/],
  ['a link', /\[\[(?! *\]\])[^\]\n]+\]\]/],
  ['a comment', /%%/],
  ['the id of a block', /(?:^|\s)\^[a-zA-Z0-9-]+\s*$/],
  ['a callout', /^\s*(?:>\s*)?\[![\w-]+\][+-]?/]
]

/** How an author writes these signs as themselves. */
const escapes = /!?\\\[\\?\[[^\]\n]*\\?\]\\?\]|\\%\\?%|%\\%|\\\^[\w-]+|\\\[![\w-]+\\?\]|\[\\![\w-]+\\?\]/g

const inlineCode = /`([^`\n]+)`/g
const signs = /\[\[|%%|\^[\w-]|\[!/
const listMark = /^(?:[-*+]|\d+[.)]) /
/** Shortest piece of a note with code in it that is looked for: `%%` alone would be found everywhere. */
const shortestSaid = 6
/** Signs before and after code that are looked for with it. */
const aroundCode = 24

/** Inline code that holds such signs, with some words around it: descriptions and sentences around links are plain text, and show the code as text. */
function saidAround(note: string, {0: whole, 1: code = '', index}: RegExpExecArray): string[] {
  if (!signs.test(code)) return []
  const end = index + whole.length
  const [before = ''] = /[^`\n[\]|]*$/.exec(note.slice(Math.max(0, index - aroundCode), index)) ?? []
  const [after = ''] = /^[^`\n[\]|]*/.exec(note.slice(end, end + aroundCode)) ?? []
  // Between two pieces of code the same words are after the one and before the other, and are taken with the first.
  return [`${before}${code}${after}`, `${code}${after}`].map((piece) => piece.replace(/\s+/g, ' ').trim().replace(listMark, ''))
}

export interface Leftover {
  readonly name: string
  /** The line it stands in, cut. */
  readonly text: string
}

/** What a note says that it shows as it stands: `\[[Tea]]` is `[[Tea]]`, and so is that in code. */
export function escapedIn(note: string): string[] {
  const inCode = Array.from(note.matchAll(inlineCode)).flatMap((match) => saidAround(note, match))
  return [...new Set([...(note.match(escapes) ?? []).map((piece) => piece.replaceAll('\\', '')), ...inCode.filter((piece) => piece.length >= shortestSaid)])]
}

/**
 * Leftovers of notes' syntax in the text that a page shows, outside of code.
 *
 * @param meant What the page's notes show on purpose, see {@link escapedIn}.
 */
export function leftoversIn(html: string, meant: readonly string[] = []): Leftover[] {
  return visibleText(html).split('\n').flatMap((line) => {
    const unmeant = meant.reduce((text, piece) => text.replaceAll(piece, ''), line)
    return leftovers.filter(([, looks]) => looks.test(unmeant)).map(([name]) => ({name, text: line.trim().slice(0, 160)}))
  })
}

/** The text of a page as its reader sees it, a line for each block, without code. */
export function visibleText(html: string): string {
  return textOf(fromHtml(html))
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
