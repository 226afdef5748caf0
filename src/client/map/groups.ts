/** What the colours say: the groups of the map by one facet, with an ink each. Pure: no browser here. */

import type {MapNames} from '../../map-files.ts'
import {type MapData, none} from './data.ts'
import type {Shown} from './shown.ts'
import type {Choice, Colour} from './state.ts'

/** Inks there are; groups beyond share one that is grey. */
const most = 8
/** The legend's longest list. */
const longest = 24
export const grey = -1

export interface Group {
  /** Value of the facet; `` for all that have none or a rare one. */
  readonly name: string
  readonly label: string
  readonly ink: number
  /** Notes of it that are shown. */
  readonly count: number
}

export interface Groups {
  /** What a group is chosen by. */
  readonly choice: Choice
  readonly list: readonly Group[]
  /** Ink of a note by its number. */
  readonly inkOf: (note: number) => number
}

export interface GroupWords {
  readonly none: string
  readonly read: string
  readonly unread: string
}

interface Facet {
  readonly names: readonly string[]
  readonly labels: readonly string[]
  readonly of: (note: number) => number
  /** Ink of a value that has its own. */
  readonly inks?: readonly number[]
}

/** Group what is shown. */
export function groupsBy(colour: Colour, {data, names, shown, read, words}: {data: MapData; names: MapNames; shown: Shown; read: ReadonlySet<string>; words: GroupWords}): Groups {
  const facet = facetOf(colour, {data, names, read, words})
  const counts = new Map<number, number>()
  for (let note = 0; note < data.notes; note += 1) {
    if (shown.notes[note]) counts.set(facet.of(note), (counts.get(facet.of(note)) ?? 0) + 1)
  }
  const ranked = facet.names.map((_, index) => index)
  // By all notes and not by those shown: a filter does not change colours.
  const totals = totalsOf(facet, data.notes)
  if (!facet.inks) ranked.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b)
  const inks = new Map(ranked.map((value, rank) => [value, facet.inks?.[value] ?? (rank < most ? rank : grey)]))
  const listed = ranked.filter((value) => counts.has(value)).slice(0, longest)
  const rest = [...counts].reduce((sum, [value, count]) => (listed.includes(value) ? sum : sum + count), 0)
  return {
    choice: colour,
    list: [
      ...listed.map((value) => ({name: facet.names[value] ?? '', label: facet.labels[value] ?? '', ink: inks.get(value) ?? grey, count: counts.get(value) ?? 0})),
      ...(rest > 0 ? [{name: '', label: words.none, ink: grey, count: rest}] : [])
    ],
    inkOf: (note) => (note < data.notes ? (inks.get(facet.of(note)) ?? grey) : grey)
  }
}

function totalsOf({names, of}: Facet, notes: number): number[] {
  const totals = names.map(() => 0)
  for (let note = 0; note < notes; note += 1) {
    const value = of(note)
    if (value < totals.length) totals[value] = (totals[value] ?? 0) + 1
  }
  return totals
}

function facetOf(colour: Colour, {data, names, read, words}: {data: MapData; names: MapNames; read: ReadonlySet<string>; words: GroupWords}): Facet {
  const plain = (column: Uint16Array, values: readonly string[]): Facet => ({names: values, labels: values, of: (note) => column[note] ?? none})
  const facets: Readonly<Record<Colour, () => Facet>> = {
    community: () => ({
      names: names.communities.map(({name}) => name),
      labels: names.communities.map(({label}) => label),
      of: (note) => data.community[note] ?? none,
      inks: [...data.regions.ink]
    }),
    kind: () => plain(data.kind, names.kinds),
    folder: () => plain(data.folder, names.folders),
    status: () => plain(data.status, names.statuses),
    reading: () => ({names: ['read', 'unread'], labels: [words.read, words.unread], of: (note) => (read.has(names.slugs[note] ?? '') ? 0 : 1), inks: [4, grey]})
  }
  return facets[colour]()
}
