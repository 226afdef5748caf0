/** Communities: notes that link among themselves more than chance would have it. */

import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import {eachJoin, type Web} from './web.ts'

/** Fewer notes than this are a pair, not a community. */
const fewest = 3

/**
 * Find the communities of a web by Louvain's method, which seeks the partition of highest modularity.
 *
 * @returns
 *   For each node the number of its community, the largest first, or −1 where it belongs to none.
 */
export function findCommunities(web: Web): Int32Array {
  const raw = louvainOf(web)
  const members = Map.groupBy(web.keys.keys(), (index) => raw[index] ?? 0)
  const found = new Int32Array(web.keys.length).fill(-1)
  // Those of one size stand in the order of their first note.
  const ranked = [...members.values()].filter((each) => each.length >= fewest).sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
  for (const [rank, each] of ranked.entries()) for (const index of each) found[index] = rank
  return found
}

function louvainOf(web: Web): Int32Array {
  const graph = new Graph({type: 'undirected'})
  for (const index of web.keys.keys()) graph.addNode(index)
  eachJoin(web, (a, b, weight) => graph.addUndirectedEdge(a, b, {weight}))
  // No walk at random: nodes are visited in the order of their names, so that nothing is left to dice.
  const assigned = graph.size === 0 ? {} : louvain(graph, {getEdgeWeight: 'weight', randomWalk: false, rng: () => 0})
  return Int32Array.from(web.keys.keys(), (index) => assigned[index] ?? -1 - index)
}

/**
 * Modularity of a partition (Newman, 2004): from −½ to 1; how many more joins lie inside than by chance.
 *
 * @param community Number of each node's community; those below 0 stand each for itself.
 */
export function modularity(web: Web, community: Int32Array): number {
  const inside = new Map<number, number>()
  const total = new Map<number, number>()
  const of = (index: number): number => ((community[index] ?? -1) < 0 ? -1 - index : (community[index] ?? 0))
  let all = 0
  for (const index of web.keys.keys()) {
    const degree = web.degree[index] ?? 0
    all += degree
    total.set(of(index), (total.get(of(index)) ?? 0) + degree)
  }
  eachJoin(web, (a, b, weight) => {
    if (of(a) === of(b)) inside.set(of(a), (inside.get(of(a)) ?? 0) + 2 * weight)
  })
  if (all === 0) return 0
  return [...total].reduce((sum, [key, degree]) => sum + (inside.get(key) ?? 0) / all - (degree / all) ** 2, 0)
}
