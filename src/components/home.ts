import type {FolderPage, Garden, ListedNote, NoteRef, Page, TagPage} from '../garden/model.ts'
import type {SiteInfo} from '../site.ts'

/** What the first page shows. Every list has a bound, and may be empty. */
export interface HomeContent {
  /** Notes to begin with, and whether the author chose them. */
  readonly begin: readonly NoteRef[]
  readonly chosen: boolean
  readonly paths: readonly {readonly note: NoteRef; readonly steps: readonly NoteRef[]}[]
  readonly hubs: readonly ListedNote[]
  /** Most linked notes: in place of hubs where nobody wrote one. */
  readonly linked: readonly ListedNote[]
  readonly recent: readonly ListedNote[]
  readonly tags: readonly TagPage[]
  readonly folders: readonly FolderPage[]
}

const most = {begin: 3, paths: 4, steps: 6, hubs: 24, recent: 6, tags: 24, folders: 24} as const

/** Choose what the first page shows of a garden. */
export function homeContent(garden: Garden & {readonly site: SiteInfo}): HomeContent {
  const listed = garden.pages.map((page) => listedNote(page))
  const linked = listed.filter(({incoming}) => incoming > 0).sort((a, b) => b.incoming - a.incoming)
  const begin = chosen(garden)
  const hubs = linked.filter(isHub)

  return {
    begin: begin.length > 0 ? begin : linked.slice(0, most.begin),
    chosen: begin.length > 0,
    paths: garden.pages
      .filter(({noteKind}) => noteKind?.toLowerCase() === 'path')
      .slice(0, most.paths)
      .map((page) => ({note: page, steps: page.links.slice(0, most.steps)})),
    hubs: hubs.slice(0, most.hubs),
    linked: hubs.length > 0 ? [] : linked.slice(0, most.hubs / 2),
    recent: recent(listed),
    tags: garden.tags
      .filter(({children}) => children.length === 0)
      .sort((a, b) => b.notes.length - a.notes.length)
      .slice(0, most.tags),
    folders: garden.folders.filter(({crumbs, slug}) => crumbs.length === 0 && slug !== '').slice(0, most.folders)
  }
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
