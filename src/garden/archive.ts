/**
 * The public notes as files that open in Obsidian: their text without comments,
 * their properties without those that are never published, and the attachments
 * that public pages use.
 */

import type {Nodes, Root} from 'mdast'
import {stringify} from 'yaml'
import {textAfterProperties} from './frontmatter.ts'
import type {Asset, PropertyValue, PublicNote, SourceFile, VaultPath} from './model.ts'
import {byCodePoint, nameKey} from './names.ts'
import {withoutComments} from './syntax/comments.ts'
import {parserFor} from './syntax/index.ts'

/** A file of the archive: text of a note, or an attachment on disk. */
export type ArchiveFile = {readonly path: VaultPath; readonly text: string} | {readonly path: VaultPath; readonly file: string}

export interface ArchiveInput {
  readonly notes: readonly PublicNote[]
  /** All notes as they stand on disk; only those of public ones are looked at. */
  readonly sources: readonly SourceFile[]
  readonly assets: ReadonlyMap<VaultPath, Asset>
  /** Words that keep a property from being published. */
  readonly hide: readonly string[]
}

/** Files of the archive, in the order of their paths. MDX, which is code and not Obsidian's, is left out. */
export function archiveFiles({notes, sources, assets, hide}: ArchiveInput): ArchiveFile[] {
  const texts = new Map(sources.map(({path, text}) => [path, text]))
  const written = notes.filter(({format}) => format === 'md').flatMap((note): ArchiveFile[] => {
    const text = texts.get(note.path)
    return text === undefined ? [] : [{path: note.path, text: publicText(note, text, hide)}]
  })
  return [...written, ...[...assets.values()].map(({path, file}) => ({path, file}))].sort((a, b) => byCodePoint(a.path, b.path))
}

/** The text of a note as it may be given away. */
export function publicText(note: PublicNote, text: string, hide: readonly string[]): string {
  const properties = note.properties.filter(([name]) => !hide.some((word) => nameKey(name).includes(nameKey(word))))
  // Written anew from the values: what stands between them may be a remark of the author's.
  const head = properties.length === 0 ? '' : `---\n${stringify(plain(properties), {lineWidth: 0})}---\n`
  return head + bodyOf(note, textAfterProperties(text))
}

function plain(properties: readonly (readonly [string, PropertyValue])[]): Map<string, PropertyValue> {
  return new Map(properties)
}

/** Whether anything in a text may be hidden from readers: most texts need not be parsed again. */
const hiding = /%%|<!--/

function bodyOf({diagnostics}: PublicNote, body: string): string {
  if (!hiding.test(body)) return body
  // A note that the parser was stopped at is not given to it again, and less of it is kept.
  if (diagnostics.some(({rule}) => rule === 'note-too-complex')) return withoutRemarks(body)
  try {
    return cut(body, hiddenIn(parserFor(body).parse(body) as Root, body))
  } catch {
    return withoutRemarks(body)
  }
}

function withoutRemarks(text: string): string {
  return withoutComments(text).replace(/<!--[\s\S]*?(?:-->|$)/g, '')
}

/** A piece of a text and what stands in its place. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly instead: string
}

/** What readers do not see of a text: comments, remarks in HTML, remarks in diagrams (M-13). */
function hiddenIn(tree: Root, text: string): Cut[] {
  const cuts: Cut[] = []
  const unclosed: number[] = []
  const visit = (node: Nodes): void => {
    const [start, end] = rangeOf(node)
    if (node.type === 'comment' && !node.closed) unclosed.push(start)
    else if ('children' in node) for (const child of node.children) visit(child)
    else cuts.push({start, end, instead: node.type === 'comment' ? '' : leaf(node, text.slice(start, end))})
  }
  visit(tree)
  return [...cuts, ...openCuts(unclosed, text.length)]
}

function rangeOf({position}: Nodes): [start: number, end: number] {
  const start = position?.start.offset ?? 0
  return [start, position?.end.offset ?? start]
}

/** A comment without its partner hides what follows, up to and with the next such marker, or to the end. */
function openCuts(markers: readonly number[], length: number): Cut[] {
  return markers.flatMap((start, index) => (index % 2 === 0 ? [{start, end: (markers[index + 1] ?? length - 2) + 2, instead: ''}] : []))
}

/** Nodes whose text is what it is: `%%` in them is no comment. */
const literal: ReadonlySet<string> = new Set(['text', 'code', 'inlineCode', 'math', 'inlineMath'])

/** A piece without parts of its own: names of links and pictures, and HTML, may hold comments, too. */
function leaf(node: Nodes, written: string): string {
  if (node.type === 'code' && node.lang?.toLowerCase() === 'mermaid') return withoutNotes(written)
  return literal.has(node.type) ? written : withoutRemarks(written)
}

/** A diagram without the lines that are remarks in it. */
function withoutNotes(code: string): string {
  return code.split('\n').filter((line) => !/^[\s>]*%%(?!\{)/.test(line)).join('\n')
}

/** Make cuts, of which one may lie in another. */
function cut(text: string, cuts: readonly Cut[]): string {
  let out = ''
  let at = 0
  for (const {start, end, instead} of cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue
    out += text.slice(at, start) + instead
    at = end
  }
  return out + text.slice(at)
}
