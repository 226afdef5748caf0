/**
 * The dialect: one file a construct. A construct is given to the tokenizer only
 * where its marker occurs in the text, because each one slows all others down:
 * GFM's tables and bare addresses alone double the time of a note without any.
 */

import {gfmAutolinkLiteralFromMarkdown} from 'mdast-util-gfm-autolink-literal'
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote'
import {gfmStrikethroughFromMarkdown} from 'mdast-util-gfm-strikethrough'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {gfmAutolinkLiteral} from 'micromark-extension-gfm-autolink-literal'
import {gfmFootnote} from 'micromark-extension-gfm-footnote'
import {gfmStrikethrough} from 'micromark-extension-gfm-strikethrough'
import {gfmTable} from 'micromark-extension-gfm-table'
import type {Extension} from 'micromark-util-types'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {blockId, blockIdFromMarkdown} from './block-id.ts'
import {comment, commentFromMarkdown} from './comment.ts'
import {pairSigns} from './pairs.ts'
import {quicken} from './quicken.ts'
import {embedMarker, embedMarkerFromMarkdown} from './embed.ts'
import {falseDefinition, inlineFootnote, inlineFootnoteFromMarkdown} from './footnote.ts'
import {flankingOf} from './flanking.ts'
import {highlight, highlightFromMarkdown} from './highlight.ts'
import {math, mathFromMarkdown} from './math.ts'
import {readPairSign} from './signs.ts'
import {tag, tagFromMarkdown} from './tag.ts'
import {wikiConstruct, wikiLink} from './wiki-link.ts'

interface Row {
  /** Whether the text holds what the construct looks for. */
  readonly occurs: (text: string) => boolean
  readonly syntax: () => Extension
  readonly tree: readonly FromMarkdown[]
}

const table: readonly Row[] = [
  {occurs: (text) => text.includes('%%'), syntax: comment, tree: [commentFromMarkdown]},
  {occurs: (text) => text.includes('#'), syntax: tag, tree: [tagFromMarkdown]},
  {occurs: (text) => text.includes('^'), syntax: blockId, tree: [blockIdFromMarkdown]},
  {occurs: (text) => text.includes('$'), syntax: math, tree: [mathFromMarkdown]},
  {occurs: (text) => text.includes('=='), syntax: highlight, tree: [highlightFromMarkdown]},
  {occurs: (text) => text.includes('~~'), syntax: strikethrough, tree: [gfmStrikethroughFromMarkdown()]},
  {occurs: (text) => text.includes('[^'), syntax: gfmFootnote, tree: [gfmFootnoteFromMarkdown()]},
  {occurs: (text) => /\[\^[^[\]\s]*[ \t]/.test(text), syntax: falseDefinition, tree: []},
  {occurs: (text) => text.includes('^['), syntax: inlineFootnote, tree: [inlineFootnoteFromMarkdown]},
  {occurs: hasDelimiterRow, syntax: gfmTable, tree: [gfmTableFromMarkdown()]},
  {occurs: (text) => /https?:\/\/|www\./i.test(text), syntax: bareAddresses, tree: [bareAddressesFromMarkdown()]}
]

/** GFM's strikethrough, of two tildes (M-04), beside CJK too. Its own search for a partner grows with the square of a text. */
function strikethrough(): Extension {
  const extension = gfmStrikethrough({singleTilde: false})
  const waiting = 'strikethroughSequenceTemporary'
  const own = {tokenize: readPairSign({waiting, flanking: flankingOf}), resolveAll: pairSigns({waiting, sign: 'strikethroughSequence', whole: 'strikethrough', text: 'strikethroughText'})}
  for (const construct of extension.insideSpan?.null ?? []) Object.assign(construct, own)
  return extension
}

/** A line of nothing but `|`, `-`, `:`, spaces and the marks of the containers it may stand in. */
function hasDelimiterRow(text: string): boolean {
  return /^[ \t>*+\d.):|-]*\|[ \t:|-]*\r?$/m.test(text)
}

/** GFM's bare addresses without its e-mail ones, which look at every letter of the text (L-27). */
function bareAddresses(): Extension {
  const all = gfmAutolinkLiteral().text ?? {}
  const text: Extension['text'] = {}
  for (const letter of [72, 104, 87, 119]) {
    const constructs = all[letter]
    if (Array.isArray(constructs)) text[letter] = constructs.slice(1)
  }
  return {text}
}

/** The library's second search, in finished text, is left out: it makes links of what the tokenizer refused. */
function bareAddressesFromMarkdown(): FromMarkdown {
  const {transforms: _, ...extension} = gfmAutolinkLiteralFromMarkdown()
  return extension
}

quicken()

const processors = new Map<number, Processor>()

/** The parser for a text: Markdown, wiki links, and those constructs that occur in it. */
export function parserFor(text: string): Processor {
  let mask = 0
  for (const [index, row] of table.entries()) if (row.occurs(text)) mask |= 1 << index
  const made = processors.get(mask) ?? makeProcessor(table.filter((_, index) => (mask & (1 << index)) !== 0))
  processors.set(mask, made)
  return made
}

function makeProcessor(rows: readonly Row[]): Processor {
  const processor = unified().use(wikiLink).use(obsidian, rows).use(remarkParse)
  return processor.freeze() as unknown as Processor
}

/** Add the constructs of the dialect; remark-wiki-link must stand before it. */
export function obsidian(this: Processor, rows: readonly Row[]): void {
  const data = this.data()
  const micromark = data.micromarkExtensions ?? []
  const mdast = data.fromMarkdownExtensions ?? []
  data.micromarkExtensions = micromark
  data.fromMarkdownExtensions = mdast
  const link = micromark.map((extension) => wikiConstruct(extension as Extension)).find((construct) => construct !== undefined)
  if (link) {
    micromark.push(embedMarker(link))
    mdast.push(embedMarkerFromMarkdown)
  }
  for (const row of rows) {
    micromark.push(row.syntax())
    mdast.push(...row.tree)
  }
}

/** All constructs, for MDX, whose parser is made once. */
export const everyConstruct: readonly Row[] = table
