/** The whole garden: vault and options in, pages as values out. */

import path from 'node:path'
import {type ArchiveInput, archiveFiles, mayHide} from './archive.ts'
import {prepareAssets} from './attachments.ts'
import {withBases} from './base-world.ts'
import {type Cache, noCache} from './cache.ts'
import {drawDiagrams} from './diagrams/draw.ts'
import {dating, type History, todayOf} from './dates.ts'
import {byPlace} from './diagnostics.ts'
import {withDiagramLinks} from './diagram-links.ts'
import {diagramPages} from './diagram-pages.ts'
import {glossaryOf} from './glossary.ts'
import {buildGraph, type Graph} from './graph.ts'
import {folderPages, introduced, tagPages} from './indexes.ts'
import {lazily} from './lazily.ts'
import {type LinkMemory, privateNames, resolveLinks, usedFiles} from './links.ts'
import {mapOnce} from './map/map.ts'
import type {Asset, Diagnostic, Drawing, DrawingFailure, Garden, ListedNote, NoteRef, Page, PreparedNote, PublicNote, Slug, Vault, VaultPath} from './model.ts'
import {byCodePoint} from './names.ts'
import {type Options, parsingOptions} from './options.ts'
import {decidedKeys, knownOf, listedOf, makePage, type PageInput, refOf, turnsOf} from './pages.ts'
import {parseNotes} from './parse-pool.ts'
import {pictureOf} from './picture.ts'
import {previewFiles} from './preview.ts'
import type {PictureService} from './pictures.ts'
import {publish} from './publish.ts'
import {publishSheet, readSheet} from './publish-sheet.ts'
import {fillerFor, type Rendered, renderNote} from './render.ts'
import {addressOf} from './render-link.ts'
import type {World} from './render-state.ts'
import type {WordMemory} from './relations/words-of-texts.ts'
import {suggestionsOf} from './relations/suggestions.ts'
import {buildIndex} from './resolve.ts'
import {assignSlugs} from './slugs.ts'
import {ignoredBy} from './vault.ts'
import {type GardenWords, preparedWords} from './words.ts'

/** What a dev server keeps between rounds. */
export interface GrowMemory {
  /** Prepared notes by key. */
  readonly notes: Map<string, PreparedNote>
  readonly links: LinkMemory
  readonly words?: WordMemory
}

/** What growing needs besides the vault; none of it is the author's. */
export interface GrowContext {
  readonly words: GardenWords
  /** Absolute path of a folder that may be deleted at any time. */
  readonly cacheFolder: string
  /** Store of prepared notes. */
  readonly cache?: Cache
  /** What was made in earlier rounds, kept by the dev server; with it, pages are made when they are looked at. */
  readonly memory?: GrowMemory
  /** Only to say what is wrong: pages are made when they are looked at, and what is wrong in embeds and diagrams is told all the same. */
  readonly onlyTell?: true
  /** Where notes are parsed: in worker threads, unless `here`. */
  readonly parse?: 'here' | 'workers'
  /** Whether a thread that draws stays for the next garden; with a memory it does. */
  readonly keepDrawing?: boolean
  /** Makes smaller copies of pictures; without it, all are published as they are. */
  readonly pictures?: PictureService
  /** Absolute path of the face that diagrams are measured with. */
  readonly fontFile: string
  /** Dates of files from the repository's history, where it is whole. */
  readonly history?: History
  readonly onProgress?: (stage: string, done: number, of: number) => void
}

/**
 * Grow a garden: prepare each file, leave the private at the door, name, link,
 * draw and render what is public.
 */
export async function grow(vault: Vault, options: Options, context: GrowContext): Promise<Garden> {
  const files = [...vault.notes].sort((a, b) => byCodePoint(a.path, b.path))
  const attachments = [...vault.attachments].sort((a, b) => byCodePoint(a.path, b.path))
  const prepared = await parseNotes(files, parseOptions(vault, options, context), {
    cache: context.cache ?? noCache,
    ...(context.memory ? {memory: context.memory.notes} : {}),
    deadlineMs: options.limits.parseSeconds * 1000,
    where: context.parse ?? 'workers',
    ...(context.onProgress ? {onProgress: context.onProgress} : {})
  })
  // The door. Nothing below knows of a private note, but for what the author is told.
  const open = publish(prepared).map(dating(vault.notes, options, context.history))
  const drawings = await draw(open, options, context)
  const {notes, diagramLinks} = withDiagramLinks(open, drawings, {automatic: options.diagrams.autoLink, words: context.words.diagram})
  const addresses = assignSlugs(notes, options)
  const index = buildIndex(notes, attachments.map((file) => file.path))
  const links = resolveLinks(notes, index, {aliasLinks: options.aliasLinks, privateNames: privateNames(prepared), memory: context.memory?.links})
  const sheet = readSheet(attachments, options)
  const used = new Set([...usedFiles(links.byNote), ...sheet.files])
  const assets = await prepareAssets(attachments.filter((file) => used.has(file.path)), {folder: path.join(context.cacheFolder, 'attachments'), service: context.pictures})

  const today = todayOf(notes, options)
  const {base, limits} = options
  const plain = {base, notes: index.byPath, slugs: addresses.slugs, resolutions: links.byNote, assets: assets.assets, drawings, diagramLinks, limits, words: context.words}
  const world = withBases(plain, options, today.today)
  const hidden = new Set(notes.map((note) => note.path).filter(ignoredBy(vault.settings.userIgnoreFilters ?? [])))
  const printed = printAll(notes, world, {options, hidden, words: context.memory?.words, make: context.onlyTell ? 'tell' : context.memory ? 'late' : 'all'})
  const diagnostics = [...notes.flatMap((note) => note.diagnostics), ...addresses.diagnostics, ...links.diagnostics, ...distinct(printed.diagnostics)].sort(byPlace)
  return {
    ...printed.made,
    map: mapOnce(printed.made.pages, printed.made.edges, path.join(context.cacheFolder, 'map')),
    suggestions: () => suggestionsOf(printed.mentions(), index.byPath, index),
    unresolved: links.unresolved,
    ...withSheet([...assets.assets.values()], publishSheet(sheet, assets.assets, {folder: path.join(context.cacheFolder, 'sheets'), base})),
    redirects: addresses.redirects,
    diagnostics: [...diagnostics, ...assets.diagnostics, ...sheet.diagnostics, ...links.authorDiagnostics, ...ofPrivate(prepared)].sort(byPlace),
    publicDiagnostics: diagnostics,
    ...onDemand(notes, printed.made, {...world, tagSlugs: printed.tagSlugs}),
    ...archiveOf(open, vault.notes, {assets: assets.assets, options, withoutHidden: await cutter(vault.notes)}),
    ...today
  }
}

/** The files of the site, the vault's own style sheet among them where there is one. */
function withSheet(assets: readonly Asset[], sheet: Asset | undefined): Pick<Garden, 'assets' | 'sheet'> {
  return sheet ? {assets: [...assets, sheet], sheet: sheet.url} : {assets}
}

/** What readers may take away: notes as they are written, without the links that diagrams gave them. */
function archiveOf(notes: readonly PublicNote[], sources: Vault['notes'], {assets, options, withoutHidden}: Pick<ArchiveInput, 'assets' | 'withoutHidden'> & {options: Options}): Pick<Garden, 'archive' | 'hasArchive'> {
  return {
    hasArchive: options.download && (notes.some(({format}) => format === 'md') || assets.size > 0),
    archive: () => (options.download ? archiveFiles({notes, sources, assets, hide: options.properties.hide, withoutHidden}) : [])
  }
}

/** What takes hidden parts out of texts; it brings the parser along, so it is loaded only where a note may hide something. */
async function cutter(sources: Vault['notes']): Promise<ArchiveInput['withoutHidden']> {
  if (!sources.some(({text}) => mayHide(text))) return (text) => text
  return (await import('./archive-cut.ts')).withoutHidden
}

/** What is made when it is asked for. */
function onDemand(notes: readonly PublicNote[], made: Pick<Garden, 'pages' | 'folders' | 'tags' | 'diagrams'>, world: World): Pick<Garden, 'previews' | 'fillers'> {
  return {
    previews: () => previewFiles({...made, world}),
    fillers: new Map(notes.filter((note) => note.format === 'mdx').map((note) => [note.path, () => fillerFor(note, world)]))
  }
}

function parseOptions(vault: Vault, options: Options, {words}: GrowContext): Parameters<typeof parseNotes>[1] {
  return {
    ...parsingOptions(options),
    strictLineBreaks: options.strictLineBreaks ?? vault.settings.strictLineBreaks ?? false,
    words: preparedWords(words)
  }
}

/** What is wrong in private notes: for the author alone. */
function ofPrivate(prepared: readonly PreparedNote[]): Diagnostic[] {
  return prepared.filter((note) => note.visibility === 'private').flatMap((note) => note.diagnostics)
}

async function draw(notes: readonly PublicNote[], options: Options, context: GrowContext): Promise<Map<string, Drawing | DrawingFailure>> {
  const sources = new Map(notes.flatMap((note) => note.diagrams.map((diagram) => [diagram.hash, diagram.source])))
  if (sources.size === 0) return new Map()
  return drawDiagrams(sources, {
    cacheFolder: path.join(context.cacheFolder, 'diagrams'),
    fontFile: context.fontFile,
    timeoutMs: options.limits.diagramSeconds * 1000,
    workers: 1,
    keep: context.keepDrawing ?? context.memory !== undefined
  })
}

interface Printing {
  readonly options: Options
  readonly words: WordMemory | undefined
  readonly hidden: ReadonlySet<VaultPath>
  /** All pages at once; each when somebody looks (`late`), what is wrong in embeds being told then or, with `tell`, at once. */
  readonly make: 'all' | 'late' | 'tell'
}

function printAll(notes: readonly PublicNote[], world: World, {options, hidden, words, make: when}: Printing): {made: Pick<Garden, 'pages' | 'folders' | 'tags' | 'diagrams' | 'edges'>; mentions: Graph['mentions']; diagnostics: Diagnostic[]; tagSlugs: ReadonlyMap<string, Slug>} {
  const slugOf = (note: PublicNote): Slug => world.slugs.get(note.path) ?? ('' as Slug)
  const refs = new Map<VaultPath, NoteRef>(notes.map((note) => [note.path, refOf(note, slugOf(note))]))
  const graph = buildGraph({notes, resolutions: world.resolutions, refs, hidden, mentions: options.mentions, words})
  const byPath = new Map<VaultPath, ListedNote>()
  for (const note of notes) {
    const ref = refs.get(note.path)
    if (ref) byPath.set(note.path, listedOf(note, ref, graph.incomingCount(note.path)))
  }
  const listed = (each: VaultPath): ListedNote => byPath.get(each) ?? {slug: '' as Slug, title: each, description: '', incoming: 0}
  const input = {notes, slugs: world.slugs, listed, order: options.order, late: when !== 'all'}
  const tags = tagPages(input)
  const turns = turnsOf(notes, refs, options.order)
  const folders = folderPages(input)
  const bySlug = new Map(folders.map((folder) => [folder.slug, folder]))
  const pictures = (note: PublicNote): string | undefined => pictureOf(note, {resolutions: world.resolutions.get(note.path)?.links ?? [], assets: world.assets})
  const linkOf = (note: PublicNote, index: number): string | undefined => addressOf(world.resolutions.get(note.path)?.links[index] ?? {kind: 'unresolved'}, note.links[index], world)
  const diagnostics: Diagnostic[] = []
  const pageInput: PageInput = {graph, slugs: world.slugs, refs, turns, folders: bySlug, tagOf: tags.tagOf, pictureOf: pictures, linkOf, hide: options.properties.hide, hidden, glossary: () => glossaryOf(notes, refs)}
  const pages = notes.map((note) => {
    let made: Rendered | undefined
    const rendered = (): Rendered => {
      if (made) return made
      made = renderNote(note, {...world, tagSlugs: tags.slugs})
      diagnostics.push(...made.diagnostics)
      return made
    }
    const make = (): Page => makePage(note, rendered(), pageInput)
    if (when === 'all') return make()
    if (when === 'tell' && canFail(note)) rendered()
    // What a page draws and lists is asked of many pages, and needs nothing of the other notes' texts.
    const late = {diagrams: () => rendered().diagrams, listing: () => bySlug.get(slugOf(note))}
    return lazily<Page>({values: knownOf(note, pageInput), late, decided: decidedKeys}, make)
  })
  return {made: {pages, folders, tags: introduced(tags.pages, pages), diagrams: diagramPages({notes, pages, refs, world: {...world, tagSlugs: tags.slugs}}), edges: graph.edges}, mentions: graph.mentions, diagnostics, tagSlugs: tags.slugs}
}

/** Whether filling a note's holes can find something wrong. */
function canFail({embeds, diagrams}: PublicNote): boolean {
  return embeds.length > 0 || diagrams.length > 0
}

/** What is wrong in an embed is found on every page that shows it, and told once. */
function distinct(found: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
}
