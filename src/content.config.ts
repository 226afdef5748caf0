/**
 * The glue: tell Astro's store which pages the garden has.
 *
 * The store holds an address and a digest a page, no more. The values stay on
 * the global object, where pages find them (`garden-access.ts`): holding them in
 * the store as well made 5,000 notes take 1.3 GB instead of 0.65 and a fifth
 * more processor time, as Astro writes and reads the whole store as one text.
 *
 * A build has grown the garden before Astro starts. The dev server, and tools
 * that load this file by themselves, have it grown here (`grow-here.ts`), so
 * that a build does not put the whole core through Vite.
 */

import type {LoaderContext} from 'astro/loaders'
import {digestOf} from './digest.ts'
import {compiledFile, foundGarden, type Site} from './grown.ts'
import type {Page} from './garden/model.ts'

interface Entry {
  readonly slug: string
  readonly digest: string
  /** File of a note whose page is compiled, from the project's root. */
  readonly file?: string
}

/** Set what changed and delete what went; the dev server reloads just that. */
function sync({store}: LoaderContext, entries: readonly Entry[]): void {
  const wanted = new Set(entries.map(({slug}) => slug))
  for (const id of store.keys()) if (!wanted.has(id)) store.delete(id)
  for (const {slug, digest, file} of entries) {
    // Always, as Astro's list of modules is one file for all vaults: a build of another one may have emptied it.
    if (file !== undefined) store.addModuleImport(file)
    if (store.get(slug)?.digest === digest) continue
    store.set({id: slug, data: {}, digest, ...(file === undefined ? {} : {filePath: file, deferredRender: true})})
  }
}

type EntriesOf = (site: Site) => readonly Entry[]

/** Collections that were loaded, so that a change reaches all of them. */
const loaded: {readonly context: LoaderContext; readonly entriesOf: EntriesOf}[] = []

/** Not by `defineCollection`: it gives back what it is given, and `astro:content` has Vite transform eighty modules. */
function collection(name: string, entriesOf: EntriesOf) {
  return {
    type: 'content_layer' as const,
    loader: {
      name: `garden:${name}`,
      async load(context: LoaderContext) {
        const built = import.meta.env.DEV ? undefined : foundGarden()
        if (built) return sync(context, entriesOf(built))
        const {growHere, watchVault} = await import('./grow-here.ts')
        sync(context, entriesOf(await growHere()))
        if (loaded.push({context, entriesOf}) > 1) return
        watchVault(context, (site) => {
          for (const each of loaded) sync(each.context, each.entriesOf(site))
        })
      }
    }
  }
}

/**
 * What tells whether a page is another than before. While developing it is what
 * the author changed: pages are made when they are asked for, and the browser
 * loads anew whichever entry changes.
 */
function entryOf(site: Site, value: {readonly slug: string}, page?: Page): Entry {
  const {slug} = value
  const {sources} = site
  const digest = sources ? `${(page && sources.hashes.get(page.path)) ?? ''} ${sources.others}` : digestOf(value, site.site, site.today)
  const file = compiledFile(site, page)
  return {slug, digest, ...(file !== undefined && {file})}
}

export const collections = {
  // The first page has an address of its own, and the store no entry without a name.
  notes: collection('notes', (site) => site.pages.filter(({slug}) => slug !== '').map((page) => entryOf(site, page, page))),
  folders: collection('folders', (site) => {
    const notes = new Set<string>(site.pages.map(({slug}) => slug))
    return site.folders.filter(({slug}) => !notes.has(slug)).map((folder) => entryOf(site, folder))
  }),
  tags: collection('tags', (site) => site.tags.map((tag) => entryOf(site, tag))),
  redirects: collection('redirects', (site) => site.redirects.map((redirect) => entryOf(site, redirect))),
  diagrams: collection('diagrams', (site) => site.diagrams.map((diagram) => entryOf(site, diagram)))
}
