/** Make a graph of any size, the same on every machine: uneven communities, four links in five inside, few notes that many know. */

export interface MadeGraph {
  readonly names: readonly string[]
  /** Pairs of numbers of notes. */
  readonly links: readonly (readonly [from: number, to: number])[]
  /** Number of each note's community. */
  readonly group: readonly number[]
}

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

/** Make a graph of so many notes with four links each, about. */
export function makeGraph(count: number, seed = 1): MadeGraph {
  const next = numbers(seed)
  const groups = Math.max(4, Math.round(Math.sqrt(count) / 1.6))
  const group = Array.from({length: count}, () => Math.floor(next() * next() * groups))
  const members = Map.groupBy(group.keys(), (index) => group[index] ?? 0)
  const links = group.flatMap((own, from) =>
    Array.from({length: 1 + Math.floor(next() * 7)}, (): readonly [number, number] => {
      const pool = members.get(own) ?? []
      const at = next() ** 2.2
      return [from, next() < 0.8 ? (pool[Math.floor(at * pool.length)] ?? from) : Math.floor(at * count)]
    })
  )
  return {names: group.map((own, index) => `Notes/Group ${own}/Note ${index}`), links, group}
}
