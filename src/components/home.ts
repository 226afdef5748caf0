import type {FolderPage, Garden, ListedNote, NoteRef, Page, Slug, TagPage} from '../garden/model.ts'
import type {SiteInfo} from '../site.ts'

/** What the first page shows. Every list has a bound, and may be empty. */
export interface HomeContent {
  /** Notes to begin with, and whether the author chose them. */
  readonly begin: readonly NoteRef[]
  readonly chosen: boolean
  readonly paths: readonly Path[]
  readonly hubs: readonly ListedNote[]
  /** Most linked notes: in place of hubs where nobody wrote one. */
  readonly linked: readonly ListedNote[]
  readonly recent: readonly ListedNote[]
  readonly tags: readonly TagPage[]
  readonly folders: readonly FolderPage[]
  readonly counts: HomeCounts
}

/** A note that leads through others. */
export interface Path {
  readonly note: NoteRef
  readonly steps: readonly NoteRef[]
  /** All notes on the way, and the words in them. */
  readonly count: number
  readonly words: number
}

/** How much there is. */
export interface HomeCounts {
  readonly notes: number
  /** Of one note to another, each once. */
  readonly links: number
  readonly diagrams: number
  readonly tags: number
}

const most = {begin: 3, paths: 4, steps: 6, hubs: 24, recent: 6, tags: 24, folders: 24} as const

/** Choose what the first page shows of a garden. */
export function homeContent(garden: Garden & {readonly site: SiteInfo}): HomeContent {
  const listed = garden.pages.map((page) => listedNote(page))
  const linked = listed.filter(({incoming}) => incoming > 0).sort((a, b) => b.incoming - a.incoming)
  const begin = chosen(garden)
  const hubs = linked.filter(isHub)
  const words = new Map(garden.pages.map((page) => [page.slug, page.words]))

  return {
    begin: begin.length > 0 ? begin : linked.slice(0, most.begin),
    chosen: begin.length > 0,
    paths: garden.pages
      .filter(({noteKind}) => noteKind?.toLowerCase() === 'path')
      .slice(0, most.paths)
      .map((page) => pathOf(page, words)),
    hubs: hubs.slice(0, most.hubs),
    // Those that readers begin with need not be told twice.
    linked: hubs.length > 0 ? [] : linked.slice(begin.length > 0 ? 0 : most.begin, most.hubs / 2),
    recent: recent(listed),
    tags: garden.tags
      .filter(({children}) => children.length === 0)
      .sort((a, b) => b.notes.length - a.notes.length)
      .slice(0, most.tags),
    folders: rootFolders(garden),
    counts: {notes: garden.pages.length, links: garden.pages.reduce((sum, {links}) => sum + links.length, 0), diagrams: garden.diagrams.length, tags: garden.tags.length}
  }
}

/** A path's title says that it is one; among paths that need not be said. */
const pathPrefix = /^path\s*[-–—:]\s*/i

/** Title of a path among paths. */
export function pathTitle(title: string): string {
  return title.replace(pathPrefix, '') || title
}

function pathOf(page: Page, words: ReadonlyMap<Slug, number>): Path {
  return {
    note: {slug: page.slug, title: pathTitle(page.title), description: page.description},
    steps: page.links.slice(0, most.steps),
    count: page.links.length,
    words: page.links.reduce((sum, {slug}) => sum + (words.get(slug) ?? 0), 0)
  }
}

/** Folders at the vault's root, in the order that the author wants. */
function rootFolders({folders, site}: Garden & {readonly site: SiteInfo}): readonly FolderPage[] {
  const ranks = new Map(site.folders.map(({slug}, index) => [slug, index]))
  const rank = ({slug}: FolderPage) => ranks.get(slug) ?? ranks.size
  return folders.filter(({crumbs, slug}) => crumbs.length === 0 && slug !== '').sort((a, b) => rank(a) - rank(b)).slice(0, most.folders)
}

/** A note as lists show it. */
export function listedNote(page: Page): ListedNote {
  const {slug, title, description, noteKind, dates, backlinks} = page
  return {
    slug,
    title,
    description,
    ...(noteKind && {noteKind}),
    ...(dates.updated && {updated: dates.updated}),
    incoming: backlinks.length
  }
}

function isHub({noteKind}: NoteRef): boolean {
  return noteKind?.toLowerCase() === 'hub'
}

/** The notes that the author named, as far as they are published. */
function chosen({pages, site}: Garden & {readonly site: SiteInfo}): readonly NoteRef[] {
  return (site.begin ?? []).flatMap((slug) => pages.filter((page) => page.slug === slug))
}

/** Newest first; notes of one day keep their order, and notes without a date are not news. */
function recent(notes: readonly ListedNote[]): readonly ListedNote[] {
  return notes
    .filter(({updated}) => updated)
    .sort((a, b) => (b.updated ?? '').slice(0, 10).localeCompare((a.updated ?? '').slice(0, 10), 'en'))
    .slice(0, most.recent)
}
