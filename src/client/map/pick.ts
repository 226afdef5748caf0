/**
 * Which of the shown notes are drawn one by one. All of them while they are few;
 * else, far out, only the most linked ones over a ground of dots; near, those in
 * sight. So a map of 10,000 notes costs no more to draw than one of 1,000, and
 * is no tangle. Pure: no browser here.
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
  /** Whether communities stand for notes that are in sight and not drawn. */
  readonly far: boolean
}

/**
 * Pick what is drawn.
 *
 * @param sight What the reader sees; `undefined` is all.
 * @param pinned Notes that are drawn in any case.
 */
export function pick(data: MapData, shown: Shown, {sight, pinned}: {sight: Sight | undefined; pinned: readonly number[]}): Picked {
  if (shown.count <= mostNotes) return withEdges(data, shown, {notes: numbersOf(shown.notes), far: false})
  const near = numbersOf(shown.notes).filter((note) => !sight || isIn(data, note, sight))
  const far = near.length > mostNotes
  const kept = far ? mostLinked(near, shown, landmarks) : near
  return withEdges(data, shown, {notes: [...new Set([...kept, ...pinned])], far})
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

/** The notes with the most links; of those with as many, the first. */
export function mostLinked(notes: readonly number[], {links}: Shown, count: number): number[] {
  return [...notes].sort((a, b) => (links[b] ?? 0) - (links[a] ?? 0) || a - b).slice(0, count)
}

/** The links among the notes that are drawn, the strongest first where they are too many; far out none, as they would cross everything. */
function withEdges(data: MapData, {edges}: Shown, {notes, far}: {notes: readonly number[]; far: boolean}): Picked {
  const drawn = new Uint8Array(data.all)
  for (const note of notes) drawn[note] = 1
  const found: number[] = []
  for (let edge = 0; edge < data.edges; edge += 1) {
    if (edges[edge] && drawn[data.a[edge] ?? 0] && drawn[data.b[edge] ?? 0]) found.push(edge)
  }
  if (far) return {notes, edges: [], far}
  const isInside = (edge: number): number => (data.community[data.a[edge] ?? 0] === data.community[data.b[edge] ?? 0] ? 1 : 0)
  const kept = found.length <= mostEdges ? found : found.sort((a, b) => isInside(b) - isInside(a) || (data.strength[b] ?? 0) - (data.strength[a] ?? 0) || a - b).slice(0, mostEdges)
  return {notes, edges: kept, far}
}
