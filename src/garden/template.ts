/**
 * Print clean HTML as a template: text with numbered holes, and where each
 * section and block of it stands. A serialiser of our own, because it must know
 * holes and record offsets; what it may print was decided in `safe.ts`.
 */

import type {Element, Nodes, Properties, Root} from 'hast'
import {addressKind, decoded} from './addresses.ts'
import {holeTag} from './html.ts'
import type {Hole, Origin, Range} from './model.ts'
import {escapeText} from './sentences.ts'
import {asServiceAsks, foreignPolicy, foreignSource, shownAddress, standIn} from './template-foreign.ts'
import {pictureLook} from './template-picture.ts'
import {addHole, addOrigin, isExternal, type Printer, printTag, type TemplateOptions} from './template-tag.ts'

export interface Printed {
  readonly html: string
  readonly holes: readonly Hole[]
  readonly css: string
  readonly origins: readonly Origin[]
  /** Sections by id of their heading; blocks and headings alone by their id in the page. */
  readonly sections: ReadonlyMap<string, Range>
  readonly blocks: ReadonlyMap<string, Range>
}

/** Print a tree. */
export function printTemplate(tree: Root, options: TemplateOptions): Printed {
  const printer: Printer = {...options, out: '', inLink: false, isOurs: false, holes: [], styles: new Map(), origins: new Map(), sections: new Map(), blocks: new Map(), within: new Map()}
  printChildren(tree.children, printer)
  leadToTop(printer)
  return {
    html: printer.out,
    holes: printer.holes,
    css: [...printer.styles].map(([name, rules]) => `.${name}{${rules}}`).join(''),
    origins: [...printer.origins.values()],
    sections: printer.sections,
    blocks: printer.blocks
  }
}

/** A link to a place that the note does not have leads to its top, and is told (H-04). */
function leadToTop({holes, within, onNowhere}: Printer): void {
  const ids = new Set(holes.flatMap((hole) => (hole.kind === 'id' && !hole.href ? [hole.id, decoded(hole.id)] : [])))
  for (const [index, {id, node}] of within) {
    const hole = holes[index]
    if (hole?.kind !== 'id' || hole.id === '' || ids.has(hole.id)) continue
    holes[index] = {...hole, id: ''}
    if (id !== 'top') onNowhere(id, node)
  }
}

interface OpenSection {
  readonly id: string
  readonly depth: number
  readonly start: number
}

/** Print siblings; a section runs from its heading to the next sibling of its depth or less (E-03). */
function printChildren(children: readonly Nodes[], printer: Printer): void {
  const open: OpenSection[] = []
  const close = (depth: number): void => {
    for (let last = open[open.length - 1]; last && last.depth >= depth; last = open[open.length - 1]) {
      printer.sections.set(last.id, [last.start, printer.out.length])
      open.pop()
    }
  }
  for (const child of children) {
    const depth = child.type === 'element' ? sectionDepth(child, printer) : undefined
    if (depth !== undefined) close(depth)
    const id = child.type === 'element' ? child.properties.id : undefined
    if (depth !== undefined && depth > 0 && typeof id === 'string' && !printer.sections.has(id)) open.push({id, depth, start: printer.out.length})
    print(child, printer)
  }
  close(0)
}

/** Depth of a heading; 0 for the footnotes, which end every section; nothing for the rest. */
function sectionDepth({tagName, properties}: Element, {depths}: TemplateOptions): number | undefined {
  if (tagName === 'section' && properties.dataFootnotes !== undefined) return 0
  return /^h[1-6]$/.test(tagName) ? (depths.get(String(properties.id)) ?? Number(tagName[1])) : undefined
}

function print(node: Nodes, printer: Printer): void {
  if (node.type === 'text') printer.out += escapeText(node.value)
  else if (node.type === 'root') printChildren(node.children, printer)
  else if (node.type === 'element') printElement(node, printer)
}

function printElement(node: Element, printer: Printer): void {
  if (node.tagName === holeTag) return printHole(node, printer)
  if (node.tagName === 'a' && isInternal(node.properties.href)) return printLink(node, printer)
  const medium = asServiceAsks(node)
  if (printMedium(medium, printer)) return

  const start = printer.out.length
  // The page prints its title; Markdown's first headings were lowered before (F-04).
  const tagName = node.tagName === 'h1' ? 'h2' : node.tagName
  printTag(tagName, medium, printer)
  if (!voidTags.has(node.tagName)) {
    if (node.tagName === 'a') printInLink(node.children, printer)
    else printChildren(node.children, printer)
    printer.out += `\u003C/${tagName}>`
  }
  noteBlock(node.properties.id, [start, printer.out.length], printer)
}

/** Print what an element of the author's HTML shows where that is not the element itself: an embed of the vault, or what stands for another site's. */
function printMedium(node: Element, printer: Printer): boolean {
  const shown = shownAddress(node)
  // An address that no page may hold was taken away, and a frame of nothing is only in the way.
  if (node.tagName === 'iframe' && shown === undefined) return true
  if (isInternal(shown)) {
    printEmbed(node, shown, printer)
    return true
  }
  const policy = foreignPolicy(node, printer.remote)
  if (policy === 'click' || policy === 'link') {
    printStandIn(node, policy, printer)
    return true
  }
  return (node.tagName === 'source' || node.tagName === 'track') && !isExternal(node.properties.src)
}

/** Print the embed of a file that the author's HTML shows; a place of its own that it has is around it. */
function printEmbed(node: Element, src: string, printer: Printer): void {
  const {id, ...properties} = node.properties
  const isPlace = typeof id === 'string' && id !== ''
  if (isPlace) printTag('span', {...node, properties: {id}}, printer)
  addHole(printer, {kind: 'embed', index: printer.onImage({...properties, src}, node, pictureLook(properties, printer))})
  if (isPlace) printer.out += '\u003C/span>'
}

function printStandIn(node: Element, policy: 'click' | 'link', printer: Printer): void {
  const source = policy === 'click' && !printer.inLink ? foreignSource(node) : undefined
  if (source) addOrigin(printer.origins, source.directive, source.address)
  print(standIn(node, policy, printer.inLink), printer)
}

/** Blocks that authors name, and headings, are found again by their id. */
function noteBlock(id: Properties['id'], range: Range, {blocks, depths}: Printer): void {
  if (typeof id !== 'string' || blocks.has(id)) return
  if (id.startsWith('^') || depths.has(id)) blocks.set(id, range)
}

const voidTags = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr'])

function isInternal(address: unknown): address is string {
  return typeof address === 'string' && address !== '' && !address.startsWith('#') && addressKind(address) === 'internal'
}

/** A link in the author's own HTML is a link of the note. */
function printLink(node: Element, printer: Printer): void {
  if (printer.inLink) printChildren(node.children, printer)
  else printLinkHole(printer.onLink(String(node.properties.href), node), node, printer)
}

function printLinkHole(index: number, node: Element, printer: Printer): void {
  addHole(printer, {kind: 'link', index})
  printInLink(node.children, printer)
  addHole(printer, {kind: 'end', index})
}

function printInLink(children: readonly Nodes[], printer: Printer): void {
  const before = printer.inLink
  printer.inLink = true
  printChildren(children, printer)
  printer.inLink = before
}

function printHole(node: Element, printer: Printer): void {
  const name = String(node.properties.n)
  const index = Number(name.slice(1))
  switch (name[0]) {
    case 'l':
      if (printer.inLink) printChildren(node.children, printer)
      else printLinkHole(index, node, printer)
      break
    case 'e':
      addHole(printer, {kind: 'embed', index})
      break
    case 'b':
      addHole(printer, {kind: 'base', index})
      break
    case 'd':
      addHole(printer, {kind: 'diagram', index, part: 'start'})
      printChildren(node.children, printer)
      addHole(printer, {kind: 'diagram', index, part: 'end'})
      break
    case 'c': {
      const made = printer.kept[index]
      printer.isOurs = true
      if (made) printElement(made, printer)
      printer.isOurs = false
      break
    }
    case 't':
      if (printer.inLink) printer.out += escapeText(`#${name.slice(1)}`)
      else addHole(printer, {kind: 'tag', name: name.slice(1)})
      break
  }
}
