/** Where notes stand before the forces act: made of their names and their links alone. */

import type {Layout} from './layout.ts'
import {real, type Web, whole} from './web.ts'

/** Steps in which linked notes draw together. */
const steps = 8
/** How much a link between communities counts. Less would part them more, and let one note that changes sides move more. */
const bridge = 0.5

/** Two numbers from −1 to 1 made of a name alone (FNV-1a, mixed as in MurmurHash3). */
export function placeOf(key: string): readonly [x: number, y: number] {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return [mixed(hash ^ 0x9e3779b9), mixed(hash ^ 0x3c6ef372)]
}

function mixed(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return ((second ^ (second >>> 16)) >>> 0) / 2 ** 31 - 1
}

/**
 * Each note at the mean of its own place and its neighbours', again and again.
 *
 * @param radius How far from the middle the notes stand at the end, about.
 */
export function startOf(web: Web, community: Int32Array, radius: number): Layout {
  const places = web.keys.map(placeOf)
  let layout: Layout = {x: Float64Array.from(places, ([x]) => x), y: Float64Array.from(places, ([, y]) => y)}
  for (let step = 0; step < steps; step += 1) layout = drawnTogether(web, community, layout)
  return spread(layout, web, radius)
}

function drawnTogether(web: Web, community: Int32Array, {x, y}: Layout): Layout {
  const next = {x: x.slice(), y: y.slice()}
  for (const index of web.keys.keys()) {
    let [sumX, sumY, sum] = [0, 0, 0]
    for (let at = whole(web.from, index); at < whole(web.from, index + 1); at += 1) {
      const other = whole(web.to, at)
      const by = real(web.weight, at) * (community[index] === community[other] ? 1 : bridge)
      sumX += by * real(x, other)
      sumY += by * real(y, other)
      sum += by
    }
    if (sum === 0) continue
    next.x[index] = (real(x, index) + sumX / sum) / 2
    next.y[index] = (real(y, index) + sumY / sum) / 2
  }
  return next
}

/** Move the middle to 0 and stretch both axes until the notes fill a disc: drawing together made them flat. */
function spread({x, y}: Layout, {degree}: Web, radius: number): Layout {
  const joined = [...degree.keys()].filter((index) => real(degree, index) > 0)
  const sum = (of: (index: number) => number): number => joined.reduce((total, index) => total + of(index), 0)
  const count = Math.max(1, joined.length)
  const [midX, midY] = [sum((index) => real(x, index)) / count, sum((index) => real(y, index)) / count]
  const xx = sum((index) => (real(x, index) - midX) ** 2)
  const xy = sum((index) => (real(x, index) - midX) * (real(y, index) - midY))
  const yy = sum((index) => (real(y, index) - midY) ** 2)
  // Cholesky's factor of the inverse covariance: both axes get one spread, and do not lean on each other.
  const scale = radius * Math.sqrt(joined.length) * 0.5
  const first = Math.sqrt(Math.max(xx, 1e-12))
  const lean = xy / first
  const second = Math.sqrt(Math.max(yy - lean * lean, 1e-12))
  return {
    x: x.map((px) => (scale * (px - midX)) / first),
    y: y.map((py, index) => (scale * (py - midY - (lean * (real(x, index) - midX)) / first)) / second)
  }
}
