/** The garden as a map: where each note stands, which links join them, which communities they form. */

import {createHash} from 'node:crypto'
import {fileURLToPath} from 'node:url'
import {type Cache, openCache, versionOf} from '../cache.ts'
import {linkWeights} from '../relations/backlinks.ts'
import type {Community, GardenMap, GraphEdge, MapEdge, MapNote, Page} from '../model.ts'
import {byCodePoint} from '../names.ts'
import {findCommunities} from './communities.ts'
import {nameCommunities} from './community-names.ts'
import {layOut} from './layout.ts'
import {type Join, type Web, weave} from './web.ts'

/** What stands for 1 in the layout: places are kept in two bytes. */
export const mapUnit = 16_384
const farthest = 32_767
/** How many inks the map has (`map.css`). */
export const inks = 8

/** What the map needs of a page. */
export type MapPage = Pick<Page, 'slug' | 'path' | 'title' | 'tags' | 'hidden'>

/** The map of a garden, made when it is first asked for, and then kept. */
export function mapOnce(pages: readonly MapPage[], links: readonly GraphEdge[], folder: string): () => GardenMap {
  let made: GardenMap | undefined
  return () => {
    if (made) return made
    const cache = openCache(folder)
    made = makeMap(pages, links, cache)
    cache.prune()
    return made
  }
}

/**
 * Make the map of a garden.
 *
 * @param pages In code-point order of their paths; hidden ones (F-03) are left out.
 * @param cache Where places and communities are kept, by the links they follow from.
 */
export function makeMap(pages: readonly MapPage[], links: readonly GraphEdge[], cache: Cache): GardenMap {
  const shown = pages.filter(({hidden}) => !hidden).sort((a, b) => byCodePoint(a.path, b.path))
  const numbers = new Map(shown.map(({path}, index) => [path, index]))
  const edges = edgesOf(links, numbers)
  const web = weave(shown.map(({path}) => path), edges.joins)
  const {x, y, community} = placed(web, cache)
  const named = nameCommunities(web, Int32Array.from(community), shown.map(({title, tags}) => ({title, tags: tags.map(({name}) => name)})))
  const degrees = degreesOf(edges.list, shown.length)
  const notes = shown.map(({slug, title}, index): MapNote => ({slug, title, x: x[index] ?? 0, y: y[index] ?? 0, community: community[index] ?? -1, links: degrees[index] ?? 0}))
  const ink = inksOf(named.map(({hub}) => web.keys[hub] ?? ''))
  const communities = named.flatMap(({name, from, hub, members}, index): Community[] => {
    const home = notes[hub]
    return home ? [{name, from, hub: home.slug, count: members.length, x: middle(members, x), y: middle(members, y), ink: ink[index] ?? 0}] : []
  })
  return {notes, edges: edges.list, communities}
}

/** The links between each two notes as one edge, in the order of their numbers. */
function edgesOf(links: readonly GraphEdge[], numbers: ReadonlyMap<string, number>): {list: MapEdge[]; joins: Join[]} {
  const found = new Map<number, {count: number; forth: boolean; back: boolean; diagramOnly: boolean; weight: number}>()
  for (const {from, to, kind} of links) {
    const [source, target] = [numbers.get(from), numbers.get(to)]
    if (source === undefined || target === undefined || source === target) continue
    const key = Math.min(source, target) * numbers.size + Math.max(source, target)
    const edge = found.get(key) ?? {count: 0, forth: false, back: false, diagramOnly: true, weight: 0}
    edge.count += 1
    edge.weight += linkWeights[kind]
    if (source < target) edge.forth = true
    else edge.back = true
    if (kind !== 'diagram') edge.diagramOnly = false
    found.set(key, edge)
  }
  const sorted = [...found].sort(([a], [b]) => a - b)
  const ends = (key: number): [number, number] => [Math.floor(key / numbers.size), key % numbers.size]
  return {
    list: sorted.map(([key, {count, forth, back, diagramOnly}]) => ({a: ends(key)[0], b: ends(key)[1], count, forth, back, diagramOnly})),
    joins: sorted.map(([key, {weight}]) => [...ends(key), weight])
  }
}

function degreesOf(edges: readonly MapEdge[], count: number): Int32Array {
  const degrees = new Int32Array(count)
  for (const {a, b} of edges) {
    degrees[a] = (degrees[a] ?? 0) + 1
    degrees[b] = (degrees[b] ?? 0) + 1
  }
  return degrees
}

interface Placed {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly community: readonly number[]
}

let version: string | undefined

/** Places and communities, from the cache where the links are the same. */
function placed(web: Web, cache: Cache): Placed {
  version ??= versionOf(['communities.ts', 'forces.ts', 'layout.ts', 'quadtree.ts', 'start.ts', 'web.ts', '../../../package-lock.json'].map((name) => fileURLToPath(new URL(name, import.meta.url))))
  const key = createHash('sha256').update(JSON.stringify([version, web.keys])).update(web.from).update(web.to).update(web.weight).digest('hex')
  const known = cache.read(key)
  if (known !== undefined) return JSON.parse(known)

  const community = findCommunities(web)
  const {x, y} = layOut(web, community)
  const made: Placed = {x: whole(x), y: whole(y), community: [...community]}
  cache.write(key, JSON.stringify(made))
  return made
}

/** Whole numbers that fit two bytes; none is −0, which JSON does not know. */
function whole(values: Float64Array): number[] {
  return Array.from(values, (value) => Math.max(-farthest, Math.min(farthest, Math.round(value * mapUnit))) + 0)
}

/** The median, which a note that strays does not move. */
function middle(members: readonly number[], of: readonly number[]): number {
  const sorted = members.map((index) => of[index] ?? 0).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** An ink for each hub: the one its name asks for, else the next that is free; beyond the number of inks they come again. */
function inksOf(hubs: readonly string[]): number[] {
  let taken = new Set<number>()
  return hubs.map((hub) => {
    if (taken.size === inks) taken = new Set()
    let ink = createHash('sha256').update(hub).digest().readUInt32BE(0) % inks
    while (taken.has(ink)) ink = (ink + 1) % inks
    taken.add(ink)
    return ink
  })
}
