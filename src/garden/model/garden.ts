/** What is printed of all notes together: lists, the map, the state of the garden, and the garden itself. */

import type {Diagnostic, Slug, VaultPath} from './base.ts'
import type {Crumb, FolderPage, LinkSuggestion, ListedNote, NoteRef, Page, PageTag} from './page.ts'
import type {LinkKind, Origin} from './prepared.ts'
import type {Asset} from './published.ts'

/** A diagram on a page of its own: the large figure, as text, with what it links to and the notes that show it. */
export interface DiagramPage {
  /** `diagrams/`, the note's address and which of its diagrams it is, from 1: stable while the note keeps its address. */
  readonly slug: Slug
  readonly title: string
  readonly type: string
  readonly words: string
  /** The note that it is written in. */
  readonly note: NoteRef
  /** That note's own picture. */
  readonly image?: string
  /** Id of its figure in that note. */
  readonly anchor: string
  readonly tags: readonly PageTag[]
  /** All notes that show it, embeds too, with the id of the figure in each. */
  readonly notes: readonly (NoteRef & {readonly anchor: string})[]
  readonly links: readonly NoteRef[]
  /** The figure, as the note has it. */
  readonly html: string
  /** The drawing alone, without links and names of its own: what lists show. */
  readonly drawing: string
  readonly css: string
  readonly origins: readonly Origin[]
}

export interface TagPage {
  /** Display name, with its parents: `topic/kafka`. */
  readonly name: string
  readonly slug: Slug
  readonly parent?: PageTag
  /** Tags inside it, each with the notes in it that most others link to. */
  readonly children: readonly {readonly name: string; readonly slug: Slug; readonly count: number; readonly leading: readonly Crumb[]}[]
  /** Notes with the tag or one below it. */
  readonly notes: readonly ListedNote[]
  /** A note `tags/<name>.md` that introduces it. */
  readonly intro?: Pick<Page, 'slug' | 'html' | 'css' | 'origins'>
}

export interface UnresolvedLink {
  readonly from: VaultPath
  readonly target: string
  readonly line: number
}

export interface GraphEdge {
  readonly from: VaultPath
  readonly to: VaultPath
  readonly kind: LinkKind
  readonly text: string
  readonly heading?: string
  readonly line: number
}

/** A note as the page of the garden's health lists it. */
export interface HealthRow extends NoteRef {
  readonly incoming: number
  readonly outgoing: number
  readonly words: number
}

/** A month of the garden's growth: `2026-11`, notes written in it, and up to its end. */
export interface HealthMonth {
  readonly month: string
  readonly added: number
  readonly total: number
}

/** The first of a list, and how long it is. */
interface Listed<Row> {
  readonly rows: readonly Row[]
  readonly count: number
}

/** How the garden is doing. */
export interface Health {
  readonly notes: number
  /** Pairs of notes that link, each way counted once. */
  readonly links: number
  readonly words: number
  readonly months: readonly HealthMonth[]
  readonly mostLinked: readonly HealthRow[]
  /** Notes that link to the most others. */
  readonly hubs: readonly HealthRow[]
  /** Notes without a link in or out, but for the first page. */
  readonly orphans: Listed<HealthRow>
  /** Notes that link to others and that nothing links to. */
  readonly unreferenced: number
  readonly stubs: Listed<HealthRow>
  /** Names that links ask for and no note bears, and how many notes ask. */
  readonly wanted: Listed<{readonly name: string; readonly count: number}>
  /** Notes with a date of the next check, the earliest first. */
  readonly due: Listed<NoteRef & {readonly review: string}>
}

/** HTML of a hole: before and after what it holds. */
export type HoleFiller = (name: string) => {readonly start: string; readonly end: string}

/** A page that only leads on: an old address, a permalink's original path. */
export interface Redirect {
  readonly slug: Slug
  readonly to: Slug
  /** Title of the page it leads to. */
  readonly title: string
}

/** A group of notes that link among themselves more than to others. */
export interface Community {
  /** What it is called: the tag that tells it best from the rest, else its hub's title. Unique in the garden. */
  readonly name: string
  readonly from: 'tag' | 'note'
  /** Its note with the most links inside. */
  readonly hub: Slug
  readonly count: number
  /** Its middle, in the units of {@link MapNote}. */
  readonly x: number
  readonly y: number
  /** Which of the map's inks it is drawn with, from 0: made of its hub, so that it stays when others come. */
  readonly ink: number
}

/** A note on the map. */
export interface MapNote {
  readonly slug: Slug
  readonly title: string
  /** Place: 0 is the middle, x grows to the right and y downwards; most notes stand within 16,384 of it. Whole numbers. */
  readonly x: number
  readonly y: number
  /** Number of its community, or −1. */
  readonly community: number
  /** Notes that it is linked with, either way. */
  readonly links: number
}

/** All links between two notes of the map. */
export interface MapEdge {
  /** Numbers of the notes, the smaller first. */
  readonly a: number
  readonly b: number
  /** How many links, either way. */
  readonly count: number
  /** Whether it leads from `a` to `b`, from `b` to `a`. */
  readonly forth: boolean
  readonly back: boolean
  /** Whether only diagrams say so. */
  readonly diagramOnly: boolean
}

/** The garden as a map. Notes that graphs leave out (F-03) are not on it. */
export interface GardenMap {
  /** In the order of the garden's pages. */
  readonly notes: readonly MapNote[]
  readonly edges: readonly MapEdge[]
  /** The largest first. */
  readonly communities: readonly Community[]
}

/** The whole site as values. */
export interface Garden {
  readonly pages: readonly Page[]
  readonly folders: readonly FolderPage[]
  readonly tags: readonly TagPage[]
  /** Every diagram that could be drawn, by note and number. */
  readonly diagrams: readonly DiagramPage[]
  readonly edges: readonly GraphEdge[]
  /** Made when it is first asked for: a check of the vault needs none. */
  readonly map: () => GardenMap
  /** Names of notes that stand in texts without a link. */
  readonly suggestions: () => readonly LinkSuggestion[]
  readonly unresolved: readonly UnresolvedLink[]
  readonly assets: readonly Asset[]
  /** Address of the vault's own style sheet, which is among the assets. */
  readonly sheet?: string
  readonly redirects: readonly Redirect[]
  /** All problems, private notes' too: for the author's terminal only. */
  readonly diagnostics: readonly Diagnostic[]
  /** The problems of the vault without its private notes: what may be published. */
  readonly publicDiagnostics: readonly Diagnostic[]
  /** For MDX notes, whose page is compiled: what fills the holes of one page, by name (`l3`, `e0`, `ttopic`). */
  readonly fillers: ReadonlyMap<VaultPath, () => HoleFiller>
  /** Small files that show where links lead, made when they are asked for. */
  readonly previews: () => Iterable<{readonly path: string; readonly text: string}>
  /** Whether `archive` has anything. */
  readonly hasArchive: boolean
  /** The public notes as files that open in Obsidian, made when they are asked for; none where the author keeps them. */
  readonly archive: () => readonly ({readonly path: VaultPath; readonly text: string} | {readonly path: VaultPath; readonly file: string})[]
  /** The garden's *today*, ISO date: the newest date among public notes unless set. */
  readonly today?: string
}
