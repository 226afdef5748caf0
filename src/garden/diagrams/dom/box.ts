import {identity, type Matrix} from './matrix.ts'

/** Bounding box; `undefined` where there is nothing to bound, which is not the same as a box without area. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** What a browser gives for `getBoundingClientRect()`. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function boxOf(x: number, y: number, size: {readonly width: number; readonly height: number}): Box {
  return {x0: x, y0: y, x1: x + size.width, y1: y + size.height}
}

/** Smallest box around points, or `undefined` when there are none. */
export function boxAround(points: Iterable<readonly [x: number, y: number]>): Box | undefined {
  let box: Box | undefined
  for (const [x, y] of points) box = union(box, {x0: x, y0: y, x1: x, y1: y})
  return box
}

export function union(one: Box | undefined, two: Box | undefined): Box | undefined {
  if (!one) return two
  if (!two) return one
  return {
    x0: Math.min(one.x0, two.x0),
    y0: Math.min(one.y0, two.y0),
    x1: Math.max(one.x1, two.x1),
    y1: Math.max(one.y1, two.y1)
  }
}

/** The upright box around a transformed one. */
export function transformed(box: Box | undefined, matrix: Matrix): Box | undefined {
  if (!box || matrix === identity) return box
  const [a, b, c, d, e, f] = matrix
  const corners: [number, number][] = []
  for (const x of [box.x0, box.x1]) {
    for (const y of [box.y0, box.y1]) corners.push([a * x + c * y + e, b * x + d * y + f])
  }
  return boxAround(corners)
}

export function rectOf(box: Box | undefined): Rect {
  const {x0, y0, x1, y1} = box ?? {x0: 0, y0: 0, x1: 0, y1: 0}
  return {x: x0, y: y0, width: x1 - x0, height: y1 - y0, left: x0, top: y0, right: x1, bottom: y1}
}
