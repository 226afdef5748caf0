/** Which notes and links the map shows, by what is asked of it. Pure: no browser here. */

import type {MapNames} from '../../map-files.ts'
import {flag, type MapData, none} from './data.ts'
import type {MapState} from './state.ts'

export interface Shown {
  /** 1 for each note, and each name not written yet, that is shown. */
  readonly notes: Uint8Array
  readonly edges: Uint8Array
  /** Links of each that are shown. */
  readonly links: Uint16Array
  readonly count: number
  readonly linkCount: number
}

type Test = (note: number) => boolean

/**
 * Choose what is shown.
 *
 * @param read Slugs of notes that were read.
 */
export function show(data: MapData, names: MapNames, {state, read}: {state: MapState; read: ReadonlySet<string>}): Shown {
  const tests = testsOf(data, names, {state, read})
  const passed = new Uint8Array(data.all)
  for (let note = 0; note < data.notes; note += 1) passed[note] = tests.every((test) => test(note)) ? 1 : 0
  if (state.wished.has('unresolved')) passed.fill(1, data.notes)
  const edges = edgesOf(data, passed, state)
  const links = linksOf(data, edges)
  // By all links, not those shown: a filter that takes away a note's last neighbour makes no orphan of it.
  const linked = linksOf(data, edgesOf(data, new Uint8Array(data.all).fill(1), state))
  // A name not written yet is shown where a note that is shown uses it; a note without links, on wish.
  const withOrphans = state.wished.has('orphans')
  const notes = new Uint8Array(data.all)
  for (let note = 0; note < data.all; note += 1) {
    const isShown = note < data.notes ? withOrphans || linked[note] !== 0 : links[note] !== 0
    notes[note] = isShown ? (passed[note] ?? 0) : 0
  }
  return {notes, edges, links, count: total(notes), linkCount: total(edges)}
}

function total(marks: Uint8Array): number {
  let sum = 0
  for (const mark of marks) sum += mark
  return sum
}

/** How many of some links each note has. */
function linksOf(data: MapData, edges: Uint8Array): Uint16Array {
  const links = new Uint16Array(data.all)
  for (const ends of [data.a, data.b]) {
    for (let edge = 0; edge < data.edges; edge += 1) {
      const note = ends[edge] ?? 0
      if (edges[edge]) links[note] = (links[note] ?? 0) + 1
    }
  }
  return links
}

function edgesOf(data: MapData, passed: Uint8Array, {wished}: MapState): Uint8Array {
  const left = (wished.has('diagrams') ? 0 : flag.diagramOnly) | (wished.has('unresolved') ? 0 : flag.missing)
  const edges = new Uint8Array(data.edges)
  for (let edge = 0; edge < data.edges; edge += 1) {
    if (((data.flags[edge] ?? 0) & left) === 0 && passed[data.a[edge] ?? 0] && passed[data.b[edge] ?? 0]) edges[edge] = 1
  }
  return edges
}

/** A test for each thing that is asked; a value that nothing has leaves nothing. */
function testsOf(data: MapData, names: MapNames, {state, read}: {state: MapState; read: ReadonlySet<string>}): Test[] {
  const {chosen, since, until} = state
  const below = (value: string, name: string): boolean => value === name || value.startsWith(`${name}/`)
  const single = (column: Uint16Array, values: readonly string[], name: string): Test[] => {
    if (name === '') return []
    const wanted = values.indexOf(name)
    return [(note) => wanted >= 0 && column[note] === wanted]
  }
  const folders = new Set(names.folders.flatMap((value, index) => (below(value, chosen.folder) ? [index] : [])))
  const tag = new Set(names.tags.flatMap((value, index) => (chosen.tag !== '' && below(value, chosen.tag) ? [index] : [])))
  const from = since === '' ? 0 : dayNumber(since)
  const to = until === '' ? none - 1 : dayNumber(until)
  return [
    ...single(data.kind, names.kinds, chosen.kind),
    ...single(data.status, names.statuses, chosen.status),
    ...(chosen.folder === '' ? [] : [(note: number) => folders.has(data.folder[note] ?? none)]),
    ...single(data.community, names.communities.map(({name}) => name), chosen.community),
    ...(chosen.tag === '' ? [] : [(note: number) => tagsOf(data, note).some((each) => tag.has(each))]),
    ...(since === '' && until === '' ? [] : [(note: number) => (data.day[note] ?? none) >= from && (data.day[note] ?? none) <= to]),
    ...(chosen.reading === '' ? [] : [(note: number) => read.has(names.slugs[note] ?? '') === (chosen.reading === 'read')])
  ]
}

function tagsOf({tagFrom, tags}: MapData, note: number): number[] {
  return [...tags.subarray(tagFrom[note], tagFrom[note + 1])]
}

/** Days since 1970-01-01. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
}

/** The ISO date of a day, `` for none. */
export function dateOf(day: number): string {
  return day === none ? '' : new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Notes that a note is linked with in what is shown, the most linked first. */
export function neighboursOf(data: MapData, {edges, links}: Shown, note: number): number[] {
  const found = new Set<number>()
  for (let edge = 0; edge < data.edges; edge += 1) {
    if (edges[edge] === 0) continue
    if (data.a[edge] === note) found.add(data.b[edge] ?? 0)
    else if (data.b[edge] === note) found.add(data.a[edge] ?? 0)
  }
  return [...found].sort((a, b) => (links[b] ?? 0) - (links[a] ?? 0) || a - b)
}
