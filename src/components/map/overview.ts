/**
 * The map of the whole garden as a drawing made at build: what is seen without
 * JavaScript or WebGL, and the small map of the first page.
 *
 * Dots of one ink and size are one path of points, so that a thousand notes are
 * a few kilobytes. Names stand where there is room, the most telling first.
 */

import type {Community, GardenMap, MapEdge, MapNote, Slug} from '../../garden/model.ts'
import {fit, textWidth} from '../chip.ts'
import {communityLabel} from './labels.ts'

export interface OverviewOptions {
  /** Pixels of the view box. */
  readonly width: number
  readonly height: number
  /** Most notes that get a name. */
  readonly names: number
}

export interface Overview {
  readonly width: number
  readonly height: number
  /** The neat line. */
  readonly frame: {readonly x: number; readonly y: number; readonly width: number; readonly height: number}
  /** Grid letters and figures in the margin, and where each square of the grid begins. */
  readonly columns: readonly Tick[]
  readonly rows: readonly Tick[]
  readonly lines: string
  readonly dots: readonly {readonly ink: number; readonly size: DotSize; readonly path: string}[]
  readonly regions: readonly (Placed & {readonly number: number})[]
  readonly towns: readonly (Placed & {readonly slug: Slug; readonly dot: Point})[]
  /** How many notes are drawn. */
  readonly shown: number
}

type DotSize = 's' | 'm' | 'l'
type Point = readonly [x: number, y: number]

interface Tick {
  readonly name: string
  /** Middle of the square, and its beginning. */
  readonly at: number
  readonly from: number
}

interface Placed {
  readonly label: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** More dots than this are a grey blot. */
const mostDots = 1500
const mostLines = 900
/** Links drawn for each note: its strongest; all of them are a tangle. */
const linesEach = 2
const mostRegions = 24
const margin = 26
/** Between the neat line and the notes. */
const inset = 34
/** How much more one axis may be stretched than the other to fill the sheet. */
const mostStretch = 1.7
const square = 210
const sizes = {region: 17, town: 12.5} as const

/** Draw a map. */
export function overview({notes, edges, communities}: GardenMap, {width, height, names}: OverviewOptions): Overview {
  const frame = {x: margin, y: margin, width: width - margin - 1, height: height - margin - 1}
  const joined = notes.filter(({links}) => links > 0)
  const drawn = new Set([...joined].sort((a, b) => b.links - a.links).slice(0, mostDots))
  const place = projection(joined, frame)
  const taken: Box[] = []
  const regions = placeRegions(communities, {place, frame, taken})
  return {
    width,
    height,
    frame,
    columns: ticks(frame.x, frame.width, (index) => String.fromCharCode(65 + index)),
    rows: ticks(frame.y, frame.height, (index) => String(index + 1)),
    lines: linePath(notes, edges, {drawn, place}),
    dots: dotPaths([...drawn], {place, communities}),
    regions,
    towns: placeTowns([...drawn].slice(0, names * 3), {place, frame, taken}).slice(0, names),
    shown: drawn.size
  }
}

type Project = (at: {readonly x: number; readonly y: number}) => Point

/** From the map's units to pixels: all of the notes fill the frame, neither axis stretched much more than the other. */
function projection(notes: readonly MapNote[], frame: Overview['frame']): Project {
  const range = (of: (note: MapNote) => number): readonly [middle: number, half: number] => {
    const values = notes.map(of)
    const least = values.reduce((a, b) => Math.min(a, b), Infinity)
    const most = values.reduce((a, b) => Math.max(a, b), -Infinity)
    return values.length === 0 ? [0, 1] : [(least + most) / 2, Math.max((most - least) / 2, 1)]
  }
  const [midX, halfX] = range(({x}) => x)
  const [midY, halfY] = range(({y}) => y)
  const [scaleX, scaleY] = [(frame.width / 2 - inset) / halfX, (frame.height / 2 - inset) / halfY]
  const [byX, byY] = [Math.min(scaleX, scaleY * mostStretch), Math.min(scaleY, scaleX * mostStretch)]
  return ({x, y}) => [Math.round(frame.x + frame.width / 2 + (x - midX) * byX), Math.round(frame.y + frame.height / 2 + (y - midY) * byY)]
}

function ticks(from: number, length: number, name: (index: number) => string): Tick[] {
  const count = Math.min(26, Math.max(1, Math.round(length / square)))
  return Array.from({length: count}, (_, index) => ({name: name(index), at: Math.round(from + ((index + 0.5) * length) / count), from: Math.round(from + (index * length) / count)}))
}

/** The strongest links of each note that is drawn, as one path. */
function linePath(notes: readonly MapNote[], edges: readonly MapEdge[], {drawn, place}: {drawn: ReadonlySet<MapNote>; place: Project}): string {
  const used = new Map<MapNote, number>()
  const near = (a: MapNote, b: MapNote): number => (a.community === b.community ? 0 : 1)
  const strongest = edges
    .flatMap(({a, b, count, diagramOnly}) => {
      const [from, to] = [notes[a], notes[b]]
      return from && to && !diagramOnly && drawn.has(from) && drawn.has(to) ? [{from, to, count}] : []
    })
    .sort((one, other) => near(one.from, one.to) - near(other.from, other.to) || other.count - one.count)
  const kept = strongest.filter(({from, to}) => {
    const [ofFrom, ofTo] = [used.get(from) ?? 0, used.get(to) ?? 0]
    if (Math.min(ofFrom, ofTo) >= linesEach) return false
    used.set(from, ofFrom + 1)
    used.set(to, ofTo + 1)
    return true
  })
  return kept.slice(0, mostLines).map(({from, to}) => segment(place(from), place(to))).join('')
}

function segment([x, y]: Point, [toX, toY]: Point): string {
  return `M${x} ${y}l${toX - x} ${toY - y}`.replaceAll(' -', '-')
}

function sizeOf(links: number): DotSize {
  return links >= 24 ? 'l' : links >= 8 ? 'm' : 's'
}

/** Dots as lines of no length with round ends, one path for each ink and size. */
function dotPaths(notes: readonly MapNote[], {place, communities}: {place: Project; communities: readonly Community[]}): Overview['dots'] {
  const groups = Map.groupBy(notes, ({community, links}) => `${communities[community]?.ink ?? -1} ${sizeOf(links)}`)
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => {
    const [ink = '', size = ''] = key.split(' ')
    const points = group.map(place).sort((a, b) => a[0] - b[0] || a[1] - b[1])
    return {ink: Number(ink), size: size === 'l' ? 'l' : size === 'm' ? 'm' : 's', path: points.map(([x, y]) => `M${x} ${y}h0`).join('')}
  })
}

interface Room {
  readonly place: Project
  readonly frame: Overview['frame']
  /** Where names stand already; grows. */
  readonly taken: Box[]
}

/** Names of communities over their middles, moved up or down where another stands. */
function placeRegions(communities: readonly Community[], room: Room): Overview['regions'] {
  return communities.slice(0, mostRegions).flatMap((community, number) => {
    const label = fit(communityLabel(community), 260, sizes.region)
    const [x, y] = room.place(community)
    const spots = [0, -22, 22, -44, 44, -66, 66].map((shift): Placed => ({label, x, y: y + shift, anchor: 'middle'}))
    const spot = firstFree(spots, sizes.region, room)
    return spot ? [{...spot, number}] : []
  })
}

/** Names of notes beside their dots, where there is room. */
function placeTowns(notes: readonly MapNote[], room: Room): Overview['towns'] {
  return notes.flatMap((note) => {
    const label = fit(note.title, 190, sizes.town)
    const [x, y] = room.place(note)
    const spots: Placed[] = [
      {label, x: x + 8, y: y + 4, anchor: 'start'},
      {label, x: x - 8, y: y + 4, anchor: 'end'},
      {label, x, y: y - 9, anchor: 'middle'},
      {label, x, y: y + 17, anchor: 'middle'}
    ]
    const spot = firstFree(spots, sizes.town, room)
    return spot ? [{...spot, slug: note.slug, dot: [x, y] as const}] : []
  })
}

/** The first spot inside the frame where no other name stands; it is taken from then on. */
function firstFree(spots: readonly Placed[], size: number, {frame, taken}: Room): Placed | undefined {
  for (const spot of spots) {
    const box = boxOf(spot, size)
    const isInside = box.left > frame.x && box.right < frame.x + frame.width && box.top > frame.y && box.bottom < frame.y + frame.height
    if (!isInside || taken.some((other) => overlap(box, other))) continue
    taken.push(box)
    return spot
  }
  return undefined
}

function boxOf({label, x, y, anchor}: Placed, size: number): Box {
  const width = textWidth(label, size)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return {left: left - 4, right: left + width + 4, top: y - size, bottom: y + size * 0.35}
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
