import {attribute, type Element, hasClass, mapElements, withAttributes} from './tree.ts'

/** Longest first or last piece of a line that is no way of its own, in pixels. */
const stub = 12

/** How far before a node a line with an arrowhead ends, and how far under one a line may begin unseen, in pixels. */
const gap = 4

/** Pixels that two places may be apart and count as one. */
const same = 0.01

const number = '(-?[\\d.]+)'
const pair = `${number},${number}`
const ending = new RegExp(`L${pair}Q${pair} ${pair}L${pair}$`)
const beginning = new RegExp(`^M${pair}L${pair}Q${pair} ${pair}(?=L)`)

/**
 * Let lines keep their direction where they meet a round side.
 *
 * Mermaid leads a line to the box around a cylinder and then, aside, to where
 * it aims at the middle: an arrowhead would lie on its side, half hidden.
 */
export function straightenEnds(svg: Element): Element {
  return mapElements(svg, (element) => (hasClass(element, 'flowchart-link') ? withAttributes(element, {d: straight(attribute(element, 'd'), element)}) : element))
}

function straight(d: string, element: Element): string {
  const before = element.attributes.has('marker-end') ? gap : 0
  return d
    .replace(ending, (tail, ...groups) => {
      const [x = 0, y = 0, cornerX = 0, cornerY = 0, , , endX = 0, endY = 0] = groups.slice(0, 8).map(Number)
      if (!isStub([cornerX, cornerY], [endX, endY], [x, y])) return tail
      return `L${cornerX - before * Math.sign(cornerX - x)},${cornerY - before * Math.sign(cornerY - y)}`
    })
    .replace(beginning, (head, ...groups) => {
      const [startX = 0, startY = 0, , , cornerX = 0, cornerY = 0, x = 0, y = 0] = groups.slice(0, 8).map(Number)
      if (!isStub([cornerX, cornerY], [startX, startY], [x, y])) return head
      return `M${cornerX - gap * Math.sign(x - cornerX)},${cornerY - gap * Math.sign(y - cornerY)}`
    })
}

type Point = readonly [x: number, y: number]

/** Whether the piece from a corner to an end is short, and goes across the way that leads to or from it along an axis. */
function isStub(corner: Point, end: Point, way: Point): boolean {
  const [across, along] = Math.abs(corner[0] - way[0]) <= same ? [0, 1] : [1, 0]
  if (Math.abs((corner[across] ?? 0) - (way[across] ?? 0)) > same || corner[along] === way[along]) return false
  return Math.hypot(end[0] - corner[0], end[1] - corner[1]) < stub && Math.abs((end[across] ?? 0) - (corner[across] ?? 0)) >= Math.abs((end[along] ?? 0) - (corner[along] ?? 0))
}
