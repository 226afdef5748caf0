/** The one way from pages to the garden, which whoever grew it has left for them (`grown.ts`). */

import {strings} from './components/strings.ts'
import type {View} from './components/view.ts'
import type {DiagramPage, FolderPage, Garden, Page, Redirect, TagPage} from './garden/model.ts'
import {href} from './garden/names.ts'
import {foundGarden, type Site} from './grown.ts'

export type {Site}

/**
 * The garden of this build.
 *
 * @throws
 *   If none has grown before: a bug, not an author's mistake.
 */
export function garden(): Site {
  const found = foundGarden()
  if (!found) throw new Error('The garden was asked for before it was grown.')
  return found
}

/** What components need of the garden beside their props. */
export function view({site}: Site): View {
  return {site, t: strings(site.lang), to: (slug, fragment) => href(slug, site.base, fragment)}
}

interface Index {
  readonly pages: ReadonlyMap<string, Page>
  readonly folders: ReadonlyMap<string, FolderPage>
  readonly tags: ReadonlyMap<string, TagPage>
  readonly redirects: ReadonlyMap<string, Redirect>
  readonly diagrams: ReadonlyMap<string, DiagramPage>
}

// One index a garden, so that a site of many pages takes linear time.
const indexes = new WeakMap<Garden, Index>()

function indexOf(all: Garden): Index {
  const known = indexes.get(all)
  if (known) return known

  const index = {pages: bySlug(all.pages), folders: bySlug(all.folders), tags: bySlug(all.tags), redirects: bySlug(all.redirects), diagrams: bySlug(all.diagrams)}
  indexes.set(all, index)
  return index
}

function bySlug<Item extends {readonly slug: string}>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.slug, item]))
}

/** The page of a note, by its slug. */
export function pageOf(all: Garden, slug: string): Page | undefined {
  return indexOf(all).pages.get(slug)
}

/** The page of a folder, by its slug. */
export function folderOf(all: Garden, slug: string): FolderPage | undefined {
  return indexOf(all).folders.get(slug)
}

/** The page of a tag, by its slug. */
export function tagOf(all: Garden, slug: string): TagPage | undefined {
  return indexOf(all).tags.get(slug)
}

/** Where an old address leads, by its slug. */
export function redirectOf(all: Garden, slug: string): Redirect | undefined {
  return indexOf(all).redirects.get(slug)
}

/** A diagram, by the address of its page. */
export function diagramOf(all: Garden, slug: string): DiagramPage | undefined {
  return indexOf(all).diagrams.get(slug)
}
