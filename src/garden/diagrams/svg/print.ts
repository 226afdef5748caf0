import type {Hole, Template} from '../../model.ts'
import {encode} from './entities.ts'
import {allowedAttributes, allowedMathAttributes, htmlElements, mathElements, presentation, svgElements} from './names.ts'
import type {Element, Node} from './tree.ts'

const styling = new Set(presentation)

/** A value that can do nothing but colour, measure or point into the drawing itself. */
const harmless = /^(?:#[0-9a-f]{3,8}|[a-z][a-z-]*|var\(--[a-z0-9-]+\)|light-dark\(#[0-9a-f]{3,8},#[0-9a-f]{3,8}\)|url\(#\w+\)|[-+.\d\s,a-z%]+)$/i

/** Geometry: numbers, path letters, transforms. */
const plain = /^[-+\w\s.,()%]*$/

/** Raster pictures that stand in the drawing itself. */
const picture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/

/** Classes that HTML in labels may carry: a label cannot dress up as a part of the page. */
const labelClasses = new Set(['lb', 'lb-w', 'ln', 'nodeLabel', 'edgeLabel', 'markdown-node-label', 'label', 'katex', 'own'])

interface Printer {
  readonly holes: Hole[]
  readonly ids: Map<string, number>
  readonly pieces: string[]
}

/**
 * Print a drawing, with holes for ids and links.
 *
 * This is the gate: an element, an attribute, a value that is not allowed by
 * name is not printed, whatever came before. No script, handler, style,
 * address of another site or entity can pass.
 */
export function print(svg: Element): Template {
  const printer: Printer = {holes: [], ids: new Map(), pieces: []}
  printNode(svg, 'svg', printer)
  return {html: printer.pieces.join(''), holes: printer.holes}
}

type Language = 'svg' | 'html' | 'math'

function printNode(node: Node, language: Language, printer: Printer): void {
  if (node.kind === 'text') printer.pieces.push(written(node.value))
  else if (node.kind === 'anchor') {
    printer.pieces.push(hole({kind: 'link', index: node.link}, printer))
    for (const child of node.children) printNode(child, language, printer)
    printer.pieces.push(hole({kind: 'end', index: node.link}, printer))
  } else printElement(node, language, printer)
}

function printElement(element: Element, around: Language, printer: Printer): void {
  const language = languageOf(element, around)
  if (!language || isEmptyReference(element)) return
  const attributes = [...element.attributes]
    .map(([name, value]) => [name, printAttribute({element, language, name, value}, printer)] as const)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
  const {name, children} = element
  if (name === 'br') printer.pieces.push('<br/>')
  else if (children.length === 0 && language === 'svg') printer.pieces.push(`<${name}${attributes}/>`)
  else {
    printer.pieces.push(`<${name}${attributes}>`)
    for (const child of children) printNode(child, name === 'foreignObject' ? 'html' : language, printer)
    printer.pieces.push(`</${name}>`)
  }
}

/** Whether an element shows something else, and that may not be shown. */
function isEmptyReference({name, attributes}: Element): boolean {
  const address = attributes.get('href') ?? ''
  return (name === 'image' && !picture.test(address)) || (name === 'use' && !/^#\w+$/.test(address))
}

/** The language that an element is written in; `undefined` when it may not stand there. */
function languageOf({name}: Element, around: Language): Language | undefined {
  if (around === 'svg') return svgElements.has(name) ? 'svg' : undefined
  if (around === 'html' && name === 'svg') return 'svg'
  if (around === 'html' && htmlElements.has(name)) return 'html'
  return mathElements.has(name) && (around === 'math' || name === 'math') ? 'math' : undefined
}

interface Written {
  readonly element: Element
  readonly language: Language
  readonly name: string
  readonly value: string
}

/** An attribute's value as markup; `undefined` when it may not be printed. */
function printAttribute({element, language, name, value}: Written, printer: Printer): string | undefined {
  const special = specials.get(name)
  if (special) return special({element, language, name, value}, printer)
  if (name.startsWith('aria-') || name === 'role') return allowedAttributes.has(name) ? written(value) : undefined
  if (language === 'svg' && styling.has(name)) return harmless.test(value) ? withIds(value, printer) : undefined
  return namesOf[language].has(name) && plain.test(value) ? value : undefined
}

const namesOf: Readonly<Record<Language, ReadonlySet<string>>> = {svg: allowedAttributes, math: allowedMathAttributes, html: new Set()}

/** Attributes with rules of their own. */
const specials: ReadonlyMap<string, (written: Written, printer: Printer) => string | undefined> = new Map([
  ['href', ({element, value}, printer) => printAddress(element, value, printer)],
  ['rel', ({element}) => (element.name === 'a' ? 'noopener' : undefined)],
  ['xmlns', ({element}) => (element.name === 'svg' ? 'http://www.w3.org/2000/svg' : undefined)],
  ['class', ({value, language}) => classes(value, language)],
  ['id', ({value, language}, printer) => (value && language === 'svg' ? idHole(value, printer) : undefined)],
  ['aria-labelledby', ({value}, printer) => idHoles(value, printer)],
  ['aria-describedby', ({value}, printer) => idHoles(value, printer)]
])

function idHoles(value: string, printer: Printer): string | undefined {
  return value.split(' ').filter(Boolean).map((id) => idHole(id, printer)).join(' ') || undefined
}

/** Characters as markup, without what could be taken for a hole or a mark of a link. */
function written(characters: string): string {
  return encode(characters.replace(/[\0\u2061-\u2064]/g, ''))
}

function classes(value: string, language: Language): string | undefined {
  const names = value.split(/\s+/).filter((name) => (language === 'html' ? labelClasses.has(name) : /^[A-Za-z][\w-]{0,60}$/.test(name) && !name.endsWith('undefined')))
  return names.length > 0 ? [...new Set(names)].join(' ') : undefined
}

function printAddress({name}: Element, value: string, printer: Printer): string | undefined {
  if (name === 'a') return isAddress(value) ? encode(value) : undefined
  if (name === 'image') return picture.test(value) ? value : undefined
  return name === 'use' || name === 'textPath' || name.endsWith('Gradient') ? (/^#\w+$/.test(value) ? `#${idHole(value.slice(1), printer)}` : undefined) : undefined
}

/** Whether a link may lead there: an absolute address of a kind that runs nothing. */
export function isAddress(value: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)[^\s"<>\\]+$/i.test(value)
}

function withIds(value: string, printer: Printer): string {
  const match = /^url\(#(\w+)\)$/.exec(value)
  return match ? `url(#${idHole(match[1] ?? '', printer)})` : value
}

function idHole(id: string, printer: Printer): string {
  const index = printer.ids.get(id) ?? printer.holes.length
  if (index === printer.holes.length) printer.holes.push({kind: 'id', id})
  printer.ids.set(id, index)
  return `\0${index}\0`
}

function hole(what: Hole, printer: Printer): string {
  printer.holes.push(what)
  return `\0${printer.holes.length - 1}\0`
}
