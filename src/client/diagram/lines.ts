/** Which nodes each line of a drawing joins, and the words on it, read off the drawing itself. */

import {all, boxOf, least, middle, type Point} from './dom.ts'

export interface Line {
  readonly path: Element
  /** Nodes at its start and its end. */
  readonly ends: readonly (Element | undefined)[]
  /** Labels and numbers; of a message, its line too. */
  readonly labels: readonly Element[]
}

/** What can be looked at by itself: nodes, and participants with their lifelines. */
export const nodeSelector = '.node, g:has(> .actor-line)'

const messageSelector = '.messageLine0, .messageLine1'
const lineSelector = `.flowchart-link, .transition, .relation, .relationshipLine, ${messageSelector}`

/** Farthest that a line's end may be from its node, in units of the drawing: arrowheads and activations stand between them. */
const reach = 14

/** Points along a line that words are held against. */
const points = 24

/** Read the lines; none in types whose lines lead to no nodes. */
export function linesOf(svg: SVGElement): readonly Line[] {
  const nodes = all(svg, nodeSelector).map((node) => ({node, box: boxOf(node.querySelector(':scope > .actor-line') ?? node)}))
  const messages = messagesOf(svg)
  const lines = all<SVGGeometryElement>(svg, lineSelector).map((path) => {
    const matrix = path.getScreenCTM() ?? undefined
    const length = path.getTotalLength()
    const way = Array.from({length: points + 1}, (_, index) => path.getPointAtLength((length * index) / points).matrixTransform(matrix))
    const ends = [way[0], way[points]].map((end) => end && least(nodes, ({box}) => outside(box, end), reach * (matrix?.a ?? 1))?.node)
    return {path, way, ends, labels: messages.find((parts) => parts.includes(path)) ?? []}
  })
  for (const label of all(svg, 'g.edgeLabel')) {
    const box = boxOf(label)
    const {x, y} = middle(box)
    if (box.width > 0) least(lines, ({way}) => Math.min(...way.map((point) => Math.hypot(point.x - x, point.y - y))))?.labels.push(label)
  }
  return lines
}

/** How far a point is from a box. */
function outside({left, right, top, bottom}: DOMRect, {x, y}: Point): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
}

/** The messages of a sequence diagram: the words, the line and the number of each. */
export function messagesOf(svg: SVGElement): readonly Element[][] {
  const messages: Element[][] = []
  let isDrawn = true
  for (const piece of all(svg, `.messageText, .sequenceNumber, line[marker-start]:not([class]), ${messageSelector}`)) {
    const isLine = piece.matches(messageSelector)
    // Words come before their line, in as many elements as they have lines; numbers come after it.
    if (isDrawn && (isLine || piece.matches('.messageText'))) {
      messages.push([])
      isDrawn = false
    }
    isDrawn ||= isLine
    messages.at(-1)?.push(piece)
  }
  return messages
}
