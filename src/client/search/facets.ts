import {dimensions, type Dimension} from './query.ts'
import type {Ranked} from './rank.ts'
import {valuesOf, type Note} from './table.ts'

type Filter = readonly [Dimension, string]

/** One thing that notes can be narrowed by. */
export interface Facet {
  readonly dimension: Dimension
  /** Values with the notes that have them, of those that all other filters leave; most notes first. */
  readonly values: readonly (readonly [value: string, count: number])[]
  readonly chosen: readonly string[]
}

/** Narrow notes by filters, and count what else there is to narrow by. Filters of one dimension are all asked for. */
export function facetsOf(ranked: readonly Ranked[], filters: readonly Filter[], isOne: (note: Note, filter: Filter) => boolean): {ranked: readonly Ranked[]; facets: readonly Facet[]} {
  const kept = ranked.filter(({note}) => filters.every((filter) => isOne(note, filter)))
  const facets = dimensions.map((dimension): Facet => {
    const others = filters.filter(([name]) => name !== dimension)
    const counts = new Map<string, number>()
    for (const {note} of ranked) {
      if (!others.every((filter) => isOne(note, filter))) continue
      for (const value of valuesOf(note, dimension)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const values = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    return {dimension, values, chosen: filters.filter(([name]) => name === dimension).map(([, value]) => value)}
  })
  return {ranked: kept, facets}
}
