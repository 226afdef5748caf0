/** Communities as the map draws them far out: a disc each, and how strongly they are linked. Pure: no browser here. */

import {type MapData, none} from './data.ts'
import type {Shown} from './shown.ts'

export interface RegionDisc {
  readonly region: number
  readonly x: number
  readonly y: number
  /** In the map's units. */
  readonly radius: number
}

/** So many links join two communities. */
export interface Bridge {
  readonly a: number
  readonly b: number
  readonly count: number
}

/** Of a disc that is evenly filled, half of the notes are nearer to its middle than 0.71 of its radius. */
const spread = 1.55
/** Fewer notes are no community to look at. */
const fewest = 5
/** A community whose notes stand so many times as far apart as those of most is no place on the map. */
const loosest = 2
/** Bridges drawn for each community: its strongest; all of them are a tangle. */
const bridgesEach = 2

interface Measured extends RegionDisc {
  readonly members: number
}

/** A disc for each community that has notes to show and a place of its own, around where its name stands. */
export function regionDiscs(data: MapData, {notes}: Shown): RegionDisc[] {
  const distances = Array.from(data.regions.x, (): number[] => [])
  for (let note = 0; note < data.notes; note += 1) {
    const region = data.community[note] ?? none
    if (notes[note]) distances[region]?.push(Math.hypot((data.x[note] ?? 0) - (data.regions.x[region] ?? 0), (data.y[note] ?? 0) - (data.regions.y[region] ?? 0)))
  }
  const measured = distances.map((list, region): Measured => ({region, members: list.length, x: data.regions.x[region] ?? 0, y: data.regions.y[region] ?? 0, radius: spread * median(list)})).filter(({members}) => members >= fewest)
  const room = ({radius, members}: Measured): number => radius / Math.sqrt(members)
  const usual = median(measured.map(room))
  return measured.filter((disc) => room(disc) <= loosest * usual).map(({region, x, y, radius}) => ({region, x, y, radius}))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** The strongest bridges of each of some communities, for the number of their notes: the largest ones are linked to all. */
export function bridges(data: MapData, shown: Shown, discs: readonly RegionDisc[]): Bridge[] {
  const members = new Map<number, number>()
  for (let note = 0; note < data.notes; note += 1) if (shown.notes[note]) members.set(data.community[note] ?? none, (members.get(data.community[note] ?? none) ?? 0) + 1)
  const strength = ({a, b, count}: Bridge): number => count / Math.sqrt((members.get(a) ?? 1) * (members.get(b) ?? 1))
  const used = new Map<number, number>()
  return counted(data, shown, new Set(discs.map(({region}) => region)))
    .sort((one, other) => strength(other) - strength(one) || one.a - other.a || one.b - other.b)
    .filter(({a, b}) => {
      const ends = [used.get(a) ?? 0, used.get(b) ?? 0]
      if (Math.max(...ends) > bridgesEach || Math.min(...ends) >= bridgesEach) return false
      for (const end of [a, b]) used.set(end, (used.get(end) ?? 0) + 1)
      return true
    })
}

/** How many links that are shown join each two of some communities. */
function counted(data: MapData, {edges}: Shown, regions: ReadonlySet<number>): Bridge[] {
  const size = data.regions.x.length
  const counts = new Map<number, number>()
  for (let edge = 0; edge < data.edges; edge += 1) {
    const [one, other] = [data.community[data.a[edge] ?? 0] ?? none, data.community[data.b[edge] ?? 0] ?? none]
    if (!edges[edge] || one === other || !regions.has(one) || !regions.has(other)) continue
    const key = Math.min(one, other) * size + Math.max(one, other)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]): Bridge => ({a: Math.floor(key / size), b: key % size, count}))
}
