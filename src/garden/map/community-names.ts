/** What communities are called: by the tag that tells them best from the rest, else by their hub. */

import type {Community} from '../model.ts'
import {byCodePoint, folderOf, nameKey} from '../names.ts'
import {eachJoin, type Web} from './web.ts'

/** What naming needs of a note. */
export interface Tagged {
  readonly title: string
  readonly tags: readonly string[]
}

/** A tag names a community if it does not miss too many of its notes, and does not stand on too many others: the least F1. */
const telling = 0.45

export interface NamedCommunity extends Pick<Community, 'name' | 'from'> {
  /** Number of the hub's node. */
  readonly hub: number
  readonly members: readonly number[]
}

/**
 * Name each community, the largest first; no name is given twice.
 *
 * @param community Number of each node's community, −1 for none.
 */
export function nameCommunities(web: Web, community: Int32Array, notes: readonly Tagged[]): NamedCommunity[] {
  const members = Map.groupBy(web.keys.keys(), (index) => community[index] ?? -1)
  members.delete(-1)
  const inside = insideDegrees(web, community)
  const tags = notes.map(({tags: own}) => tagsWithParents(own))
  const totals = count(tags.flat())
  const taken = new Set<string>()
  return [...members].sort(([a], [b]) => a - b).map(([, each]) => {
    const hub = each.reduce((best, index) => ((inside[index] ?? 0) > (inside[best] ?? 0) ? index : best), each[0] ?? 0)
    const tag = bestTag(each.flatMap((index) => tags[index] ?? []), {size: each.length, totals, taken})
    const name = tag ?? free(notes[hub]?.title ?? '', taken)
    taken.add(nameKey(name))
    return {name, from: tag === undefined ? 'note' : 'tag', hub, members: each}
  })
}

/** Each tag and those above it, once a note, by their keys. */
function tagsWithParents(tags: readonly string[]): (readonly [key: string, name: string])[] {
  const found = new Map<string, string>()
  for (const tag of tags) for (let name = tag; name !== ''; name = folderOf(name)) found.set(nameKey(name), name)
  return [...found]
}

function count(tags: readonly (readonly [key: string, name: string])[]): Map<string, {readonly name: string; readonly count: number}> {
  const counts = new Map<string, {name: string; count: number}>()
  for (const [key, name] of tags) {
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, {name, count: 1})
  }
  return counts
}

interface Choice {
  readonly size: number
  readonly totals: ReturnType<typeof count>
  readonly taken: ReadonlySet<string>
}

/** The tag with the best balance of how much of the community has it, and how much of the tag is in the community. */
function bestTag(tags: readonly (readonly [key: string, name: string])[], {size, totals, taken}: Choice): string | undefined {
  const scored = [...count(tags)].flatMap(([key, {count: own}]) => {
    const total = totals.get(key)
    return total && !taken.has(nameKey(total.name)) ? [{name: total.name, score: (2 * own) / (size + total.count)}] : []
  })
  const [best] = scored.filter(({score}) => score >= telling).sort((a, b) => b.score - a.score || byCodePoint(a.name, b.name))
  return best?.name
}

function free(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} ${number}`
    if (!taken.has(nameKey(tried))) return tried
  }
}

/** Weight of each node's joins with its own community: where it is a hub. */
function insideDegrees(web: Web, community: Int32Array): Float64Array {
  const degrees = new Float64Array(web.keys.length)
  eachJoin(web, (a, b, weight) => {
    if (community[a] !== community[b]) return
    degrees[a] = (degrees[a] ?? 0) + weight
    degrees[b] = (degrees[b] ?? 0) + weight
  })
  return degrees
}
