/** What is prepared: one file, parsed alone. */

import type {Diagnostic, Point, VaultPath} from './base.ts'

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
  /** What the author's own HTML says of the look of its picture, as attributes in a tag; and whether that sets its size, which is then not the file's. */
  readonly attributes?: string
  readonly isSized?: true
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
