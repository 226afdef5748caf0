/**
 * One file in, one prepared note out: facts, and safe HTML with holes. The only
 * file that knows the parser. Never throws: a note that cannot be parsed is
 * shown as it is written.
 */

import type {Element, Root as HastRoot} from 'hast'
import {raw} from 'hast-util-raw'
import {sanitize} from 'hast-util-sanitize'
import type {Root, RootContent} from 'mdast'
import {decoded} from './addresses.ts'
import {calloutRules} from './callout-looks.ts'
import {diagnose} from './diagnostics.ts'
import {gatherFacts} from './facts.ts'
import {type Frontmatter, parseFrontmatter} from './frontmatter.ts'
import {withDirections} from './direction.ts'
import {hole, type HtmlOptions, toHtmlTree} from './html.ts'
import {framesAsLinks} from './html-frames.ts'
import {withFontSizes, withoutPlaintext} from './html-old.ts'
import {withoutUnsafe} from './html-unsafe.ts'
import type {Block, Diagnostic, Embed, Heading, Link, Point, PreparedNote, SourceFile, VaultPath} from './model.ts'
import {uniqueIds} from './heading-ids.ts'
import {baseName, folderOf, withoutExtension} from './names.ts'
import type {ParsingOptions} from './options.ts'
import {lateProperties} from './late-properties.ts'
import {plainText} from './plain-text.ts'
import {type PropertyOptions, type ReadProperties, readProperties} from './properties.ts'
import {authorSchema, contributorSchema, withoutHoles} from './safe.ts'
import {escapeText} from './sentences.ts'
import {withoutComments} from './syntax/comments.ts'
import {escapePipes, withHeads} from './syntax/lenient-table.ts'
import {splitTarget} from './syntax/wiki-link.ts'
import {type Printed, printTemplate} from './template.ts'
import {demoteHeadings, dropTitle, firstTitle, isMdx, readTree} from './tree.ts'
import {type Facts, placeOf as pointOf} from './walker.ts'
import type {PreparedWords} from './words.ts'

/** What parsing depends on besides the file: part of the cache's key, and plain data for the worker. */
export interface ParseOptions extends ParsingOptions {
  readonly strictLineBreaks: boolean
  readonly words: PreparedWords
}

/** Prepare a note. */
export function parseNote(file: SourceFile, options: ParseOptions): PreparedNote {
  const frontmatter = parseFrontmatter(file.text, file.path)
  const properties = readProperties(frontmatter, propertyOptions(file.path, options))
  try {
    return prepare(file, {frontmatter, properties, options})
  } catch (error) {
    return plainNote(file, {frontmatter, properties, options}, error instanceof RangeError ? 'it is nested too deep' : reasonOf(error))
  }
}

function propertyOptions(path: VaultPath, {publish, exclude, linkText}: ParseOptions): PropertyOptions {
  return {path, publish, exclude, linkText}
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}

interface Read {
  readonly frontmatter: Frontmatter
  readonly properties: ReadProperties
  readonly options: ParseOptions
}

function prepare(file: SourceFile, read: Read): PreparedNote {
  const {frontmatter, properties, options} = read
  const diagnostics: Diagnostic[] = [...frontmatter.diagnostics, ...properties.diagnostics, ...lateProperties(frontmatter.body, {path: file.path, before: frontmatter.bodyLine})]
  const source = withHeads(options.lenientTables ? escapePipes(frontmatter.body) : frontmatter.body)
  const tree = readTree(file, source, {trust: options.trust, lines: frontmatter.bodyLine, diagnostics})
  const names = noteNames(file, read, firstTitle(tree))
  dropTitle(tree, [names.title, names.name])

  const uniqueId = uniqueIds()
  const facts = gatherFacts(tree, {path: file.path, linkText: options.linkText, ignoreHexTags: options.ignoreHexTags, lines: frontmatter.bodyLine, uniqueId})
  demoteHeadings(tree)
  const printed = printNote(tree, facts, {path: file.path, source, lines: frontmatter.bodyLine, options})
  return {
    ...shared(file, read),
    ...names,
    tags: [...properties.tags, ...facts.tags],
    description: properties.description ?? leadOf(facts.lead),
    ...wordsOf(facts, source),
    template: {html: printed.html, holes: printed.holes},
    headings: facts.headings.map((heading): Heading => ({...heading, range: printed.sections.get(heading.id) ?? [0, 0]})),
    blocks: blocksOf(tree, printed, frontmatter.bodyLine),
    links: [...facts.links, ...properties.links],
    embeds: facts.embeds,
    diagrams: facts.diagrams,
    ...(facts.bases.length > 0 ? {bases: facts.bases} : {}),
    css: printed.css,
    origins: printed.origins,
    diagnostics: [...diagnostics, ...facts.diagnostics]
  }
}

function noteNames(file: SourceFile, {properties, options}: Read, heading?: string): Pick<PreparedNote, 'name' | 'title' | 'aliases'> {
  const name = withoutExtension(baseName(file.path))
  const written = options.titleProperty ? properties.title : undefined
  // `index` and `README` say what the file is for, not what the folder is called.
  const ofFolder = options.folderNotes && /^(?:index|readme)$/i.test(name) ? (heading ?? baseName(folderOf(file.path))) : ''
  return {name, title: written ?? (ofFolder || name), aliases: properties.aliases}
}

function shared(file: SourceFile, {frontmatter, properties}: Read): Pick<PreparedNote, 'path' | 'format' | 'visibility' | 'dates' | 'properties'> {
  return {
    path: file.path,
    format: isMdx(file) ? 'mdx' : 'md',
    visibility: properties.visibility,
    dates: properties.dates,
    properties: [...frontmatter.properties]
  }
}

/** Longest description made from the text. */
const longestDescription = 200

function leadOf(lead: string): string {
  if (lead.length <= longestDescription) return lead
  const sentence = /^.{60,200}?[.!?](?=\s)/u.exec(lead)?.[0]
  return sentence ?? `${lead.slice(0, longestDescription).replace(/\s+\S*$/, '')} …`
}

const oneWord = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’_.-]*[\p{L}\p{M}\p{N}])?/gu
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

function wordsOf(facts: Facts, source: string): Pick<PreparedNote, 'text' | 'runs' | 'words'> {
  const {text, runs} = plainText(facts.text, source)
  // Scripts without spaces are counted by sign, two to a word.
  const signs = text.match(ideograph)?.length ?? 0
  const words = text.replace(ideograph, ' ').match(oneWord)?.length ?? 0
  return {text, runs, words: words + Math.ceil(signs / 2)}
}

function printNote(tree: Root, facts: Facts, {path, source, lines, options}: {path: VaultPath; source: string; lines: number; options: ParseOptions}): Printed {
  const kept: Element[] = []
  const placeOf = ({position}: Element): Point => ({line: (position?.start.line ?? 1) + lines, column: position?.start.column ?? 1})
  const keep = (made: Element): Element => hole(`c${kept.push(made) - 1}`)
  const onBadFormula: HtmlOptions['onBadFormula'] = (node, reason) => facts.diagnostics.push(diagnose('math-syntax', {path, place: pointOf(node, lines)}, {reason}))
  let html = toHtmlTree(tree, {strictLineBreaks: options.strictLineBreaks, words: options.words, callouts: options.callouts, keep, onBadFormula})
  withDirections(html, source)
  const isRaw = hasRaw(html)
  if (isRaw) html = raw(html, {allowDangerousHtml: true, file: source} as never) as HastRoot
  // Components of MDX that are HTML's own come without being raw.
  if (isRaw || isMdx({path})) {
    withoutUnsafe(html, (address, node) => facts.diagnostics.push(diagnose('unsafe-address', {path, place: placeOf(node)}, {address: address.slice(0, 80), isShown: node.tagName !== 'a'})))
    if (options.trust !== 'author') framesAsLinks(html, (node) => facts.diagnostics.push(diagnose('frame-as-link', {path, place: placeOf(node)}, {element: node.tagName})))
  }
  const clean = sanitize(html, options.trust === 'author' ? authorSchema : contributorSchema)
  return printTemplate(clean.type === 'root' ? clean : {type: 'root', children: clean.type === 'doctype' ? [] : [clean]}, {
    knownIds: knownIds(html, facts),
    depths: new Map(facts.headings.map(({id, depth}) => [id, depth])),
    foreignPrefix: options.trust === 'author' ? '' : 'user-content-',
    remote: options.remote,
    nofollow: options.nofollow,
    classRules: calloutRules(options.callouts),
    kept,
    onLink: (address, node) => facts.links.push(htmlLink(address, placeOf(node))) - 1,
    onImage: (properties, node, look) => facts.embeds.push({...htmlImage(properties, placeOf(node)), ...look}) - 1,
    onNowhere: (id, node) => facts.diagnostics.push(diagnose('broken-anchor', {path, place: placeOf(node)}, {note: withoutExtension(baseName(path)), heading: decoded(id), nearest: undefined}))
  })
}

/** Whether the author's own HTML is in the tree; it may not speak of our holes. */
function hasRaw(tree: HastRoot): boolean {
  let found = false
  const visit = (node: HastRoot | HastRoot['children'][number]): void => {
    if ((node as {type: string}).type === 'raw' && 'value' in node) {
      found = true
      node.value = withFontSizes(withoutPlaintext(withoutHoles(withoutComments(node.value))))
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

function knownIds(tree: HastRoot, facts: Facts): Set<string> {
  const known = new Set(facts.headings.map((heading) => heading.id))
  known.add('footnote-label')
  const last = tree.children.findLast((node) => node.type === 'element')
  if (last?.type === 'element' && last.tagName === 'section') collectFootnotes(last, known)
  return known
}

function collectFootnotes(section: {children: unknown[]}, known: Set<string>): void {
  for (const key of JSON.stringify(section).matchAll(/"(?:id|href)":"#?(fn(?:ref)?-[^"\\]+)"/g)) {
    if (key[1]) known.add(decoded(key[1])).add(key[1])
  }
}

function htmlLink(address: string, place: Point): Link {
  return {kind: 'link', form: 'markdown', ...splitTarget(decoded(address)), text: address, aliased: true, place, context: ''}
}

function htmlImage({src, alt}: Record<string, unknown>, place: Point): Embed {
  return {
    kind: 'embed',
    form: 'markdown',
    ...splitTarget(decoded(String(src))),
    text: String(alt ?? ''),
    aliased: Boolean(alt),
    ...(alt ? {alt: String(alt)} : {}),
    inline: true,
    place,
    context: ''
  }
}

function blocksOf(tree: Root, printed: Printed, lines: number): Block[] {
  const blocks: Block[] = []
  const visit = (node: Root | RootContent): void => {
    const block = blockOf(node, printed, lines)
    if (block) blocks.push(block)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return blocks
}

function blockOf(node: Root | RootContent, printed: Printed, lines: number): Block | undefined {
  const {block: id, headingId: anchor} = node.data ?? {}
  if (id === undefined) return undefined
  const range = printed.blocks.get(anchor ?? `^${id}`)
  if (!range) return undefined
  return {id, line: (node.position?.start.line ?? 1) + lines, kind: node.type === 'listItem' ? 'item' : 'block', ...(anchor === undefined ? {} : {anchor}), range}
}

/** A note that the parser gave up on: its text as it is written, without its comments. */
export function plainNote(file: SourceFile, read: Read, reason: string): PreparedNote {
  const text = withoutComments(read.frontmatter.body)
  return {
    ...shared(file, read),
    ...noteNames(file, read),
    tags: read.properties.tags,
    description: read.properties.description ?? '',
    text,
    runs: [],
    words: text.split(/\s+/).length,
    template: {html: `\u003Cpre>${escapeText(text)}\u003C/pre>`, holes: []},
    headings: [],
    blocks: [],
    links: read.properties.links,
    embeds: [],
    diagrams: [],
    css: '',
    origins: [],
    diagnostics: [
      ...read.frontmatter.diagnostics,
      ...read.properties.diagnostics,
      diagnose('note-too-complex', {path: file.path, place: {line: read.frontmatter.bodyLine + 1, column: 1}}, {reason})
    ]
  }
}

/** The same for a note whose parsing had to be stopped. */
export function stoppedNote(file: SourceFile, options: ParseOptions, reason: string): PreparedNote {
  const frontmatter = parseFrontmatter(file.text, file.path)
  return plainNote(file, {frontmatter, properties: readProperties(frontmatter, propertyOptions(file.path, options)), options}, reason)
}
