/** What the walk over a note's tree carries along, and what every step of it needs. */

import type {Definition, Nodes, Parents} from 'mdast'
import {diagnose, type RuleName} from './diagnostics.ts'
import type {Unseen} from './html-words.ts'
import type {Said} from './plain-text.ts'
import type {BaseBlock, Diagnostic, Diagram, Embed, Link, Point, Tag, VaultPath} from './model.ts'

export interface FactOptions {
  readonly path: VaultPath
  readonly linkText: 'app' | 'raw' | 'basename'
  readonly ignoreHexTags: boolean
  /** Lines before the text, which the parser has not seen. */
  readonly lines: number
  readonly uniqueId: (wanted: string) => string
}

type Mutable<Type> = {-readonly [Key in keyof Type]: Type[Key]}

export interface FoundHeading {
  readonly depth: number
  readonly text: string
  readonly written?: string
  readonly id: string
  readonly line: number
}

/** What the walk collects. */
export interface Facts {
  readonly links: Mutable<Link>[]
  readonly embeds: Mutable<Embed>[]
  readonly tags: Tag[]
  readonly headings: FoundHeading[]
  readonly diagrams: Diagram[]
  readonly bases: BaseBlock[]
  readonly diagnostics: Diagnostic[]
  /** Pieces of text, blocks divided by `\n\n`. */
  readonly text: Said[]
  /** Text of the first paragraph, for a description. */
  lead: string
}

/** Where a node stands. */
export interface Around {
  /** Inside a link's words. */
  readonly inLink: boolean
  /** Inside a table's cell, a heading or a callout's title, where a block cannot stand. */
  readonly tight: boolean
  /** Inside a heading, whose words no author would link. */
  readonly inHeading?: true
  /** Inside a table's cell, where a `|` ends it. */
  readonly inCell?: true
  /** Inside a quote or callout, whose headings are not the note's (H-07). */
  readonly quoted: boolean
}

/** One walk. */
export interface Walker {
  readonly facts: Facts
  readonly options: FactOptions
  readonly definitions: ReadonlyMap<string, Definition>
  /** How many links and embeds have their sentence; the element of HTML that the text stands in, if no link may, and that of which no page shows a word. */
  readonly done: {links: number; embeds: number; within: string; readonly unseen: Unseen}
  /** Walk what stands in a node. */
  readonly into: (parent: Parents, around: Around) => void
}

/** Place of a node in the file, past its properties. */
export function placeOf(node: Nodes, lines: number): Point {
  const start = node.position?.start
  return {line: (start?.line ?? 1) + lines, column: start?.column ?? 1}
}

/** Note a problem at a node; the facts are those of its rule. */
export function report<Name extends RuleName>({facts, options}: Walker, node: Nodes, [name, about]: [Name, Parameters<typeof diagnose<Name>>[2]]): void {
  facts.diagnostics.push(diagnose(name, {path: options.path, place: placeOf(node, options.lines)}, about))
}

/** Text with markup flattened (H-02). */
export function flatText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'tag') return `#${node.value}`
  if (node.type === 'inlineMath') return `$${node.value}$`
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(flatText).join('') : ''
}

/** The same as readers of plain text have it: a formula is said, not written. */
export function plainWords(node: Nodes): string {
  return saidBy(node).replace(/\s+/g, ' ').replace(betweenIdeographs, '').trim()
}

/** Where a line ends in a script without spaces there is none. */
const betweenIdeographs = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef])/gu

function saidBy(node: Nodes): string {
  if (node.type === 'inlineMath') return node.words ?? node.value
  if (node.type === 'html') return /^<br(?=[\s/>])/i.test(node.value) ? ' ' : ''
  return 'children' in node ? withoutReadings(node.children).map(saidBy).join('') : flatText(node)
}

/** Words without what `<rt>` and `<rp>` say over them, how they are read, and without those of scripts and styles. */
function withoutReadings(children: readonly Nodes[]): readonly Nodes[] {
  let within = false
  return children.filter((child) => {
    const [, end, name] = child.type === 'html' ? (/^<(\/?)(rt|rp|script|style|template)(?=[\s>])/i.exec(child.value) ?? []) : []
    if (name !== undefined) within = end === ''
    return !within
  })
}

/** The heading that what comes next stands under. */
export function currentHeading({facts}: Walker): {heading?: number} {
  return facts.headings.length > 0 ? {heading: facts.headings.length - 1} : {}
}
