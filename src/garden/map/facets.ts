/** What the map can be filtered by: the values of each facet once, and their numbers for each note. */

import type {Page} from '../model.ts'
import {byName, folderOf, nameKey} from '../names.ts'

/** No value: what a number of two bytes cannot otherwise be. */
export const none = 0xffff
const dayLength = 86_400_000

export interface Facet {
  readonly names: readonly string[]
  /** Number of the value of each note, or {@link none}. */
  readonly of: readonly number[]
}

export interface Facets {
  readonly kind: Facet
  readonly status: Facet
  readonly folder: Facet
  readonly tags: {readonly names: readonly string[]; readonly of: readonly (readonly number[])[]}
  /** Days since 1970-01-01 on which each note changed last, or {@link none}. */
  readonly day: readonly number[]
}

export type FacetPage = Pick<Page, 'path' | 'noteKind' | 'properties' | 'tags' | 'dates'>

/** The facets of some pages; values that differ in case only are one, and stand in the order of their names. */
export function facetsOf(pages: readonly FacetPage[]): Facets {
  const tags = numbered(pages.map((page) => page.tags.map(({name}) => name)))
  return {
    kind: single(pages.map(({noteKind}) => noteKind)),
    status: single(pages.map(statusOf)),
    folder: single(pages.map(({path}) => folderOf(path) || undefined)),
    tags,
    day: pages.map(({dates}) => dayOf(dates.updated ?? dates.created))
  }
}

function statusOf({properties}: FacetPage): string | undefined {
  const value = properties.find(([name]) => nameKey(name) === 'status')?.[1]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function single(values: readonly (string | undefined)[]): Facet {
  const {names, of} = numbered(values.map((value) => (value === undefined ? [] : [value])))
  return {names, of: of.map(([number]) => number ?? none)}
}

function numbered(values: readonly (readonly string[])[]): {names: string[]; of: number[][]} {
  // The first spelling met stands for all.
  const spelled = new Map<string, string>()
  for (const value of values.flat()) if (!spelled.has(nameKey(value))) spelled.set(nameKey(value), value)
  const names = [...spelled.values()].sort(byName).slice(0, none)
  const numbers = new Map(names.map((name, index) => [nameKey(name), index]))
  return {names, of: values.map((each) => each.flatMap((value) => numbers.get(nameKey(value)) ?? []))}
}

function dayOf(date: string | undefined): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '') ?? []
  const days = Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(day)) / dayLength)
  return days >= 0 && days < none ? days : none
}
