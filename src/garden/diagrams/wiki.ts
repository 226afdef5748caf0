/** `[[Note]]` in diagrams: mermaid does not know it, so it is hidden from it and found again in what it drew. */

/** What an author linked: target and words. */
export interface Reference {
  readonly target: string
  readonly text: string
}

export interface Marked {
  /** What mermaid is given. */
  readonly source: string
  readonly references: readonly Reference[]
}

/** Marks have no width, so that labels are measured as they will be shown. */
const [zero, one, edge, end] = ['\u2061', '\u2062', '\u2063', '\u2064']
const marks = /[\u2061-\u2064]/g
const link = /\[\[([^[\]|"\n\\]{1,500})(?:\\?\|([^[\]"\n]{1,500}))?\]\]/g

/**
 * Put the words of links in place of `[[…]]`, between marks that say which link it is.
 *
 * `A[[words]]` is mermaid's subroutine and stays. In quotes, and in types
 * without that shape, brackets after a word are a link all the same. In event
 * models `[[data]]` is mermaid's own.
 *
 * @param withMarks
 *   Whether to leave marks. Grammars that take only some characters need words alone.
 */
export function markLinks(source: string, withMarks: boolean): Marked {
  const references: Reference[] = []
  if (/^\s*eventmodeling/m.test(source)) return {source: withoutMarks(source), references}
  const reading: Reading = {references, withMarks, shapes: hasSubroutines(source), quoted: false}
  const lines = withoutMarks(source).split('\n').map((line) => (/^\s*%%/.test(line) ? line : markLine(withHref(line), reading)))
  return {source: lines.join('\n'), references}
}

interface Reading {
  readonly references: Reference[]
  readonly withMarks: boolean
  /** Whether `A[[words]]` is a shape in this type. */
  readonly shapes: boolean
  /** Whether a quotation is open; it may run over lines. */
  quoted: boolean
}

function markLine(line: string, reading: Reading): string {
  let marked = ''
  let last = 0
  for (const match of line.matchAll(link)) {
    const before = line.slice(last, match.index)
    if (quotesIn(before) % 2 === 1) reading.quoted = !reading.quoted
    marked += before + (isShape(line.slice(0, match.index), reading) ? match[0] : replacement(match, reading))
    last = match.index + match[0].length
  }
  if (quotesIn(line.slice(last)) % 2 === 1) reading.quoted = !reading.quoted
  return marked + line.slice(last)
}

function isShape(before: string, {shapes, quoted}: Reading): boolean {
  return shapes && !quoted && /[\p{L}\p{N}_)\]}-]$/u.test(before)
}

function replacement({input, index: at, 1: target = '', 2: words = target}: RegExpExecArray, {references, withMarks}: Reading): string {
  const index = references.length
  references.push({target: target.trim(), text: words.trim()})
  // An address of ours survives mermaid's cleaning of addresses.
  if (isOwnLink(input.slice(0, at))) return `#note-${index}`
  return withMarks ? `${edge}${index.toString(2).replaceAll('0', zero).replaceAll('1', one)}${edge}${words.trim()}${end}` : words.trim()
}

/** Whether one of mermaid's own links begins here; `link` is the word of class diagrams, `$link` that of C4. */
function isOwnLink(before: string): boolean {
  return /^\s*(?:click\s|link\s+\S+\s+")/.test(before) || before.endsWith('$link="')
}

/** `click A "[[…]]"` as `click A href "[[…]]"`: only so do Gantt charts understand it, and state diagrams where no tooltip follows. */
function withHref(line: string): string {
  return /^\s*click\s+\S+\s+"\[\[[^"]*"\s*$/.test(line) ? line.replace('"', 'href "') : line
}

function quotesIn(text: string): number {
  return text.split('"').length - 1
}

function hasSubroutines(source: string): boolean {
  return /^\s*(?:flowchart|graph|swimlanes?|block|usecase)/m.test(source)
}

/** Text without any marks: an author cannot forge them. */
export function withoutMarks(text: string): string {
  return text.replace(marks, '').replaceAll('\0', '\ufffd')
}

/** Index of the reference that an address of ours names. */
export function referenceOf(address: string): number | undefined {
  const match = /^#note-(\d{1,5})$/.exec(address)
  return match ? Number(match[1]) : undefined
}

/** A text cut at its marks: pieces, each with the reference that it is the words of. */
export function cutAtMarks(text: string): {text: string; reference?: number}[] {
  const pieces: {text: string; reference?: number}[] = []
  for (const part of text.split(startMark)) {
    const match = /^([\u2061\u2062]+)\u2063/.exec(part)
    if (!match) {
      pieces.push({text: withoutMarks(part)})
      continue
    }
    const rest = part.slice(match[0].length)
    const stop = rest.indexOf(end)
    const reference = Number.parseInt((match[1] ?? '').replaceAll(zero, '0').replaceAll(one, '1'), 2)
    pieces.push({text: withoutMarks(stop < 0 ? rest : rest.slice(0, stop)), reference})
    if (stop >= 0) pieces.push({text: withoutMarks(rest.slice(stop))})
  }
  return pieces.filter((piece) => piece.text !== '')
}

const startMark = /\u2063(?=[\u2061\u2062]+\u2063)/

/** Whether a text holds words of a link. */
export function isMarked(text: string): boolean {
  return text.includes(edge)
}
