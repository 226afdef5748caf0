/** What is drawn as the numbers that the pen takes: notes, links, communities, in the page's colours. Pure: no browser here. */

import type {MapData} from './data.ts'
import type {Discs, Lines} from './pen.ts'
import type {Picked} from './pick.ts'
import type {Bridge, RegionDisc} from './regions.ts'
import type {Theme} from './theme.ts'

/** What notes look like now. */
export interface Looks {
  readonly theme: Theme
  readonly inkOf: (note: number) => number
  readonly linksOf: (note: number) => number
  /** Notes in the light; the others are dimmed. `undefined` is all. */
  readonly lit: ReadonlySet<number> | undefined
  /** The note that links are shown of. */
  readonly focus: number | undefined
}

export type Colour = readonly [red: number, green: number, blue: number]

/** Far out: the notes that stand as dots, and the communities under them. */
export interface Ground {
  readonly dots: readonly number[]
  readonly regions: readonly RegionDisc[]
  readonly bridges: readonly Bridge[]
}

/** Notes that have no colour of their own among those in the light. */
const dimmed = 0.25
const dotSize = 1.3
/** Of 255. */
const opacity = {region: 36, regionDimmed: 12, dot: 150, dotDimmed: 60} as const
const widest = 5

/** A note's size in pixels. */
export function sizeOf(links: number): number {
  return Math.min(13, 2.6 + Math.sqrt(links) * 0.85)
}

/** A colour written `#rrggbb`. */
export function colourOf(written: string): Colour {
  const value = Number.parseInt(written.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function mix(colour: Colour, ground: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2): number => Math.round(colour[at] * share + ground[at] * (1 - share))
  return [part(0), part(1), part(2)]
}

interface Palette {
  readonly inks: readonly Colour[]
  readonly faint: Colour
  readonly paper: Colour
  readonly rubric: Colour
  readonly link: Colour
  readonly strong: Colour
}

function paletteOf({inks, faint, paper, rubric, link, strong}: Theme): Palette {
  return {inks: inks.map(colourOf), faint: colourOf(faint), paper: colourOf(paper), rubric: colourOf(rubric), link: colourOf(link), strong: colourOf(strong)}
}

/** Rows of four numbers, with a colour each. */
interface Rows {
  readonly at: Float32Array<ArrayBuffer>
  readonly ink: Uint8Array<ArrayBuffer>
  readonly put: (numbers: readonly [number, number, number, number], colour: Colour, strength?: number) => void
}

function rowsOf(count: number): Rows {
  const [at, ink] = [new Float32Array(4 * count), new Uint8Array(4 * count)]
  let next = 0
  return {
    at,
    ink,
    put(numbers, [red, green, blue], strength = 255) {
      // One by one: `set` makes a list for each.
      at[next] = numbers[0]
      at[next + 1] = numbers[1]
      at[next + 2] = numbers[2]
      at[next + 3] = numbers[3]
      ink[next] = red
      ink[next + 1] = green
      ink[next + 2] = blue
      ink[next + 3] = strength
      next += 4
    }
  }
}

function placeOf({x, y}: Pick<MapData, 'x' | 'y'>, index: number): readonly [number, number] {
  return [x[index] ?? 0, y[index] ?? 0]
}

function endsOf({a, b}: MapData, edge: number): readonly [number, number] {
  return [a[edge] ?? 0, b[edge] ?? 0]
}

interface Drawing {
  readonly looks: Looks
  readonly ground: Ground | undefined
}

/** Discs, those that matter most last, so that they stand over the others. */
export function discsOf(data: MapData, {notes}: Picked, {looks, ground}: Drawing): Discs {
  const {inkOf, linksOf, lit} = looks
  const palette = paletteOf(looks.theme)
  const {regions, dots} = ground ?? {regions: [], dots: []}
  const {at, ink, put} = rowsOf(regions.length + dots.length + notes.length)
  for (const {region, x, y, radius} of regions) put([x, y, 4, radius], palette.inks[data.regions.ink[region] ?? 0] ?? palette.faint, lit ? opacity.regionDimmed : opacity.region)
  for (const note of dots) put([...placeOf(data, note), dotSize, 0], palette.inks[inkOf(note)] ?? palette.faint, lit ? opacity.dotDimmed : opacity.dot)
  for (const note of litLast(notes, lit)) put([...placeOf(data, note), sizeOf(linksOf(note)), 0], noteColour(note, looks, palette))
  return {at, ink, ground: regions.length}
}

function litLast(notes: readonly number[], lit: Looks['lit']): readonly number[] {
  return lit ? [...notes.filter((note) => !lit.has(note)), ...notes.filter((note) => lit.has(note))] : notes
}

function noteColour(note: number, {inkOf, lit, focus}: Looks, {inks, faint, paper, rubric}: Palette): Colour {
  if (note === focus) return rubric
  const own = inks[inkOf(note)] ?? faint
  return !lit || lit.has(note) ? own : mix(own, paper, dimmed)
}

/** Links from the faintest to those that matter most. */
const lineKinds = ['dim', 'across', 'inside', 'own'] as const
type LineKind = (typeof lineKinds)[number]

/** Links inside a community show its shape; those between two are fainter, or all would be one grey. */
export function linesOf(data: MapData, {edges}: Picked, {looks, ground}: Drawing): Lines {
  const {link, paper, rubric, strong} = paletteOf(looks.theme)
  const colours: Readonly<Record<LineKind, Colour>> = {dim: mix(link, paper, 0.35), across: mix(link, paper, 0.45), inside: link, own: rubric}
  const kinds = Map.groupBy(edges, (edge) => lineKind(data, endsOf(data, edge), looks))
  const bridges = ground?.bridges ?? []
  const {at, ink, put} = rowsOf(bridges.length + edges.length)
  const width = new Float32Array(bridges.length + edges.length).fill(1)
  for (const [index, {a, b, count}] of bridges.entries()) {
    put([...placeOf(data.regions, a), ...placeOf(data.regions, b)], mix(strong, paper, looks.lit ? 0.2 : 0.4))
    width[index] = Math.min(widest, 0.75 + Math.sqrt(count) / 4)
  }
  for (const kind of lineKinds) {
    for (const edge of kinds.get(kind) ?? []) {
      const [a, b] = endsOf(data, edge)
      put([...placeOf(data, a), ...placeOf(data, b)], colours[kind])
    }
  }
  return {at, ink, width}
}

function lineKind({community, notes}: MapData, [a, b]: readonly [number, number], {lit, focus}: Looks): LineKind {
  if (focus !== undefined && (a === focus || b === focus)) return 'own'
  if (lit) return lit.has(a) && lit.has(b) ? 'inside' : 'dim'
  return community[a] === community[b] && a < notes && b < notes ? 'inside' : 'across'
}
