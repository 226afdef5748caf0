/**
 * What a note says of itself and of others: one walk over its tree that
 * collects links, embeds, tags, headings, diagrams and words, and leaves in the
 * tree only what `html.ts` can print.
 */

import type {Definition, Nodes, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import {callout, code, heading, splitParagraph, warnPipe} from './fact-blocks.ts'
import {image, link, reference, wikiNode} from './fact-links.ts'
import {connectFormulas} from './formula-context.ts'
import {formulaWords} from './formula-words.ts'
import {shownWords} from './html-words.ts'
import {endLeftOpen} from './left-open.ts'
import {contexts} from './sentences.ts'
import {withoutComments} from './syntax/comments.ts'
import type {TagNode} from './syntax/nodes.ts'
import {type Around, type FactOptions, type Facts, placeOf, plainWords, report, type Walker} from './walker.ts'

/** Walk a tree. */
export function gatherFacts(tree: Root, options: FactOptions): Facts {
  const facts: Facts = {links: [], embeds: [], tags: [], headings: [], diagrams: [], bases: [], diagnostics: [], text: [], lead: ''}
  const walker: Walker = {
    facts,
    options,
    definitions: definitionsOf(tree),
    done: {links: 0, embeds: 0, within: '', unseen: {name: '', depth: 0}},
    into: (parent, around) => walkChildren(parent, around, walker)
  }
  connectFormulas(tree)
  endLeftOpen(tree, (tag, name) => report(walker, tag, ['html-unclosed', {opened: `<${name}`, end: `</${name}>`}]))
  walker.into(tree, {inLink: false, tight: false, quoted: false})
  return facts
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const found = new Map<string, Definition>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

type Children = RootContent[]

function walkChildren(parent: Parents, around: Around, walker: Walker): void {
  const out: Children = []
  const children = mergeEmbeds(parent.children as Children)
  for (const [index, node] of children.entries()) {
    const made = walk(node, around, walker)
    if (made.type === 'paragraph' && !around.tight) {
      if (walker.facts.lead === '' && walker.done.unseen.name === '' && !isWordless(made)) walker.facts.lead = plainWords(made)
      out.push(...splitParagraph(made, walker))
    } else out.push(made)
    if (node.type === 'tableCell') warnPipe(node, children[index + 1], walker)
  }
  parent.children = out as typeof parent.children
  if (isTextBlock(parent)) endBlock(parent.children as PhrasingContent[], walker)
}

/** Whether a paragraph has no sentence: only pictures, such as a row of badges, tags, an address, code for a plugin, or a formula on lines of its own. */
function isWordless(node: Nodes): boolean {
  if (node.type === 'tag' || (node.type === 'inlineCode' && /^\$?=/.test(node.value))) return true
  if (node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'text' && node.children[0].value === node.url) return true
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'break') return true
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type === 'inlineMath') return node.display === true
  return (node.type === 'paragraph' || node.type === 'link' || node.type === 'internalLink') && node.children.every(isWordless)
}

function isTextBlock(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'
}

/** At the end of a block of text: the sentence around each of its links, and a division in the words. */
function endBlock(children: readonly PhrasingContent[], {facts, done}: Walker): void {
  facts.text.push({text: '\n\n'})
  done.within = ''
  if (facts.links.length === done.links && facts.embeds.length === done.embeds) return
  done.links = facts.links.length
  done.embeds = facts.embeds.length
  for (const [key, context] of contexts(children)) {
    const entry = key.startsWith('l') ? facts.links[Number(key.slice(1))] : facts.embeds[Number(key.slice(1))]
    if (entry && entry.context === '') entry.context = context
  }
}

/** A `!` and the wiki link after it are one embed. */
function mergeEmbeds(children: Children): Children {
  const out: Children = []
  for (const node of children) {
    const before = out[out.length - 1]
    if (node.type === 'wikiLink' && before?.type === 'embedMarker') {
      out[out.length - 1] = {...node, ...(before.position && node.position ? {position: {start: before.position.start, end: node.position.end}} : {}), data: {...node.data, embed: true}}
    } else out.push(node)
  }
  return out
}

/** Elements of HTML in which no link may stand, or whose words are code. */
const closed = /<(\/?)(a|button|code|kbd|pre|samp|script|style)(?=[\s>])/gi

/** The element that text after a piece of HTML stands in, of those that are {@link closed} to links. */
function withinAfter(html: string, before: string): string {
  let within = before
  for (const [, slash, name = ''] of html.matchAll(closed)) {
    if (slash === '' && within === '') within = name.toLowerCase()
    else if (slash === '/' && within === name.toLowerCase()) within = ''
  }
  return within
}

type Step<Type extends RootContent['type']> = (node: Extract<RootContent, {type: Type}>, around: Around, walker: Walker) => RootContent

/** Table: what the walk does at a node; at all others it only goes on into them. */
const steps: {readonly [Type in RootContent['type']]?: Step<Type>} = {
  text(node, around, {facts, options, done}) {
    const offset = node.position?.start.offset
    const isPlain = offset !== undefined && !around.inLink && !around.inHeading && done.within === ''
    facts.text.push({text: node.value, ...(isPlain ? {plain: {offset, place: placeOf(node, options.lines), inCell: around.inCell === true}} : {})})
    return node
  },
  inlineCode: say,
  break(node, _around, {facts}) {
    facts.text.push({text: '\n'})
    return node
  },
  inlineMath(node, around, {facts}) {
    // A cell's `\|` is a `|`, in formulas as in code (M-12).
    const unescaped = (source: string): string => (around.inCell ? source.replaceAll('\\|', '|') : source)
    const value = unescaped(node.value)
    const context = node.context?.without === undefined ? node.context : {...node.context, without: unescaped(node.context.without)}
    const words = formulaWords(value, context)
    facts.text.push({text: words})
    return {...node, value, words, ...(context ? {context} : {})}
  },
  html(node, _around, {facts, done}) {
    done.within = withinAfter(node.value, done.within)
    // Neither HTML's comments nor Obsidian's are words of the note (M-13, M-14).
    facts.text.push({text: shownWords(withoutComments(node.value), done.unseen)})
    return node
  },
  wikiLink: wikiNode,
  tag,
  code,
  link,
  image,
  linkReference: reference,
  imageReference: reference,
  heading,
  callout,
  blockquote(node, around, {into}) {
    into(node, {...around, quoted: true})
    return node
  },
  tableCell(node, around, {into}) {
    into(node, {...around, tight: true, inCell: true})
    return node
  }
}

function walk(node: RootContent, around: Around, walker: Walker): RootContent {
  const {facts, done} = walker
  const said = facts.text.length
  const step = steps[node.type] as Step<never> | undefined
  const made = step ? step(node as never, around, walker) : node
  if (!step && 'children' in node) walker.into(node, around)
  // Of an element that no page shows, no words are found; what has words within asks for each of them.
  if (done.unseen.name !== '' && node.type !== 'html' && !('children' in node)) facts.text.length = said
  return made
}

function say(node: Extract<RootContent, {type: 'inlineCode'}>, _around: Around, {facts}: Walker): RootContent {
  facts.text.push({text: node.value})
  return node
}

function tag(node: TagNode, _around: Around, {facts, options}: Walker): RootContent {
  if (options.ignoreHexTags && /^(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(node.value)) return {type: 'text', value: `#${node.value}`}
  facts.tags.push({name: node.value, place: placeOf(node, options.lines), from: 'text'})
  return node
}
