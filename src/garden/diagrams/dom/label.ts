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

/** Where a line may be broken: after spaces and dashes, and between ideographs. */
const breaks = /(?<=[ \-–—])|(?<=[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef])(?=[\u3041-\u9fff\uac00-\ud7a3])/

/** Size of an HTML label, laid out as a browser does with what mermaid puts there: lines, bold, lists, pictures. */
export function labelSize(label: Element, tools: TextTools): {width: number; height: number} {
  const style = tools.styles.of(label)
  const frame = frameOf(label, style)
  let width = frame.fixed
  let height = 0
  for (const line of linesOf(label, tools)) {
    const laid = layLine(trim(line), frame, tools)
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

function linesOf(label: Element, tools: TextTools): Piece[][] {
  const lines: Piece[][] = [[]]
  const fresh = (): void => {
    if (lines.at(-1)?.length) lines.push([])
  }
  const put = (piece: Piece): void => {
    lines.at(-1)?.push(piece)
    if (piece.kind === 'break') lines.push([])
  }
  // Formulas stand on lines of their own, taller where they hold fractions.
  const formula = (math: Element, style: Style): void => {
    fresh()
    put({kind: 'box', width: tools.measurer.width(math.textContent ?? '', style), style, height: style.size * (math.querySelector('mfrac,munder,mover,msqrt') ? 2.2 : 1.4)})
    fresh()
  }
  const visit = (element: Element): void => {
    const style = tools.styles.of(element)
    for (const child of element.childNodes) {
      if (child.nodeType === 3) for (const piece of wordsOf(child.nodeValue ?? '', style)) put(piece)
      if (!isElement(child)) continue
      const inner = tools.styles.of(child)
      const box = boxWidth(child, inner)
      if (child.localName === 'math') formula(child, inner)
      else if (child.localName === 'br') put({kind: 'break', style: inner})
      else if (box !== undefined) put({kind: 'box', width: box, style: inner})
      else if (blocks.has(child.localName)) {
        fresh()
        visit(child)
        fresh()
      } else visit(child)
    }
  }
  visit(label)
  while (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop()
  return lines
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
function layLine(pieces: readonly Piece[], frame: Frame, {measurer}: TextTools): {width: number; rows: number} {
  let rows = 1
  let row = 0
  let widest = 0
  for (const piece of pieces) {
    if (piece.kind === 'box') row += piece.width
    if (piece.kind !== 'words') continue
    const whole = !frame.wraps || piece.style.whiteSpace === 'nowrap'
    for (const word of whole ? [piece.text] : piece.text.split(breaks)) {
      const full = measurer.width(word, piece.style)
      const seen = frame.counts ? full : measurer.width(word.trimEnd(), piece.style)
      if (!whole && row > 0 && row + seen > frame.limit + 0.01) {
        widest = Math.max(widest, row)
        row = 0
        rows++
      }
      row += full
    }
  }
  return {width: Math.max(widest, row), rows}
}

function lineHeight(style: Style, line: readonly Piece[], {measurer}: TextTools): number {
  const [first] = line
  if (first?.kind === 'box' && first.height !== undefined) return first.height
  const largest = line.length > 0 ? Math.max(...line.map((piece) => piece.style.size)) : style.size
  if (/^[\d.]+$/.test(style.lineHeight)) return number(style.lineHeight) * largest
  if (style.lineHeight.endsWith('px')) return number(style.lineHeight)
  const {ascent, descent, gap} = measurer.lines({size: largest, weight: 400})
  return ascent + descent + gap
}
