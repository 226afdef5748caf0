/** What is printed: the page of a note, and how others mention it. */

import type {Point, Slug, VaultPath} from './base.ts'
import type {Dates, Format, LinkKind, Origin, PropertyValue} from './prepared.ts'

/** A note as others mention it in lists. */
export interface NoteRef {
  readonly slug: Slug
  readonly title: string
  readonly description: string
  /** `kind` property, where the author wrote one. */
  readonly noteKind?: string
}

/** One mention of a note in another. */
export interface Mention {
  readonly kind: LinkKind
  /** Heading it stands under, and its id in the mentioning page. */
  readonly heading?: string
  readonly anchor?: string
  /** The sentence: safe inline HTML, the link in `<b>`. */
  readonly html: string
  readonly line: number
  readonly weight: number
  /** Key, for mentions in properties. */
  readonly property?: string
  /** Title of the diagram, for mentions in one; `anchor` is its figure's. */
  readonly diagram?: string
  /** Address of that diagram's own page. */
  readonly drawing?: Slug
}

/** All mentions of a page in one other note. */
export interface Backlink extends NoteRef {
  readonly mentions: readonly Mention[]
  readonly weight: number
}

/** A note that says a page's name without linking to it (Pu-02): where it first does. */
export interface UnlinkedMention extends NoteRef {
  /** The sentence: safe inline HTML, the name in `<b>`. */
  readonly html: string
  readonly line: number
  /** Heading it stands under, and its id. */
  readonly heading?: string
  readonly anchor?: string
}

/** A mention that an author may make a link. */
export interface LinkSuggestion {
  readonly path: VaultPath
  readonly place: Point
  /** What stands there. */
  readonly words: string
  /** The note it means. */
  readonly to: VaultPath
  /** What to write in its place: `[[Title|words]]`. */
  readonly link: string
}

export interface PageHeading {
  readonly depth: number
  readonly text: string
  readonly id: string
}

export interface PageTag {
  readonly name: string
  readonly slug: Slug
}

export interface Crumb {
  readonly title: string
  readonly slug: Slug
}

/** A pin of the local graph: a neighbour, and which way its links go. */
export interface Neighbour extends NoteRef {
  readonly direction: 'in' | 'out' | 'both'
  readonly weight: number
}

export interface Related extends NoteRef {
  /** Why, in words: titles of shared links, names of shared tags, telling words of both texts; the most telling first. */
  readonly reasons: readonly {readonly kind: 'links' | 'linked-by' | 'rare-tag' | 'text' | 'tag'; readonly names: readonly string[]}[]
}

/** A link that is the value of a property, or one of its list. */
export interface PropertyLink {
  readonly name: string
  /** The value as the author wrote it. */
  readonly written: string
  readonly text: string
  /** Address, base path included; nothing if it leads nowhere. */
  readonly href?: string
}

/** Everything that the page of one note shows. A page is a pure function of this value (the law of the page). */
export interface Page {
  readonly slug: Slug
  readonly path: VaultPath
  readonly format: Format
  readonly title: string
  readonly aliases: readonly string[]
  readonly description: string
  /** Whether the description is only the beginning of the text, which a page need not say twice. */
  readonly isLead?: true
  readonly noteKind?: string
  /** The picture that stands for it on other sites (P-09): address under the base path, or a whole one of the web. */
  readonly image?: string
  readonly html: string
  readonly css: string
  /** Whether it shows formulas, which have a style sheet and fonts of their own. */
  readonly math?: true
  /** Whether it shows a base. */
  readonly query?: true
  /** Whether it shows a canvas, its own or an embedded one. */
  readonly canvas?: true
  readonly headings: readonly PageHeading[]
  readonly tags: readonly PageTag[]
  readonly crumbs: readonly Crumb[]
  readonly dates: Dates
  readonly words: number
  readonly properties: readonly (readonly [name: string, value: PropertyValue])[]
  /** Links in them, in their order. */
  readonly propertyLinks?: readonly PropertyLink[]
  /** Classes that the author gives the text (P-06). */
  readonly classes?: readonly string[]
  readonly backlinks: readonly Backlink[]
  readonly unlinked: readonly UnlinkedMention[]
  /** How many more notes name it without a link. */
  readonly unlinkedHidden: number
  readonly links: readonly NoteRef[]
  readonly related: readonly Related[]
  readonly neighbours: readonly Neighbour[]
  readonly neighboursHidden: number
  readonly previous?: NoteRef
  readonly next?: NoteRef
  /**
   * Notes of its folder around it, itself included, in the folder's order: at most 25, so that the page's weight has
   * a bound. The page of a folder (`listing`) has those in the folder.
   */
  readonly siblings?: readonly Crumb[]
  /** What is in the folder whose page this note is (F-07). */
  readonly listing?: FolderPage
  /** Under the text of a note that asks for it. */
  readonly glossary?: readonly GlossaryEntry[]
  /** How many question cards it has. */
  readonly cards?: number
  /** Left out of search and graphs, because the vault's own settings ignore it (F-03). */
  readonly hidden?: true
  readonly diagrams: readonly PageDiagram[]
  /** Origins that the author's own images, frames and media need, by CSP directive. */
  readonly origins: readonly Origin[]
}

/** A term: a title with its note's sentence, or an alias that leads to a title. */
export interface GlossaryEntry {
  readonly term: string
  readonly slug: Slug
  readonly definition?: string
  /** Title of the note that the alias is of. */
  readonly of?: string
}

export interface PageDiagram {
  readonly id: string
  readonly title: string
  readonly type: string
  /** Node, edge and message labels, for search. */
  readonly words: string
  /** Address of the page of its own. */
  readonly slug: Slug
  /** Number of the figure in this page. */
  readonly number: number
}

/** A note in the list of a folder, a tag or the index. */
export interface ListedNote extends NoteRef {
  readonly updated?: string
  /** Notes that link to it. */
  readonly incoming: number
}

export interface FolderPage {
  readonly slug: Slug
  readonly title: string
  readonly crumbs: readonly Crumb[]
  readonly folders: readonly {readonly slug: Slug; readonly title: string; readonly count: number}[]
  readonly notes: readonly ListedNote[]
  /** All notes below it, at any depth. */
  readonly count: number
}
