import {number} from './matrix.ts'
import type {Style} from './style.ts'
import type {TextTools} from './text.ts'

/** A piece of a line of an HTML label: words, or a box (picture, icon, formula). */
type Piece =
  | {readonly kind: 'words'; readonly text: string; readonly style: Style}
  | {readonly kind: 'box'; readonly width: number; readonly style: Style; readonly height?: number}
  | {readonly kind: 'break'; readonly style: Style}

interface Frame {
  /** Pixels; infinite where nothing limits it. */
  readonly limit: number
  readonly fixed: number
  readonly wraps: boolean
  /** Whether spaces at the end of a line take room (`break-spaces`). */
  readonly counts: boolean
}

const blocks = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3'])

/** Browsers lay out HTML in 64ths of a pixel, and round widths up. */
const unit = 64

/** Where a line may be broken: after spaces and dashes, and between ideographs. */
const breaks = /(?<=[ \-–—])|(?<=[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef])(?=[\u3041-\u9fff\uac00-\ud7a3])/

/** Size of an HTML label, laid out as a browser does with what mermaid puts there: lines, bold, lists, pictures. */
export function labelSize(label: Element, tools: TextTools): {width: number; height: number} {
  const style = tools.styles.of(label)
  const lines = linesOf(label, tools).map(trim)
  const frame = widened(frameOf(label, style), lines, tools)
  let width = frame.fixed
  let height = 0
  for (const line of lines) {
    const laid = layLine(line, frame, tools)
    width = Math.max(width, laid.width)
    height += laid.rows * lineHeight(style, line, tools)
  }
  const empty = !label.textContent?.trim() && !label.querySelector('img,svg,i,br')
  return {width: frame.wraps ? width : Math.max(frame.fixed, Math.min(width, frame.limit)), height: empty ? 0 : height}
}

function frameOf(label: Element, {whiteSpace}: Style): Frame {
  const own = new Map((label.getAttribute('style') ?? '').split(';').map((part): [string, string] => {
    const [name = '', value = ''] = part.split(':')
    return [name.trim(), value.trim()]
  }))
  const fixed = own.get('width')?.endsWith('px') ? number(own.get('width')) : 0
  const most = own.get('max-width')?.endsWith('px') ? number(own.get('max-width')) : 0
  const limit = fixed || most || Number.POSITIVE_INFINITY
  const wraps = /^$|normal|break-spaces|pre-wrap/.test(whiteSpace) && limit !== Number.POSITIVE_INFINITY
  return {limit, fixed, wraps, counts: whiteSpace.includes('break-spaces')}
}

/** A table is never narrower than its longest word, and all of its lines may be as wide as that. */
function widened(frame: Frame, lines: readonly (readonly Piece[])[], tools: TextTools): Frame {
  if (!frame.wraps || !frame.fixed) return frame
  const words = lines.flat().flatMap((piece) => wordWidths(piece, frame, tools)).map(({seen}) => seen)
  return {...frame, limit: Math.max(frame.limit, ...words)}
}

function linesOf(label: Element, tools: TextTools): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of piecesOf(label, tools)) {
    if (piece.kind !== 'border') lines.at(-1)?.push(piece)
    if (piece.kind === 'break' || (piece.kind === 'border' && lines.at(-1)?.length)) lines.push([])
  }
  while (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop()
  return lines
}

/** The border of a block: ends a line that holds something. */
const border = {kind: 'border'} as const

function* piecesOf(element: Element, tools: TextTools): Generator<Piece | typeof border> {
  const style = tools.styles.of(element)
  for (const child of element.childNodes) {
    if (child.nodeType === 3) yield* wordsOf(child.nodeValue ?? '', style)
    else if (isElement(child)) yield* elementPieces(child, tools)
  }
}

function* elementPieces(element: Element, tools: TextTools): Generator<Piece | typeof border> {
  const style = tools.styles.of(element)
  const width = boxWidth(element, style)
  const isBlock = blocks.has(element.localName)
  if (isBlock) yield border
  if (element.localName === 'br') yield {kind: 'break', style}
  else if (element.localName === 'math') yield formula(element, style, tools)
  else if (width !== undefined) yield {kind: 'box', width, style}
  else yield* piecesOf(element, tools)
  if (isBlock) yield border
}

/** A formula is taller where it holds fractions; how tall depends on the reader's font for formulas. */
function formula(math: Element, style: Style, {measurer}: TextTools): Piece {
  const tall = math.querySelector('mfrac,munder,mover,msqrt')
  return {kind: 'box', width: measurer.width(math.textContent ?? '', style), style, height: style.size * (tall ? 1.8 : 1.2)}
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

function wordsOf(text: string, style: Style): Piece[] {
  if (!/pre|break-spaces/.test(style.whiteSpace)) return [{kind: 'words', text: text.replace(/[\t\n\r ]+/g, ' '), style}]
  return text.split('\n').flatMap((part, index): Piece[] => [
    ...(index > 0 ? [{kind: 'break', style} as const] : []),
    ...(part ? [{kind: 'words', text: part, style} as const] : [])
  ])
}

/** Width of what is laid out as one box, or `undefined` of what is text. */
function boxWidth(element: Element, style: Style): number | undefined {
  const icon = element.localName === 'i' && (element.getAttribute('class') ?? '').startsWith('fa')
  if (element.localName !== 'img' && element.localName !== 'svg' && !icon) return undefined
  return number(element.getAttribute('width')) || style.size
}

function trim(line: readonly Piece[]): Piece[] {
  const pieces = line.filter((piece) => piece.kind !== 'break')
  return pieces.map((piece, index) => {
    if (piece.kind !== 'words') return piece
    const start = index === 0 ? piece.text.trimStart() : piece.text
    return {...piece, text: index === pieces.length - 1 ? start.trimEnd() : start}
  })
}

/** Break one line of pieces into rows. */
function layLine(pieces: readonly Piece[], frame: Frame, tools: TextTools): {width: number; rows: number} {
  const rows = [0]
  for (const {full, seen, glued} of pieces.flatMap((piece) => wordWidths(piece, frame, tools))) {
    const row = rows.at(-1) ?? 0
    if (!glued && row > 0 && row + seen > frame.limit + 0.01) rows.push(full)
    else rows[rows.length - 1] = row + full
  }
  return {width: Math.ceil(Math.max(...rows) * unit - 1e-6) / unit, rows: rows.length}
}

interface WordWidth {
  /** Pixels with the space after it, and those that have to fit. */
  readonly full: number
  readonly seen: number
  /** Whether no line may begin with it. */
  readonly glued: boolean
}

function wordWidths(piece: Piece, frame: Frame, {measurer}: TextTools): WordWidth[] {
  if (piece.kind === 'break') return []
  if (piece.kind === 'box') return [{full: piece.width, seen: piece.width, glued: true}]
  const glued = !frame.wraps || piece.style.whiteSpace === 'nowrap'
  return (glued ? [piece.text] : piece.text.split(breaks)).map((word) => {
    const full = measurer.width(word, piece.style)
    return {full, seen: frame.counts ? full : measurer.width(word.trimEnd(), piece.style), glued}
  })
}

/** Height of a line: that of its words, or of formulas that are taller or alone. */
function lineHeight(style: Style, line: readonly Piece[], {measurer}: TextTools): number {
  const formulas = line.flatMap((piece) => (piece.kind === 'box' && piece.height !== undefined ? [piece.height] : []))
  const alone = formulas.length > 0 && formulas.length === line.length
  return Math.max(...formulas, alone ? 0 : wordHeight(style, line, measurer))
}

function wordHeight(style: Style, line: readonly Piece[], measurer: TextTools['measurer']): number {
  const largest = line.length > 0 ? Math.max(...line.map((piece) => piece.style.size)) : style.size
  if (/^[\d.]+$/.test(style.lineHeight)) return number(style.lineHeight) * largest
  if (style.lineHeight.endsWith('px')) return number(style.lineHeight)
  const {ascent, descent, gap} = measurer.lines({size: largest, weight: 400})
  return ascent + descent + gap
}
