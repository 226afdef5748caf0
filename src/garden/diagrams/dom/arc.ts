import type {Point} from './path.ts'

interface Ellipse {
  readonly rx: number
  readonly ry: number
  /** Degrees. */
  readonly rotation: number
  readonly large: boolean
  readonly sweep: boolean
}

/** Cubic curves that follow an SVG arc, a quarter turn each; empty for an arc without radius. SVG 1.1, appendix F.6. */
export function arcToCubics(from: Point, to: Point, ellipse: Ellipse): (readonly [Point, Point, Point])[] {
  if (!ellipse.rx || !ellipse.ry) return []
  const phi = (ellipse.rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)]
  const half: Point = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2]
  const x = cos * half[0] + sin * half[1]
  const y = -sin * half[0] + cos * half[1]
  const grown = Math.sqrt(Math.max(1, x ** 2 / ellipse.rx ** 2 + y ** 2 / ellipse.ry ** 2))
  const rx = Math.abs(ellipse.rx) * grown
  const ry = Math.abs(ellipse.ry) * grown
  const square = (rx ** 2 * ry ** 2 - rx ** 2 * y ** 2 - ry ** 2 * x ** 2) / (rx ** 2 * y ** 2 + ry ** 2 * x ** 2)
  const k = (ellipse.large === ellipse.sweep ? -1 : 1) * Math.sqrt(Math.max(0, square || 0))
  const [u, v] = [(k * rx * y) / ry, (-k * ry * x) / rx]
  const center: Point = [cos * u - sin * v + (from[0] + to[0]) / 2, sin * u + cos * v + (from[1] + to[1]) / 2]

  const start = Math.atan2((y - v) / ry, (x - u) / rx)
  let turn = Math.atan2((-y - v) / ry, (-x - u) / rx) - start
  if (!ellipse.sweep && turn > 0) turn -= 2 * Math.PI
  if (ellipse.sweep && turn < 0) turn += 2 * Math.PI
  const at = (p: number, q: number, [ox, oy]: Point): Point => [ox + p * rx * cos - q * ry * sin, oy + p * rx * sin + q * ry * cos]
  return quarters(start, turn).map(([a, b, reach]) => [
    at(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a), center),
    at(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b), center),
    at(Math.cos(b), Math.sin(b), center)
  ])
}

/** Cut a turn into equal parts of at most a quarter, with the reach of the control points of each. */
function quarters(start: number, turn: number): (readonly [from: number, to: number, reach: number])[] {
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9))
  const step = turn / count
  const reach = (4 / 3) * Math.tan(step / 4)
  return Array.from({length: count}, (_, index) => [start + step * index, start + step * (index + 1), reach])
}
