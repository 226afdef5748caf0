/** Where things stand on a canvas: its bounds, the ways of its edges, the order in which cards are read. Pure. */

import type {Box, Card, Edge, Side} from './model.ts'

/** Room around the outermost cards, in pixels: edges bend out of them. */
const room = 48

/** The smallest box around all cards, with room. */
export function boundsOf(cards: readonly Box[]): Box {
  if (cards.length === 0) return {x: 0, y: 0, width: 2 * room, height: 2 * room}
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const {x, y, width, height} of cards) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return {x: left - room, y: top - room, width: right - left + 2 * room, height: bottom - top + 2 * room}
}

export interface Spot {
  readonly x: number
  readonly y: number
}

const outward: Readonly<Record<Side, Spot>> = {top: {x: 0, y: -1}, right: {x: 1, y: 0}, bottom: {x: 0, y: 1}, left: {x: -1, y: 0}}

/** The middle of a side. */
function middleOf({x, y, width, height}: Box, side: Side): Spot {
  const out = outward[side]
  return {x: x + (width * (1 + out.x)) / 2, y: y + (height * (1 + out.y)) / 2}
}

const allSides: readonly Side[] = ['right', 'left', 'bottom', 'top']

/** The sides that an edge joins: those it names, else the nearest two. */
export function sidesOf(from: Box, to: Box, {fromSide, toSide}: Pick<Edge, 'fromSide' | 'toSide'>): [Side, Side] {
  const pairs = (fromSide ? [fromSide] : allSides).flatMap((one) => (toSide ? [toSide] : allSides).map((other): [Side, Side] => [one, other]))
  const distance = ([one, other]: [Side, Side]): number => {
    const [a, b] = [middleOf(from, one), middleOf(to, other)]
    return Math.hypot(a.x - b.x, a.y - b.y)
  }
  return pairs.reduce((best, pair) => (distance(pair) < distance(best) ? pair : best))
}

/** The way of an edge: a curve that leaves and enters its cards at right angles. */
export interface Way {
  readonly start: Spot
  readonly end: Spot
  readonly first: Spot
  readonly second: Spot
  /** Where a label stands. */
  readonly middle: Spot
  readonly fromSide: Side
  readonly toSide: Side
}

/** Least and most that a curve bends out of a card, in pixels. */
const leastBend = 40
const mostBend = 240

/** The way between two cards. */
export function wayOf(from: Box, to: Box, edge: Pick<Edge, 'fromSide' | 'toSide'>): Way {
  const [fromSide, toSide] = sidesOf(from, to, edge)
  const [start, end] = [middleOf(from, fromSide), middleOf(to, toSide)]
  const bend = Math.min(mostBend, Math.max(leastBend, Math.hypot(end.x - start.x, end.y - start.y) / 2))
  const first = along(start, fromSide, bend)
  const second = along(end, toSide, bend)
  const middle = {x: (start.x + 3 * first.x + 3 * second.x + end.x) / 8, y: (start.y + 3 * first.y + 3 * second.y + end.y) / 8}
  return {start, end, first, second, middle, fromSide, toSide}
}

/** A place so many pixels out of a side. */
export function along({x, y}: Spot, side: Side, by: number): Spot {
  return {x: x + outward[side].x * by, y: y + outward[side].y * by}
}

/** The three corners of an arrow whose point touches a side. */
export function arrowAt(point: Spot, side: Side): [Spot, Spot, Spot] {
  const out = outward[side]
  const back = along(point, side, 12)
  return [point, {x: back.x - out.y * 6, y: back.y + out.x * 6}, {x: back.x + out.y * 6, y: back.y - out.x * 6}]
}

/** Cards whose upper edges differ less than this stand in one row, in pixels. */
const rowHeight = 120

/**
 * The order in which a reader meets the cards: row by row from the top, each
 * group followed by what stands in it.
 *
 * @returns Indexes of cards.
 */
export function readingOrder(cards: readonly Card[]): number[] {
  const groups = cards.flatMap((card, index) => (card.type === 'group' ? [{box: card, index, area: card.width * card.height}] : []))
  groups.sort((a, b) => a.area - b.area || b.index - a.index)
  const inside = new Map<number, number[]>()
  for (const [index, card] of cards.entries()) {
    const holder = groups.find(({box, index: other, area}) => other !== index && (card.type !== 'group' || area > card.width * card.height) && holds(box, card))
    const key = holder?.index ?? -1
    const others = inside.get(key)
    if (others) others.push(index)
    else inside.set(key, [index])
  }
  const order: number[] = []
  // A group is larger than those it holds, so there is no circle; a list of what is left spares the stack.
  const left = rows(inside.get(-1) ?? [], cards).reverse()
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    order.push(next)
    left.push(...rows(inside.get(next) ?? [], cards).reverse())
  }
  return order
}

function holds(outer: Box, inner: Box): boolean {
  const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2]
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height
}

function rows(indexes: readonly number[], cards: readonly Card[]): number[] {
  const all = indexes.flatMap((index) => {
    const card = cards[index]
    return card ? [{index, x: card.x, y: card.y}] : []
  })
  all.sort((a, b) => a.y - b.y || a.x - b.x || a.index - b.index)
  const made: (typeof all)[] = []
  let top = -Infinity
  for (const each of all) {
    const row = made.at(-1)
    if (row && each.y < top + rowHeight) row.push(each)
    else {
      made.push([each])
      top = each.y
    }
  }
  return made.flatMap((row) => row.sort((a, b) => a.x - b.x || a.y - b.y || a.index - b.index)).map(({index}) => index)
}
