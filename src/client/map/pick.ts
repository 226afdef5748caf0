/**
 * Which of the shown notes are drawn one by one. All of them while they are few;
 * else, far out, only the most linked ones over the communities; near, those in
 * sight. So a map of 10,000 notes costs hardly more to draw than one of 1,000,
 * and is no tangle. Pure: no browser here.
 */

import type {MapData} from './data.ts'
import type {Shown} from './shown.ts'

/** More notes than this are not drawn at once. */
export const mostNotes = 1000
const mostEdges = 4000
/** Notes drawn far out, where communities stand for the rest. */
const landmarks = 140

/** A rectangle in the map's units. */
export interface Sight {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Picked {
  readonly notes: readonly number[]
  readonly edges: readonly number[]
  /** Notes in sight that are too many to be drawn: dots, over the communities that stand for them. */
  readonly dots: readonly number[]
}

/**
 * Pick what is drawn.
 *
 * @param sight What the reader sees; `undefined` is all.
 * @param pinned Notes that are drawn in any case.
 */
export function pick(data: MapData, shown: Shown, {sight, pinned}: {sight: Sight | undefined; pinned: readonly number[]}): Picked {
  const all = numbersOf(shown.notes)
  const near = all.length <= mostNotes || !sight ? all : all.filter((note) => isIn(data, note, sight))
  if (all.length <= mostNotes) return {notes: all, edges: edgesAmong(data, shown, all), dots: []}
  const isFar = near.length > mostNotes
  const notes = [...new Set([...(isFar ? mostLinked(near, shown, landmarks) : near), ...pinned])]
  // Far out links would cross everything; those of what is pinned are asked for.
  return {notes, edges: isFar ? edgesAmong(data, shown, pinned) : edgesAmong(data, shown, notes), dots: isFar ? all : []}
}

function numbersOf(marks: Uint8Array): number[] {
  const found: number[] = []
  for (let index = 0; index < marks.length; index += 1) if (marks[index]) found.push(index)
  return found
}

function isIn({x, y}: MapData, note: number, {left, right, top, bottom}: Sight): boolean {
  const [px, py] = [x[note] ?? 0, y[note] ?? 0]
  return px >= left && px <= right && py >= top && py <= bottom
}

/** The notes with the most links, the most linked first; of those with as many, the first. */
export function mostLinked(notes: readonly number[], {links}: Shown, count: number): number[] {
  const linksOf = (note: number): number => links[note] ?? 0
  const least = notes.length > count ? leastOf(notes, linksOf, count) : 0
  return notes
    .filter((note) => linksOf(note) >= least)
    .sort((a, b) => linksOf(b) - linksOf(a) || a - b)
    .slice(0, count)
}

/** How many links a note needs to be among so many: counted, as sorting all to keep a few would take longer. */
function leastOf(notes: readonly number[], linksOf: (note: number) => number, count: number): number {
  const having: number[] = []
  for (const note of notes) having[linksOf(note)] = (having[linksOf(note)] ?? 0) + 1
  let left = count
  for (let links = having.length - 1; links > 0; links -= 1) {
    left -= having[links] ?? 0
    if (left <= 0) return links
  }
  return 0
}

/** The links among some notes; the strongest where they are too many. */
function edgesAmong(data: MapData, {edges}: Shown, notes: readonly number[]): number[] {
  const drawn = new Uint8Array(data.all)
  for (const note of notes) drawn[note] = 1
  const found: number[] = []
  for (let edge = 0; edge < data.edges; edge += 1) {
    if (edges[edge] && drawn[data.a[edge] ?? 0] && drawn[data.b[edge] ?? 0]) found.push(edge)
  }
  const isInside = (edge: number): number => (data.community[data.a[edge] ?? 0] === data.community[data.b[edge] ?? 0] ? 1 : 0)
  return found.length <= mostEdges ? found : found.sort((a, b) => isInside(b) - isInside(a) || (data.strength[b] ?? 0) - (data.strength[a] ?? 0) || a - b).slice(0, mostEdges)
}
