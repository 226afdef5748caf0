/**
 * Where each note stands on the map. A pure function of the web: no dice, no
 * clock, and no memory of the last picture, so that a build from nothing and a
 * build after one edit draw the same.
 *
 * That one new note still moves little has three reasons. Each note starts at a
 * place made of its own name. Linked notes then draw together step by step,
 * which is a smooth function of the links. From there the forces only have to
 * mend what is near.
 */

import {linkLength, settle} from './forces.ts'
import {placeOf, startOf} from './start.ts'
import {real, type Web} from './web.ts'

/** Places by number of node: around 0, most of them within 1. */
export interface Layout {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Share of the linked notes that stand within 1: one that strays does not shrink the rest. */
const within = 0.98
/** The belt of notes without links, in distance from the middle. */
const belt = {middle: 1.2, half: 0.12} as const

/**
 * Lay out a web.
 *
 * @param community Number of each node's community, −1 for none.
 */
export function layOut(web: Web, community: Int32Array): Layout {
  const joined = [...web.keys.keys()].filter((index) => real(web.degree, index) > 0)
  const settled = settle(web, community, {joined, start: startOf(web, community, linkLength * Math.sqrt(web.keys.length))})
  const layout = loose(web.keys)
  const {x, y} = settled
  const reaches = x.map((px, index) => Math.hypot(px, real(y, index))).sort()
  const reach = Math.max(real(reaches, Math.floor(reaches.length * within)), 1e-9)
  for (const [slot, index] of joined.entries()) {
    layout.x[index] = real(x, slot) / reach
    layout.y[index] = real(y, slot) / reach
  }
  return layout
}

/** Notes without links stand in a belt around the others, each where its name says. */
function loose(keys: readonly string[]): Layout {
  const places = keys.map((key) => {
    const [turn, out] = placeOf(key)
    return {turn: turn * Math.PI, out: belt.middle + belt.half * out}
  })
  return {x: Float64Array.from(places, ({turn, out}) => Math.cos(turn) * out), y: Float64Array.from(places, ({turn, out}) => Math.sin(turn) * out)}
}
