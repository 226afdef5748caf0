import {type Box, boxAround} from './box.ts'
import {parsePath, type Point, type Segment} from './path.ts'

type Cubic = Extract<Segment, {kind: 'cubic'}>

/** Chords a curve is cut into for its length; mermaid uses lengths to place labels, to the pixel. */
const chords = 32

/** Exact box of a path. */
export function pathBox(d: string): Box | undefined {
  const points: Point[] = []
  for (const segment of parsePath(d)) {
    if (segment.kind === 'move') continue
    points.push(segment.from, segment.to)
    if (segment.kind === 'cubic') points.push(...turns(segment))
  }
  return boxAround(points)
}

/** Where a curve turns back, in x or in y. */
function turns(cubic: Cubic): Point[] {
  const {from, one, two, to} = cubic
  return [...extrema([from[0], one[0], two[0], to[0]]), ...extrema([from[1], one[1], two[1], to[1]])].map((t) => on(cubic, t))
}

function extrema([p, q, r, s]: readonly [number, number, number, number]): number[] {
  const a = -p + 3 * q - 3 * r + s
  const b = 2 * (p - 2 * q + r)
  const c = q - p
  if (Math.abs(a) < 1e-12) return Math.abs(b) < 1e-12 ? [] : [-c / b].filter(inside)
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  return b * b < 4 * a * c ? [] : [(-b + root) / (2 * a), (-b - root) / (2 * a)].filter(inside)
}

function inside(t: number): boolean {
  return t > 0 && t < 1
}

function on({from, one, two, to}: Cubic, t: number): Point {
  const u = 1 - t
  const at = (p: number, q: number, [r, s]: Point): number => u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * s
  return [at(from[0], one[0], [two[0], to[0]]), at(from[1], one[1], [two[1], to[1]])]
}

/** The path as straight pieces, gaps left out. */
function pieces(d: string): (readonly [Point, Point])[] {
  const found: (readonly [Point, Point])[] = []
  for (const segment of parsePath(d)) {
    if (segment.kind === 'line') found.push([segment.from, segment.to])
    if (segment.kind !== 'cubic') continue
    let last = segment.from
    for (let step = 1; step <= chords; step++) {
      const next = on(segment, step / chords)
      found.push([last, next])
      last = next
    }
  }
  return found
}

function distance([[x0, y0], [x1, y1]]: readonly [Point, Point]): number {
  return Math.hypot(x1 - x0, y1 - y0)
}

export function pathLength(d: string): number {
  return pieces(d).reduce((sum, piece) => sum + distance(piece), 0)
}

/** The point at a distance along a path, at its end beyond it. */
export function pointAt(d: string, along: number): {x: number; y: number} {
  let left = along
  let end: Point = [0, 0]
  for (const [from, to] of pieces(d)) {
    const length = distance([from, to])
    if (length > 0 && left <= length) {
      const t = left / length
      return {x: from[0] + (to[0] - from[0]) * t, y: from[1] + (to[1] - from[1]) * t}
    }
    left -= length
    end = to
  }
  return {x: end[0], y: end[1]}
}
