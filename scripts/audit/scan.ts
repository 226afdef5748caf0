/**
 * Read the tags of a page, in one pass and without a tree.
 *
 * It shares nothing with what wrote the page. Where it cannot be sure what a
 * browser would make of a piece, it takes the reading that finds more.
 */

export interface Attribute {
  /** Lower case. */
  readonly name: string
  /** With character references replaced. */
  readonly value: string
}

export interface Tag {
  /** Lower case. */
  readonly name: string
  readonly attributes: readonly Attribute[]
  /** Offset of its `<`. */
  readonly offset: number
  /** What stands in a `script` or `style`. */
  readonly text?: string
}

/** Attributes that can load, lead, run, name or style something; others are passed over unread, which is most of the time. */
const telling: ReadonlySet<string> = new Set([
  'action', 'by', 'content', 'data', 'formaction', 'from', 'href', 'http-equiv', 'id', 'name', 'poster', 'rel', 'src',
  'srcdoc', 'srcset', 'style', 'to', 'type', 'values', 'xlink:href'
])

/** The lengths of those names by their first letter, as bits: most others need not be cut out to be passed over. */
const lengths = new Uint32Array(32)
for (const name of telling) lengths[letter(name, 0)] = (lengths[letter(name, 0)] ?? 0) | (1 << name.length)

/** Place in the alphabet of a letter of either case. */
function letter(text: string, at: number): number {
  return text.charCodeAt(at) & 31
}

/** Whether a name could tell something; where this says no it does not. */
function mayTell(html: string, start: number, end: number): boolean {
  const first = letter(html, start)
  return first === letter('o', 0) || (((lengths[first] ?? 0) >> (end - start)) & 1) === 1
}

/** Elements whose text is not markup. */
const rawEnds: ReadonlyMap<string, RegExp> = new Map([
  ['script', /<\/script[\s/>]/gi],
  ['style', /<\/style[\s/>]/gi]
])

/**
 * Call `visit` with each start tag of a page, in order.
 *
 * @returns Offset of a tag that never ends, after which nothing was read; `undefined` if all do.
 */
export function scan(html: string, visit: (tag: Tag) => void): number | undefined {
  let at = html.indexOf('<')

  while (at >= 0) {
    const end = isLetter(html.charCodeAt(at + 1)) ? visitTag(html, at, visit) : commentEnd(html, at)
    if (end === undefined) return at
    at = html.indexOf('<', end)
  }

  return undefined
}

/** Where a comment ends; what is neither tag nor comment ends at once. */
function commentEnd(html: string, at: number): number | undefined {
  if (!html.startsWith('!--', at + 1)) return at + 1
  const end = html.indexOf('-->', at + 2)
  return end < 0 ? undefined : end + 3
}

function visitTag(html: string, at: number, visit: (tag: Tag) => void): number | undefined {
  const read = readTag(html, at)
  if (read === undefined) return undefined
  visit(read.tag)
  return read.end + (read.tag.text?.length ?? 0)
}

const quote = 34
const apostrophe = 39
const slash = 47
const equalsSign = 61
const greater = 62

function readTag(html: string, offset: number): {tag: Tag; end: number} | undefined {
  const attributes: Attribute[] = []
  let at = nameEnd(html, offset + 1)
  const name = html.slice(offset + 1, at).toLowerCase()

  for (at = skip(html, at); html.charCodeAt(at) !== greater; at = skip(html, at)) {
    const start = at
    // An `=` at the start of a name is part of it.
    at = nameEnd(html, at + 1)
    const value = valueAt(html, at)
    if (value === undefined || at >= html.length) return undefined
    if (mayTell(html, start, at)) {
      const word = html.slice(start, at).toLowerCase()
      if (telling.has(word) || word.startsWith('on')) attributes.push({name: word, value: decode(html.slice(value.start, value.end))})
    }
    at = value.after
  }

  const text = rawText(html, name, at + 1)
  return {tag: text === undefined ? {name, attributes, offset} : {name, attributes, offset, text}, end: at + 1}
}

/** Where the value of an attribute stands, and where reading goes on; `undefined` if its quote never closes. */
function valueAt(html: string, nameEnds: number): {start: number; end: number; after: number} | undefined {
  const equals = skipSpace(html, nameEnds)
  if (html.charCodeAt(equals) !== equalsSign) return {start: nameEnds, end: nameEnds, after: nameEnds}

  const start = skipSpace(html, equals + 1)
  const first = html.charCodeAt(start)
  if (first === quote || first === apostrophe) {
    const end = html.indexOf(first === quote ? '"' : "'", start + 1)
    return end < 0 ? undefined : {start: start + 1, end, after: end + 1}
  }

  let end = start
  while (end < html.length && !isSpace(html.charCodeAt(end)) && html.charCodeAt(end) !== greater) end++
  return {start, end, after: end}
}

function rawText(html: string, name: string, start: number): string | undefined {
  const raw = rawEnds.get(name)
  if (raw === undefined) return undefined
  raw.lastIndex = start
  return html.slice(start, raw.exec(html)?.index ?? html.length)
}

function nameEnd(html: string, from: number): number {
  let at = from
  for (; at < html.length; at++) {
    const found = html.charCodeAt(at)
    if (found <= greater && (isSpace(found) || found === slash || found === equalsSign || found === greater)) break
  }
  return at
}

function skip(html: string, from: number): number {
  let at = from
  while (isSpace(html.charCodeAt(at)) || html.charCodeAt(at) === slash) at++
  return at
}

function skipSpace(html: string, from: number): number {
  let at = from
  while (isSpace(html.charCodeAt(at))) at++
  return at
}

function isLetter(found: number): boolean {
  return (found >= 97 && found <= 122) || (found >= 65 && found <= 90)
}

function isSpace(found: number): boolean {
  return found === 32 || (found >= 9 && found <= 13)
}

/** The references that could hide an address; others cannot change where one leads. */
const references: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['colon', ':'],
  ['sol', '/'],
  ['num', '#'],
  ['tab', '\t'],
  ['newline', '\n']
])

function decode(value: string): string {
  if (!value.includes('&')) return value
  return value.replace(/&(#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]{2,7});?/g, (whole, name: string) => {
    if (!name.startsWith('#')) return references.get(name.toLowerCase()) ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
