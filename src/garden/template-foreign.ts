/**
 * What another site serves: shown, shown on a click, or linked, as the author chose (decision 9). Before a click no
 * other site is asked; without JavaScript the link stands for what it would show.
 */

import type {Element, ElementContent, Properties} from 'hast'
import {addressKind} from './addresses.ts'
import type {Origin} from './model.ts'
import {frameOfService} from './web-embeds.ts'

type Policy = 'keep' | 'click' | 'link'

export interface RemotePolicies {
  readonly images: Policy
  readonly frames: Policy
}

/** A frame that the author copied from a service, with what the service asks for: the host without cookies, and the site that shows it (E-18). */
export function asServiceAsks(node: Element): Element {
  const src = node.tagName === 'iframe' ? frameOfService(String(node.properties.src ?? '')) : undefined
  return src === undefined ? node : {...node, properties: {dataPage: node.properties.src, ...node.properties, src, referrerPolicy: 'strict-origin'}}
}

const media = new Set(['img', 'iframe', 'video', 'audio'])

/** Address that an element shows: its own, or that of its first source. */
export function shownAddress({tagName, properties, children}: Element): string | undefined {
  if (!media.has(tagName)) return undefined
  const source = children.find((child) => child.type === 'element' && child.tagName === 'source' && typeof child.properties.src === 'string')
  const src = properties.src ?? (source?.type === 'element' ? source.properties.src : undefined)
  return typeof src === 'string' && src !== '' ? src : undefined
}

/** How an element that shows something of another site is shown; nothing if it is no such element. */
export function foreignPolicy(node: Element, remote: RemotePolicies): Policy | undefined {
  const address = shownAddress(node)
  if (address === undefined || addressKind(address) !== 'external') return undefined
  return node.tagName === 'img' ? remote.images : remote.frames
}

const directives = new Map<string, Origin[0]>([
  ['img', 'img-src'],
  ['iframe', 'frame-src'],
  ['video', 'media-src'],
  ['audio', 'media-src']
])

/** What a page must be allowed when a reader asks for such an element. */
export function foreignSource(node: Element): {directive: Origin[0]; address: string} | undefined {
  const directive = directives.get(node.tagName)
  const address = shownAddress(node)
  return directive && address !== undefined ? {directive, address} : undefined
}

/** What stands for such an element until a reader asks for it: a link, and beside it what a script needs. In a link it is only words. */
export function standIn(node: Element, policy: 'click' | 'link', inLink: boolean): ElementContent {
  const src = shownAddress(node) ?? ''
  const {alt, title, dataPage, width, height, referrerPolicy, id} = node.properties
  const words = String(alt || title || src)
  if (inLink) return {type: 'text', value: words}
  // Readers are led to the page that people know, not to the frame of it.
  const leads: Properties = {href: typeof dataPage === 'string' ? dataPage : src, rel: ['noopener']}
  const own: Properties = id === undefined ? {} : {id}
  if (policy === 'link') return element('a', {...own, className: ['external-link', 'foreign'], dataKind: node.tagName, ...leads}, words)
  const shape = node.tagName === 'iframe' || node.tagName === 'video' ? 'is-frame' : 'is-inline'
  const about: Properties = {dataKind: node.tagName, dataSrc: src, dataWords: words, dataWidth: width, dataHeight: height, dataReferrer: referrerPolicy}
  return {type: 'element', tagName: 'span', properties: {...own, className: ['foreign', shape], ...about}, children: [element('a', {className: ['external-link'], ...leads}, words)]}
}

function element(tagName: string, properties: Properties, words: string): Element {
  return {type: 'element', tagName, properties, children: [{type: 'text', value: words}]}
}
