/** What the page of the map knows and shows; parts of the page hear of every change. */

import type {MapNames} from '../../map-files.ts'
import {onReading, reading} from '../reading/store.ts'
import type {MapData} from './data.ts'
import {type Groups, groupsBy, type GroupWords} from './groups.ts'
import {neighboursOf, type Shown, show} from './shown.ts'
import {isFiltered, type MapState} from './state.ts'

/** All that is derived from the state; made anew when what it follows from changes. */
export interface Now {
  readonly state: MapState
  readonly names: MapNames
  /** Whether the names have come. */
  readonly named: boolean
  readonly read: ReadonlySet<string>
  readonly shown: Shown
  readonly groups: Groups
  /** Number of the note that is looked at. */
  readonly note: number | undefined
  /** The notes it is linked with, the most linked first. */
  readonly neighbours: readonly number[]
  /** Notes whose titles have the words looked for, the most linked first; `undefined` when nothing is looked for. */
  readonly found: readonly number[] | undefined
}

export interface Model {
  readonly data: MapData
  readonly now: () => Now
  readonly set: (change: Partial<MapState>) => void
  readonly setNames: (names: MapNames) => void
  /** Call back after each change, and once at first. */
  readonly follow: (call: (now: Now, before: Now | undefined) => void) => void
}

const noNames: MapNames = {titles: [], slugs: [], missing: [], kinds: [], statuses: [], folders: [], tags: [], communities: []}

/** Make the model of a map. */
export function model(data: MapData, first: MapState, words: GroupWords): Model {
  const calls: ((now: Now, before: Now | undefined) => void)[] = []
  let now = derive(data, {state: first, names: noNames, named: false, read: readSlugs(), words}, undefined)
  const change = (next: Partial<Pick<Now, 'state' | 'names' | 'named' | 'read'>>): void => {
    const before = now
    now = derive(data, {state: before.state, names: before.names, named: before.named, read: before.read, words, ...next}, before)
    for (const call of calls) call(now, before)
  }
  onReading(() => change({read: readSlugs()}))
  return {
    data,
    now: () => now,
    set: (next) => change({state: {...now.state, ...next}}),
    setNames: (names) => change({names, named: true}),
    follow(call) {
      calls.push(call)
      call(now, undefined)
    }
  }
}

function readSlugs(): ReadonlySet<string> {
  return new Set([...reading().notes].flatMap(([slug, {state}]) => (state === 'read' ? [slug] : [])))
}

interface Known {
  readonly state: MapState
  readonly names: MapNames
  readonly named: boolean
  readonly read: ReadonlySet<string>
  readonly words: GroupWords
}

function derive(data: MapData, {state, names, named, read, words}: Known, before: Now | undefined): Now {
  const isAsked = before !== undefined && before.read === read && asks(before.state) === asks(state)
  const isSame = isAsked && before.names === names
  // Names that come later change nothing of what is shown, unless it is chosen by them.
  const shown = isSame || (isAsked && !isFiltered(state)) ? before.shown : show(data, names, {state, read})
  const groups = isSame && before.state.colour === state.colour ? before.groups : groupsBy(state.colour, {data, names, shown, read, words})
  const note = numberOf(names, state.note)
  const neighbours = note === undefined ? [] : before?.note === note && isSame ? before.neighbours : neighboursOf(data, shown, note)
  return {state, names, named, read, shown, groups, note, neighbours, found: foundIn(names, shown, state.find)}
}

function numberOf({slugs}: MapNames, slug: string | undefined): number | undefined {
  const number = slug === undefined ? -1 : slugs.indexOf(slug)
  return number < 0 ? undefined : number
}

/** What decides which notes are shown, as one text. */
function asks({chosen, since, until, wished}: MapState): string {
  return JSON.stringify([chosen, since, until, [...wished].sort()])
}

/** Letters without case and accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function foundIn(names: MapNames, {notes, links}: Shown, words: string): number[] | undefined {
  const wanted = folded(words).split(/\s+/).filter((word) => word !== '')
  if (wanted.length === 0) return undefined
  const found = names.titles.flatMap((title, note) => (notes[note] && wanted.every((word) => folded(title).includes(word)) ? [note] : []))
  const start = wanted.join(' ')
  const rank = (note: number): number => (folded(names.titles[note] ?? '').startsWith(start) ? 0 : 1)
  return found.sort((a, b) => rank(a) - rank(b) || (links[b] ?? 0) - (links[a] ?? 0) || a - b)
}
