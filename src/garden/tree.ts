/** From text to a tree that holds only what may be published and what `facts.ts` and `html.ts` know. */

import type {Heading, Nodes, Root} from 'mdast'
import {diagnose} from './diagnostics.ts'
import type {Diagnostic, SourceFile} from './model.ts'
import {nameKey} from './names.ts'
import {assignBlockIds} from './syntax/block-id.ts'
import {makeCallouts} from './syntax/callout.ts'
import {attachCaptions} from './syntax/caption.ts'
import {removeComments} from './syntax/comments.ts'
import {limitDepth} from './syntax/depth.ts'
import {endlessHtml} from './syntax/endless-html.ts'
import {defineFootnotes} from './syntax/footnote.ts'
import {parserFor} from './syntax/index.ts'
import {joinBreaks} from './syntax/line-break.ts'
import {mdxParser} from './syntax/mdx.ts'
import {unknownComponents} from './syntax/mdx-names.ts'
import {quickTree} from './syntax/quick/read.ts'
import {markTasks} from './syntax/task.ts'

export interface TreeOptions {
  readonly trust: 'author' | 'contributors'
  /** Lines of properties before the text. */
  readonly lines: number
  readonly diagnostics: Diagnostic[]
}

/** Deepest nesting of blocks that is shown as such (hazard 36). */
const deepest = 200

/** Parse a note's text. */
export function readTree(file: SourceFile, source: string, options: TreeOptions): Root {
  const tree = isMdx(file) ? readMdx(file, source, options) : quickTree(source, (text) => parserFor(text).parse(text) as Root)
  const where = (point: {line: number; column: number}) => ({path: file.path, place: {line: point.line + options.lines, column: point.column}})
  for (const {line, column, ...what} of endlessHtml(tree)) options.diagnostics.push(diagnose('html-unclosed', where({line, column}), what))
  const {unclosed, cut} = shapeTree(tree, source, isMdx(file) ? undefined : (text) => parserFor(text).parse(text) as Root)
  for (const place of unclosed) options.diagnostics.push(diagnose('comment-unclosed', where(place), {until: place.until === undefined ? undefined : place.until + options.lines}))
  if (cut) options.diagnostics.push(diagnose('nested-too-deep', where(cut), {limit: deepest}))
  return tree
}

/**
 * Make of CommonMark's blocks those of the dialect: without comments, with callouts, tasks, block ids and captions.
 *
 * @param parse Reads text that was taken for a comment and is none; without it, that text is plain words.
 */
export function shapeTree(tree: Root, source: string, parse?: (text: string) => Root): {unclosed: ReturnType<typeof removeComments>; cut: ReturnType<typeof limitDepth>} {
  const cut = limitDepth(tree, deepest)
  const unclosed = removeComments(tree, parse && {source, parse})
  defineFootnotes(tree)
  assignBlockIds(tree)
  makeCallouts(tree, source)
  markTasks(tree, source)
  attachCaptions(tree)
  joinBreaks(tree, source)
  return {unclosed, cut}
}

/** Whether a file is MDX. */
export function isMdx({path}: {readonly path: string}): boolean {
  return /\.mdx$/i.test(path)
}

/** MDX runs code: without the author's trust it is read as MDX and shown as its words (decision 8). */
function readMdx(file: SourceFile, source: string, {trust, lines, diagnostics}: TreeOptions): Root {
  if (trust !== 'author') diagnostics.push(diagnose('mdx-as-markdown', {path: file.path}, {}))
  try {
    const tree = mdxParser().parse(source) as Root
    if (trust === 'author') for (const {name, line, column} of unknownComponents(tree)) diagnostics.push(diagnose('mdx-component', {path: file.path, place: {line: line + lines, column}}, {name}))
    return tree
  } catch (error) {
    const place = pointOf(error)
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
    const found = diagnose('mdx-syntax', {path: file.path, place: place && {line: place.line + lines, column: place.column}}, {reason})
    diagnostics.push(trust === 'author' ? found : {...found, severity: 'warning'})
    return parserFor(source).parse(source) as Root
  }
}

function pointOf(error: unknown): {line: number; column: number} | undefined {
  if (typeof error !== 'object' || error === null || !('line' in error) || !('column' in error)) return undefined
  return typeof error.line === 'number' && typeof error.column === 'number' ? {line: error.line, column: error.column} : undefined
}

/** The heading of first level that a note begins with. */
function opening(tree: Root): Heading | undefined {
  const first = tree.children.find((node) => node.type !== 'definition' && node.type !== 'html' && node.type !== 'mdxjsEsm')
  return first?.type === 'heading' && first.depth === 1 ? first : undefined
}

/** Words of the heading of first level that a note begins with. */
export function firstTitle(tree: Root): string | undefined {
  const first = opening(tree)
  return first && (plainText(first).trim() || undefined)
}

/** A first heading that says the title again is dropped: the page prints it (F-04). */
export function dropTitle(tree: Root, names: readonly string[]): void {
  const first = opening(tree)
  if (!first) return
  const said = titleKey(plainText(first))
  if (names.some((name) => titleKey(name) === said)) tree.children.splice(tree.children.indexOf(first), 1)
}

function titleKey(title: string): string {
  return nameKey(title).replace(/\s+/g, ' ').trim()
}

function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

/** Where first headings are left, all step down one, so that the page's title is the only one (F-04). */
export function demoteHeadings(tree: Root): void {
  const found: {depth: 1 | 2 | 3 | 4 | 5 | 6}[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') found.push(node)
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  if (found.some((heading) => heading.depth === 1)) for (const heading of found) heading.depth = lower.get(heading.depth) ?? 6
}

const lower = new Map<number, 2 | 3 | 4 | 5 | 6>([[1, 2], [2, 3], [3, 4], [4, 5], [5, 6]])
