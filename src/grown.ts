/**
 * Where a garden is left by whoever grew it: on the global object, which Vite's and Node's module graphs share.
 *
 * Loads nothing, as Astro puts the content loader, and all that it loads, through Vite in each build.
 */

import type {Twig} from './garden/explorer.ts'
import type {Garden, Page, VaultPath} from './garden/model.ts'
import type {SyntaxPage} from './syntax-page.ts'
import type {SiteInfo} from './site.ts'

/** The garden with what pages know of the site around it. */
export type Site = Garden & {
  readonly site: SiteInfo
  readonly explorer: readonly Twig[]
  readonly syntax?: SyntaxPage
  /** Where MDX notes are compiled: the vault's path from the project's root, `/`-separated. */
  readonly compiledUnder?: string
  /** While developing: hashes of the notes' files, and how often other files changed, of which no note's own text tells. */
  readonly sources?: {readonly hashes: ReadonlyMap<VaultPath, string>; readonly others: number}
}

const key = Symbol.for('trellis.garden')

/** Leave the garden where pages, the content loader and the compiler of MDX find it. */
export function leaveGarden(site: Site): void {
  Reflect.set(globalThis, key, site)
}

/** The garden, if it has grown. */
export function foundGarden(): Site | undefined {
  return Reflect.get(globalThis, key)
}

/** The file of an MDX note whose page is compiled, from the project's root. */
export function compiledFile({compiledUnder}: Site, page: Page | undefined): string | undefined {
  return page?.format === 'mdx' && compiledUnder !== undefined ? `${compiledUnder}/${page.path}` : undefined
}
