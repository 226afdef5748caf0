/** The nodes that Obsidian's syntax adds to mdast, and the tokens it adds to micromark. */

import type {BlockContent, Data, DefinitionContent, Literal, Parent, PhrasingContent} from 'mdast'
import type {WebEmbed} from '../web-embeds.ts'

/** `%%…%%`; its words are dropped as soon as it is recognised. */
export interface Comment extends Literal {
  type: 'comment'
  value: ''
  /** Whether its partner stands in the same block. */
  closed: boolean
  /** Words after a marker without partner: public if the marker ends a comment of another block. */
  after?: string
}

/** `#topic/kafka`, without its `#`. */
export interface TagNode extends Literal {
  type: 'tag'
}

/** ` ^id` at the end of a block, without its `^`. */
export interface BlockId extends Literal {
  type: 'blockId'
}

/** `==words==`. */
export interface Highlight extends Parent {
  type: 'highlight'
  children: PhrasingContent[]
}

/** `^[words]`; `footnote.ts` makes a call and a definition of it. */
export interface InlineFootnote extends Parent {
  type: 'inlineFootnote'
  children: PhrasingContent[]
}

/** `$…$`, and `$$…$$` in a sentence, without its signs. */
export interface InlineMath extends Literal {
  type: 'inlineMath'
  /** Whether it wants lines of its own. */
  display?: true
  /** What it says in plain text, once the walk has been there. */
  words?: string
  context?: FormulaContext
}

/** `$$…$$` as a block. */
export interface MathNode extends Literal {
  type: 'math'
  context?: FormulaContext
}

/** What TeX commands stand for, by name, with `#1` where their arguments go. */
export type Macros = Record<string, string>

/** Definitions as they are written in formulas on lines of their own, and in formulas in a sentence. */
export interface Definitions {
  readonly display: Macros
  readonly inline: Macros
}

/** What a formula has to know of the others of its note. */
export interface FormulaContext {
  /** Definitions that hold in it. */
  readonly macros: Definitions
  /** Numbers that lines were given, by the lines' names. */
  readonly tags: ReadonlyMap<string, string>
  /** Whether any of them names a command of chemistry. */
  readonly hasChemistry: boolean
  /** The formula without the definitions that hold in all of it, where it has any. */
  readonly without?: string
}

/** What remark-wiki-link makes of `[[…]]`. */
export interface WikiLink extends Literal {
  type: 'wikiLink'
  data: Data & {alias: string; embed?: true}
}

/** The `!` before `[[…]]`. */
export interface EmbedMarker extends Literal {
  type: 'embedMarker'
  value: '!'
}

/** A link to a file of the vault; `index` counts in `PreparedNote.links`. */
export interface InternalLink extends Parent {
  type: 'internalLink'
  index: number
  children: PhrasingContent[]
}

/** An embed of a file of the vault; `index` counts in `PreparedNote.embeds`. */
export interface EmbedNode extends Literal {
  type: 'embedHole'
  value: ''
  index: number
}

/** `![words](address)` where the address is a film, a post or a recording of another site (E-18). */
export interface WebEmbedNode extends Literal {
  type: 'webEmbed'
  /** Words for it, or ``. */
  value: string
  url: string
  embed: WebEmbed
  width?: number
  height?: number
}

/** A Mermaid fence; `index` counts in `PreparedNote.diagrams`. */
export interface DiagramNode extends Literal {
  type: 'diagramHole'
  value: ''
  index: number
}

/** A fence of `base`; `index` counts in `PreparedNote.bases`. */
export interface BaseNode extends Literal {
  type: 'baseHole'
  value: ''
  index: number
}

/** `> [!type]`. */
export interface Callout extends Parent {
  type: 'callout'
  /** As written, lower-cased (C-02). */
  kind: string
  metadata?: string
  fold?: '+' | '-'
  title: PhrasingContent[]
  children: (BlockContent | DefinitionContent)[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    comment: Comment
    tag: TagNode
    blockId: BlockId
    highlight: Highlight
    inlineFootnote: InlineFootnote
    inlineMath: InlineMath
    wikiLink: WikiLink
    embedMarker: EmbedMarker
    internalLink: InternalLink
    embedHole: EmbedNode
    webEmbed: WebEmbedNode
  }
  interface BlockContentMap {
    webEmbed: WebEmbedNode
    comment: Comment
    callout: Callout
    math: MathNode
    embedHole: EmbedNode
    diagramHole: DiagramNode
    baseHole: BaseNode
  }
  interface RootContentMap {
    webEmbed: WebEmbedNode
    inlineFootnote: InlineFootnote
    inlineMath: InlineMath
    math: MathNode
    comment: Comment
    tag: TagNode
    blockId: BlockId
    highlight: Highlight
    wikiLink: WikiLink
    embedMarker: EmbedMarker
    internalLink: InternalLink
    embedHole: EmbedNode
    diagramHole: DiagramNode
    baseHole: BaseNode
    callout: Callout
  }
  interface Data {
    /** Id of the block, as in `#^id`. */
    block?: string
    /** Id of a heading in the page. */
    headingId?: string
    /** Character between the brackets of a task (M-07). */
    task?: string
    /** Words of a diagram's caption. */
    caption?: PhrasingContent[]
    /** Whether the line ending that a text begins with was said by an element before it. */
    broken?: true
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    comment: 'comment'
    commentMarker: 'commentMarker'
    commentData: 'commentData'
    tag: 'tag'
    blockId: 'blockId'
    embedMarker: 'embedMarker'
    inlineFootnote: 'inlineFootnote'
    mathText: 'mathText'
    mathFlow: 'mathFlow'
    mathMarker: 'mathMarker'
    mathData: 'mathData'
    highlight: 'highlight'
    highlightText: 'highlightText'
    highlightSequence: 'highlightSequence'
    highlightSequenceTemporary: 'highlightSequenceTemporary'
    wikiLink: 'wikiLink'
    wikiLinkTarget: 'wikiLinkTarget'
  }
}
