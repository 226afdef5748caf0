/**
 * The neighbourhood of a note in columns: one a step, a row a note, so that labels cannot overlap. What does not fit is
 * counted. Pure: the same web gives the same drawing.
 */

import {fit} from '../../components/chip.ts'
import type {Web} from './web.ts'

export interface Spot {
  readonly note: number
  readonly step: number
  /** The title as it fits. */
  readonly label: string
  readonly x: number
  readonly y: number
  /** Where its column ends, and lines may bend. */
  readonly right: number
  /** Whether its lines lead down from its beginning, as nothing stands beside it. */
  readonly isHead: boolean
}

/** A link between neighbouring columns; `out` leads to the right, `in` to the left. */
export interface Lead {
  readonly from: number
  readonly to: number
  readonly out: boolean
  readonly in: boolean
}

export interface Columns {
  readonly width: number
  readonly height: number
  readonly spots: readonly Spot[]
  readonly leads: readonly Lead[]
  /** Notes left out of each step, from the first, and where that is said. */
  readonly more: readonly {readonly count: number; readonly x: number; readonly y: number}[]
}

/** The widest drawing, and the room below which the first note stands over the others instead of beside them. */
const widest = 816
const narrow = 560
const pitch = 24
const size = 13
/** Rows of each step: more are not a picture but a list. */
const rows = [1, 16, 22, 22]
/** Room of the first column. */
const first = 150
/** Room for lines between columns: none crosses a label. */
const gaps = [0, 120, 110, 66]
const top = 20
/** The same where there is little room. */
const indent = 26
const narrowGap = 34

interface Plan {
  readonly width: number
  /** Room of a label. */
  readonly roomOf: (step: number) => number
  readonly left: (step: number) => number
  readonly isNarrow: boolean
}

function planOf(depth: number, room: number): Plan {
  const width = Math.max(280, Math.min(widest, Math.floor(room)))
  const isNarrow = width < narrow
  const [from, gap] = isNarrow ? [indent, narrowGap] : [first + (gaps[depth] ?? 66), gaps[depth] ?? 66]
  const column = (width - from - gap * (depth - 1)) / depth
  return {
    width,
    isNarrow,
    roomOf: (step) => Math.round(step > 0 ? column : isNarrow ? width : first),
    left: (step) => (step === 0 ? 0 : Math.round(from + (step - 1) * (column + gap)))
  }
}

/**
 * Draw the notes up to some steps away, the weightiest of each step.
 *
 * @param room Pixels that there are from side to side.
 */
export function columns(web: Web, centre: number, {depth, room = widest}: {readonly depth: number; readonly room?: number}): Columns {
  const rings = ringsOf(web, centre, depth)
  const {width, isNarrow, roomOf, left} = planOf(depth, room)
  const tallest = Math.max(...rings.map(({shown, hidden}) => shown.length + Number(hidden > 0)))
  const head = isNarrow ? pitch : 0
  const height = top * 2 + tallest * pitch + head
  const middle = (height + head) / 2
  const rowOf = new Map<number, number>()
  const spots = rings.flatMap(({shown}, step) => {
    const ordered = inOrder(web, shown, rowOf)
    const start = middle - ((ordered.length - 1) * pitch) / 2
    return ordered.map((note, index): Spot => {
      const isHead = isNarrow && step === 0
      const y = isHead ? top : Math.round(start + index * pitch)
      rowOf.set(note, y)
      return {note, step, label: fit(web.titles[note] ?? '', step === 0 ? roomOf(step) : roomOf(step) - 12, size + (step === 0 ? 2 : 0)), x: left(step), y, right: left(step) + roomOf(step), isHead}
    })
  })
  const more = rings.flatMap(({shown, hidden}, step) => (hidden > 0 ? [{count: hidden, x: left(step), y: Math.round(middle + (shown.length / 2) * pitch + pitch / 2)}] : []))
  return {width, height, spots, leads: leadsOf(web, spots), more}
}

interface Ring {
  readonly shown: readonly number[]
  readonly hidden: number
}

function ringsOf(web: Web, centre: number, depth: number): Ring[] {
  const rings: Ring[] = [{shown: [centre], hidden: 0}]
  const seen = new Set([centre])
  for (let step = 1; step <= depth; step += 1) {
    const found = beyond(web, rings[step - 1]?.shown ?? [], seen)
    // What is near is never shown as far, drawn or not.
    for (const note of found) seen.add(note)
    if (found.length > 0) rings.push({shown: found.slice(0, rows[step]), hidden: Math.max(0, found.length - (rows[step] ?? 0))})
  }
  return rings
}

/** Notes linked with those of a step that were not seen before: those with the most such links first. */
function beyond(web: Web, ring: readonly number[], seen: ReadonlySet<number>): number[] {
  const weights = new Map<number, number>()
  for (const next of ring.flatMap((note) => web.near[note] ?? [])) if (!seen.has(next)) weights.set(next, (weights.get(next) ?? 0) + 1)
  return [...weights].sort((a, b) => b[1] - a[1] || degree(web, b[0]) - degree(web, a[0]) || a[0] - b[0]).map(([note]) => note)
}

function degree(web: Web, note: number): number {
  return web.near[note]?.length ?? 0
}

/** Notes by the middle of those they are linked to in the column before, so that few lines cross. */
function inOrder(web: Web, notes: readonly number[], rowOf: ReadonlyMap<number, number>): number[] {
  const middle = new Map(notes.map((note) => {
    const places = (web.near[note] ?? []).flatMap((other) => rowOf.get(other) ?? [])
    return [note, places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length)]
  }))
  return [...notes].sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0) || a - b)
}

function leadsOf(web: Web, spots: readonly Spot[]): Lead[] {
  const steps = new Map(spots.map(({note, step}) => [note, step]))
  return spots.flatMap(({note, step}) =>
    (web.near[note] ?? []).flatMap((to): Lead[] => (steps.get(to) === step + 1 ? [{from: note, to, out: web.out[note]?.includes(to) ?? false, in: web.in[note]?.includes(to) ?? false}] : []))
  )
}
