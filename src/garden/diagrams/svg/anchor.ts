import type {DrawingLink as Link} from '../../model.ts'
import {cutAtMarks, isMarked, type Reference, referenceOf, withoutMarks} from '../wiki.ts'
import {type Anchor, attribute, type Element, elements, hasClass, labelLines, type Node, text, words} from './tree.ts'
import {isAddress} from './print.ts'

/** Classes of the groups that are one thing to a reader: a node, a participant, a state, an entity. */
const things = new Set([
  'node', 'cluster', 'actor', 'actor-man', 'timeline-node', 'architecture-service', 'architecture-group', 'mindmap-node', 'kanban', 'section',
  'statediagram-state', 'person-man', 'em-box', 'treemapLeaf', 'treemapSection', 'lifted'
])

interface Search {
  readonly references: readonly Reference[]
  readonly links: Link[]
  /** Whether marks were left out, so that labels are compared instead. */
  readonly unmarked: boolean
}

/**
 * Put anchors where links are: `[[…]]` in labels, `click`, `internal-link`, and
 * labels that may be the name of a note.
 *
 * A label that is all link makes its whole node the link. There is never a link
 * in a link.
 */
export function addAnchors(svg: Element, references: readonly Reference[], unmarked: boolean): {svg: Element; links: readonly Link[]} {
  const search: Search = {references, links: [], unmarked}
  const anchored = withChildren(svg, svg.children.flatMap((child) => anchor(child, {search, wrapper: 'tspan'})))
  return {svg: anchored, links: search.links}
}

interface Context {
  readonly search: Search
  readonly wrapper: Link['wrapper']
}

function withChildren(element: Element, children: readonly Node[]): Element {
  return {...element, children}
}

function anchor(node: Node, context: Context): Node[] {
  if (node.kind === 'text') return textAnchors(node.value, context)
  if (node.kind === 'anchor') return [node]
  if (node.name === 'a') return clickAnchor(node, context)
  if (node.name === 'title' || node.name === 'desc') return [unmark(node)]
  const inner = context.search
  if (isThing(node)) {
    const found = thingLink(node, inner)
    if (found) return [wrap(unmark(node), found, inner)]
  }
  const wrapper = node.name === 'foreignObject' ? 'span' : context.wrapper
  return [withChildren(node, node.children.flatMap((child) => anchor(child, {search: inner, wrapper})))]
}

function wrap(element: Element, link: Link, {links}: Search): Anchor {
  links.push(link)
  return {kind: 'anchor', link: links.length - 1, children: [element]}
}

function isThing(element: Element): boolean {
  if (element.name !== 'g' || hasClass(element, 'statediagram-note')) return false
  return attribute(element, 'data-et') === 'participant' || attribute(element, 'class').split(' ').some((name) => things.has(name))
}

/** The link that a whole node is, if it is one. */
function thingLink(element: Element, search: Search): Link | undefined {
  for (const inner of elements(element)) if (inner.name === 'a' || (inner !== element && isThing(inner))) return undefined
  const marked = markedWhole(element, search)
  if (marked) return marked
  const lines = labelLines(unmark(element))
  const label = lines.join(' ')
  const [first = ''] = lines
  if (!label || label.length > 200) return undefined
  const same = search.unmarked ? search.references.find((reference) => reference.text === label) : undefined
  if (same) return {...same, automatic: false, wrapper: 'g'}
  if (hasPartLink(element)) return undefined
  const explicit = [...elements(element)].some((inner) => hasClass(inner, 'internal-link'))
  return {target: label, text: label, automatic: !explicit, wrapper: 'g', ...(lines.length > 1 && {otherwise: first})}
}

function hasPartLink(element: Element): boolean {
  return isMarked(words(element))
}

/** The reference whose words are all that a node says. */
function markedWhole(element: Element, {references}: Search): Link | undefined {
  const pieces = cutAtMarks(words(element)).filter((piece) => piece.text.trim())
  const indexes = new Set(pieces.map((piece) => piece.reference))
  const [index] = indexes
  const reference = indexes.size === 1 && index !== undefined ? references[index] : undefined
  return reference && {...reference, automatic: false, wrapper: 'g'}
}

/** A link of mermaid's own making: to a note, to another site, or to nothing that may be linked. */
function clickAnchor(element: Element, {search}: Context): Node[] {
  const address = element.attributes.get('href') ?? element.attributes.get('xlink:href') ?? ''
  const children = element.children.map(unmarkNode)
  const target = noteOf(address, search)
  if (target) {
    const label = children.flatMap(labelLines).join(' ')
    search.links.push({target, text: label || target, automatic: false, wrapper: 'g'})
    return [{kind: 'anchor', link: search.links.length - 1, children: [moved(element, children)]}]
  }
  if (!isAddress(address)) return [moved(element, children)]
  return [{kind: 'element', name: 'a', attributes: new Map([['href', address], ['rel', 'noopener']]), children: [moved(element, children)]}]
}

/** Mermaid moves the link, not what is in it; the place has to outlive the link. */
function moved(element: Element, children: readonly Node[]): Element {
  const transform = element.attributes.get('transform')
  return {kind: 'element', name: 'g', attributes: new Map(transform ? [['transform', transform]] : []), children}
}

function noteOf(address: string, {references}: Search): string | undefined {
  const index = referenceOf(address)
  if (index !== undefined) return references[index]?.target
  // Without a scheme it is a path of the vault; `//host` and `#fragment` are not.
  if (!address || /^(?:[a-z][\w+.-]*:|\/\/|#)/i.test(address) || address === 'about:blank') return undefined
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function textAnchors(value: string, {search, wrapper}: Context): Node[] {
  if (!isMarked(value)) return search.unmarked ? comparedText(value, {search, wrapper}) : [text(withoutMarks(value))]
  return cutAtMarks(value).map((piece) => {
    const reference = piece.reference === undefined ? undefined : search.references[piece.reference]
    if (!reference) return text(piece.text)
    search.links.push({...reference, automatic: false, wrapper})
    return {kind: 'anchor', link: search.links.length - 1, children: [text(piece.text)]}
  })
}

/** Without marks, a text whose first line is the words of a link is that link. */
function comparedText(value: string, {search, wrapper}: Context): Node[] {
  const [first = '', ...rest] = value.split('\n')
  const reference = search.references.find((one) => one.text === first.trim())
  if (!reference) return [text(value)]
  search.links.push({...reference, automatic: false, wrapper})
  const anchored: Anchor = {kind: 'anchor', link: search.links.length - 1, children: [text(first)]}
  return rest.length > 0 ? [anchored, text(`\n${rest.join('\n')}`)] : [anchored]
}

function unmark(element: Element): Element {
  const attributes = new Map([...element.attributes].map(([name, value]) => [name, withoutMarks(value)]))
  return {...element, attributes, children: element.children.map(unmarkNode)}
}

function unmarkNode(node: Node): Node {
  if (node.kind === 'text') return text(withoutMarks(node.value))
  return node.kind === 'element' ? unmark(node) : node
}
