/** What the exports of the graph hold: notes and links as rows of values. */

import type {Site} from '../garden-access.ts'
import {mapUnit} from '../garden/map/map.ts'
import type {GraphEdge, Page, VaultPath} from '../garden/model.ts'
import {href, noteIds} from '../garden/names.ts'

/** A field of notes or links: its name, its type in the words of both formats, and its value. */
export interface Field<Row> {
  readonly name: string
  readonly type: 'string' | 'int' | 'double'
  /** `undefined` where the row has none. */
  readonly of: (row: Row) => string | number | undefined
}

export interface NoteRow {
  readonly id: string
  readonly page: Page
  readonly community?: string
  /** Place on the map, y downwards, in the map's own units. */
  readonly place?: {readonly x: number; readonly y: number}
  readonly look: Look
}

/** How a note is drawn: red, green, blue from 0 to 255, and its size on a plane from −{@link plane} to {@link plane}. */
export interface Look {
  readonly colour: readonly [red: number, green: number, blue: number]
  readonly size: number
}

/** Tools draw on a larger plane than the map's unit; its y grows upwards. */
export const plane = 1000
/** The inks of communities by day, as in `map-overview.css`; a test holds them together. */
export const dayInks = ['#3a6698', '#1f7a70', '#8d650d', '#84508f', '#4c7729', '#a04a6d', '#7a5b45', '#55647a'] as const
/** Of notes in no community: `--ink-3`. */
export const plainInk = '#6c665c'

/** All links from one note to another of one kind. */
export interface LinkRow {
  readonly from: string
  readonly to: string
  readonly kind: GraphEdge['kind']
  readonly texts: readonly string[]
}

export interface GraphRows {
  readonly notes: readonly NoteRow[]
  readonly links: readonly LinkRow[]
  readonly noteFields: readonly Field<NoteRow>[]
}

export const linkFields: readonly Field<LinkRow>[] = [
  {name: 'kind', type: 'string', of: ({kind}) => kind},
  {name: 'text', type: 'string', of: ({texts}) => texts.join(', ')}
]

/** Rows of the garden's graph; ids are those of `garden.json`. */
export function graphRows({site, pages, edges, map}: Site): GraphRows {
  const {notes: places, communities} = map()
  const ids = noteIds(pages.map(({path}) => path))
  const idOf = (path: VaultPath): string => ids.get(path) ?? path
  const bySlug = new Map(places.map((note) => [note.slug, note]))
  const notes = pages.map((page): NoteRow => {
    const place = bySlug.get(page.slug)
    const community = communities[place?.community ?? -1]
    const look = {colour: colourOf(dayInks[community?.ink ?? -1] ?? plainInk), size: Math.round(8 + 3 * Math.sqrt(place?.links ?? 0))}
    return {id: idOf(page.path), page, look, ...(community ? {community: community.name} : {}), ...(place ? {place: {x: place.x / mapUnit, y: place.y / mapUnit}} : {})}
  })
  const noteFields: readonly Field<NoteRow>[] = [
    {name: 'url', type: 'string', of: ({page}) => href(page.slug, site.base)},
    {name: 'tags', type: 'string', of: ({page}) => page.tags.map(({name}) => name).join(', ') || undefined},
    {name: 'kind', type: 'string', of: ({page}) => page.noteKind},
    {name: 'community', type: 'string', of: ({community}) => community},
    {name: 'created', type: 'string', of: ({page}) => page.dates.created},
    {name: 'updated', type: 'string', of: ({page}) => page.dates.updated},
    {name: 'words', type: 'int', of: ({page}) => page.words}
  ]
  return {notes, links: linksOf(edges, idOf), noteFields}
}

/** Lengths on the plane, to a hundredth. */
export function onPlane(value: number): number {
  return Math.round(value * plane * 100) / 100 + 0
}

function colourOf(written: string): Look['colour'] {
  const value = Number.parseInt(written.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function linksOf(edges: readonly GraphEdge[], idOf: (path: VaultPath) => string): LinkRow[] {
  return [...Map.groupBy(edges, ({from, to, kind}) => `${from}\0${to}\0${kind}`).values()].flatMap((same) => {
    const [edge] = same
    return edge ? [{from: idOf(edge.from), to: idOf(edge.to), kind: edge.kind, texts: [...new Set(same.map(({text}) => text))]}] : []
  })
}
