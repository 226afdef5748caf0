import {type Box, boxAround, boxOf, type Rect, rectOf, transformed, union} from './box.ts'
import {pathBox} from './curve.ts'
import type {Measurer} from './font.ts'
import {labelSize} from './label.ts'
import {type Matrix, identity, multiply, number, parseTransform, translation} from './matrix.ts'
import {openStyles, type Style} from './style.ts'
import {textBox, textLength, type TextTools} from './text.ts'

/** What mermaid asks a browser about sizes. */
export interface Layout {
  box(element: Element): Rect
  clientRect(element: Element): Rect
  textLength(element: Element): number
  style(element: Element): Style
  /** Advance of a text in pixels. */
  measure(text: string, size: number): number
  /** Another diagram begins. */
  reset(): void
}

/**
 * A box, and whether it is a ghost: browsers give a `text` whose `tspan`s are
 * empty a point at the origin, which containers two levels up still count and
 * those above do not.
 */
interface Measured {
  readonly box: Box
  readonly ghost?: number
}

const svgSpace = 'http://www.w3.org/2000/svg'
const invisible = new Set([
  'defs', 'marker', 'style', 'title', 'desc', 'script', 'linearGradient', 'radialGradient', 'filter', 'clipPath', 'pattern', 'symbol', 'mask'
])

export function openLayout(measurer: Measurer): Layout {
  const styles = openStyles(measurer.xHeight)
  const tools: TextTools = {styles, measurer}
  return {
    box: (element) => rectOf(measure(element, tools)?.box),
    clientRect: (element) => clientRect(element, tools),
    // Text that is in no document has no length, and some of mermaid's code relies on that.
    textLength: (element) => (element.isConnected ? textLength(element, tools) : 0),
    style: (element) => styles.of(element),
    measure: (text, size) => measurer.width(text, {size, weight: 400}),
    reset: () => styles.reset()
  }
}

function clientRect(element: Element, tools: TextTools): Rect {
  if (element.namespaceURI !== svgSpace) return rectOf(boxOf(0, 0, labelSize(element, tools)))
  const width = element.getAttribute('width') ?? ''
  if (element.localName === 'svg' && /^\d/.test(width) && !width.includes('%')) {
    return rectOf(boxOf(0, 0, {width: number(width), height: number(element.getAttribute('height'))}))
  }
  return rectOf(transformed(measure(element, tools)?.box, pageMatrix(element)))
}

function pageMatrix(element: Element): Matrix {
  let matrix = identity
  for (let at: Element | null = element; at; at = at.parentElement) {
    matrix = multiply(parseTransform(at.getAttribute('transform')), matrix)
  }
  return matrix
}

function measure(element: Element, tools: TextTools): Measured | undefined {
  const name = element.localName
  if (invisible.has(name) || isHidden(element)) return undefined
  if (name === 'text' || name === 'tspan') {
    const box = textBox(element, tools)
    if (box) return {box}
    return name === 'text' && element.children.length > 0 ? {box: {x0: 0, y0: 0, x1: 0, y1: 0}, ghost: 2} : undefined
  }
  if (name === 'svg' && isNested(element) && hasWidth(element)) return of(rectangle(element))
  const shape = shapes.get(name)
  return shape ? of(shape(element)) : contents(element, tools)
}

function of(box: Box | undefined): Measured | undefined {
  return box && {box}
}

function isHidden(element: Element): boolean {
  return element.getAttribute('display') === 'none' || /display:\s?none/.test(element.getAttribute('style') ?? '')
}

function isNested(element: Element): boolean {
  return Boolean(element.parentElement?.closest('svg'))
}

function hasWidth(element: Element): boolean {
  return /^[\d.]+(?:px)?$/.test(element.getAttribute('width') ?? '')
}

function contents(element: Element, tools: TextTools): Measured | undefined {
  let box: Box | undefined
  let ghost: number | undefined
  for (const child of element.children) {
    const inner = measure(child, tools)
    if (!inner || inner.ghost === 0) continue
    if (inner.ghost === undefined) ghost = undefined
    else if (!box) ghost = inner.ghost - 1
    box = union(box, transformed(inner.box, childMatrix(child)))
  }
  return box && {box, ...(ghost !== undefined && {ghost})}
}

function childMatrix(child: Element): Matrix {
  const own = child.getAttribute('transform')
  const matrix = own ? parseTransform(own) : identity
  if (child.localName !== 'svg' || hasWidth(child)) return matrix
  return multiply(translation(number(child.getAttribute('x')), number(child.getAttribute('y'))), matrix)
}

const shapes = new Map<string, (element: Element) => Box | undefined>([
  ['rect', rectangle],
  ['image', rectangle],
  ['use', rectangle],
  ['foreignObject', rectangle],
  ['circle', (element) => round(element, read(element, 'r'), read(element, 'r'))],
  ['ellipse', (element) => round(element, read(element, 'rx'), read(element, 'ry'))],
  ['line', (element) => boxAround([[read(element, 'x1'), read(element, 'y1')], [read(element, 'x2'), read(element, 'y2')]])],
  ['polygon', points],
  ['polyline', points],
  ['path', (element) => pathBox(element.getAttribute('d') ?? '')]
])

function read(element: Element, name: string): number {
  return number(element.getAttribute(name))
}

function rectangle(element: Element): Box | undefined {
  const size = {width: read(element, 'width'), height: read(element, 'height')}
  return size.width || size.height ? boxOf(read(element, 'x'), read(element, 'y'), size) : undefined
}

function round(element: Element, rx: number, ry: number): Box {
  return boxOf(read(element, 'cx') - rx, read(element, 'cy') - ry, {width: 2 * rx, height: 2 * ry})
}

function points(element: Element): Box | undefined {
  const numbers = (element.getAttribute('points') ?? '').trim().split(/[\s,]+/).map(number)
  return boxAround(Array.from({length: Math.floor(numbers.length / 2)}, (_, index) => [numbers[2 * index] ?? 0, numbers[2 * index + 1] ?? 0]))
}
