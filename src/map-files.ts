/** What the page of the map loads: one file of numbers, and one of names. Format: `garden/map/file.ts`. */

import {communityLabel} from './components/map/labels.ts'
import type {Site} from './garden-access.ts'
import {facetsOf, type Facets} from './garden/map/facets.ts'
import {mapFile, missingOf, type Missing} from './garden/map/file.ts'
import {baseName} from './garden/names.ts'

/** The names that the map shows, in the order of the numbers in the other file. */
export interface MapNames {
  readonly titles: readonly string[]
  readonly slugs: readonly string[]
  /** Names that notes link to and nobody wrote. */
  readonly missing: readonly string[]
  readonly kinds: readonly string[]
  readonly statuses: readonly string[]
  readonly folders: readonly string[]
  readonly tags: readonly string[]
  readonly communities: readonly {readonly name: string; readonly label: string}[]
}

interface Parts {
  readonly facets: Facets
  readonly missing: Missing
}

function partsOf({pages, unresolved, map}: Site): Parts {
  const bySlug = new Map(pages.map((page) => [page.slug, page]))
  const shown = map().notes.flatMap(({slug}) => bySlug.get(slug) ?? [])
  return {facets: facetsOf(shown), missing: missingOf(unresolved, new Map(shown.map(({path}, index) => [path, index])))}
}

/** The file of numbers. */
export function mapNumbers(site: Site): Uint8Array<ArrayBuffer> {
  const {facets, missing} = partsOf(site)
  return mapFile(site.map(), facets, missing)
}

/** The file of names. */
export function mapNames(site: Site): MapNames {
  const {facets, missing} = partsOf(site)
  const {notes, communities} = site.map()
  return {
    titles: notes.map(({title}) => title),
    slugs: notes.map(({slug}) => slug),
    missing: missing.names.map((name) => baseName(name)),
    kinds: facets.kind.names,
    statuses: facets.status.names,
    folders: facets.folder.names,
    tags: facets.tags.names,
    communities: communities.map((community) => ({name: community.name, label: communityLabel(community)}))
  }
}
