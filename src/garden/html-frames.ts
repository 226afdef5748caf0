/**
 * What frames or plays, in the HTML of a vault that is not trusted with either (hazard 38): a link to it stands in its
 * place, in a link its name, so that a reader loses nothing; where it has no address, what it says in its stead.
 */

import type {Element, ElementContent, Root} from 'hast'
import {addressKind} from './addresses.ts'
import {isLink} from './html.ts'
import {shownAddress} from './template-foreign.ts'

const framing = new Set(['iframe', 'video', 'audio'])

/**
 * Put links where frames and players stand in a tree.
 *
 * @param onFrame Called for each that has an address, in the order of the text.
 */
export function framesAsLinks(tree: Root, onFrame: (node: Element) => void): void {
  tree.children = linked(tree.children as ElementContent[], {onFrame, inLink: false, isBlock: true})
}

interface Around {
  readonly onFrame: (node: Element) => void
  /** In a link there is no room for another. */
  readonly inLink: boolean
  /** Whether what stands here is a block of the note. */
  readonly isBlock: boolean
}

function linked(children: readonly ElementContent[], around: Around): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (framing.has(child.tagName)) return inItsPlace(child, around)
    child.children = linked(child.children, {...around, inLink: around.inLink || isLink(child), isBlock: false})
    return [child]
  })
}

function inItsPlace(node: Element, around: Around): ElementContent[] {
  const address = shownAddress(node)
  const instead = node.children.filter((child) => child.type !== 'element' || (child.tagName !== 'source' && child.tagName !== 'track'))
  if (address === undefined) return linked(instead, around)
  around.onFrame(node)
  const {title, id} = node.properties
  const words: ElementContent = {type: 'text', value: typeof title === 'string' && title !== '' ? title : address}
  if (around.inLink) return [words]
  const external = addressKind(address) === 'external' ? {className: ['external-link'], href: address, rel: ['noopener']} : {href: address}
  const link: Element = {type: 'element', tagName: 'a', properties: {...(id === undefined ? {} : {id}), ...external}, children: [words], ...(node.position ? {position: node.position} : {})}
  return around.isBlock ? [{type: 'element', tagName: 'p', properties: {}, children: [link]}] : [link]
}
