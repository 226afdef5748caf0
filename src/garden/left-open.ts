/**
 * Ends for elements of HTML that a block opens and nobody ends: in Obsidian, which shows each block by itself, they end
 * with it. Without, one `<u>` or `<details>` in a sentence, or an `<audio>`, would take in the rest of the note (M-15).
 * An end that the author wrote further on, beside the block, holds.
 */

import type {Html, Nodes, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import {tagsOf, textual} from './html-tags.ts'
import {withoutComments} from './syntax/comments.ts'

/** Elements that have no end tag, or may go without. */
const endless: ReadonlySet<string> = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta optgroup option p param rp rt source tbody td tfoot th thead tr track wbr'.split(' ')
)

/** Elements that show nothing, or no blocks, of what stands in them: a block of HTML that leaves one open would hide all after it. */
const hiding: ReadonlySet<string> = new Set(['audio', 'math', 'noscript', 'select', 'svg', 'template', 'video', ...textual])

/** An element that a block opened. */
interface Opened {
  readonly name: string
  readonly node: Html
  readonly by: RootContent
  /** Whether its end stands in the same block, or in one beside it. */
  ended: 'here' | 'later' | undefined
}

/** What was opened in blocks beside each other: all of it, and by name what waits for its end. */
interface Reading {
  readonly opened: Opened[]
  readonly waiting: Map<string, Opened[]>
}

/** Called with a tag in a sentence that hides the rest of it. */
export type OnHiding = (tag: Html, name: string) => void

/** Add the missing ends to a tree. */
export function endLeftOpen(tree: Root, onHiding: OnHiding): void {
  endBeside(tree, onHiding)
}

function endBeside(parent: Parents, onHiding: OnHiding): void {
  const reading: Reading = {opened: [], waiting: new Map()}
  const children = parent.children as RootContent[]
  for (const child of children) {
    if (child.type === 'html' || child.type === 'paragraph') read(child, child, reading)
    else endWithin(child, onHiding)
  }
  const open = leftOpen(reading)
  tellHiding(reading, onHiding)
  if (open.size === 0) return
  const ends = children.flatMap((child) => [child, ...(child.type === 'html' ? endsOf(open.get(child), hiding) : [])])
  for (const child of children) if (child.type === 'paragraph') child.children.push(...endsOf(open.get(child)))
  // A callout is made of these: the end of one of its own would be taken for theirs.
  if (parent.type === 'callout') ends.push(...endsOf([...open].flatMap(([child, names]) => (child.type === 'html' ? names : [])), ownOfCallouts))
  parent.children = ends as typeof parent.children
}

const ownOfCallouts: ReadonlySet<string> = new Set(['details', 'div'])

/** What ends by itself: headings, cells, titles and captions; and blocks in blocks. */
function endWithin(node: RootContent, onHiding: OnHiding): void {
  if (node.type === 'callout') endLine(node.title, onHiding)
  if (node.type === 'code' && node.data?.caption) endLine(node.data.caption, onHiding)
  if (node.type === 'heading' || node.type === 'tableCell') endLine(node.children, onHiding)
  else if ('children' in node) endBeside(node, onHiding)
}

function endLine(line: PhrasingContent[], onHiding: OnHiding): void {
  const paragraph: RootContent = {type: 'paragraph', children: line}
  const reading: Reading = {opened: [], waiting: new Map()}
  read(paragraph, paragraph, reading)
  const open = leftOpen(reading).get(paragraph)
  tellHiding(reading, onHiding)
  line.push(...endsOf(open))
}

/** Tell of the first element of a sentence that shows nothing of what follows it there. */
function tellHiding({opened}: Reading, onHiding: OnHiding): void {
  const told = new Set<RootContent>()
  for (const {name, node, by, ended} of opened) {
    if (ended !== undefined || by.type !== 'paragraph' || !hiding.has(name) || told.has(by) || by.children.at(-1) === node) continue
    told.add(by)
    onHiding(node, name)
  }
}

function read(node: Nodes, by: RootContent, reading: Reading): void {
  if (node.type === 'html') for (const {name, isEnd} of tagsOf(withoutComments(node.value))) follow({name, isEnd, node}, by, reading)
  else if ('children' in node) for (const child of node.children) read(child, by, reading)
}

function follow({name, isEnd, node}: {name: string; isEnd: boolean; node: Html}, by: RootContent, {opened, waiting}: Reading): void {
  if (endless.has(name)) return
  const same = waiting.get(name) ?? []
  waiting.set(name, same)
  const last = same[same.length - 1]
  if (!isEnd) {
    const made: Opened = {name, node, by, ended: undefined}
    opened.push(made)
    same.push(made)
  } else if (last && (last.by === by || mayEndLater(last, by))) {
    last.ended = last.by === by ? 'here' : 'later'
    same.pop()
  }
}

/** Whether browsers would take an end in a later block for that of an element. */
function mayEndLater({name, by}: Opened, later: RootContent): boolean {
  return !hiding.has(name) || (!textual.has(name) && by.type === 'html' && later.type === 'html')
}

/** The names of what is left open, by the blocks that opened it. */
function leftOpen({opened}: Reading): Map<RootContent, string[]> {
  giveToBlocks(opened)
  const open = new Map<RootContent, string[]>()
  for (const {name, by, ended} of opened) {
    if (ended !== undefined) continue
    const names = open.get(by) ?? []
    open.set(by, names)
    names.push(name)
  }
  return open
}

/** Where there are too few ends, a block of HTML has its own before words that only speak of such an element. */
function giveToBlocks(opened: readonly Opened[]): void {
  const lacking = new Map<string, Opened[]>()
  for (const each of opened) {
    const lack = lacking.get(each.name) ?? []
    lacking.set(each.name, lack)
    if (each.by.type === 'html') {
      if (each.ended === undefined) lack.push(each)
    } else if (each.ended === 'later' && lack.length > 0) {
      each.ended = undefined
      Object.assign(lack.pop() ?? {}, {ended: 'later'})
    }
  }
}

/** End tags, innermost first. */
function endsOf(names: readonly string[] = [], of?: ReadonlySet<string>): Html[] {
  return names.filter((name) => of === undefined || of.has(name)).reverse().map((name) => ({type: 'html', value: `</${name}>`}))
}
