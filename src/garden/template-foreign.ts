/** What another site serves, where the author's policy does not show it at once. */

import type {Element} from 'hast'
import {addressKind} from './addresses.ts'
import {escapeText} from './sentences.ts'
import {type Printer, printTag} from './template-tag.ts'

/** Whether an element shows what another site serves and may not, by the author's policy. */
export function isForeign({tagName, properties}: Element, {remote}: Printer): boolean {
  if (tagName === 'img') return remote.images !== 'keep' && typeof properties.src === 'string'
  return (tagName === 'iframe' || tagName === 'video' || tagName === 'audio') && remote.frames !== 'keep'
}

/** Print a link in its place. */
export function printAsLink(node: Element, printer: Printer): void {
  const src = node.properties.src ?? node.children.map((child) => (child.type === 'element' ? child.properties.src : undefined)).find((each) => each)
  if (typeof src !== 'string' || addressKind(src) !== 'external') return
  const words = node.properties.alt || node.properties.title || src
  printTag('a', {className: ['external-link', 'foreign'], dataKind: node.tagName, href: src, rel: ['noopener']}, printer)
  printer.out += `${escapeText(String(words))}\u003C/a>`
}
