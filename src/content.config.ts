/**
 * The glue: grow the garden, and tell Astro's store which pages there are.
 *
 * The store holds an address and a digest a page, no more. The values stay on
 * the global object, where pages find them (`garden-access.ts`): holding them in
 * the store as well made 5,000 notes take 1.3 GB instead of 0.65 and a fifth
 * more processor time, as Astro writes and reads the whole store as one text.
 */

import {relative} from 'node:path'
import {defineCollection} from 'astro:content'
import type {LoaderContext} from 'astro/loaders'
import config from '../garden.config.ts'
import type {Site} from './garden-access.ts'
import {diagnose, format} from './garden/diagnostics.ts'
import type {Page, PreparedNote} from './garden/model.ts'
import {digestOf, growSite} from './grow-site.ts'
import {pictures} from './picture-service.ts'
import {optionsFrom, progressKey, readSettings} from './settings.ts'

const key = Symbol.for('trellis.garden')
const settings = readSettings()
const {options, problems} = optionsFrom(config, settings)

let growing: Promise<Site> | undefined

/** In development the garden grows again and again: what was prepared once stays at hand. */
const memory = import.meta.env.DEV ? new Map<string, PreparedNote>() : undefined

/** One garden a load, whichever collection asks first. */
async function grown(): Promise<Site> {
  if (!options) throw new Error(problems.map((problem) => format(diagnose('config-invalid', {path: 'garden.config.ts'}, problem))).join('\n'))
  growing ??= growSite(settings, options, {pictures, onProgress: Reflect.get(globalThis, progressKey), ...(memory ? {memory} : {})})
  const site = await growing
  Reflect.set(globalThis, key, site)
  return site
}

interface Entry {
  readonly slug: string
  readonly digest: string
  readonly page?: Page
}

/** The file of an MDX note whose page is compiled, from the project's root. */
function compiledFrom(page: Page | undefined): string | undefined {
  if (page?.format !== 'mdx' || options?.trust !== 'author') return undefined
  return `${relative(settings.root, options.vault).split('\\').join('/')}/${page.path}`
}

/** Set what changed and delete what went; the dev server reloads just that. */
function sync({store}: LoaderContext, entries: readonly Entry[]): void {
  const wanted = new Set(entries.map(({slug}) => slug))
  for (const id of store.keys()) if (!wanted.has(id)) store.delete(id)
  for (const {slug, digest, page} of entries) {
    const filePath = compiledFrom(page)
    // Always, as Astro's list of modules is one file for all vaults: a build of another one may have emptied it.
    if (filePath !== undefined) store.addModuleImport(filePath)
    if (store.get(slug)?.digest === digest) continue
    store.set({id: slug, data: {}, digest, ...(filePath === undefined ? {} : {filePath, deferredRender: true})})
  }
}

function collection(name: string, entriesOf: (site: Site) => readonly Entry[]) {
  return defineCollection({
    loader: {
      name: `garden:${name}`,
      async load(context) {
        sync(context, entriesOf(await grown()))
        if (name === 'notes') watch(context, async () => {
          growing = undefined
          sync(context, entriesOf(await grown()))
        })
      }
    }
  })
}

/** In development, a change in the vault grows the garden anew; what did not change comes from the cache. */
function watch({watcher, logger}: LoaderContext, again: () => Promise<void>): void {
  if (!watcher || !options) return
  let timer: NodeJS.Timeout | undefined
  watcher.add(options.vault)
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (file) => {
      if (!file.startsWith(options.vault)) return
      clearTimeout(timer)
      timer = setTimeout(() => again().catch((error: unknown) => logger.error(String(error))), 20)
    })
  }
}

const others = (site: Site) => [site.site, site.today]

export const collections = {
  // The first page has an address of its own, and the store no entry without a name.
  notes: collection('notes', (site) => site.pages.filter(({slug}) => slug !== '').map((page) => ({slug: page.slug, digest: digestOf(page, others(site)), page}))),
  folders: collection('folders', (site) => site.folders.filter(({slug}) => !site.pages.some((page) => page.slug === slug)).map((folder) => ({slug: folder.slug, digest: digestOf(folder, others(site))}))),
  tags: collection('tags', (site) => site.tags.map((tag) => ({slug: tag.slug, digest: digestOf(tag, others(site))}))),
  redirects: collection('redirects', (site) => site.redirects.map((redirect) => ({slug: redirect.slug, digest: digestOf(redirect, site.site)}))),
  diagrams: collection('diagrams', (site) => site.diagrams.map((diagram) => ({slug: diagram.slug, digest: digestOf(diagram, others(site))})))
}
