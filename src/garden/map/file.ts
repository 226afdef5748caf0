/**
 * The two files that the page of the map loads: numbers, and names.
 *
 * The file of numbers, little-endian, in this order. Its head is eight numbers
 * of four bytes: `TMAP` as a number, the version, how many notes, names not
 * written yet, edges, communities and tags of notes there are, and 0. Columns
 * follow, the widest numbers first, so that each begins where its kind may:
 *
 * - four bytes: ends `a` and `b` of each edge; where the tags of each note begin, and where the last ones end;
 * - two bytes: `x` and `y` of each note and name; community, kind, status, folder and day of each note; tags of all
 *   notes; `x`, `y` and ink of each community;
 * - one byte: flags of each edge (1 from `a` to `b`, 2 from `b` to `a`, 4 only diagrams say so, 8 `b` is not written
 *   yet), and how many links it stands for, at most 255.
 *
 * That is 10 bytes an edge, and 18 a note with 2 for each of its tags.
 */

import type {GardenMap, UnresolvedLink, VaultPath} from '../model.ts'
import {byCodePoint, nameKey} from '../names.ts'
import type {Facets} from './facets.ts'
import {placeOf} from './start.ts'

/** `TMAP` read as a number of four bytes. */
const magic = 0x50414d54
const version = 1
const noCommunity = 0xffff
/** How far a name that is not written yet stands from the notes that use it, in the map's units. */
const aside = 900

/** Names that notes link to and nobody wrote, and the links to them. */
export interface Missing {
  readonly names: readonly string[]
  readonly links: readonly {readonly note: number; readonly name: number}[]
}

/**
 * Gather the names that are not written yet.
 *
 * @param numbers Number of each note on the map.
 */
export function missingOf(unresolved: readonly UnresolvedLink[], numbers: ReadonlyMap<VaultPath, number>): Missing {
  const known = unresolved.flatMap(({from, target}) => {
    const note = numbers.get(from)
    return note === undefined || target.trim() === '' ? [] : [{note, target, key: nameKey(target)}]
  })
  // The first spelling met stands for all.
  const spelled = new Map(known.toReversed().map(({key, target}) => [key, target]))
  const keys = [...spelled.keys()].sort(byCodePoint)
  const order = new Map(keys.map((key, index) => [key, index]))
  const pairs = new Map(known.map(({note, key}) => [`${note} ${key}`, {note, name: order.get(key) ?? 0}]))
  return {names: keys.map((key) => spelled.get(key) ?? key), links: [...pairs.values()]}
}

/** Print the file of numbers. */
export function mapFile({notes, edges, communities}: GardenMap, facets: Facets, missing: Missing): Uint8Array<ArrayBuffer> {
  const tags = facets.tags.of.flat()
  const ghosts = placesOf(missing, notes)
  const starts = [0]
  for (const each of facets.tags.of) starts.push((starts.at(-1) ?? 0) + each.length)
  const head = [magic, version, notes.length, missing.names.length, edges.length + missing.links.length, communities.length, tags.length, 0]
  const wide = [head, [...edges.map(({a}) => a), ...missing.links.map(({note}) => note)], [...edges.map(({b}) => b), ...missing.links.map(({name}) => notes.length + name)], starts]
  const middle = [
    [...notes.map(({x}) => x), ...ghosts.map(({x}) => x)],
    [...notes.map(({y}) => y), ...ghosts.map(({y}) => y)],
    notes.map(({community}) => (community < 0 ? noCommunity : community)),
    facets.kind.of,
    facets.status.of,
    facets.folder.of,
    facets.day,
    tags,
    communities.map(({x}) => x),
    communities.map(({y}) => y),
    communities.map(({ink}) => ink)
  ]
  const narrow = [
    [...edges.map(({forth, back, diagramOnly}) => (forth ? 1 : 0) + (back ? 2 : 0) + (diagramOnly ? 4 : 0)), ...missing.links.map(() => 1 + 8)],
    [...edges.map(({count}) => Math.min(count, 255)), ...missing.links.map(() => 1)]
  ]
  return columns(wide, middle, narrow)
}

function columns(wide: readonly (readonly number[])[], middle: readonly (readonly number[])[], narrow: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const length = (parts: readonly (readonly number[])[]): number => parts.reduce((sum, part) => sum + part.length, 0)
  const view = new DataView(new ArrayBuffer(4 * length(wide) + 2 * length(middle) + length(narrow)))
  let at = 0
  for (const value of wide.flat()) {
    view.setUint32(at, value, true)
    at += 4
  }
  for (const value of middle.flat()) {
    view.setUint16(at, value & 0xffff, true)
    at += 2
  }
  for (const value of narrow.flat()) {
    view.setUint8(at, value)
    at += 1
  }
  return new Uint8Array(view.buffer)
}

/** Each missing name beside the notes that use it, on the side that its own letters say. */
function placesOf({names, links}: Missing, notes: GardenMap['notes']): {x: number; y: number}[] {
  const users = Map.groupBy(links, ({name}) => name)
  return names.map((name, index) => {
    const near = (users.get(index) ?? []).flatMap(({note}) => notes[note] ?? [])
    const [turn] = placeOf(name)
    const mean = (of: 'x' | 'y'): number => near.reduce((sum, note) => sum + note[of], 0) / Math.max(1, near.length)
    const held = (value: number): number => Math.max(-32_767, Math.min(32_767, Math.round(value)))
    return {x: held(mean('x') + Math.cos(turn * Math.PI) * aside), y: held(mean('y') + Math.sin(turn * Math.PI) * aside)}
  })
}
