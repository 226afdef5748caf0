/** Grow the garden of this run with everything around the core: configuration, words, history, caches. */

import {join, relative} from 'node:path'
import {strings} from './components/strings.ts'
import {digestOf} from './digest.ts'
import type {Site} from './garden-access.ts'
import {openPackedCache} from './garden/packed-cache.ts'
import {byPlace, diagnose} from './garden/diagnostics.ts'
import {grow, type GrowContext, type GrowMemory} from './garden/garden.ts'
import {type HistoryMemory, readHistory, recallHistory} from './garden/history.ts'
import {explorer, type Twig} from './garden/explorer.ts'
import {linkMemory} from './garden/links.ts'
import type {Garden, Slug} from './garden/model.ts'
import {nameKey, withoutExtension} from './garden/names.ts'
import type {Options} from './garden/options.ts'
import {withPublishSite} from './garden/publish-site.ts'
import type {FileMemory} from './garden/read-note.ts'
import {wordMemory} from './garden/relations/words-of-texts.ts'
import {makeSyntaxPage} from './syntax-page.ts'
import {readVault} from './garden/vault.ts'
import type {Settings} from './settings.ts'
import type {SiteInfo} from './site.ts'

/** Most folders in the bands of a page. */
const mostFolders = 24

/** What the dev server keeps between rounds. */
export interface SiteMemory extends GrowMemory {
  readonly files: FileMemory
  readonly history: HistoryMemory
  /** Changes of files that are no notes. */
  others: number
}

/** A memory of nothing. */
export function siteMemory(): SiteMemory {
  return {notes: new Map(), links: linkMemory(), words: wordMemory(), files: new Map(), history: {}, others: 0}
}

/** Read the vault of this run and grow its garden; problems with files are among its diagnostics. */
export async function growSite(settings: Settings, given: Options, more: Pick<GrowContext, 'onProgress' | 'pictures' | 'onlyTell'> & {readonly memory?: SiteMemory} = {}): Promise<Site> {
  const {vault, diagnostics} = readVault(given.vault, given.limits, more.memory?.files)
  const options = withPublishSite(given, vault.settings)
  // One store a vault, so that what this build did not use is what this vault no longer holds.
  const cache = openPackedCache(join(settings.cache, 'notes', digestOf(options.vault)))
  const shared = {words: strings(options.lang).body, cacheFolder: settings.cache, fontFile: join(settings.root, 'public', 'fonts', 'inter-400-600.woff2')}
  const garden = await grow(vault, options, {
    ...shared,
    cache,
    ...(options.dates === 'git' ? {history: more.memory ? recallHistory(options.vault, more.memory.history) : readHistory(options.vault)} : {}),
    ...more
  })
  cache.prune()
  const about = options.site === undefined ? [diagnose('no-site', {path: 'garden.config.ts'}, {})] : []
  const twigs = explorer(garden.pages, options.order, options.unlisted)
  const syntax = options.syntaxPage ? {syntax: await makeSyntaxPage(settings.root, shared)} : {}
  const compiled = options.trust === 'author' ? {compiledUnder: relative(settings.root, options.vault).split('\\').join('/')} : {}
  return {...garden, ...syntax, ...compiled, ...(more.memory ? {sources: {hashes: new Map(vault.notes.map(({path, hash}) => [path, hash])), others: more.memory.others}} : {}), explorer: twigs, site: siteInfo(garden, options, twigs), diagnostics: [...garden.diagnostics, ...diagnostics, ...about].sort(byPlace)}
}

function siteInfo(garden: Garden, options: Options, twigs: readonly Twig[]): SiteInfo {
  const {title, tagline, description, lang, base, site, repository, notice, theme = 'system'} = options
  return {
    title,
    ...(tagline === undefined ? {} : {tagline}),
    description,
    lang,
    base,
    ...(site === undefined ? {} : {site: site.replace(/\/+$/, '')}),
    ...(repository === undefined ? {} : {repository: repository.replace(/\/+$/, '')}),
    ...(notice === undefined ? {} : {notice}),
    ...(options.nofollow ? {nofollow: true as const} : {}),
    ...(options.noindex ? {noindex: true as const} : {}),
    ...(theme === 'system' ? {} : {theme}),
    dated: garden.pages.some(({dates}) => (dates.updated ?? dates.created) !== undefined),
    ...(options.syntaxPage ? {syntax: true as const} : {}),
    ...(garden.sheet === undefined ? {} : {sheet: garden.sheet}),
    ...(garden.diagrams.length > 0 ? {diagrams: true as const} : {}),
    folders: twigs.filter(({isFolder}) => isFolder).slice(0, mostFolders).map(({title, slug}) => ({title, slug})),
    begin: options.begin.flatMap((name) => slugNamed(garden, name))
  }
}

function slugNamed(garden: Garden, name: string): Slug[] {
  const key = nameKey(withoutExtension(name))
  const found = garden.pages.find((page) => nameKey(withoutExtension(page.path)) === key || nameKey(withoutExtension(page.path)).endsWith(`/${key}`))
  return found ? [found.slug] : []
}
