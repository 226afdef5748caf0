/** The map's two files as the page reads them. Format: `src/garden/map/file.ts`. */

import type {MapNames} from '../../map-files.ts'

/** What a number of two bytes says where there is no value. */
export const none = 0xffff

/** Columns by number of note; names that are not written yet come after the notes. */
export interface MapData {
  readonly notes: number
  /** Notes, and names that are not written yet. */
  readonly all: number
  readonly edges: number
  readonly x: Int16Array
  readonly y: Int16Array
  readonly community: Uint16Array
  readonly kind: Uint16Array
  readonly status: Uint16Array
  readonly folder: Uint16Array
  /** Days since 1970-01-01. */
  readonly day: Uint16Array
  /** The tags of note `n` stand in `tags` from `tagFrom[n]` up to `tagFrom[n + 1]`. */
  readonly tagFrom: Uint32Array
  readonly tags: Uint16Array
  /** Ends of edges, and what {@link flag} says of each. */
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly flags: Uint8Array
  readonly strength: Uint8Array
  readonly regions: {readonly x: Int16Array; readonly y: Int16Array; readonly ink: Uint16Array}
}

/** Bits of `flags`. */
export const flag = {forth: 1, back: 2, diagramOnly: 4, missing: 8} as const

const magic = 0x50414d54

/**
 * Read the file of numbers.
 *
 * @throws
 *   If it is another file, or one of another version.
 */
export function readMap(buffer: ArrayBuffer): MapData {
  const [word, version, notes = 0, missing = 0, edges = 0, communities = 0, tags = 0] = new Uint32Array(buffer, 0, 8)
  if (word !== magic || version !== 1) throw new Error('This is not the map’s file.')
  let at = 32
  const place = (bytes: number): number => {
    at += bytes
    return at - bytes
  }
  const u32 = (count: number): Uint32Array => new Uint32Array(buffer, place(4 * count), count)
  const u16 = (count: number): Uint16Array => new Uint16Array(buffer, place(2 * count), count)
  const i16 = (count: number): Int16Array => new Int16Array(buffer, place(2 * count), count)
  const u8 = (count: number): Uint8Array => new Uint8Array(buffer, place(count), count)
  const all = notes + missing
  // In the order of the file: a literal is read from its top to its end.
  return {
    notes,
    all,
    edges,
    a: u32(edges),
    b: u32(edges),
    tagFrom: u32(notes + 1),
    x: i16(all),
    y: i16(all),
    community: u16(notes),
    kind: u16(notes),
    status: u16(notes),
    folder: u16(notes),
    day: u16(notes),
    tags: u16(tags),
    regions: {x: i16(communities), y: i16(communities), ink: u16(communities)},
    flags: u8(edges),
    strength: u8(edges)
  }
}

/** Fetch the numbers. */
export async function fetchMap(address: string): Promise<MapData> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The map answered ${response.status}.`)
  return readMap(await response.arrayBuffer())
}

/** Fetch the names. */
export async function fetchNames(address: string): Promise<MapNames> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The map’s names answered ${response.status}.`)
  return response.json()
}

/** How much more one axis may be stretched than the other. */
const mostStretch = 1.6

/**
 * Stretch the map along one axis so that it fills a stage: distances say little, and an empty border says nothing.
 *
 * @param aspect Width of the stage for each unit of its height.
 */
export function stretched(data: MapData, aspect: number): MapData {
  const reach = (values: Int16Array): number => {
    // Without the belt of notes that nothing links to.
    const sorted = values.slice(0, data.notes).map(Math.abs).sort()
    return Math.max(1, sorted[Math.floor(sorted.length * 0.95)] ?? 1)
  }
  const wanted = aspect / (reach(data.x) / reach(data.y))
  const by = Math.max(1 / mostStretch, Math.min(mostStretch, wanted))
  // Whole numbers of two bytes go up to twice the map's half: the other axis is drawn in instead of this one out.
  const scale = (values: Int16Array, factor: number): Int16Array => values.map((value) => Math.round(value * Math.min(1, factor)))
  return {
    ...data,
    x: scale(data.x, by),
    y: scale(data.y, 1 / by),
    regions: {...data.regions, x: scale(data.regions.x, by), y: scale(data.regions.y, 1 / by)}
  }
}
