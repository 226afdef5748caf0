/** `garden.json`: the public, versioned form of the garden. Nothing private is in it, because nothing private is in the garden. */

import type {Site} from './garden-access.ts'
import type {Diagnostic, GraphEdge, PropertyValue, UnresolvedLink, VaultPath} from './garden/model.ts'
import {href} from './garden/names.ts'

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
export const formatVersion = 1

export interface GardenJson {
  readonly version: typeof formatVersion
  readonly site: {readonly title: string; readonly description: string; readonly lang: string; readonly base: string; readonly url?: string}
  readonly notes: readonly {
    /** Path without extension: what links in this file name. */
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
  }[]
  readonly links: readonly GraphEdge[]
  readonly unresolved: readonly UnresolvedLink[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Make the file's value. */
export function gardenJson({site, pages, edges, unresolved, publicDiagnostics}: Site): GardenJson {
  const {title, description, lang, base} = site
  return {
    version: formatVersion,
    site: {title, description, lang, base, ...(site.site === undefined ? {} : {url: site.site})},
    notes: pages.map((page) => ({
      id: page.path.replace(/\.mdx?$/i, ''),
      path: page.path,
      url: href(page.slug, base),
      title: page.title,
      aliases: page.aliases,
      tags: page.tags.map((tag) => tag.name),
      properties: Object.fromEntries(page.properties),
      ...page.dates,
      words: page.words
    })),
    links: edges,
    unresolved,
    diagnostics: publicDiagnostics
  }
}
