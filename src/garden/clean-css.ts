/**
 * A style sheet that asks nobody: every address in it is one of the vault's own
 * files or gone. It is read as browsers read it (CSS Syntax 3): comments,
 * texts, escapes and `url()` are what they are wherever they stand.
 */

/** What an address in the sheet becomes; nothing if it may not stay. */
export type AddressOf = (written: string) => string | undefined

export interface CleanSheet {
  readonly css: string
  /** What was left out, and at which offset. */
  readonly removed: readonly {readonly at: number; readonly what: string}[]
}

interface Cleaner {
  readonly css: string
  readonly addressOf: AddressOf
  at: number
  out: string
  /** Functions that are open, whether a text in each is an address. */
  readonly open: boolean[]
  readonly removed: {readonly at: number; readonly what: string}[]
}

/** Functions in which a text is an address. */
const loading: ReadonlySet<string> = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade', 'url-prefix', 'domain', 'document'])
/** Rules at the top that load or change how addresses are read. */
const loadingRules: ReadonlySet<string> = new Set(['import', 'charset', 'namespace', 'document', '-moz-document'])

const word = /(?:[\w-]|[^\0-\x7F]|\\(?:[0-9a-fA-F]{1,6}\s?|[^\n\r\f]))+/uy
const space = /\s*/y

/** Clean a sheet. */
export function cleanCss(css: string, addressOf: AddressOf): CleanSheet {
  const cleaner: Cleaner = {css: css.replace(/^\uFEFF/, '').replace(/\0/g, '\uFFFD'), addressOf, at: 0, out: '', open: [], removed: []}
  while (cleaner.at < cleaner.css.length) step(cleaner)
  return {css: cleaner.out, removed: cleaner.removed}
}

function step(cleaner: Cleaner): void {
  const {css, at} = cleaner
  const sign = css[at] ?? ''
  if (css.startsWith('/*', at)) return skipComment(cleaner)
  if (sign === '"' || sign === "'") return takeText(cleaner)
  if (sign === '@') return takeRule(cleaner)
  const name = wordAt(css, at)
  if (name !== undefined) return takeWord(name, cleaner)
  if (sign === '(') cleaner.open.push(false)
  if (sign === ')') cleaner.open.pop()
  // What ends a page's style sheet in HTML is nothing in CSS.
  cleaner.out += sign === '<' ? '' : sign
  cleaner.at += 1
}

function wordAt(css: string, at: number): string | undefined {
  word.lastIndex = at
  return word.exec(css)?.[0]
}

/** A name as browsers know it: escapes read, small letters. */
function plain(name: string): string {
  return name
    .replace(/\\([0-9a-fA-F]{1,6})\s?/g, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/\\(.)/gu, '$1')
    .toLowerCase()
}

function character(code: number): string {
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code)
}

function skipComment(cleaner: Cleaner): void {
  const end = cleaner.css.indexOf('*/', cleaner.at + 2)
  // Two words that only a comment divides stay two.
  cleaner.out += ' '
  cleaner.at = end < 0 ? cleaner.css.length : end + 2
}

/** The text that begins here, as written, and where it ends; a line break ends a bad one. */
function textAt(css: string, start: number): {value: string; end: number} {
  const quote = css[start]
  let at = start + 1
  for (; at < css.length && css[at] !== quote && css[at] !== '\n'; at += 1) if (css[at] === '\\') at += 1
  return {value: css.slice(start + 1, Math.min(at, css.length)), end: Math.min(css.length, at + (css[at] === quote ? 1 : 0))}
}

function takeText(cleaner: Cleaner): void {
  const {value, end} = textAt(cleaner.css, cleaner.at)
  if (cleaner.open.at(-1) === true) putAddress(plainAddress(value), cleaner, false)
  else {
    const quote = cleaner.css[cleaner.at] ?? ''
    // A text that the file's end cuts off at a backslash would take the quote into itself.
    cleaner.out += quote + value.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1').replace(/</g, '\\3c ') + quote
  }
  cleaner.at = end
}

/** An address as written, escapes read; its case counts. */
function plainAddress(written: string): string {
  return written.replace(/\\([0-9a-fA-F]{1,6})\s?/g, (_, hex: string) => character(Number.parseInt(hex, 16))).replace(/\\\r?\n/g, '').replace(/\\(.)/gu, '$1').trim()
}

function putAddress(written: string, cleaner: Cleaner, isUrl: boolean): void {
  const address = cleaner.addressOf(written)
  if (address === undefined) cleaner.removed.push({at: cleaner.at, what: written.slice(0, 80)})
  // An address that leads nowhere keeps the rest of its declaration whole.
  const safe = `"${(address ?? 'data:,').replace(/[\n\r\f]/g, '').replace(/["\\]/g, '\\$&').replace(/</g, '\\3c ')}"`
  cleaner.out += isUrl ? `url(${safe})` : safe
}

/** A word: a function that loads has addresses in it. */
function takeWord(name: string, cleaner: Cleaner): void {
  const {css} = cleaner
  const end = cleaner.at + name.length
  const isFunction = css[end] === '('
  const known = plain(name)
  if (!isFunction) {
    cleaner.out += name
    cleaner.at = end
  } else if (known === 'url') takeUrl(end + 1, cleaner)
  else {
    cleaner.out += `${name}(`
    cleaner.open.push(loading.has(known))
    cleaner.at = end + 1
  }
}

/** `url(…)` with or without quotes, up to its bracket. */
function takeUrl(start: number, cleaner: Cleaner): void {
  const {css} = cleaner
  space.lastIndex = start
  const from = start + (space.exec(css)?.[0].length ?? 0)
  const isQuoted = css[from] === '"' || css[from] === "'"
  const text = isQuoted ? textAt(css, from) : undefined
  let end = text?.end ?? from
  for (; end < css.length && css[end] !== ')'; end += 1) if (css[end] === '\\') end += 1
  putAddress(plainAddress(text?.value ?? css.slice(from, end)), cleaner, true)
  cleaner.at = Math.min(css.length, end + 1)
}

function takeRule(cleaner: Cleaner): void {
  const {css, at} = cleaner
  const name = wordAt(css, at + 1) ?? ''
  if (!loadingRules.has(plain(name))) {
    cleaner.out += `@${name}`
    cleaner.at = at + 1 + name.length
    return
  }
  const end = ruleEnd(css, at + 1 + name.length)
  cleaner.removed.push({at, what: css.slice(at, Math.min(end, at + 80)).replace(/\s+/g, ' ').trim()})
  cleaner.at = end
}

const mark = /"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|\\[\s\S]|[;{}]/g

/** Where such a rule ends: at its semicolon, or after its block. */
function ruleEnd(css: string, from: number): number {
  let depth = 0
  mark.lastIndex = from
  for (let found = mark.exec(css); found; found = mark.exec(css)) {
    const [sign] = found
    if (sign === '{') depth += 1
    else if (sign === '}') depth -= 1
    if (depth <= 0 && (sign === ';' || sign === '}')) return mark.lastIndex
  }
  return css.length
}
