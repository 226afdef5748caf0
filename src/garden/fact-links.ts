/** The links and embeds of a text: wiki links, Markdown links and images (L-01 … L-28, I-01 … I-10). */

import type {Image, Link as LinkNode, Nodes, PhrasingContent, RootContent} from 'mdast'
import {addressKind, decoded, ownPicture} from './addresses.ts'
import {embedKind} from './embeds.ts'
import type {Link} from './model.ts'
import type {WikiLink} from './syntax/nodes.ts'
import {webEmbed} from './web-embeds.ts'
import {defaultText, readWikiLink, splitTarget} from './syntax/wiki-link.ts'
import {type Around, currentHeading, flatText, placeOf, report, type Walker} from './walker.ts'

function text(value: string): PhrasingContent {
  return {type: 'text', value}
}

/** `[[…]]`, with or without a `!` before it. */
export function wikiNode(node: WikiLink, around: Around, walker: Walker): RootContent {
  return node.data.embed ? wikiEmbed(node, around, walker) : wikiLink(node, around, walker)
}

function wikiLink(node: WikiLink, around: Around, walker: Walker): RootContent {
  const {written, alias} = readWikiLink(node.value, aliasOf(node))
  const parts = splitTarget(written)
  const words = alias ?? defaultText(written, parts, walker.options.linkText)
  walker.facts.text.push({text: words})
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) {
    return addressKind(written) === 'external' ? {type: 'link', url: written, children: [text(words)]} : text(words)
  }
  if (around.inLink) {
    report(walker, node, ['nested-link', {target: written}])
    return text(words)
  }
  if (/^(?:##|\^\^)/.test(written)) return searchLink(written, words, {node, walker})
  warnTarget(written, node, walker)
  const index = addLink(walker, {...parts, form: 'wiki', text: words, aliased: alias !== undefined}, node)
  return {type: 'internalLink', index, children: [text(words)], ...(node.position ? {position: node.position} : {})}
}

/** The alias as written; the plugin copies the value there when there is none. */
function aliasOf(node: WikiLink): string | undefined {
  return node.data.alias === node.value ? undefined : node.data.alias
}

/** `[[## team]]` and `[[^^block]]` are searches in the editor: nothing is called so (L-28). */
function searchLink(target: string, words: string, {node, walker}: {node: WikiLink; walker: Walker}): RootContent {
  report(walker, node, ['search-link', {target}])
  const index = addLink(walker, {target, form: 'wiki', text: words, aliased: false, silent: true}, node)
  return {type: 'internalLink', index, children: [text(words)], ...(node.position ? {position: node.position} : {})}
}

function warnTarget(written: string, node: Nodes, walker: Walker): void {
  if (written.includes('\u00A0')) report(walker, node, ['non-breaking-space', {target: written}])
  const target = written.split('#', 1)[0] ?? ''
  if (/[|:^]|%%/.test(target)) report(walker, node, ['link-characters', {target}])
}

interface NewLink extends Pick<Link, 'target' | 'form' | 'text' | 'aliased' | 'silent'> {
  readonly fragment?: Link['fragment']
}

function addLink(walker: Walker, link: NewLink, node: Nodes): number {
  const {fragment, ...rest} = link
  walker.facts.links.push({
    kind: 'link',
    ...rest,
    ...(fragment ? {fragment} : {}),
    place: placeOf(node, walker.options.lines),
    ...currentHeading(walker),
    context: ''
  })
  return walker.facts.links.length - 1
}

/** Size in an alias: `100`, `100x145` (I-02, I-03). */
const size = /^\s*(\d{1,5})(?:\s*x\s*(\d{1,5}))?\s*$/

interface Size {
  readonly alt?: string
  readonly width?: number
  readonly height?: number
}

function readSize(alias: string | undefined): Size {
  if (alias === undefined || alias === '') return {}
  const parts = alias.split('|')
  const match = size.exec(parts[parts.length - 1] ?? '')
  const alt = (match ? parts.slice(0, -1) : parts).join('|').trim()
  return {
    ...(alt === '' ? {} : {alt}),
    ...(match?.[1] ? {width: Number(match[1])} : {}),
    ...(match?.[2] ? {height: Number(match[2])} : {})
  }
}

function wikiEmbed(node: WikiLink, around: Around, walker: Walker): RootContent {
  const {written, alias} = readWikiLink(node.value, aliasOf(node))
  const parts = splitTarget(written)
  // Other embeds hold or are links, and no link may stand in another.
  if (around.inLink && embedKind(parts.target) !== 'image') {
    report(walker, node, ['nested-link', {target: written}])
    return text(alias ?? written)
  }
  return addEmbed(walker, {...parts, form: 'wiki', text: alias ?? written, aliased: alias !== undefined, ...readSize(alias)}, {node, around})
}

interface NewEmbed extends NewLink, Size {}

function addEmbed(walker: Walker, embed: NewEmbed, {node, around}: {node: Nodes; around: Around}): RootContent {
  const {fragment, ...rest} = embed
  const inline = around.tight || around.inLink || embedKind(embed.target) === 'image'
  walker.facts.embeds.push({
    kind: 'embed',
    ...rest,
    ...(fragment ? {fragment} : {}),
    inline,
    place: placeOf(node, walker.options.lines),
    ...currentHeading(walker),
    context: ''
  })
  return {type: 'embedHole', value: '', index: walker.facts.embeds.length - 1, ...(node.position ? {position: node.position} : {})}
}

/** `[words](address)`. */
export function link(node: LinkNode, around: Around, walker: Walker): RootContent {
  const kind = addressKind(node.url)
  walker.into(node, {...around, inLink: true})
  if (kind === 'external') return node
  if (kind === 'unsafe') {
    report(walker, node, ['unsafe-address', {address: node.url.slice(0, 80)}])
    return {type: 'emphasis', children: node.children, data: {hName: 'span', hProperties: {className: ['unsafe-link']}}}
  }
  const words = flatText(node)
  const index = addLink(walker, {...splitTarget(decoded(node.url)), form: 'markdown', text: words, aliased: true}, node)
  return {type: 'internalLink', index, children: node.children, ...(node.position ? {position: node.position} : {})}
}

/** `![words](address)`. */
export function image(node: Image, around: Around, walker: Walker): RootContent {
  const kind = addressKind(node.url)
  const sized = readSize(node.alt ?? undefined)
  if (kind === 'external') return webImage(node, sized, around)
  if (kind === 'internal') return addEmbed(walker, {...splitTarget(decoded(node.url)), form: 'markdown', text: sized.alt ?? '', aliased: Boolean(sized.alt), ...sized}, {node, around})
  if (ownPicture.test(node.url)) return shownImage(node, sized)
  report(walker, node, ['unsafe-address', {address: node.url.slice(0, 80), isShown: true}])
  return text(sized.alt ?? '')
}

/** A picture of another site, or what its address stands for (I-07, E-18). */
function webImage(node: Image, sized: Size, around: Around): RootContent {
  const embed = webEmbed(node.url)
  if (!embed) return shownImage(node, sized)
  const {alt = '', ...size} = sized
  if (around.inLink) return text(alt || node.url)
  if (around.tight) return {type: 'link', url: node.url, children: [text(alt || node.url)]}
  return {type: 'webEmbed', value: alt, url: node.url, embed, ...size, ...(node.position ? {position: node.position} : {})}
}

/** A picture that needs no file of the vault. */
function shownImage(node: Image, {alt = '', ...size}: Size): RootContent {
  return {...node, alt, data: {hProperties: {...size}}}
}

/** `[words][name]` and `![words][name]`: their definitions say where they lead (M-19). */
export function reference(node: Extract<RootContent, {type: 'linkReference' | 'imageReference'}>, around: Around, walker: Walker): RootContent {
  const definition = walker.definitions.get(node.identifier)
  if (!definition) {
    if ('children' in node) walker.into(node, around)
    return node
  }
  const shared = {url: definition.url, ...(definition.title ? {title: definition.title} : {}), ...(node.position ? {position: node.position} : {})}
  if (node.type === 'imageReference') return image({type: 'image', alt: node.alt ?? '', ...shared}, around, walker)
  return link({type: 'link', children: node.children, ...shared}, around, walker)
}
