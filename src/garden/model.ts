/**
 * The words of the garden. Types only: everything else in `garden/` speaks in these.
 *
 * The order is that of the flow: what is read, what is prepared, what is
 * published, what is printed.
 */

declare const brand: unique symbol
type Branded<Name extends string> = string & {readonly [brand]: Name}

/** Path of a file inside the vault: `/`-separated, NFC, no `.` or `..` segments. */
export type VaultPath = Branded<'VaultPath'>

/** Address of a page under the base path, without slashes at its ends: `tools/apache-kafka`; the home page is ``. */
export type Slug = Branded<'Slug'>

/** A place in a file; line and column count from 1, columns in UTF-16 units, as editors count. */
export interface Point {
  readonly line: number
  readonly column: number
}

export type Severity = 'error' | 'warning' | 'info'

/** One thing that the author should know, with its address. */
export interface Diagnostic {
  /** Name of the rule in `diagnostics.ts`; permanent. */
  readonly rule: string
  readonly severity: Severity
  /** Path of the file, as the author sees it. */
  readonly path: string
  readonly place?: Point
  readonly message: string
  readonly hint?: string
}

// ── What is read ────────────────────────────────────────────────────────────

/** A note as it stands on disk. */
export interface SourceFile {
  readonly path: VaultPath
  readonly text: string
  /** SHA-256 of the bytes, hex. */
  readonly hash: string
  /** Last modification on disk, ISO 8601; only used under `dates: 'mtime'`. */
  readonly mtime?: string
}

/** A file of the vault that is not a note. Its bytes are read only when a public page uses it. */
export interface AttachmentFile {
  readonly path: VaultPath
  /** Size in bytes. */
  readonly size: number
  /** Absolute path on disk. */
  readonly file: string
}

/** What the vault's own settings say (`.obsidian/app.json`), where it has any. */
export interface VaultSettings {
  readonly strictLineBreaks?: boolean
  readonly userIgnoreFilters?: readonly string[]
  /** Order and hidden entries of Obsidian Publish's navigation (`site-options.json`, Pu-07). */
  readonly navigationOrdering?: readonly string[]
  readonly navigationHiddenItems?: readonly string[]
  /** Its name, first page and theme. */
  readonly siteName?: string
  readonly indexFile?: string
  readonly defaultTheme?: string
  /** Whether search engines are asked to leave it out. */
  readonly noindex?: boolean
}

export interface Vault {
  readonly notes: readonly SourceFile[]
  readonly attachments: readonly AttachmentFile[]
  readonly settings: VaultSettings
}

// ── What is prepared ────────────────────────────────────────────────────────

/**
 * Safe HTML with numbered holes for what depends on other notes.
 *
 * A hole is written `\0n\0` where `n` is its index in `holes`. NUL cannot occur
 * in Markdown (the parser makes it U+FFFD), so a hole is never an author's text,
 * and any slice of `html` along element borders is a template too.
 */
export interface Template {
  readonly html: string
  readonly holes: readonly Hole[]
}

export type Hole =
  /** The start tag of link `index`. */
  | {readonly kind: 'link'; readonly index: number}
  /** The end tag of link `index`. */
  | {readonly kind: 'end'; readonly index: number}
  /** The whole of embed `index`. */
  | {readonly kind: 'embed'; readonly index: number}
  /** What stands before (`start`) and after (`end`) the caption of diagram `index`: the figure around it. */
  | {readonly kind: 'diagram'; readonly index: number; readonly part: 'start' | 'end'}
  /** View `view` of base `index`; all its views without it. */
  | {readonly kind: 'base'; readonly index: number; readonly view?: number}
  /** The name of what embed `index` shows. */
  | {readonly kind: 'name'; readonly index: number}
  /** The start tag of the link to the page of a tag. */
  | {readonly kind: 'tag'; readonly name: string}
  /** An id inside an attribute value, or a whole `href` that leads to one. Embeds put a prefix before it. */
  | {readonly kind: 'id'; readonly id: string; readonly href?: true}
  /** A whole attribute whose words are ids; those that are not in the piece are left out. */
  | {readonly kind: 'reference'; readonly name: string; readonly ids: readonly string[]}

/** Half-open range in `Template.html`. */
export type Range = readonly [start: number, end: number]

export interface Heading {
  readonly depth: number
  /** Text with markup flattened (H-02), as readers have it. */
  readonly text: string
  /** The same as links write it, where a formula makes them differ. */
  readonly written?: string
  /** Id in the page, unique in the note (H-05). */
  readonly id: string
  readonly line: number
  /** From the heading to the next of its depth or less: what `![[Note#Heading]]` shows. */
  readonly range: Range
}

export interface Block {
  /** Id as written after `^`, lower-cased (B-01). */
  readonly id: string
  readonly line: number
  readonly kind: 'block' | 'item'
  /** Id in the page where it is not `^id`: a heading keeps its own (H-08). */
  readonly anchor?: string
  readonly range: Range
}

export type LinkKind = 'link' | 'embed' | 'property' | 'diagram' | 'canvas'

/** What stands after `#` in a link. */
export interface Fragment {
  /** Chain of headings (L-07); empty when a block is named. */
  readonly headings: readonly string[]
  readonly block?: string
  /** As written, without the first `#`; parameters of PDF and hooks of images are read from it. */
  readonly raw: string
}

export interface Link {
  readonly kind: LinkKind
  /** How it is written: wiki links resolve from the vault's root, Markdown links from the note first; a path is one file or none. */
  readonly form: 'wiki' | 'markdown' | 'path'
  /** The file's part as written; `` is this very note. */
  readonly target: string
  readonly fragment?: Fragment
  /** The words shown. */
  readonly text: string
  /** Whether the author chose the words. */
  readonly aliased: boolean
  readonly place: Point
  /** Index of the heading it stands under, in `PreparedNote.headings`. */
  readonly heading?: number
  /** The sentence around it: safe inline HTML, the link itself in `<b>`, no holes. */
  readonly context: string
  /** Key of the property that holds it. */
  readonly property?: string
  /** Index of the diagram that holds it, and that one's title. */
  readonly diagram?: number
  readonly diagramTitle?: string
  /** Not looked up, and nothing more is said of it: a plain label that no note is called, or a search (L-28). */
  readonly silent?: true
  /** It works, and is no mention: cards of text make no backlinks. */
  readonly uncounted?: true
}

export interface Embed extends Link {
  /** `canvas`: a file's card on a canvas, which shows nothing of a file that is not there, not even its name. */
  readonly kind: 'embed' | 'canvas'
  /** Words after `|` that are not a size. */
  readonly alt?: string
  readonly width?: number
  readonly height?: number
  /** Whether it stands inside a sentence or a table cell. */
  readonly inline: boolean
  /** A picture that fills the ground of a group again and again. */
  readonly tile?: true
}

export interface Tag {
  /** As written, without `#`: `topic/kafka`. */
  readonly name: string
  readonly place: Point
  readonly from: 'text' | 'property'
}

/** A Mermaid fence. */
export interface Diagram {
  readonly source: string
  /** SHA-256 of the source, hex. */
  readonly hash: string
  /** Place of the fence; line 1 of the source is the next line. */
  readonly place: Point
  readonly heading?: number
}

/** A base: a query over the garden, in a file of its own or a fence (Ba-01). */
export interface BaseBlock {
  readonly source: string
  readonly place: Point
}

/** What a page is made from: Markdown, MDX, a canvas, a base. */
export type Format = 'md' | 'mdx' | 'canvas' | 'base'

export type Visibility = 'public' | 'private'

export interface Dates {
  /** ISO 8601, as the author wrote it: `2026-11-23` or with a time. Never shifted by a time zone (P-03). */
  readonly created?: string
  readonly updated?: string
}

export type PropertyValue = string | number | boolean | null | readonly PropertyValue[] | {readonly [key: string]: PropertyValue}

/** A note, parsed alone: facts and a template. Plain data, so that it crosses threads and caches as it is. */
export interface PreparedNote {
  readonly path: VaultPath
  readonly format: Format
  /** File name without the extension of a note: what links call it. */
  readonly name: string
  /** What readers see: the `title` property when `titleProperty` is on, else the name. */
  readonly title: string
  readonly aliases: readonly string[]
  readonly tags: readonly Tag[]
  readonly visibility: Visibility
  readonly description: string
  readonly dates: Dates
  /** All properties in the author's order, names as written. */
  readonly properties: readonly (readonly [name: string, value: PropertyValue])[]
  /** Text without markup, comments, code blocks and diagrams; blocks are divided by `\n\n`. */
  readonly text: string
  /** Where text stands that could be linked, neither code, link nor heading: start and length in `text`, line, column, and 1 in a table's cell. */
  readonly runs: readonly number[]
  readonly words: number
  readonly template: Template
  readonly headings: readonly Heading[]
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  readonly embeds: readonly Embed[]
  readonly diagrams: readonly Diagram[]
  readonly bases?: readonly BaseBlock[]
  /** Style sheet of inline styles that became classes; part of the page. */
  readonly css: string
  /** Origins that the author's own images, frames and media need. */
  readonly origins: readonly Origin[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A foreign origin that a page must be allowed, by CSP directive. */
export type Origin = readonly [directive: 'img-src' | 'media-src' | 'frame-src', origin: string]

// ── What is published ───────────────────────────────────────────────────────

declare const published: unique symbol
/** A note that went through `publish`: the only kind that names, links, pages, feeds and search may hold. */
export type PublicNote = PreparedNote & {readonly [published]: true}

/** Where a link leads. A private note is `unresolved`: the reader cannot tell it from one never written. */
export type Resolution =
  | {readonly kind: 'note'; readonly path: VaultPath; readonly anchor?: string}
  | {readonly kind: 'folder'; readonly slug: Slug}
  | {readonly kind: 'attachment'; readonly path: VaultPath}
  | {readonly kind: 'unresolved'}

/** An attachment that public pages use, at its final address. */
export interface Asset {
  readonly path: VaultPath
  /** Address under the base path: `attachments/kafka.1a2b3c4d.png`. */
  readonly url: string
  readonly type: 'image' | 'audio' | 'video' | 'pdf' | 'file'
  /** Size in bytes, as published. */
  readonly size: number
  /** Pixels; known for images. */
  readonly width?: number
  readonly height?: number
  /** Where the bytes to publish stand on disk (cleaned copies stand in the cache). */
  readonly file: string
  /** Lighter copies of a picture, the narrowest first. */
  readonly sizes?: readonly PictureSize[]
}

/** A copy of a picture, of another width and format. */
export interface PictureSize {
  /** Pixels. */
  readonly width: number
  readonly format: 'webp'
  /** Address under the base path. */
  readonly url: string
  readonly file: string
}

// ── What is printed ─────────────────────────────────────────────────────────

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

// ── Diagrams ────────────────────────────────────────────────────────────────

/** What is worded in the page's language, by the name of its phrase; values stand in its blanks, `{0}`, `{1}` … */
export type DiagramRemark = string | readonly [phrase: DiagramPhrase, ...values: DiagramRemark[]]

export type DiagramPhrase =
  | 'named' | 'both' | 'note' | 'loop' | 'if' | 'else' | 'optional' | 'parallel' | 'and' | 'critical' | 'option' | 'break'
  | 'start' | 'end' | 'aggregation' | 'extension' | 'composition' | 'dependency' | 'lollipop'
  | 'cardinality' | 'zero-or-one' | 'zero-or-more' | 'one-or-more' | 'only-one' | 'parent'
  | 'days' | 'branch' | 'score' | 'bar' | 'line'

export interface DiagramNode {
  readonly id: string
  /** Its own words; empty when `called` says what it is. */
  readonly label: string
  readonly called?: DiagramPhrase
  readonly group?: string
  readonly note?: DiagramRemark
}

export interface DiagramEdge {
  readonly from: string
  readonly to: string
  readonly label?: string
  readonly note?: DiagramRemark
}

export interface DiagramLink {
  /** What stands between `[[` and `]]`, before `|`. */
  readonly target: string
  readonly text: string
}

/** What Mermaid's own parser understood of a diagram. */
export interface DiagramModel {
  /** Mermaid's name of the type: `flowchart`, `sequence`, `stateDiagram` … */
  readonly type: string
  /** `accTitle` and `accDescr`; empty when absent. */
  readonly title: string
  readonly description: string
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
  readonly groups: readonly {readonly id: string; readonly label: string}[]
  /** Remarks that belong to no node, each with the index of the edge that it stands before: notes, loops, alternatives. */
  readonly remarks: readonly {readonly after: number; readonly text: DiagramRemark}[]
  /** Whether it leads downwards or upwards from a first node. */
  readonly down?: true
}

/** A place in a drawing that is a link if its target is found. */
export interface DrawingLink extends DiagramLink {
  /** Whether no author said so: a plain label, a link only if a note is so called. */
  readonly automatic: boolean
  /** Tried when nothing is called `target`: the first line of a label of several. */
  readonly otherwise?: string
  /** The element that stands for a link that leads nowhere, with class `unresolved`: a `g` is not shown in SVG text, nor in HTML. */
  readonly wrapper: 'g' | 'tspan' | 'span'
}

/** A diagram drawn once, whatever page it stands on: links and ids are holes. */
export interface Drawing extends DiagramModel {
  readonly ok: true
  /** One inline SVG for both themes; holes of kind `link`, `end` (index into `links`), `id`, and `name` for what one without a title is called. */
  readonly svg: Template
  /** Pixels of the view box. */
  readonly width: number
  readonly height: number
  /** Names that may be links: `[[…]]`, `click`, `internal-link`; and plain labels, which link only if a note is so called. */
  readonly links: readonly DrawingLink[]
  /** Texts of the drawing, where its parser knows of nothing that could be told. */
  readonly texts?: readonly string[]
  /** Whether the type's colours are Mermaid's own: shown on a light card in both themes. */
  readonly light: boolean
}

export interface DrawingFailure {
  readonly ok: false
  readonly message: string
  /** Line of the source, from 1, where it is known. */
  readonly line?: number
  /** What the parser understood, if the source parsed. */
  readonly model?: DiagramModel
}
