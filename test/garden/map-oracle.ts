/** Slow, obvious answers about webs of notes, and webs to ask them of. Shares no code with `src/`. */

import type {Join} from '../../src/garden/map/web.ts'

/** Numbers from 0 up to 1, always the same ones for a seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A web with groups known beforehand: four links in five stay inside. */
export function planted(count: number, groups: number, seed: number): {keys: string[]; joins: Join[]; group: number[]} {
  const next = numbers(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  const group = Array.from({length: count}, (_, index) => index % groups)
  const joins: Join[] = []
  for (let index = 0; index < count; index += 1) {
    for (let link = 0; link < 4; link += 1) {
      const inside = index % groups + groups * below(Math.floor(count / groups))
      joins.push([index, next() < 0.8 ? inside : below(count), 1])
    }
  }
  return {keys: group.map((_, index) => `note ${String(index).padStart(6, '0')}.md`), joins, group}
}

/** Modularity by its definition: over all pairs of nodes. */
export function plainModularity(count: number, joins: readonly Join[], community: readonly number[]): number {
  const all = Array.from({length: count}, (_, index) => index)
  const between = new Map<string, number>()
  for (const [a, b, by] of joins) {
    if (a !== b) for (const pair of [`${a} ${b}`, `${b} ${a}`]) between.set(pair, (between.get(pair) ?? 0) + by)
  }
  const weight = (a: number, b: number): number => between.get(`${a} ${b}`) ?? 0
  const degree = all.map((a) => all.reduce((sum, b) => sum + weight(a, b), 0))
  const twice = degree.reduce((sum, by) => sum + by, 0)
  const together = (a: number, b: number): boolean => a === b || (community[a] === community[b] && (community[a] ?? -1) >= 0)
  const pairs = all.flatMap((a) => all.filter((b) => together(a, b)).map((b) => weight(a, b) - ((degree[a] ?? 0) * (degree[b] ?? 0)) / twice))
  return twice === 0 ? 0 : pairs.reduce((sum, by) => sum + by, 0) / twice
}

/** Communities found by joining, again and again, the two whose union raises modularity most (Clauset, Newman and Moore, 2004). */
export function plainCommunities(count: number, joins: readonly Join[]): number[] {
  let found = Array.from({length: count}, (_, index) => index)
  let best = plainModularity(count, joins, found)
  for (;;) {
    const pairs = new Set(joins.map(([a, b]) => [found[a] ?? 0, found[b] ?? 0].sort((x, y) => x - y).join(' ')))
    let better: {readonly partition: number[]; readonly score: number} | undefined
    for (const pair of pairs) {
      const [one, other] = pair.split(' ').map(Number)
      if (one === other) continue
      const partition = found.map((each) => (each === other ? (one ?? 0) : each))
      const score = plainModularity(count, joins, partition)
      if (score > best + 1e-12) {
        best = score
        better = {partition, score}
      }
    }
    if (!better) return found
    found = better.partition
  }
}

/** The push on each point by all others, pair by pair: charge over distance. */
export function plainRepulsion(x: readonly number[], y: readonly number[]): {readonly x: number; readonly y: number}[] {
  return x.map((px, index) => {
    let [sumX, sumY] = [0, 0]
    for (const [other, ox] of x.entries()) {
      if (other === index) continue
      const [dx, dy] = [px - ox, (y[index] ?? 0) - (y[other] ?? 0)]
      const square = Math.max(dx * dx + dy * dy, 1)
      sumX += dx / square
      sumY += dy / square
    }
    return {x: sumX, y: sumY}
  })
}
