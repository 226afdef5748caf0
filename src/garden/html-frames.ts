/**
 * What frames or plays, in the HTML of a vault that is not trusted with either (hazard 38): a link to it stands in its
 * place, so that a reader loses nothing; where it has no address, what it says in its stead.
 */

import type {Element, ElementContent, Root} from 'hast'
import {addressKind} from './addresses.ts'
import {shownAddress} from './template-foreign.ts'

const framing = new Set(['iframe', 'video', 'audio'])

/**
 * Put links where frames and players stand in a tree.
 *
 * @param onFrame Called for each, in the order of the text.
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
    if (framing.has(child.tagName)) {
      around.onFrame(child)
      const made = linkTo(child, around.inLink)
      return around.isBlock ? [{type: 'element', tagName: 'p', properties: {}, children: made}] : made
    }
    child.children = linked(child.children, {...around, inLink: around.inLink || child.tagName === 'a', isBlock: false})
    return [child]
  })
}

function linkTo(node: Element, inLink: boolean): ElementContent[] {
  const address = shownAddress(node)
  const instead = node.children.filter((child) => child.type !== 'element' || (child.tagName !== 'source' && child.tagName !== 'track'))
  if (address === undefined || inLink) return instead
  const words = typeof node.properties.title === 'string' && node.properties.title !== '' ? node.properties.title : address
  const properties = addressKind(address) === 'external' ? {className: ['external-link'], href: address, rel: ['noopener']} : {href: address}
  return [{type: 'element', tagName: 'a', properties, children: [{type: 'text', value: words}], ...(node.position ? {position: node.position} : {})}]
}
