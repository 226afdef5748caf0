/** Links within the compiled body of an `.mdx` note to places that it does not have (H-04). */

import type {Root} from 'hast'
import {decoded} from './garden/addresses.ts'

interface Attribute {
  readonly type: string
  readonly name?: string
  value?: unknown
}

interface Node {
  readonly type: string
  readonly name?: string | null
  readonly tagName?: string
  readonly properties?: Record<string, unknown>
  readonly attributes?: readonly Attribute[]
  readonly children?: readonly Node[]
}

interface Found {
  readonly ids: Set<string>
  /** Links within the page, each with what sets its address. */
  readonly links: {readonly id: string; readonly lead: (address: string) => void}[]
  /** Whether a component could bring places of its own. */
  hasComponents: boolean
}

/**
 * Lead links to places that are not there to the top of the page, as in notes that are not compiled; `grow` told the
 * author. Where components stand, such a place may be theirs, and the audit of what was printed decides.
 */
export function leadToTop(tree: Root, top: string): void {
  const found: Found = {ids: new Set(['', 'top']), links: [], hasComponents: false}
  visit(tree as Node, found)
  if (found.hasComponents) return
  for (const {id, lead} of found.links) if (!found.ids.has(id)) lead(top)
}

function visit(node: Node, found: Found): void {
  if (node.type === 'element') visitElement(node, found)
  else if (node.type.startsWith('mdxJsx')) visitJsx(node, found)
  for (const child of node.children ?? []) visit(child, found)
}

function visitElement({tagName, properties = {}}: Node, {ids, links}: Found): void {
  for (const name of [properties['id'], properties['name']]) if (typeof name === 'string') ids.add(name)
  const address = properties['href']
  if (tagName === 'a' && isWithin(address)) links.push({id: decoded(address.slice(1)), lead: (top) => (properties['href'] = top)})
}

function visitJsx({name, attributes = []}: Node, found: Found): void {
  const isHtml = name && /^[a-z][a-z0-9]*$/.test(name)
  // What is computed may be any place.
  if (!isHtml || attributes.some((each) => each.type !== 'mdxJsxAttribute' || (each.name === 'id' && typeof each.value !== 'string'))) found.hasComponents = true
  for (const attribute of attributes) {
    const {value} = attribute
    if (typeof value !== 'string') continue
    if (attribute.name === 'id' || attribute.name === 'name') found.ids.add(value)
    if (name === 'a' && attribute.name === 'href' && isWithin(value)) found.links.push({id: decoded(value.slice(1)), lead: (top) => (attribute.value = top)})
  }
}

function isWithin(address: unknown): address is string {
  return typeof address === 'string' && address.startsWith('#')
}
