/** The start tag of an element in a template: ids are holes, inline styles become classes, origins are noted. */

import {createHash} from 'node:crypto'
import type {Element, Properties} from 'hast'
import {find, html as htmlSchema} from 'property-information'
import {addressKind, decoded, originOf} from './addresses.ts'
import type {Embed, Hole, Origin, Range} from './model.ts'
import {safeStyle} from './safe.ts'
import {escapeAttribute} from './sentences.ts'

/** How the picture of an embed looks. */
export type PictureLook = Pick<Embed, 'width' | 'height' | 'attributes' | 'isSized'>

export interface TemplateOptions {
  /** Ids that the note itself gives: headings, blocks, footnotes. Others get `foreignPrefix`. */
  readonly knownIds: ReadonlySet<string>
  readonly foreignPrefix: string
  /** Depths of the note's headings by id, as the author wrote them: printed ones may be lower, and the sixth cannot be. */
  readonly depths: ReadonlyMap<string, number>
  /** Blocks of code and formulas, which are ours and need no cleaning, by the number in their hole. */
  readonly kept: readonly Element[]
  readonly remote: {readonly images: 'keep' | 'click' | 'link'; readonly frames: 'keep' | 'click' | 'link'}
  /** Whether links to other sites ask search engines not to follow them. */
  readonly nofollow: boolean
  /** Rules of classes that come with the page on which they are used. */
  readonly classRules: ReadonlyMap<string, string>
  /** Take in a link or image that stands in the author's HTML; returns its index. */
  readonly onLink: (href: string, node: Element) => number
  readonly onImage: (properties: Properties, node: Element, look: PictureLook) => number
  /** Take in that a link leads to a place that the note does not have. */
  readonly onNowhere: (id: string, node: Element) => void
}

/** A template in the making. */
export interface Printer extends TemplateOptions {
  out: string
  /** Whether a link is open: no link may stand in another (L-23). */
  inLink: boolean
  /** Whether what is printed was made by us, code or a formula. */
  isOurs: boolean
  readonly holes: Hole[]
  readonly styles: Map<string, string>
  readonly origins: Map<string, Origin>
  readonly sections: Map<string, Range>
  readonly blocks: Map<string, Range>
  /** Links to places of the note, by their holes, with where they stand in it. */
  readonly within: Map<number, {readonly id: string; readonly node: Element}>
}

export function addHole(printer: Printer, hole: Hole): void {
  printer.out += `\0${printer.holes.length}\0`
  printer.holes.push(hole)
}

/** Attributes whose words are ids of other elements. */
export const idReferences = new Set(['for', 'headers', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-details', 'aria-owns'])

const attributeNames = new Map<string, string>()

export function attributeName(property: string): string {
  const known = attributeNames.get(property)
  if (known !== undefined) return known
  const name = find(htmlSchema, property).attribute
  attributeNames.set(property, name)
  return name
}

/** Print a start tag. */
export function printTag(tagName: string, {properties, ...node}: Element, printer: Printer): void {
  noteOrigin(tagName, properties, printer)
  printer.out += `\u003C${tagName}${classAttribute(properties, printer)}`
  for (const [property, value] of Object.entries(completed(tagName, properties, printer))) {
    if (property === 'className' || property === 'style' || !isWritten(property, value)) continue
    notePlace(property, value, {printer, node: {properties, ...node}})
    printAttribute(attributeName(property), value, printer)
  }
  printer.out += '>'
}

/** The classes of an element, with that of its inline style; the page gets their rules. */
export function classAttribute({style, className}: Properties, printer: Printer): string {
  const looks = typeof style === 'string' ? styleClass(style, printer) : undefined
  noteClasses(className, printer)
  const classes = [...(Array.isArray(className) ? className : []), ...(looks ? [looks] : [])].join(' ')
  return classes === '' ? '' : ` class="${escapeAttribute(classes)}"`
}

/** What every frame gets: it comes late, knows no address of ours and cannot lead the page away (E-19). */
const frameProperties: Properties = {loading: 'lazy', referrerPolicy: 'no-referrer', sandbox: ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-presentation']}

/** Remember the links of a note to places of its own. */
function notePlace(property: string, value: Properties[string], {printer, node}: {printer: Printer; node: Element}): void {
  if (typeof value !== 'string' || node.tagName !== 'a') return
  if (property === 'href' && value.startsWith('#')) printer.within.set(printer.holes.length, {id: value.slice(1), node})
}

/** What an element of the author's HTML gets besides: pictures come when they are near (I-07). */
function completed(tagName: string, properties: Properties, {nofollow}: TemplateOptions): Properties {
  if (tagName === 'iframe') return framed(properties)
  if (tagName === 'a' && nofollow && isExternal(properties.href)) return {...properties, rel: withNofollow(properties.rel)}
  return tagName === 'img' && properties.loading === undefined ? {...properties, loading: 'lazy', decoding: 'async'} : properties
}

/** What a link says of where it leads, and that search engines need not follow it (L-26). */
export function withNofollow(rel: Properties[string]): string[] {
  const words = (Array.isArray(rel) ? rel : String(rel ?? '').split(/\s+/)).map(String)
  return [...new Set([...words, 'noopener', 'nofollow'])].filter(Boolean)
}

/** Classes whose rules the page needs. */
function noteClasses(classes: Properties[string], {classRules, styles}: Printer): void {
  if (classRules.size === 0 || !Array.isArray(classes)) return
  for (const name of classes) {
    const rules = classRules.get(String(name))
    if (rules !== undefined) styles.set(String(name), rules)
  }
}

function framed(properties: Properties): Properties {
  const {dataPage: _, ...written} = properties
  return {...written, ...frameProperties, ...(properties.referrerPolicy ? {referrerPolicy: properties.referrerPolicy} : {})}
}

/** A poster that stands in the vault is not an embed, so it is not published. */
function isWritten(property: string, value: Properties[string]): boolean {
  return value !== null && value !== undefined && value !== false && (property !== 'poster' || isExternal(value))
}

/** Whether an address is of another site: only embeds show what stands in the vault. */
export function isExternal(value: Properties[string]): boolean {
  return typeof value === 'string' && addressKind(value) === 'external'
}

function printAttribute(name: string, value: Properties[string], printer: Printer): void {
  if (value === true) {
    printer.out += ` ${name}=""`
    return
  }
  const text = Array.isArray(value) ? value.join(' ') : String(value)
  if (idReferences.has(name)) {
    addHole(printer, {kind: 'reference', name, ids: text.split(/\s+/).map((id) => idOf(id, printer))})
    return
  }
  printer.out += ` ${name}="`
  // The old way to name a place is one still; only links have names.
  if (name === 'id' || name === 'name') addHole(printer, {kind: 'id', id: idOf(text, printer)})
  else if (name === 'href' && text.startsWith('#')) {
    addHole(printer, {kind: 'id', id: idOf(decoded(text.slice(1)), printer), href: true})
  } else printer.out += escapeAttribute(text)
  printer.out += '"'
}

/** An id of the author's own HTML may not take the place of a global of the page (hazard 25). */
function idOf(id: string, {knownIds, foreignPrefix}: Printer): string {
  return knownIds.has(id) || id.startsWith('^') ? id : `${foreignPrefix}${id.replace(/^kg-/i, 'h-kg-')}`
}

function styleClass(style: string, printer: Printer): string | undefined {
  const rules = safeStyle(style, printer.isOurs)
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
  const rules = typeof style === 'string' ? safeStyle(style, true) : ''
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

/** Allow a page what stands at an address. */
export function addOrigin(origins: Map<string, Origin>, directive: Origin[0], url: string): void {
  const origin = originOf(url)
  if (origin !== undefined) origins.set(`${directive} ${origin}`, [directive, origin])
}
