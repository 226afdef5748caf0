import {arcToCubics} from './arc.ts'

/** A path in absolute coordinates: moves, lines and cubic curves are enough for everything. */
export type Segment =
  | {readonly kind: 'move'; readonly to: Point}
  | {readonly kind: 'line'; readonly from: Point; readonly to: Point}
  | {readonly kind: 'cubic'; readonly from: Point; readonly one: Point; readonly two: Point; readonly to: Point}

export type Point = readonly [x: number, y: number]

/** How many numbers each command takes. */
const arity = new Map([['M', 2], ['L', 2], ['H', 1], ['V', 1], ['C', 6], ['S', 4], ['Q', 4], ['T', 2], ['A', 7], ['Z', 0]])

interface Pen {
  at: Point
  start: Point
  /** Last control point, for the smooth commands. */
  control: Point
}

/** Read a `d` attribute. What cannot be read is skipped: mermaid writes `NaN` here and there. */
export function parsePath(d: string): Segment[] {
  const segments: Segment[] = []
  const pen: Pen = {at: [0, 0], start: [0, 0], control: [0, 0]}
  for (const [, letter = '', rest = ''] of d.matchAll(/([MLHVCSQTAZmlhvcsqtaz])([^MLHVCSQTAZmlhvcsqtaz]*)/g)) {
    for (const [command, numbers] of steps(letter, rest)) draw(command, numbers, {pen, segments})
  }
  return segments
}

/** A command as many times as it has numbers for; moves go on as lines. */
function* steps(letter: string, rest: string): Generator<[command: string, numbers: number[]]> {
  const numbers = (rest.match(/[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number)
  const size = arity.get(letter.toUpperCase()) ?? 0
  if (size === 0) yield [letter, []]
  const next = new Map([['M', 'L'], ['m', 'l']]).get(letter) ?? letter
  for (let index = 0; size > 0 && index + size <= numbers.length; index += size) {
    yield [index === 0 ? letter : next, numbers.slice(index, index + size)]
  }
}

function draw(command: string, numbers: readonly number[], {pen, segments}: {pen: Pen; segments: Segment[]}): void {
  const name = command.toUpperCase()
  const [ox, oy] = command === name ? [0, 0] : pen.at
  const point = (index: number): Point => [ox + (numbers[index] ?? 0), oy + (numbers[index + 1] ?? 0)]
  const from = pen.at
  const mirrored: Point = [2 * from[0] - pen.control[0], 2 * from[1] - pen.control[1]]

  const drawers: Readonly<Record<string, () => void>> = {
    M: () => move(pen, point(0), segments),
    Z: () => line(pen, pen.start, segments),
    L: () => line(pen, point(0), segments),
    H: () => line(pen, [ox + (numbers[0] ?? 0), from[1]], segments),
    V: () => line(pen, [from[0], oy + (numbers[0] ?? 0)], segments),
    C: () => cubic(pen, [point(0), point(2), point(4)], segments),
    S: () => cubic(pen, [mirrored, point(0), point(2)], segments),
    Q: () => quadratic(pen, [point(0), point(2)], segments),
    T: () => quadratic(pen, [mirrored, point(0)], segments),
    A: () => arc(pen, [numbers, point(5)], segments)
  }
  drawers[name]?.()
}

function move(pen: Pen, to: Point, segments: Segment[]): void {
  segments.push({kind: 'move', to})
  Object.assign(pen, {at: to, start: to, control: to})
}

function line(pen: Pen, to: Point, segments: Segment[]): void {
  segments.push({kind: 'line', from: pen.at, to})
  Object.assign(pen, {at: to, control: to})
}

function cubic(pen: Pen, [one, two, to]: readonly [Point, Point, Point], segments: Segment[]): void {
  segments.push({kind: 'cubic', from: pen.at, one, two, to})
  Object.assign(pen, {at: to, control: two})
}

function quadratic(pen: Pen, [control, to]: readonly [Point, Point], segments: Segment[]): void {
  const toward = ([x, y]: Point): Point => [x + (2 / 3) * (control[0] - x), y + (2 / 3) * (control[1] - y)]
  segments.push({kind: 'cubic', from: pen.at, one: toward(pen.at), two: toward(to), to})
  Object.assign(pen, {at: to, control})
}

function arc(pen: Pen, [numbers, to]: readonly [readonly number[], Point], segments: Segment[]): void {
  const [rx = 0, ry = 0, rotation = 0, large = 0, sweep = 0] = numbers
  const shape = {rx, ry, rotation, large: large !== 0, sweep: sweep !== 0}
  for (const [one, two, end] of arcToCubics(pen.at, to, shape)) cubic(pen, [one, two, end], segments)
  if (pen.at[0] !== to[0] || pen.at[1] !== to[1]) line(pen, to, segments)
  pen.control = to
}
