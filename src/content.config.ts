/**
 * The glue: grow the garden, and tell Astro's store which pages there are.
 *
 * The store holds an address and a digest a page, no more. The values stay on
 * the global object, where pages find them (`garden-access.ts`): holding them in
 * the store as well made 5,000 notes take 1.3 GB instead of 0.65 and a fifth
 * more processor time, as Astro writes and reads the whole store as one text.
 */

import {createRequire} from 'node:module'
import {relative} from 'node:path'
import {defineCollection} from 'astro:content'
import type {LoaderContext} from 'astro/loaders'
import config from '../garden.config.ts'
import type {Site} from './garden-access.ts'
import {diagnose, format} from './garden/diagnostics.ts'
import type {Page} from './garden/model.ts'
import {pictures} from './picture-service.ts'
import {optionsFrom, progressKey, readSettings} from './settings.ts'

// Loaded by Node and not through Vite, whose module runner makes the same code several times slower (DESIGN.md, decision 4).
const {digestOf, growSite, siteMemory}: typeof import('./grow-site.ts') = createRequire(import.meta.url)('./grow-site.ts')

const key = Symbol.for('trellis.garden')
const settings = readSettings()
const {options, problems} = optionsFrom(config, settings)

let growing: Promise<Site> | undefined

/** In development the garden grows again and again: what was prepared once stays at hand. */
const memory = import.meta.env.DEV ? siteMemory() : undefined

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

/** Collections that were loaded, so that a change reaches all of them. */
const loaded: {readonly context: LoaderContext; readonly entriesOf: (site: Site) => readonly Entry[]}[] = []

function collection(name: string, entriesOf: (site: Site) => readonly Entry[]) {
  return defineCollection({
    loader: {
      name: `garden:${name}`,
      async load(context) {
        const site = await grown()
        sync(context, entriesOf(site))
        if (loaded.push({context, entriesOf}) > 1) return
        tell(context, site)
        watch(context)
      }
    }
  })
}

/** While developing, changes of files that are no notes: no note's own text tells of them. */
let otherChanges = 0

/** What the author was told while developing, so that an edit tells only what is new. */
let told: ReadonlySet<string> = new Set()

/** While developing, say what is wrong with the vault; what is only worth knowing is left to `npm run check`. */
function tell({logger, watcher}: LoaderContext, site: Site): void {
  if (!watcher) return
  const problems = site.diagnostics.filter(({severity}) => severity !== 'info').map(format)
  for (const problem of problems) if (!told.has(problem)) logger.warn(problem)
  if (told.size > 0 && problems.length === 0) logger.warn('Everything that was told is mended.')
  told = new Set(problems)
}

/** In development, a change in the vault grows the garden anew; what did not change comes from the cache. */
function watch(context: LoaderContext): void {
  const {watcher, logger} = context
  if (!watcher || !options) return
  const again = async (): Promise<void> => {
    growing = undefined
    const site = await grown()
    for (const each of loaded) sync(each.context, each.entriesOf(site))
    tell(context, site)
  }
  let timer: NodeJS.Timeout | undefined
  watcher.add(options.vault)
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (file) => {
      if (!file.startsWith(options.vault)) return
      if (!/\.mdx?$/i.test(file)) otherChanges += 1
      clearTimeout(timer)
      timer = setTimeout(() => again().catch((error: unknown) => logger.error(String(error))), 20)
    })
  }
}

/**
 * What tells whether a page is another than before. While developing it is what
 * the author changed: pages are made when they are asked for, and the browser
 * loads anew whichever entry changes.
 */
function entryOf(site: Site, value: {readonly slug: string}, page?: Page): Entry {
  const {slug} = value
  const digest = site.sources ? `${(page && site.sources.get(page.path)) ?? ''} ${otherChanges}` : digestOf(value, site.site, site.today)
  return {slug, digest, ...(page && {page})}
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
