/** The blocks of a text that say something of the note: headings, callouts, diagrams, cells. */

import {createHash} from 'node:crypto'
import type {Code, Heading, Paragraph, PhrasingContent, RootContent} from 'mdast'
import {readDefinition} from './bases/definition.ts'
import {baseProblems} from './bases/prepare.ts'
import {isPluginBlock} from './code.ts'
import {headingId} from './heading-ids.ts'
import type {Callout} from './syntax/nodes.ts'
import {type Around, currentHeading, flatText, placeOf, plainWords, report, type Walker} from './walker.ts'

/** A heading gets its id; one in a quote is not the note's (H-07). */
export function heading(node: Heading, around: Around, walker: Walker): RootContent {
  const {facts, options} = walker
  // Links in a heading's own words stand under it.
  if (!around.quoted) {
    facts.headings.push({depth: node.depth, text: '', id: '', line: placeOf(node, options.lines).line})
  }
  const index = facts.headings.length - 1
  walker.into(node, {...around, tight: true, inHeading: true})
  if (around.quoted) return node
  const written = flatText(node).replace(/\s+/g, ' ').trim()
  const text = plainWords(node)
  const id = options.uniqueId(headingId(written))
  facts.headings[index] = {depth: node.depth, text, ...(text === written ? {} : {written}), id, line: placeOf(node, options.lines).line}
  node.data = {...node.data, headingId: id}
  return node
}

/** A callout: its title is a line, and its headings are not the note's. */
export function callout(node: Callout, around: Around, walker: Walker): RootContent {
  const title: Paragraph = {type: 'paragraph', children: node.title}
  walker.into(title, {...around, tight: true, quoted: true})
  node.title = title.children
  walker.into(node, {...around, quoted: true})
  return node
}

/** A fence of Mermaid is a diagram, one of `base` a base; other code is code. */
export function code(node: Code, around: Around, walker: Walker): RootContent {
  const language = node.lang?.toLowerCase()
  if (language === 'base') return base(node, walker)
  if (isPluginBlock(language)) report(walker, node, ['unsupported-block', {language: language ?? ''}])
  return language === 'mermaid' ? diagram(node, around, walker) : node
}

function base(node: Code, {facts, options}: Walker): RootContent {
  const place = placeOf(node, options.lines)
  facts.bases.push({source: node.value, place})
  facts.diagnostics.push(...baseProblems(readDefinition(node.value), {path: options.path, line: place.line}))
  return {type: 'baseHole', value: '', index: facts.bases.length - 1, ...(node.data ? {data: node.data} : {})}
}

function diagram(node: Code, around: Around, walker: Walker): RootContent {
  const {facts, options} = walker
  const source = node.value
  facts.diagrams.push({
    source,
    hash: createHash('sha256').update(source).digest('hex'),
    place: placeOf(node, options.lines),
    ...currentHeading(walker)
  })
  const index = facts.diagrams.length - 1
  const caption: Paragraph = {type: 'paragraph', children: node.data?.caption ?? []}
  walker.into(caption, {...around, tight: true})
  return {type: 'diagramHole', value: '', index, data: {...node.data, caption: caption.children}}
}

/** A cell that ends in the middle of a link, and the next that ends it (L-14). */
export function warnPipe(cell: RootContent, next: RootContent | undefined, walker: Walker): void {
  const open = flatText(cell)
  if (open.lastIndexOf('[[') > open.lastIndexOf(']]') && next && flatText(next).includes(']]')) {
    report(walker, cell, ['pipe-in-table', {}])
  }
}

/** A note, video, file or large formula in a sentence is a block of its own: no `<div>` in `<p>` (E-10). */
export function splitParagraph(paragraph: Paragraph, {facts}: Walker): RootContent[] {
  const isBlock = (node: PhrasingContent): boolean => (node.type === 'embedHole' ? facts.embeds[node.index]?.inline === false : node.type === 'webEmbed' || (node.type === 'inlineMath' && node.display === true))
  const children = paragraph.children.flatMap((node) => outOfMarkup(node, isBlock))
  if (!children.some(isBlock)) return [paragraph]
  const out: RootContent[] = []
  let run: PhrasingContent[] = []
  const flush = (): void => {
    if (run.some((node) => node.type !== 'break' && (node.type !== 'text' || node.value.trim() !== ''))) {
      out.push({type: 'paragraph', children: trimmed(run), ...(paragraph.position ? {position: paragraph.position} : {})})
    }
    run = []
  }
  for (const node of children) {
    if (!isBlock(node)) run.push(node)
    else {
      flush()
      out.push(node.type === 'inlineMath' ? {...node, type: 'math'} : node)
    }
  }
  flush()
  if (paragraph.data?.block === undefined) return out
  // The name is that of all its pieces.
  return [{...paragraph, data: {...paragraph.data, hName: 'div'}, children: out as PhrasingContent[]}]
}

/** Emphasis around a block of its own is two pieces of emphasis, before and after it. */
function outOfMarkup(node: PhrasingContent, isBlock: (node: PhrasingContent) => boolean): PhrasingContent[] {
  if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'delete' && node.type !== 'highlight') return [node]
  const out: PhrasingContent[] = []
  let run: PhrasingContent[] = []
  const flush = (): void => {
    if (run.some((each) => each.type !== 'text' || each.value.trim() !== '')) out.push({...node, children: trimmed(run)})
    run = []
  }
  for (const child of node.children.flatMap((each) => outOfMarkup(each, isBlock))) {
    if (!isBlock(child)) run.push(child)
    else {
      flush()
      out.push(child)
    }
  }
  if (out.length === 0) return [node]
  flush()
  return out
}

/** Without line breaks and spaces at its ends. */
function trimmed(run: readonly PhrasingContent[]): PhrasingContent[] {
  return run.map((node, index) => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.trimStart() : node.value
    return {...node, value: index === run.length - 1 ? start.trimEnd() : start}
  })
}
