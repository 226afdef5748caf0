/** `garden.json`: the public, versioned form of the garden. Nothing private is in it, because nothing private is in the garden. */

import type {Site} from './garden-access.ts'
import {mapUnit} from './garden/map/map.ts'
import type {Diagnostic, GraphEdge, MapNote, PropertyValue, Related, UnresolvedLink, VaultPath} from './garden/model.ts'
import {href, noteIds} from './garden/names.ts'

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
export const formatVersion = 1

export interface GardenJson {
  readonly version: typeof formatVersion
  readonly site: {readonly title: string; readonly description: string; readonly lang: string; readonly base: string; readonly url?: string}
  readonly notes: readonly {
    /** Path without extension; with it, where another note has that id. */
    readonly id: string
    readonly path: VaultPath
    readonly url: string
    readonly title: string
    readonly aliases: readonly string[]
    readonly tags: readonly string[]
    readonly properties: {readonly [name: string]: PropertyValue}
    readonly created?: string
    readonly updated?: string
    readonly words: number
    /** Where it stands on the map: mostly from −1 to 1, x to the right, y downwards. Notes that graphs leave out have none. */
    readonly position?: {readonly x: number; readonly y: number}
    /** Its place in `communities`, where it belongs to one. */
    readonly community?: number
    /** Nearest notes that it is not linked with, by their id, and why. */
    readonly related: readonly {readonly id: string; readonly reasons: Related['reasons']}[]
  }[]
  readonly links: readonly GraphEdge[]
  /** Groups of notes that link among themselves more than to others, the largest first; `hub` is an address. */
  readonly communities: readonly {readonly name: string; readonly from: 'tag' | 'note'; readonly hub: string; readonly count: number}[]
  readonly unresolved: readonly UnresolvedLink[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Make the file's value. */
export function gardenJson({site, pages, edges, map, unresolved, publicDiagnostics}: Site): GardenJson {
  const {title, description, lang, base} = site
  const {notes, communities} = map()
  const places = new Map(notes.map((note) => [note.slug, note]))
  const byPath = noteIds(pages.map(({path}) => path))
  const ids = new Map(pages.map(({slug, path}) => [slug, byPath.get(path)]))
  return {
    version: formatVersion,
    site: {title, description, lang, base, ...(site.site === undefined ? {} : {url: site.site})},
    notes: pages.map((page) => ({
      id: byPath.get(page.path) ?? page.path,
      path: page.path,
      url: href(page.slug, base),
      title: page.title,
      aliases: page.aliases,
      tags: page.tags.map((tag) => tag.name),
      properties: Object.fromEntries(page.properties),
      ...page.dates,
      words: page.words,
      ...placeOf(places.get(page.slug)),
      related: page.related.flatMap(({slug, reasons}) => {
        const id = ids.get(slug)
        return id === undefined ? [] : [{id, reasons}]
      })
    })),
    links: edges,
    communities: communities.map(({name, from, hub, count}) => ({name, from, hub: href(hub, base), count})),
    unresolved,
    diagnostics: publicDiagnostics
  }
}

function placeOf(note: MapNote | undefined): Pick<GardenJson['notes'][number], 'position' | 'community'> {
  if (!note) return {}
  const round = (value: number): number => Number((value / mapUnit).toFixed(4))
  return {position: {x: round(note.x), y: round(note.y)}, ...(note.community < 0 ? {} : {community: note.community})}
}
