/** Made-up maps of any size, as the two files that the map's page loads. */

import {noCache} from '../src/garden/cache.ts'
import {facetsOf} from '../src/garden/map/facets.ts'
import {mapFile} from '../src/garden/map/file.ts'
import {makeMap, type MapPage} from '../src/garden/map/map.ts'
import type {GraphEdge, VaultPath} from '../src/garden/model.ts'
import {asSlug, vaultPath} from '../src/garden/names.ts'
import {makeGraph} from './graph.ts'

export interface Files {
  readonly numbers: Uint8Array<ArrayBuffer>
  readonly names: string
  readonly edges: number
}

function path(name: string): VaultPath {
  const made = vaultPath(`${name}.md`)
  if (!made) throw new Error(`“${name}” is not a name.`)
  return made
}

/** The files of a garden of `count` notes. */
export function filesOf(count: number): Files {
  const {names, links, group} = makeGraph(count)
  const pages: MapPage[] = names.map((name, index) => ({slug: asSlug(name.toLowerCase().replaceAll(' ', '-')), path: path(name), title: `A note about subject ${index}`, tags: [{name: `topic/subject-${group[index]}`, slug: asSlug('x')}]}))
  const edges = links.map(([from, to]): GraphEdge => ({from: path(names[from] ?? ''), to: path(names[to] ?? ''), kind: 'link', text: '', line: 1}))
  const map = makeMap(pages, edges, noCache)
  const byPath = new Map(pages.map((page) => [page.slug, page]))
  const shown = map.notes.flatMap(({slug}) => byPath.get(slug) ?? [])
  const facets = facetsOf(shown.map((page) => ({...page, properties: [], dates: {updated: '2026-01-01'}, noteKind: 'concept'})))
  return {
    numbers: mapFile(map, facets, {names: [], links: []}),
    names: JSON.stringify({
      titles: map.notes.map((note) => note.title),
      slugs: map.notes.map(({slug}) => slug),
      missing: [],
      kinds: facets.kind.names,
      statuses: [],
      folders: facets.folder.names,
      tags: facets.tags.names,
      communities: map.communities.map(({name}) => ({name, label: name.slice(name.lastIndexOf('/') + 1)}))
    }),
    edges: map.edges.length
  }
}
