/**
 * Repulsion between all pairs in n log n: far groups push as one (Barnes and Hut, 1986).
 *
 * The tree stands in flat arrays that are made once and filled anew each time:
 * a tree of objects took three times as long for 10,000 points.
 */

import {real, whole} from './web.ts'

/** Cells deeper than this hold points so near each other that they count as one. */
const deepest = 24
/** How wide a cell may look, seen from a point, and still push as one. */
const openness = 1.2
/** Square of the distance below which the push grows no further. */
const nearest = 1

export interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
  /** How strongly each point pushes. */
  readonly charge: Float64Array
}

interface Tree {
  /** Four children a cell: 0 is none, as the root is nobody's child. */
  child: Int32Array
  /** The point of a leaf, or −1. */
  point: Int32Array
  charge: Float64Array
  /** Centre of the charge. */
  x: Float64Array
  y: Float64Array
  cells: number
}

interface Square {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A function that adds, to each point, the push of all others. */
export function repulsion(points: Points): (pushX: Float64Array, pushY: Float64Array, strength: number) => void {
  const tree = emptyTree(Math.max(64, points.x.length * 3))
  const stack = new Int32Array(4 * (deepest + 2) + 8)
  const sizes = new Float64Array(stack.length)
  return (pushX, pushY, strength) => {
    const square = around(points)
    grow(tree, points, square)
    const how = {points, stack, sizes, pushX, pushY, size: square.size, strength}
    for (let index = 0; index < points.x.length; index += 1) walk(tree, index, how)
  }
}

function emptyTree(room: number): Tree {
  return {child: new Int32Array(4 * room), point: new Int32Array(room), charge: new Float64Array(room), x: new Float64Array(room), y: new Float64Array(room), cells: 0}
}

/** The least square that holds all points. */
function around({x, y}: Points): Square {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let index = 0; index < x.length; index += 1) {
    const [px, py] = [real(x, index), real(y, index)]
    left = Math.min(left, px)
    right = Math.max(right, px)
    top = Math.min(top, py)
    bottom = Math.max(bottom, py)
  }
  return {x: left, y: top, size: Math.max(right - left, bottom - top, 1e-6)}
}

function grow(tree: Tree, points: Points, square: Square): void {
  tree.cells = 0
  addCell(tree)
  for (let index = 0; index < points.x.length; index += 1) insert(tree, points, {index, square})
}

function addCell(tree: Tree): number {
  const cell = tree.cells
  if (cell === tree.point.length) enlarge(tree)
  tree.child.fill(0, 4 * cell, 4 * cell + 4)
  tree.point[cell] = -1
  tree.charge[cell] = tree.x[cell] = tree.y[cell] = 0
  tree.cells += 1
  return cell
}

function enlarge(tree: Tree): void {
  const larger = emptyTree(tree.point.length * 2)
  larger.child.set(tree.child)
  larger.point.set(tree.point)
  larger.charge.set(tree.charge)
  larger.x.set(tree.x)
  larger.y.set(tree.y)
  Object.assign(tree, larger, {cells: tree.cells})
}

/** Put a point into the tree; each cell on its way adds its charge. */
function insert(tree: Tree, points: Points, {index, square}: {index: number; square: Square}): void {
  const [px, py] = [real(points.x, index), real(points.y, index)]
  let {x, y, size} = square
  let cell = 0
  for (let depth = 0; depth <= deepest; depth += 1) {
    const isEmpty = real(tree.charge, cell) === 0
    addPoint(tree, points, {cell, index})
    if (isEmpty) {
      tree.point[cell] = index
      return
    }
    size /= 2
    const [midX, midY] = [x + size, y + size]
    if (depth < deepest) pushDown(tree, points, {cell, midX, midY})
    const quarter = quarterOf(px, py, [midX, midY])
    if (depth < deepest) cell = childOf(tree, cell, quarter)
    x = quarter % 2 === 1 ? midX : x
    y = quarter > 1 ? midY : y
  }
}

function quarterOf(px: number, py: number, [midX, midY]: readonly [number, number]): number {
  return (px >= midX ? 1 : 0) + (py >= midY ? 2 : 0)
}

/** Move the one point of a leaf, if it holds one, into the child it belongs to. */
function pushDown(tree: Tree, points: Points, {cell, midX, midY}: {cell: number; midX: number; midY: number}): void {
  const held = whole(tree.point, cell)
  if (held < 0) return
  const into = childOf(tree, cell, quarterOf(real(points.x, held), real(points.y, held), [midX, midY]))
  addPoint(tree, points, {cell: into, index: held})
  tree.point[into] = held
  tree.point[cell] = -1
}

function childOf(tree: Tree, cell: number, quarter: number): number {
  const found = whole(tree.child, 4 * cell + quarter)
  if (found !== 0) return found
  const made = addCell(tree)
  tree.child[4 * cell + quarter] = made
  return made
}

function addPoint(tree: Tree, points: Points, {cell, index}: {cell: number; index: number}): void {
  const charge = real(points.charge, index)
  const before = real(tree.charge, cell)
  const after = before + charge
  tree.x[cell] = (real(tree.x, cell) * before + real(points.x, index) * charge) / after
  tree.y[cell] = (real(tree.y, cell) * before + real(points.y, index) * charge) / after
  tree.charge[cell] = after
}

/** What walking the tree needs; made once, so that a walk makes nothing. */
interface Walk {
  readonly points: Points
  /** Cells still to be looked at, and how wide each is. */
  readonly stack: Int32Array
  readonly sizes: Float64Array
  readonly pushX: Float64Array
  readonly pushY: Float64Array
  readonly size: number
  readonly strength: number
}

/** Add the push on one point: cells that look small count as one, others are opened. */
function walk(tree: Tree, index: number, {points, stack, sizes, pushX, pushY, size, strength}: Walk): void {
  const [px, py] = [real(points.x, index), real(points.y, index)]
  let [sumX, sumY, top] = [0, 0, 1]
  stack[0] = 0
  sizes[0] = size
  while (top > 0) {
    top -= 1
    const cell = whole(stack, top)
    const width = real(sizes, top)
    const [dx, dy] = [px - real(tree.x, cell), py - real(tree.y, cell)]
    const square = dx * dx + dy * dy
    if (width * width >= openness * openness * square && !isLeaf(tree, cell)) {
      top = open(tree, cell, {stack, sizes, top, width: width / 2})
    } else if (whole(tree.point, cell) !== index) {
      const push = real(tree.charge, cell) / Math.max(square, nearest)
      sumX += dx * push
      sumY += dy * push
    }
  }
  pushX[index] = real(pushX, index) + sumX * strength
  pushY[index] = real(pushY, index) + sumY * strength
}

function isLeaf({child}: Tree, cell: number): boolean {
  return (whole(child, 4 * cell) | whole(child, 4 * cell + 1) | whole(child, 4 * cell + 2) | whole(child, 4 * cell + 3)) === 0
}

/** Put the children of a cell on the stack. Returns its new height. */
function open({child}: Tree, cell: number, {stack, sizes, top, width}: {stack: Int32Array; sizes: Float64Array; top: number; width: number}): number {
  let height = top
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const next = whole(child, 4 * cell + quarter)
    if (next === 0) continue
    stack[height] = next
    sizes[height] = width
    height += 1
  }
  return height
}
