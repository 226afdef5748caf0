/** Which nodes each line of a drawing joins, and the words on it, read off the drawing itself. */

export interface Line {
  readonly path: SVGGeometryElement
  /** Nodes at its start and its end. */
  readonly ends: readonly [from: Element | undefined, to: Element | undefined]
  readonly labels: readonly Element[]
}

/** What can be looked at by itself: nodes, and participants with their lifelines. */
export const nodeSelector = '.node, g:has(> .actor-line)'

const lineSelector = ':is(.flowchart-link, .transition, .relation, .relationshipLine, .messageLine0, .messageLine1)'

/** Farthest that a line's end may be from its node, in units of the drawing: arrowheads and activations stand between them. */
const reach = 14

interface Point {
  readonly x: number
  readonly y: number
}

interface Boxed {
  readonly element: Element
  readonly box: DOMRect
}

/** Read the lines; none in types whose lines lead to no nodes. */
export function linesOf(svg: SVGSVGElement): readonly Line[] {
  const nodes = [...svg.querySelectorAll(nodeSelector)].map((element) => boxed(element, element.querySelector(':scope > .actor-line') ?? element))
  const labels = [...svg.querySelectorAll('g.edgeLabel')].map((element) => boxed(element, element)).filter(({box}) => box.width > 0)
  const lines = [...svg.querySelectorAll<SVGGeometryElement>(lineSelector)].map((path) => ({path, points: pointsOf(path)}))
  const worded = Map.groupBy(labels, ({box}) => nearest(lines, middle(box)))
  return lines.map((line) => {
    const limit = reach * (line.path.getScreenCTM()?.a ?? 1)
    const [from, to] = [line.points[0], line.points.at(-1)].map((end) => (end ? endOf(nodes, end, limit) : undefined))
    return {path: line.path, ends: [from, to], labels: [...before(line.path), ...(worded.get(line) ?? []).map(({element}) => element)]}
  })
}

/** The text of an element, its lines on one. */
export function wordsOf(element: Element): string {
  const texts = [...element.querySelectorAll<HTMLElement>('foreignObject > div')].map((each) => each.innerText)
  return (texts.length > 0 ? texts.join(' ') : (element.textContent ?? '')).replaceAll(/\s+/g, ' ').trim()
}

function boxed(element: Element, measured: Element): Boxed {
  return {element, box: measured.getBoundingClientRect()}
}

/** Points along a line, on the screen: its two ends among them. */
function pointsOf(path: SVGGeometryElement): Point[] {
  const matrix = path.getScreenCTM() ?? undefined
  const length = path.getTotalLength()
  const count = 24
  return Array.from({length: count + 1}, (_, index) => path.getPointAtLength((length * index) / count).matrixTransform(matrix))
}

function endOf(nodes: readonly Boxed[], {x, y}: Point, limit: number): Element | undefined {
  let found: Element | undefined
  let least = limit
  for (const {element, box} of nodes) {
    const far = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
    if (far > least || (far === least && found)) continue
    found = element
    least = far
  }
  return found
}

/** The line that comes nearest to a point. */
function nearest<Each extends {readonly points: readonly Point[]}>(lines: readonly Each[], {x, y}: Point): Each | undefined {
  const far = ({points}: Each): number => Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)))
  return lines.map((line) => ({line, far: far(line)})).sort((a, b) => a.far - b.far)[0]?.line
}

/** The words of a message come before its line, in as many elements as they have lines. */
function before(path: Element): Element[] {
  const found: Element[] = []
  for (let each = path.previousElementSibling; each?.matches('.messageText'); each = each.previousElementSibling) found.push(each)
  return found
}

function middle({left, right, top, bottom}: DOMRect): Point {
  return {x: (left + right) / 2, y: (top + bottom) / 2}
}
