/**
 * Print clean HTML as a template: text with numbered holes, and where each
 * section and block of it stands. A serialiser of our own, because it must know
 * holes and record offsets; what it may print was decided in `safe.ts`.
 */

import {createHash} from 'node:crypto'
import type {Element, Nodes, Properties, Root} from 'hast'
import {find, html as htmlSchema} from 'property-information'
import {addressKind, decoded, originOf} from './addresses.ts'
import {holeTag} from './html.ts'
import type {Hole, Origin, Range} from './model.ts'
import {safeStyle} from './safe.ts'
import {escapeText} from './sentences.ts'

export interface TemplateOptions {
  /** Ids that the note itself gives: headings, blocks, footnotes. Others get `foreignPrefix`. */
  readonly knownIds: ReadonlySet<string>
  readonly foreignPrefix: string
  /** Depths of the note's headings by id, as the author wrote them: printed ones may be lower, and the sixth cannot be. */
  readonly depths: ReadonlyMap<string, number>
  /** Blocks of code and formulas, which are ours and need no cleaning, by the number in their hole. */
  readonly kept: readonly Element[]
  readonly remote: {readonly images: 'keep' | 'click' | 'link'; readonly frames: 'keep' | 'click' | 'link'}
  /** Take in a link or image that stands in the author's HTML; returns its index. */
  readonly onLink: (href: string) => number
  readonly onImage: (properties: Properties) => number
}

export interface Printed {
  readonly html: string
  readonly holes: readonly Hole[]
  readonly css: string
  readonly origins: readonly Origin[]
  /** Sections by id of their heading; blocks and headings alone by their id in the page. */
  readonly sections: ReadonlyMap<string, Range>
  readonly blocks: ReadonlyMap<string, Range>
}

interface Printer extends TemplateOptions {
  out: string
  /** Whether a link is open: no link may stand in another (L-23). */
  inLink: boolean
  readonly holes: Hole[]
  readonly styles: Map<string, string>
  readonly origins: Map<string, Origin>
  readonly sections: Map<string, Range>
  readonly blocks: Map<string, Range>
}

/** Print a tree. */
export function printTemplate(tree: Root, options: TemplateOptions): Printed {
  const printer: Printer = {...options, out: '', inLink: false, holes: [], styles: new Map(), origins: new Map(), sections: new Map(), blocks: new Map()}
  printChildren(tree.children, printer)
  return {
    html: printer.out,
    holes: printer.holes,
    css: [...printer.styles].map(([name, rules]) => `.${name}{${rules}}`).join(''),
    origins: [...printer.origins.values()],
    sections: printer.sections,
    blocks: printer.blocks
  }
}

function addHole(printer: Printer, hole: Hole): void {
  printer.out += `\0${printer.holes.length}\0`
  printer.holes.push(hole)
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
  if (node.tagName === 'img' && isInternal(node.properties.src)) return addHole(printer, {kind: 'embed', index: printer.onImage(node.properties)})
  if (isForeign(node, printer)) return printAsLink(node, printer)

  const start = printer.out.length
  printTag(node.tagName, node.properties, printer)
  if (!voidTags.has(node.tagName)) {
    if (node.tagName === 'a') printInLink(node.children, printer)
    else printChildren(node.children, printer)
    printer.out += `\u003C/${node.tagName}>`
  }
  noteBlock(node.properties.id, [start, printer.out.length], printer)
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
  else printLinkHole(printer.onLink(String(node.properties.href)), node, printer)
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

/** Whether an element shows what another site serves and may not, by the author's policy. */
function isForeign({tagName, properties}: Element, {remote}: Printer): boolean {
  if (tagName === 'img') return remote.images !== 'keep' && typeof properties.src === 'string'
  return (tagName === 'iframe' || tagName === 'video' || tagName === 'audio') && remote.frames !== 'keep'
}

function printAsLink(node: Element, printer: Printer): void {
  const src = node.properties.src ?? node.children.map((child) => (child.type === 'element' ? child.properties.src : undefined)).find((each) => each)
  if (typeof src !== 'string' || addressKind(src) !== 'external') return
  const words = node.properties.alt || node.properties.title || src
  printTag('a', {className: ['external-link', 'foreign'], dataKind: node.tagName, href: src, rel: ['noopener']}, printer)
  printer.out += `${escapeText(String(words))}\u003C/a>`
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
    case 'd':
      addHole(printer, {kind: 'diagram', index, part: 'start'})
      printChildren(node.children, printer)
      addHole(printer, {kind: 'diagram', index, part: 'end'})
      break
    case 'c': {
      const made = printer.kept[index]
      if (made) printElement(made, printer)
      break
    }
    case 't':
      if (printer.inLink) printer.out += escapeText(`#${name.slice(1)}`)
      else addHole(printer, {kind: 'tag', name: name.slice(1)})
      break
  }
}

/** Attributes whose words are ids of this document. */
const idReferences = new Set(['id', 'for', 'headers', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-details', 'aria-owns'])

const attributeNames = new Map<string, string>()

function attributeName(property: string): string {
  const known = attributeNames.get(property)
  if (known !== undefined) return known
  const name = find(htmlSchema, property).attribute
  attributeNames.set(property, name)
  return name
}

function printTag(tagName: string, properties: Properties, printer: Printer): void {
  noteOrigin(tagName, properties, printer)
  printer.out += `\u003C${tagName}`
  const style = typeof properties.style === 'string' ? styleClass(properties.style, printer) : undefined
  const classes = [...(Array.isArray(properties.className) ? properties.className : []), ...(style ? [style] : [])].join(' ')
  if (classes !== '') printer.out += ` class="${escapeAttribute(classes)}"`
  for (const [property, value] of Object.entries({...properties, ...(tagName === 'iframe' ? frameProperties : {})})) {
    if (property === 'className' || property === 'style' || value === null || value === undefined || value === false) continue
    printAttribute(attributeName(property), value, printer)
  }
  printer.out += '>'
}

/** What every frame gets: it comes late, knows no address of ours and cannot lead the page away (E-19). */
const frameProperties: Properties = {loading: 'lazy', referrerPolicy: 'no-referrer', sandbox: ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-presentation']}

function printAttribute(name: string, value: Properties[string], printer: Printer): void {
  if (value === true) {
    printer.out += ` ${name}=""`
    return
  }
  const text = Array.isArray(value) ? value.join(' ') : String(value)
  printer.out += ` ${name}="`
  if (idReferences.has(name)) {
    for (const [index, id] of text.split(/\s+/).entries()) {
      if (index > 0) printer.out += ' '
      addHole(printer, {kind: 'id', id: idOf(id, printer)})
    }
  } else if (name === 'href' && text.startsWith('#')) {
    addHole(printer, {kind: 'id', id: idOf(decoded(text.slice(1)), printer), href: true})
  } else printer.out += escapeAttribute(text)
  printer.out += '"'
}

/** An id of the author's own HTML may not take the place of a global of the page (hazard 25). */
function idOf(id: string, {knownIds, foreignPrefix}: Printer): string {
  return knownIds.has(id) || id.startsWith('^') ? id : `${foreignPrefix}${id.replace(/^kg-/i, 'h-kg-')}`
}

function styleClass(style: string, printer: Printer): string | undefined {
  const rules = safeStyle(style)
  if (rules === '') return undefined
  const name = styleName(rules)
  printer.styles.set(name, rules)
  return name
}

function styleName(rules: string): string {
  return `s-${createHash('sha256').update(rules).digest('hex').slice(0, 8)}`
}

/** An element of ours with the classes that its inline styles become in the page's style sheet. */
export function withClasses(made: Element): Element {
  const {style, ...properties} = made.properties
  const rules = typeof style === 'string' ? safeStyle(style) : ''
  const classes = Array.isArray(properties.className) ? properties.className : []
  const children = made.children.map((child) => (child.type === 'element' ? withClasses(child) : child))
  return {...made, properties: rules === '' ? properties : {...properties, className: [...classes, styleName(rules)]}, children}
}

const directives = new Map<string, Origin[0]>([
  ['img', 'img-src'],
  ['video', 'media-src'],
  ['audio', 'media-src'],
  ['source', 'media-src'],
  ['track', 'media-src'],
  ['iframe', 'frame-src']
])

function noteOrigin(tagName: string, properties: Properties, {origins}: Printer): void {
  const directive = directives.get(tagName)
  if (directive && typeof properties.src === 'string') addOrigin(origins, directive, properties.src)
  if (tagName === 'video' && typeof properties.poster === 'string') addOrigin(origins, 'img-src', properties.poster)
}

function addOrigin(origins: Map<string, Origin>, directive: Origin[0], url: string): void {
  const origin = originOf(url)
  if (origin !== undefined) origins.set(`${directive} ${origin}`, [directive, origin])
}

/** Escape text for an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;')
}
