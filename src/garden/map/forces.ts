/** The forces of the layout: links pull, notes push, the middle holds. They cool by a fixed plan, the same for every note. */

import type {Layout} from './layout.ts'
import {repulsion} from './quadtree.ts'
import {eachJoin, real, type Web, whole} from './web.ts'

/** Length of a link at rest; all other lengths follow from it. */
export const linkLength = 30
/** How much longer and weaker a link is that leads from one community to another. */
const bridge = {length: 2.2, strength: 0.16} as const
/** Rounds of the forces, and how warm the first and the last are. */
const rounds = 140
const warm = 0.55
const cool = 0.02
/** Rounds for which a push lasts: notes move little from one to the next, and the pushes are most of the work. */
const lasting = 2
/** Share of its speed that a note keeps from round to round. */
const momentum = 0.6
const charge = 34
const gravity = 0.045

/**
 * Let the forces act on nodes that have links.
 *
 * @param joined Numbers of these nodes.
 * @param start Places of all nodes.
 * @returns Places in the order of `joined`.
 */
export function settle(web: Web, community: Int32Array, {joined, start}: {joined: readonly number[]; start: Layout}): Layout {
  const points = {
    x: Float64Array.from(joined, (index) => real(start.x, index)),
    y: Float64Array.from(joined, (index) => real(start.y, index)),
    charge: new Float64Array(joined.length).fill(1)
  }
  const speed = {x: new Float64Array(joined.length), y: new Float64Array(joined.length)}
  const pushed = {x: new Float64Array(joined.length), y: new Float64Array(joined.length)}
  const push = repulsion(points)
  const links = springs(web, community, joined)
  for (let round = 0; round < rounds; round += 1) {
    const heat = warm * (cool / warm) ** (round / rounds)
    pull(links, {points, speed, heat})
    if (round % lasting === 0) {
      pushed.x.fill(0)
      pushed.y.fill(0)
      push(pushed.x, pushed.y, charge)
    }
    move(points.x, {speeds: speed.x, pushes: pushed.x, heat})
    move(points.y, {speeds: speed.y, pushes: pushed.y, heat})
  }
  return points
}

function move(places: Float64Array, {speeds, pushes, heat}: {speeds: Float64Array; pushes: Float64Array; heat: number}): void {
  for (let index = 0; index < places.length; index += 1) {
    const speed = (real(speeds, index) + (real(pushes, index) - real(places, index) * gravity) * heat) * momentum
    speeds[index] = speed
    places[index] = real(places, index) + speed
  }
}

/** All links in columns. */
interface Springs {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly strength: Float64Array
  readonly length: Float64Array
  /** How much of the pull moves `b`; the rest moves `a`. */
  readonly share: Float64Array
}

function springs(web: Web, community: Int32Array, joined: readonly number[]): Springs {
  const slots = new Map(joined.map((index, slot) => [index, slot]))
  const links = (index: number): number => whole(web.from, index + 1) - whole(web.from, index)
  const list: [a: number, b: number][] = []
  eachJoin(web, (a, b) => list.push([a, b]))
  const isBridge = ([a, b]: readonly [number, number]): boolean => community[a] !== community[b]
  return {
    a: Int32Array.from(list, ([a]) => slots.get(a) ?? 0),
    b: Int32Array.from(list, ([, b]) => slots.get(b) ?? 0),
    strength: Float64Array.from(list, (link) => (isBridge(link) ? bridge.strength : 1) / Math.min(links(link[0]), links(link[1]))),
    length: Float64Array.from(list, (link) => (isBridge(link) ? linkLength * bridge.length : linkLength)),
    // The end with more links gives way less; a hub stays where the many hold it.
    share: Float64Array.from(list, ([a, b]) => links(a) / (links(a) + links(b)))
  }
}

/** Add, to each end of each link, its pull. */
function pull({a, b, strength, length, share}: Springs, {points, speed, heat}: {points: Layout; speed: Layout; heat: number}): void {
  for (let at = 0; at < a.length; at += 1) {
    const [from, to] = [whole(a, at), whole(b, at)]
    const dx = real(points.x, to) - real(points.x, from)
    const dy = real(points.y, to) - real(points.y, from)
    const distance = Math.max(Math.sqrt(dx * dx + dy * dy), 1e-6)
    const by = ((distance - real(length, at)) / distance) * heat * real(strength, at)
    const ofTo = real(share, at)
    speed.x[to] = real(speed.x, to) - dx * by * ofTo
    speed.y[to] = real(speed.y, to) - dy * by * ofTo
    speed.x[from] = real(speed.x, from) + dx * by * (1 - ofTo)
    speed.y[from] = real(speed.y, from) + dy * by * (1 - ofTo)
  }
}
