/** Make the page of each note: everything it shows, as one value (the law of the page). */

import {cardsIn} from './cards.ts'
import type {Graph} from './graph.ts'
import {folderCrumbs} from './indexes.ts'
import {asksForGlossary} from './glossary.ts'
import type {Crumb, FolderPage, GlossaryEntry, ListedNote, NoteRef, Page, PageTag, PropertyValue, PublicNote, Slug, VaultPath} from './model.ts'
import {isHidden} from './hidden.ts'
import {byCodePoint, folderOf, nameKey, slugOf} from './names.ts'
import {byOrder, orderOf} from './order.ts'
import {cssClasses, propertyLinks} from './property-links.ts'
import type {Rendered} from './render.ts'

/** Most neighbours that the local graph shows; the rest are counted. */
const mostNeighbours = 30
const mostRelated = 6
/** Most notes of a folder that the tree shows around a page. */
const mostSiblings = 25

/** Properties that are the garden's own business (P-11). */
const internal = new Set(['publish', 'draft', 'private', 'permalink', 'cssclasses', 'cssclass', 'mobile', 'aliases', 'alias', 'tags', 'tag', 'title', 'description', 'generate'])

export interface PageInput {
  readonly graph: Graph
  readonly slugs: ReadonlyMap<VaultPath, Slug>
  readonly refs: ReadonlyMap<VaultPath, NoteRef>
  readonly turns: (path: VaultPath) => Turn | undefined
  /** Folders' pages by address: a note at one of these is the page of its folder. */
  readonly folders: ReadonlyMap<Slug, FolderPage>
  readonly tagOf: (name: string) => PageTag
  readonly pictureOf: (note: PublicNote) => string | undefined
  /** Address of a note's link, by its index. */
  readonly linkOf: (note: PublicNote, index: number) => string | undefined
  /** Words that keep a property from being published. */
  readonly hide: readonly string[]
  readonly hidden: ReadonlySet<VaultPath>
  readonly glossary: () => readonly GlossaryEntry[]
}

/** What a page shows that has sheets and scripts of its own. */
function parts(html: string): Pick<Page, 'math' | 'query' | 'canvas'> {
  return {
    ...(html.includes('class="katex') ? {math: true} : {}),
    ...(html.includes('<div class="base ') ? {query: true} : {}),
    ...(html.includes('class="canvas ') ? {canvas: true} : {})
  }
}

/** What a page says that its note alone decides: cheap to have of all notes. */
export function knownOf(note: PublicNote, {slugs, refs, hide, hidden}: Pick<PageInput, 'slugs' | 'refs' | 'hide' | 'hidden'>) {
  const noteKind = refs.get(note.path)?.noteKind
  return {
    slug: slugs.get(note.path) ?? ('' as Slug),
    path: note.path,
    format: note.format,
    title: note.title,
    aliases: note.aliases,
    description: note.description,
    ...(isDescribed(note) ? {} : {isLead: true as const}),
    ...(noteKind === undefined ? {} : {noteKind}),
    dates: note.dates,
    words: note.words,
    properties: publicProperties(note, hide),
    ...(hidden.has(note.path) ? {hidden: true as const} : {})
  } satisfies Partial<Page>
}

/** Keys of a page that {@link knownOf} decides: those it leaves out, the page has not. */
export const decidedKeys: ReadonlySet<keyof Page> = new Set(['noteKind', 'isLead', 'hidden'])

/** Assemble a page. */
export function makePage(note: PublicNote, rendered: Rendered, input: PageInput): Page {
  const {graph, turns, folders, tagOf, pictureOf, linkOf, glossary} = input
  const known = knownOf(note, input)
  const near = graph.neighbours(note.path, mostNeighbours)
  const unlinked = graph.unlinked(note.path)
  const listing = folders.get(known.slug)
  const image = pictureOf(note)
  const links = propertyLinks(note, known.properties, (index) => linkOf(note, index))
  const classes = cssClasses(note)
  return {
    ...known,
    ...(image === undefined ? {} : {image}),
    html: rendered.html,
    css: rendered.css,
    ...parts(rendered.html),
    ...cardCount(rendered.html),
    headings: note.headings.map(({depth, text, id}) => ({depth, text, id})),
    tags: tagsOf(note, tagOf),
    crumbs: crumbsOf(note, known.slug),
    ...(links.length > 0 ? {propertyLinks: links} : {}),
    ...(classes.length > 0 ? {classes} : {}),
    backlinks: graph.backlinks(note.path),
    unlinked: unlinked.shown,
    unlinkedHidden: unlinked.hidden,
    links: graph.outgoing(note.path),
    related: graph.related(note.path, mostRelated),
    neighbours: near.shown,
    neighboursHidden: near.hidden,
    ...turns(note.path),
    ...(listing ? {listing, siblings: listing.notes.slice(0, mostSiblings).map(crumbOf)} : {}),
    ...(asksForGlossary(note) ? {glossary: glossary()} : {}),
    diagrams: rendered.diagrams,
    origins: [...rendered.origins].sort((a, b) => byCodePoint(a.join(' '), b.join(' ')))
  }
}

/** Whether the author wrote the description. */
function isDescribed({properties}: PublicNote): boolean {
  return properties.some(([name, value]) => nameKey(name.trim()) === 'description' && typeof value === 'string' && value.trim() !== '')
}

function cardCount(html: string): {cards?: number} {
  const cards = cardsIn(html).length
  return cards > 0 ? {cards} : {}
}

/** The note's folder and those above it; a folder's own note stands in the folder above. */
function crumbsOf(note: PublicNote, slug: Slug | undefined): ReturnType<typeof folderCrumbs> {
  return folderCrumbs(folderOf(note.path)).filter((crumb) => crumb.slug !== slug)
}

function tagsOf(note: PublicNote, tagOf: PageInput['tagOf']): PageTag[] {
  const byKey = new Map(note.tags.map(({name}) => [nameKey(name), tagOf(name)]))
  return [...byKey.values()]
}

/** Properties that readers may see: none of the garden's own, none that sounds like a secret (hazard 6). */
export function publicProperties(note: PublicNote, hide: readonly string[]): [string, PropertyValue][] {
  return note.properties
    .filter(([name]) => !internal.has(nameKey(name.trim())) && !isHidden(name, hide))
    .map(([name, value]) => [name, value])
}

/** How others mention a note in lists. */
export function refOf(note: PublicNote, slug: Slug): NoteRef {
  const kind = note.properties.find(([name]) => nameKey(name) === 'kind')?.[1]
  return {slug, title: note.title, description: note.description, ...(typeof kind === 'string' && kind !== '' ? {noteKind: kind} : {})}
}

/** A note in a list, with what lists sort by. */
export function listedOf(note: PublicNote, ref: NoteRef, incoming: number): ListedNote {
  const updated = note.dates.updated ?? note.dates.created
  return {...ref, ...(updated === undefined ? {} : {updated}), incoming}
}

/** What stands around a note in its folder. */
export interface Turn {
  readonly previous?: NoteRef
  readonly next?: NoteRef
  /** The nearest notes before and after it, itself among them; never the folder's own note, whose place is the folder's. */
  readonly siblings: readonly Crumb[]
}

/**
 * Before, after and around each note in its folder; a folder is put in order when one of its notes is asked for.
 *
 * @param configured
 *   Paths of folders and notes in the order that the author wants.
 */
export function turnsOf(notes: readonly PublicNote[], refs: ReadonlyMap<VaultPath, NoteRef>, configured: readonly string[] = []): (path: VaultPath) => Turn | undefined {
  const order = byOrder(configured)
  const folders = Map.groupBy(notes, (note) => folderOf(note.path))
  const made = new Map<string, ReadonlyMap<VaultPath, Turn>>()
  return (path) => {
    const folder = folderOf(path)
    const turns = made.get(folder) ?? turnsIn(folder, folders.get(folder) ?? [], {refs, order})
    made.set(folder, turns)
    return turns.get(path)
  }
}

function turnsIn(folder: string, notes: readonly PublicNote[], {refs, order}: {readonly refs: ReadonlyMap<VaultPath, NoteRef>; readonly order: ReturnType<typeof byOrder>}): Map<VaultPath, Turn> {
  const siblings = notes.map((note) => ({path: note.path, title: note.title, order: orderOf(note)})).sort(order)
  const row = siblings.flatMap((note) => refs.get(note.path) ?? [])
  const listed = row.filter(({slug}) => slug !== slugOf(folder)).map(crumbOf)
  const places = new Map(listed.map(({slug}, index) => [slug, index]))
  return new Map(siblings.map((note, index) => {
    const [previous, next] = [row[index - 1], row[index + 1]]
    const around = windowAround(listed, places.get(row[index]?.slug ?? ('' as Slug)) ?? 0)
    return [note.path, {...(previous ? {previous} : {}), ...(next ? {next} : {}), siblings: around}]
  }))
}

function crumbOf({title, slug}: NoteRef): Crumb {
  return {title, slug}
}

/** As many as are shown, with the one at `index` in the middle as far as the ends allow. */
function windowAround(row: readonly Crumb[], index: number): readonly Crumb[] {
  const first = Math.min(index - Math.floor(mostSiblings / 2), row.length - mostSiblings)
  return row.slice(Math.max(0, first), Math.max(0, first) + mostSiblings)
}
