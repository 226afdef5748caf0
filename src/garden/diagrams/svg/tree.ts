/** A drawing as a tree of plain data. Steps make new trees and leave the old ones be. */

export type Node = Element | Text | Anchor

export interface Element {
  readonly kind: 'element'
  /** As SVG and HTML spell it: `foreignObject`, `p`. */
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly Node[]
}

export interface Text {
  readonly kind: 'text'
  /** Characters, not markup. */
  readonly value: string
}

/** What is a link if its target is found. */
export interface Anchor {
  readonly kind: 'anchor'
  /** Index of the link. */
  readonly link: number
  readonly children: readonly Node[]
}

export type Attributes = ReadonlyMap<string, string>

/** An element and what stands around it. */
export interface Place {
  readonly element: Element
  readonly parent: Place | undefined
  readonly previous: Place | undefined
}

export function text(value: string): Text {
  return {kind: 'text', value}
}

export function attribute(element: Element, name: string): string {
  return element.attributes.get(name) ?? ''
}

export function hasClass(element: Element, name: string): boolean {
  return ` ${attribute(element, 'class')} `.includes(` ${name} `)
}

/** The element with some attributes set, and those that are `undefined` taken away. */
export function withAttributes(element: Element, changes: Readonly<Record<string, string | undefined>>): Element {
  const attributes = new Map(element.attributes)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) attributes.delete(name)
    else attributes.set(name, value)
  }
  return {...element, attributes}
}

/** The element with another class beside its own. */
export function withClass(element: Element, name: string): Element {
  return hasClass(element, name) ? element : withAttributes(element, {class: `${attribute(element, 'class')} ${name}`.trim()})
}

/** All elements below a node, and itself, in document order. */
export function* elements(node: Node): Generator<Element> {
  if (node.kind === 'text') return
  if (node.kind === 'element') yield node
  for (const child of node.children) yield* elements(child)
}

/**
 * Rebuild a tree from its leaves up.
 *
 * @param change
 *   What becomes of an element whose children are done; nothing drops it.
 */
export function rebuild(element: Element, change: (element: Element) => Node | undefined): Node | undefined {
  const children = element.children.flatMap((child) => {
    const next = child.kind === 'text' ? child : child.kind === 'anchor' ? rebuildAnchor(child, change) : rebuild(child, change)
    return next ? [next] : []
  })
  return change({...element, children})
}

function rebuildAnchor(anchor: Anchor, change: (element: Element) => Node | undefined): Anchor {
  const children = anchor.children.flatMap((child) => {
    const next = child.kind === 'element' ? rebuild(child, change) : child
    return next ? [next] : []
  })
  return {...anchor, children}
}

/** As {@link rebuild}, for changes that keep every element. */
export function mapElements(element: Element, change: (element: Element) => Element): Element {
  const next = rebuild(element, change)
  return next?.kind === 'element' ? next : element
}

/** The characters of a node. Lines and paragraphs are set apart by `\n`; `title` and `desc` do not count. */
export function words(node: Node): string {
  if (node.kind === 'text') return node.value
  const inner = node.children.map(words).join('')
  if (node.kind === 'anchor') return inner
  if (node.name === 'title' || node.name === 'desc' || node.name === 'style') return ''
  if (node.name === 'br') return '\n'
  return breaks.has(node.name) || hasClass(node, 'text-outer-tspan') || hasClass(node, 'ln') ? `\n${inner}\n` : inner
}

const breaks = new Set(['p', 'div', 'li', 'text'])

/** Lines of a label, spaces collapsed, empty ones left out. */
export function labelLines(node: Node): string[] {
  return words(node)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}
