/**
 * What a note says of itself and of others: one walk over its tree that
 * collects links, embeds, tags, headings, diagrams and words, and leaves in the
 * tree only what `html.ts` can print.
 */

import {createHash} from 'node:crypto'
import type {Code, Definition, Heading as HeadingNode, Image, Link as LinkNode, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import {addressKind, decoded} from './addresses.ts'
import {diagnose, type RuleName} from './diagnostics.ts'
import {embedKind} from './embeds.ts'
import type {Diagnostic, Diagram, Embed, Link, Point, Tag, VaultPath} from './model.ts'
import {headingId} from './names.ts'
import {contexts} from './sentences.ts'
import type {WikiLink} from './syntax/nodes.ts'
import {defaultText, readWikiLink, splitTarget} from './syntax/wiki-link.ts'

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
  readonly diagnostics: Diagnostic[]
  /** Runs of text, blocks divided by `\n`. */
  readonly text: string[]
  /** Text of the first paragraph, for a description. */
  lead: string
}

interface Around {
  /** Inside a link's words. */
  readonly inLink: boolean
  /** Inside a table's cell, a heading or a callout's title, where a block cannot stand. */
  readonly tight: boolean
  /** Inside a quote or callout, whose headings are not the note's (H-07). */
  readonly quoted: boolean
}

/** Walk a tree. */
export function gatherFacts(tree: Root, options: FactOptions): Facts {
  const facts: Facts = {links: [], embeds: [], tags: [], headings: [], diagrams: [], diagnostics: [], text: [], lead: ''}
  const walker: Walker = {facts, options, definitions: definitionsOf(tree), done: {links: 0, embeds: 0}}
  walkChildren(tree, {inLink: false, tight: false, quoted: false}, walker)
  return facts
}

interface Walker {
  readonly facts: Facts
  readonly options: FactOptions
  readonly definitions: ReadonlyMap<string, Definition>
  /** How many links and embeds have their sentence. */
  readonly done: {links: number; embeds: number}
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const found = new Map<string, Definition>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

/** Place of a node in the file, past its properties. */
export function placeOf(node: Nodes, lines: number): Point {
  const start = node.position?.start
  return {line: (start?.line ?? 1) + lines, column: start?.column ?? 1}
}

function report<Name extends RuleName>(walker: Walker, name: Name, node: Nodes, facts: Parameters<typeof diagnose<Name>>[2]): void {
  walker.facts.diagnostics.push(diagnose(name, {path: walker.options.path, place: placeOf(node, walker.options.lines)}, facts))
}

type Children = RootContent[]

function walkChildren(parent: Parents, around: Around, walker: Walker): void {
  const out: Children = []
  const children = mergeEmbeds(parent.children as Children)
  for (const [index, node] of children.entries()) {
    const made = walk(node, around, walker)
    if (made.type === 'paragraph' && !around.tight) {
      if (walker.facts.lead === '') walker.facts.lead = flatText(made).replace(/\s+/g, ' ').trim()
      out.push(...splitParagraph(made, walker))
    } else out.push(made)
    if (node.type === 'tableCell') warnPipe(node, children[index + 1], walker)
  }
  parent.children = out as typeof parent.children
  if (isTextBlock(parent)) endBlock(parent.children as PhrasingContent[], walker)
}

function isTextBlock(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
}

/** At the end of a block of text: the sentence around each of its links, and a division in the words. */
function endBlock(children: readonly PhrasingContent[], {facts, done}: Walker): void {
  facts.text.push('\n')
  if (facts.links.length === done.links && facts.embeds.length === done.embeds) return
  done.links = facts.links.length
  done.embeds = facts.embeds.length
  for (const [key, context] of contexts(children)) {
    const entry = key.startsWith('l') ? facts.links[Number(key.slice(1))] : facts.embeds[Number(key.slice(1))]
    if (entry && entry.context === '') entry.context = context
  }
}

/** A `!` and the wiki link after it are one embed. */
function mergeEmbeds(children: Children): Children {
  const out: Children = []
  for (const node of children) {
    const before = out[out.length - 1]
    if (node.type === 'wikiLink' && before?.type === 'embedMarker') {
      out[out.length - 1] = {...node, data: {...node.data, embed: true}}
    } else out.push(node)
  }
  return out
}

function walk(node: RootContent, around: Around, walker: Walker): RootContent {
  const {facts, options} = walker
  switch (node.type) {
    case 'text':
      facts.text.push(node.value)
      return node
    case 'inlineCode':
      facts.text.push(node.value)
      return node
    case 'html':
      facts.text.push(node.value.replace(/<[^<>]*>/g, ' '))
      return node
    case 'wikiLink':
      return node.data.embed ? wikiEmbed(node, around, walker) : wikiLink(node, around, walker)
    case 'tag':
      if (options.ignoreHexTags && /^(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(node.value)) return {type: 'text', value: `#${node.value}`}
      facts.tags.push({name: node.value, place: placeOf(node, options.lines), from: 'text'})
      return node
    case 'code':
      return node.lang?.toLowerCase() === 'mermaid' ? diagram(node, around, walker) : node
    case 'link':
      return link(node, around, walker)
    case 'image':
      return image(node, around, walker)
    case 'linkReference':
    case 'imageReference':
      return walkReference(node, around, walker)
    case 'heading':
      return heading(node, around, walker)
    case 'callout': {
      const title: Paragraph = {type: 'paragraph', children: node.title}
      walkChildren(title, {...around, tight: true, quoted: true}, walker)
      node.title = title.children
      walkChildren(node, {...around, quoted: true}, walker)
      return node
    }
    case 'blockquote':
      walkChildren(node, {...around, quoted: true}, walker)
      return node
    case 'tableCell':
      walkChildren(node, {...around, tight: true}, walker)
      return node
    default:
      if ('children' in node) walkChildren(node, around, walker)
      return node
  }
}

function walkReference(node: Extract<RootContent, {type: 'linkReference' | 'imageReference'}>, around: Around, walker: Walker): RootContent {
  const definition = walker.definitions.get(node.identifier)
  if (!definition) {
    if ('children' in node) walkChildren(node, around, walker)
    return node
  }
  const shared = {url: definition.url, ...(definition.title ? {title: definition.title} : {}), ...(node.position ? {position: node.position} : {})}
  if (node.type === 'imageReference') return image({type: 'image', alt: node.alt ?? '', ...shared}, around, walker)
  return link({type: 'link', children: node.children, ...shared}, around, walker)
}

/** Text with markup flattened (H-02). */
export function flatText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'tag') return `#${node.value}`
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(flatText).join('') : ''
}

function heading(node: HeadingNode, around: Around, walker: Walker): RootContent {
  const {facts, options} = walker
  // Links in a heading's own words stand under it.
  if (!around.quoted) {
    facts.headings.push({depth: node.depth, text: '', id: '', line: placeOf(node, options.lines).line})
  }
  const index = facts.headings.length - 1
  walkChildren(node, {...around, tight: true}, walker)
  if (around.quoted) return node
  const text = flatText(node).replace(/\s+/g, ' ').trim()
  const id = options.uniqueId(headingId(text))
  facts.headings[index] = {depth: node.depth, text, id, line: placeOf(node, options.lines).line}
  node.data = {...node.data, headingId: id}
  return node
}

function currentHeading({facts}: Walker): {heading?: number} {
  return facts.headings.length > 0 ? {heading: facts.headings.length - 1} : {}
}

function text(value: string): PhrasingContent {
  return {type: 'text', value}
}

function wikiLink(node: WikiLink, around: Around, walker: Walker): RootContent {
  const {written, alias} = readWikiLink(node.value, aliasOf(node))
  const parts = splitTarget(written)
  const words = alias ?? defaultText(written, parts, walker.options.linkText)
  walker.facts.text.push(words)
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) {
    return addressKind(written) === 'external' ? {type: 'link', url: written, children: [text(words)]} : text(words)
  }
  if (around.inLink) {
    report(walker, 'nested-link', node, {target: written})
    return text(words)
  }
  if (/^(?:##|\^\^)/.test(written)) return searchLink(written, words, {node, walker})
  warnTarget(written, node, walker)
  const index = addLink(walker, {...parts, form: 'wiki', text: words, aliased: alias !== undefined}, node)
  return {type: 'internalLink', index, children: [text(words)], ...(node.position ? {position: node.position} : {})}
}

/** The alias as written; the plugin copies the value there when there is none. */
function aliasOf(node: WikiLink): string | undefined {
  return node.data.alias === node.value ? undefined : node.data.alias
}

/** `[[## team]]` and `[[^^block]]` are searches in the editor: nothing is called so (L-28). */
function searchLink(target: string, words: string, {node, walker}: {node: WikiLink; walker: Walker}): RootContent {
  report(walker, 'search-link', node, {target})
  const index = addLink(walker, {target, form: 'wiki', text: words, aliased: false, silent: true}, node)
  return {type: 'internalLink', index, children: [text(words)], ...(node.position ? {position: node.position} : {})}
}

function warnTarget(written: string, node: Nodes, walker: Walker): void {
  if (written.includes('\u00A0')) report(walker, 'non-breaking-space', node, {target: written})
  const target = written.split('#', 1)[0] ?? ''
  if (/[|:^]|%%/.test(target)) report(walker, 'link-characters', node, {target})
}

interface NewLink extends Pick<Link, 'target' | 'form' | 'text' | 'aliased' | 'silent'> {
  readonly fragment?: Link['fragment']
}

function addLink(walker: Walker, link: NewLink, node: Nodes): number {
  const {fragment, ...rest} = link
  walker.facts.links.push({
    kind: 'link',
    ...rest,
    ...(fragment ? {fragment} : {}),
    place: placeOf(node, walker.options.lines),
    ...currentHeading(walker),
    context: ''
  })
  return walker.facts.links.length - 1
}

/** Size in an alias: `100`, `100x145` (I-02, I-03). */
const size = /^\s*(\d{1,5})(?:\s*x\s*(\d{1,5}))?\s*$/

function readSize(alias: string | undefined): {alt?: string; width?: number; height?: number} {
  if (alias === undefined || alias === '') return {}
  const parts = alias.split('|')
  const match = size.exec(parts[parts.length - 1] ?? '')
  const alt = (match ? parts.slice(0, -1) : parts).join('|').trim()
  return {
    ...(alt === '' ? {} : {alt}),
    ...(match?.[1] ? {width: Number(match[1])} : {}),
    ...(match?.[2] ? {height: Number(match[2])} : {})
  }
}

function wikiEmbed(node: WikiLink, around: Around, walker: Walker): RootContent {
  const {written, alias} = readWikiLink(node.value, aliasOf(node))
  const parts = splitTarget(written)
  // Other embeds hold or are links, and no link may stand in another.
  if (around.inLink && embedKind(parts.target) !== 'image') {
    report(walker, 'nested-link', node, {target: written})
    return text(alias ?? written)
  }
  return addEmbed(walker, {...parts, form: 'wiki', text: alias ?? written, aliased: alias !== undefined, ...readSize(alias)}, {node, around})
}

interface NewEmbed extends NewLink {
  readonly alt?: string
  readonly width?: number
  readonly height?: number
}

function addEmbed(walker: Walker, embed: NewEmbed, {node, around}: {node: Nodes; around: Around}): RootContent {
  const {fragment, ...rest} = embed
  const inline = around.tight || around.inLink || embedKind(embed.target) === 'image'
  walker.facts.embeds.push({
    kind: 'embed',
    ...rest,
    ...(fragment ? {fragment} : {}),
    inline,
    place: placeOf(node, walker.options.lines),
    ...currentHeading(walker),
    context: ''
  })
  return {type: 'embedHole', value: '', index: walker.facts.embeds.length - 1, ...(node.position ? {position: node.position} : {})}
}

function link(node: LinkNode, around: Around, walker: Walker): RootContent {
  const kind = addressKind(node.url)
  walkChildren(node, {...around, inLink: true}, walker)
  if (kind === 'external') return node
  if (kind === 'unsafe') {
    report(walker, 'unsafe-address', node, {address: node.url.slice(0, 80)})
    return {type: 'emphasis', children: node.children, data: {hName: 'span', hProperties: {className: ['unsafe-link']}}}
  }
  const words = flatText(node)
  const index = addLink(walker, {...splitTarget(decoded(node.url)), form: 'markdown', text: words, aliased: true}, node)
  return {type: 'internalLink', index, children: node.children, ...(node.position ? {position: node.position} : {})}
}

function image(node: Image, around: Around, walker: Walker): RootContent {
  const kind = addressKind(node.url)
  const sized = readSize(node.alt ?? undefined)
  if (kind === 'unsafe') {
    report(walker, 'unsafe-address', node, {address: node.url.slice(0, 80)})
    return text(sized.alt ?? '')
  }
  if (kind === 'external') {
    const hProperties = {...(sized.width ? {width: sized.width} : {}), ...(sized.height ? {height: sized.height} : {})}
    return {...node, alt: sized.alt ?? '', data: {hProperties}}
  }
  return addEmbed(walker, {...splitTarget(decoded(node.url)), form: 'markdown', text: sized.alt ?? '', aliased: Boolean(sized.alt), ...sized}, {node, around})
}

function diagram(node: Code, around: Around, walker: Walker): RootContent {
  const {facts, options} = walker
  const source = node.value
  facts.diagrams.push({
    source,
    hash: createHash('sha256').update(source).digest('hex'),
    place: placeOf(node, options.lines),
    ...currentHeading(walker)
  })
  const index = facts.diagrams.length - 1
  const caption: Paragraph = {type: 'paragraph', children: node.data?.caption ?? []}
  walkChildren(caption, {...around, tight: true}, walker)
  return {type: 'diagramHole', value: '', index, data: {...node.data, caption: caption.children}}
}

/** A cell that ends in the middle of a link, and the next that ends it (L-14). */
function warnPipe(cell: RootContent, next: RootContent | undefined, walker: Walker): void {
  const open = flatText(cell)
  if (open.lastIndexOf('[[') > open.lastIndexOf(']]') && next && flatText(next).includes(']]')) {
    report(walker, 'pipe-in-table', cell, {})
  }
}

/** A note, video or file in a sentence is a block of its own: no `<div>` in `<p>` (E-10). */
function splitParagraph(paragraph: Paragraph, {facts}: Walker): RootContent[] {
  const isBlock = (node: PhrasingContent): boolean => node.type === 'embedHole' && facts.embeds[node.index]?.inline === false
  if (!paragraph.children.some(isBlock)) return [paragraph]
  const out: RootContent[] = []
  let run: PhrasingContent[] = []
  const flush = (): void => {
    if (run.some((node) => node.type !== 'break' && (node.type !== 'text' || node.value.trim() !== ''))) {
      out.push({type: 'paragraph', children: trimmed(run), ...(paragraph.position ? {position: paragraph.position} : {})})
    }
    run = []
  }
  for (const node of paragraph.children) {
    if (!isBlock(node)) run.push(node)
    else {
      flush()
      out.push(node)
    }
  }
  flush()
  const first = out[0]
  if (paragraph.data?.block !== undefined && first) first.data = {...first.data, block: paragraph.data.block}
  return out
}

/** Without line breaks and spaces at its ends. */
function trimmed(run: readonly PhrasingContent[]): PhrasingContent[] {
  return run.map((node, index) => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.trimStart() : node.value
    return {...node, value: index === run.length - 1 ? start.trimEnd() : start}
  })
}
