import {type Box, union} from './box.ts'
import type {Measurer} from './font.ts'
import {number} from './matrix.ts'
import type {Style, Styles} from './style.ts'

/** A piece of SVG text on one line in one style, where it stands. */
interface Run {
  readonly text: string
  readonly style: Style
  readonly x: number
  readonly y: number
  readonly width: number
}

interface Laid {
  readonly runs: readonly Run[]
  /** Which runs belong to which `tspan`, as half-open ranges. */
  readonly ranges: ReadonlyMap<Element, readonly [start: number, end: number]>
}

type Token =
  | {readonly kind: 'text'; readonly text: string; readonly style: Style}
  | {readonly kind: 'move'; readonly x?: number; readonly y?: number; readonly dx: number; readonly dy: number}
  | {readonly kind: 'enter'; readonly element: Element}
  | {readonly kind: 'leave'; readonly element: Element}

export interface TextTools {
  readonly styles: Styles
  readonly measurer: Measurer
}

/** Box of a `text` or `tspan`; `undefined` when it has no characters. */
export function textBox(element: Element, tools: TextTools): Box | undefined {
  return runsOf(element, tools).reduce<Box | undefined>((box, run) => (run.text ? union(box, runBox(run, tools.measurer)) : box), undefined)
}

export function textLength(element: Element, tools: TextTools): number {
  return runsOf(element, tools).reduce((sum, run) => sum + run.width, 0)
}

function runsOf(element: Element, tools: TextTools): readonly Run[] {
  const host = element.closest('text') ?? element
  const laid = layOut(host, tools)
  const range = host === element ? undefined : laid.ranges.get(element)
  return range ? laid.runs.slice(...range) : laid.runs
}

function runBox({x, y, width, style}: Run, measurer: Measurer): Box {
  const {ascent, descent} = measurer.lines(style)
  const base = y + shift(style, ascent, descent)
  return {x0: x, y0: base - ascent, x1: x + width, y1: base + descent}
}

/** How far below its `y` the baseline of a text stands. */
function shift({baseline, size}: Style, ascent: number, descent: number): number {
  if (baseline === 'middle') return size * 0.273
  if (baseline === 'central') return (ascent - descent) / 2
  if (baseline === 'hanging') return ascent * 0.8
  if (baseline === 'text-before-edge' || baseline === 'text-top') return ascent
  return baseline === 'text-after-edge' ? -descent : 0
}

function layOut(host: Element, tools: TextTools): Laid {
  const style = tools.styles.of(host)
  const length = (name: string): number => lengthOf(host.getAttribute(name), style, tools.measurer) ?? 0
  const tokens = trimmed(tokensOf(host, style, tools))
  const runs: Run[] = []
  const ranges = new Map<Element, readonly [number, number]>()
  const chunk = {start: 0, x: length('x') + length('dx'), y: length('y') + length('dy')}

  for (const token of tokens) {
    if (token.kind === 'enter') ranges.set(token.element, [runs.length, runs.length])
    else if (token.kind === 'leave') ranges.set(token.element, [ranges.get(token.element)?.[0] ?? 0, runs.length])
    else if (token.kind === 'move') moveChunk(chunk, token, runs)
    else {
      const width = tools.measurer.width(token.text, token.style)
      runs.push({text: token.text, style: token.style, x: chunk.x, y: chunk.y, width})
      chunk.x += width
    }
  }
  anchor(runs, chunk.start)
  return {runs, ranges}
}

/** An `x` or a `y` of its own ends what is anchored together. */
function moveChunk(chunk: {start: number; x: number; y: number}, {x, y, dx, dy}: Extract<Token, {kind: 'move'}>, runs: Run[]): void {
  if (x !== undefined || y !== undefined) {
    anchor(runs, chunk.start)
    chunk.start = runs.length
  }
  chunk.x = (x ?? chunk.x) + dx
  chunk.y = (y ?? chunk.y) + dy
}

/** Move the runs of a chunk by its `text-anchor`. */
function anchor(runs: Run[], start: number): void {
  const [first] = runs.slice(start)
  if (!first || first.style.anchor === 'start') return
  const width = runs.slice(start).reduce((sum, run) => sum + run.width, 0)
  const by = first.style.anchor === 'middle' ? width / 2 : first.style.anchor === 'end' ? width : 0
  for (let index = start; index < runs.length; index++) {
    const run = runs[index]
    if (run) runs[index] = {...run, x: run.x - by}
  }
}

function tokensOf(element: Element, style: Style, tools: TextTools): Token[] {
  const tokens: Token[] = []
  for (const child of element.childNodes) {
    if (child.nodeType === 3) tokens.push({kind: 'text', text: child.nodeValue ?? '', style})
    else if (isSpan(child)) tokens.push(...spanTokens(child, tools))
  }
  return tokens
}

function isSpan(node: Node): node is Element {
  return node.nodeType === 1 && /^(?:tspan|a|textPath)$/i.test(node.nodeName)
}

function spanTokens(span: Element, tools: TextTools): Token[] {
  const style = tools.styles.of(span)
  if (style.display === 'none') return []
  const [x, y, dx, dy] = ['x', 'y', 'dx', 'dy'].map((name) => lengthOf(span.getAttribute(name), style, tools.measurer))
  const move: Token = {kind: 'move', ...(x !== undefined && {x}), ...(y !== undefined && {y}), dx: dx ?? 0, dy: dy ?? 0}
  const moves = [x, y, dx, dy].some((value) => value !== undefined)
  return [{kind: 'enter', element: span}, ...(moves ? [move] : []), ...tokensOf(span, style, tools), {kind: 'leave', element: span}]
}

/** Collapse white space as SVG does: none at a line's start, one between words, none at the very end. */
function trimmed(tokens: readonly Token[]): Token[] {
  const last = tokens.findLastIndex((token) => token.kind === 'text' && token.text.trim() !== '')
  let open = false
  return tokens.flatMap((token, index): Token[] => {
    if (token.kind === 'move') open &&= token.x === undefined && token.y === undefined
    if (token.kind !== 'text') return [token]
    const text = collapsed(token, {open, last: index >= last})
    open = text === '' ? open : !text.endsWith(' ')
    return text === '' ? [] : [{...token, text}]
  })
}

/**
 * White space of one text made single.
 *
 * @param around
 *   Whether a word stands right before, and whether no word comes after.
 */
function collapsed({text, style}: Extract<Token, {kind: 'text'}>, {open, last}: {open: boolean; last: boolean}): string {
  if (keepsSpace(style)) return text
  const single = text.replace(/[\t\n\r ]+/g, ' ')
  const start = open ? single : single.trimStart()
  return last ? start.trimEnd() : start
}

function keepsSpace({whiteSpace}: Style): boolean {
  return whiteSpace.includes('pre') || whiteSpace.includes('break')
}

function lengthOf(value: string | null, style: Style, measurer: Measurer): number | undefined {
  const first = (value ?? '').trim().split(/[\s,]+/)[0] ?? ''
  if (first === '') return undefined
  if (first.endsWith('%')) return 0
  if (first.endsWith('em')) return number(first) * style.size
  return first.endsWith('ex') ? number(first) * style.size * measurer.xHeight : number(first)
}
