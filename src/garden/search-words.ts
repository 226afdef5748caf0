/** The words of a page's HTML, with the elements and ids that search needs and no others. */

import {formulaWords} from './formula-words.ts'
import {escapeText} from './sentences.ts'

export interface PageWords {
  /** Text in blocks: headings and named blocks with their ids, nothing else with an attribute. */
  readonly html: string
  /** HTML text of the captions of diagrams, by the id of their figure. */
  readonly captions: ReadonlyMap<string, string>
}

/** Elements that separate words; all others stand inside a sentence. */
const blocks: ReadonlySet<string> = new Set([
  'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dt', 'dd', 'td', 'th', 'caption', 'pre', 'blockquote', 'figcaption', 'summary', 'div'
])

/** Elements without words that a reader of the page could see as the note's; how a word is read would part it. */
const silent: ReadonlySet<string> = new Set(['svg', 'math', 'script', 'style', 'template', 'iframe', 'audio', 'video', 'select', 'button', 'rt', 'rp'])

/** Classes of elements whose words are the site's. */
const silentClasses: ReadonlySet<string> = new Set(['markdown-embed-title', 'markdown-embed-link', 'mod-empty'])

/** Classes of the parts of a diagram's figure that are not its legend; results print the title by themselves. */
const figureClasses: ReadonlySet<string> = new Set(['view', 'no', 'cap-title', 'lines'])

interface Tag {
  readonly name: string
  readonly closes: boolean
  /** Whether nothing can stand in it. */
  readonly isEmpty: boolean
  readonly text: string
}

interface Walk {
  out: string
  readonly captions: Map<string, string>
  /** Where the words of the code begin that is open, if one is. */
  code?: number | undefined
  /** Figure of a diagram, whose caption is gathered apart. */
  figure?: {readonly id: string; caption: string} | undefined
}

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr', 'source', 'track', 'col'])

/** Gather the words of a page's body. The HTML is that of `render.ts`: attributes in double quotes, `<` only where a tag begins. */
export function wordsOf(html: string): PageWords {
  const walk: Walk = {out: '', captions: new Map()}
  let at = 0

  while (at < html.length) {
    const start = html.indexOf('<', at)
    addText(html.slice(at, start < 0 ? html.length : start), walk)
    if (start < 0) break
    at = endOfTag(html, start)
    const tag = readTag(html.slice(start, at))
    const formula = formulaAt(html, at, tag)
    if (formula) {
      addText(formula.words, walk)
      at = formula.end
    } else if (tag.closes || !isSilent(tag, walk)) addTag(tag, walk)
    else if (!tag.isEmpty) at = endOfElement(html, tag.name, at)
  }

  return {html: walk.out, captions: walk.captions}
}

/** A formula is said in words: as it is set, its signs stand without order. */
function formulaAt(html: string, from: number, {text}: Tag): {words: string; end: number} | undefined {
  if (text !== '<span class="katex">') return undefined
  const end = endOfElement(html, 'span', from)
  const source = /<annotation encoding="application\/x-tex">([^<]*)</.exec(html.slice(from, end))?.[1]
  return source === undefined ? undefined : {words: escapeText(formulaWords(source.replace(/&lt;|&#x3C;/gi, '<').replace(/&gt;|&#x3E;/gi, '>').replace(/&amp;|&#x26;/gi, '&'))), end}
}

/** Offset after the element whose start tag ends at an offset. */
function endOfElement(html: string, name: string, from: number): number {
  let depth = 1
  let at = from
  let open = -1
  while (depth > 0) {
    const close = html.indexOf(`</${name}>`, at)
    if (close < 0) return html.length
    if (open < at) open = nextStart(html, name, at)
    depth += open < close ? 1 : -1
    at = Math.min(open, close) + name.length + 1
  }
  return endOfTag(html, at)
}

/** Offset of the next start tag of a name; past the end if there is none. */
function nextStart(html: string, name: string, from: number): number {
  for (let at = html.indexOf(`<${name}`, from); at >= 0; at = html.indexOf(`<${name}`, at + 1)) {
    if (/[\s/>]/.test(html[at + name.length + 1] ?? '')) return at
  }
  return html.length
}

/** Offset after a tag: a `>` inside a quoted value does not end it. */
function endOfTag(html: string, start: number): number {
  let isQuoted = false
  for (let at = start; at < html.length; at += 1) {
    if (html[at] === '"') isQuoted = !isQuoted
    else if (html[at] === '>' && !isQuoted) return at + 1
  }
  return html.length
}

function readTag(text: string): Tag {
  const name = (/^<\/?([a-zA-Z][a-zA-Z0-9]*)/.exec(text)?.[1] ?? '').toLowerCase()
  return {name, closes: text[1] === '/', isEmpty: empty.has(name) || text.endsWith('/>'), text}
}

function attribute(text: string, name: string): string | undefined {
  const start = text.indexOf(` ${name}="`)
  if (start < 0) return undefined
  const from = start + name.length + 3
  const end = text.indexOf('"', from)
  return end < 0 ? undefined : text.slice(from, end)
}

function addText(text: string, walk: Walk): void {
  if (walk.figure) walk.figure.caption += text
  else walk.out += text
}

function addTag(tag: Tag, walk: Walk): void {
  if (tag.name === 'figure') openOrCloseFigure(tag, walk)
  else if (walk.figure) addText(blocks.has(tag.name) ? ' ' : '', walk)
  else if (tag.name === 'code') openOrCloseCode(tag, walk)
  else walk.out += printed(tag)
}

/** Names in code are words of their own, whatever stands beside them. */
function openOrCloseCode({closes}: Tag, walk: Walk): void {
  if (!closes) walk.code ??= walk.out.length
  if (!closes || walk.code === undefined) return
  walk.out = walk.out.slice(0, walk.code) + namesApart(walk.out.slice(walk.code))
  walk.code = undefined
}

/**
 * A space after marks that stand between two names: `rate(requests_total{job="a"})` is five words. What was one begins with
 * a word joiner (U+2060), so that results can print it as it was. Tags stay as they are.
 */
function namesApart(html: string): string {
  const stands = (at: number): boolean => /[^\s<]/.test(html[at] ?? '')
  return html.replace(/<[^<>]*>|(?:[(){}[\]=,;|"*@]|::|:\/\/|&(?:\w{1,8}|#\w{1,8});)+/g, (found, at: number) => (!found.startsWith('<') && stands(at - 1) && stands(at + found.length) ? `${found} \u2060` : found))
}

function isSilent({name, text}: Tag, {figure}: Walk): boolean {
  if (silent.has(name) || text.includes(' data-footnote-backref')) return true
  const classes = attribute(text, 'class')?.split(' ') ?? []
  return classes.some((each) => silentClasses.has(each) || (figure !== undefined && figureClasses.has(each)))
}

/** Diagrams are figures with an id; other figures are blocks like any. */
function openOrCloseFigure({closes, text}: Tag, walk: Walk): void {
  const id = closes ? undefined : attribute(text, 'id')
  if (id !== undefined) walk.figure = {id, caption: ''}
  if (!closes || !walk.figure) return
  const caption = walk.figure.caption.trim()
  if (caption !== '') walk.captions.set(walk.figure.id, caption)
  walk.figure = undefined
}

function printed({name, closes, text}: Tag): string {
  if (name === 'br') return ' '
  if (!blocks.has(name)) return ''
  if (closes) return `</${name}>`
  const id = attribute(text, 'id')
  const place = id !== undefined && isPlace(name, id) ? ` id="${id}"` : ''
  return `<${name}${place}${weightOf(name, text)}>`
}

/** How much the words of a block count: those of an abstract more, those of code less. */
function weightOf(name: string, text: string): string {
  if (name === 'pre') return ' data-pagefind-weight="0.4"'
  return name === 'div' && attribute(text, 'data-group') === 'abstract' ? ' data-pagefind-weight="3.5"' : ''
}

/** Places that a result may lead to: headings, and the blocks that authors named. */
function isPlace(name: string, id: string): boolean {
  return /^h\d$/.test(name) || /^(?:e\d+-)?\^/.test(id)
}
