/**
 * Addresses in the author's own HTML that no page may hold (`C:\a.mp3`, `file:`, `javascript:`): told, and what would
 * be left of the element without one, an empty player or a broken picture, gives way to its words (L-26, I-07). So does
 * a button in a link, which would only hide that it is one, and a field, which nobody can fill in.
 */

import type {Element, ElementContent, Root} from 'hast'
import {addressKind, ownPicture} from './addresses.ts'
import {isLink} from './html.ts'
import {isField, wordsOfField} from './html-old.ts'

/** The attribute that holds the address of what an element shows or leads to. */
const attributes = new Map([
  ['a', 'href'],
  ['img', 'src'],
  ['audio', 'src'],
  ['video', 'src'],
  ['iframe', 'src'],
  ['source', 'src'],
  ['track', 'src']
])

/**
 * Take such elements out of a tree.
 *
 * @param onUnsafe Called for each such address, in the order of the text.
 */
export function withoutUnsafe(tree: Root, onUnsafe: (address: string, node: Element) => void): void {
  tree.children = cleaned(tree.children as ElementContent[], {onUnsafe, inLink: false})
}

interface Around {
  readonly onUnsafe: (address: string, node: Element) => void
  readonly inLink: boolean
}

function cleaned(children: readonly ElementContent[], around: Around): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [child]
    return isField(child) ? wordsOfField(child) : cleanedElement(child, around)
  })
}

function cleanedElement(node: Element, around: Around): ElementContent[] {
  const address = unsafeAddress(node)
  if (address !== undefined) around.onUnsafe(address, node)
  const sources = node.children.filter(isSource).length
  node.children = cleaned(node.children, {...around, inLink: around.inLink || leadsOn(node)})
  if (around.inLink && node.tagName === 'button') return wordsOf(node)
  return address !== undefined || hasLostAll(node, sources) ? whatIsLeft(node) : [node]
}

/** Whether an element is a link, and no mere place with a name. */
function leadsOn(node: Element): boolean {
  return isLink(node) && (node.tagName !== 'a' || node.properties.href !== undefined)
}

/** What a button says; what its author said of it holds on, as that it is hidden. */
function wordsOf(button: Element): ElementContent[] {
  return Object.keys(button.properties).length === 0 ? button.children : [{...button, tagName: 'span'}]
}

/** Whether a player that had so many sources has nothing to play any more. */
function hasLostAll({tagName, properties}: Element, sources: number): boolean {
  return (tagName === 'audio' || tagName === 'video') && sources > 0 && properties.src === undefined
}

function unsafeAddress({tagName, properties}: Element): string | undefined {
  const address = properties[attributes.get(tagName) ?? '']
  if (tagName === 'img' && typeof address === 'string' && ownPicture.test(address)) return undefined
  return typeof address === 'string' && addressKind(address) === 'unsafe' ? address : undefined
}

function isSource(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'source'
}

/** The element where another source or its place remains, else its words. */
function whatIsLeft(node: Element): ElementContent[] {
  if (node.tagName === 'a' || node.children.some(isSource)) return [node]
  return node.tagName === 'img' ? [{type: 'text', value: String(node.properties.alt ?? '')}] : node.children
}
