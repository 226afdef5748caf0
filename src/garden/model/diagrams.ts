/** What is drawn: the words of diagrams. */

import type {Template} from './prepared.ts'

/** What is worded in the page's language, by the name of its phrase; values stand in its blanks, `{0}`, `{1}` … */
export type DiagramRemark = string | readonly [phrase: DiagramPhrase, ...values: DiagramRemark[]]

export type DiagramPhrase =
  | 'named' | 'both' | 'note' | 'loop' | 'if' | 'else' | 'optional' | 'parallel' | 'and' | 'critical' | 'option' | 'break'
  | 'start' | 'end' | 'aggregation' | 'extension' | 'composition' | 'dependency' | 'lollipop'
  | 'cardinality' | 'zero-or-one' | 'zero-or-more' | 'one-or-more' | 'only-one' | 'parent'
  | 'days' | 'branch' | 'score' | 'bar' | 'line'

export interface DiagramNode {
  readonly id: string
  /** Its own words; empty when `called` says what it is. */
  readonly label: string
  readonly called?: DiagramPhrase
  readonly group?: string
  readonly note?: DiagramRemark
}

export interface DiagramEdge {
  readonly from: string
  readonly to: string
  readonly label?: string
  readonly note?: DiagramRemark
}

export interface DiagramLink {
  /** What stands between `[[` and `]]`, before `|`. */
  readonly target: string
  readonly text: string
}

/** What Mermaid's own parser understood of a diagram. */
export interface DiagramModel {
  /** Mermaid's name of the type: `flowchart`, `sequence`, `stateDiagram` … */
  readonly type: string
  /** `accTitle` and `accDescr`; empty when absent. */
  readonly title: string
  readonly description: string
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
  readonly groups: readonly {readonly id: string; readonly label: string}[]
  /** Remarks that belong to no node, each with the index of the edge that it stands before: notes, loops, alternatives. */
  readonly remarks: readonly {readonly after: number; readonly text: DiagramRemark}[]
  /** Whether it leads downwards or upwards from a first node. */
  readonly down?: true
}

/** A place in a drawing that is a link if its target is found. */
export interface DrawingLink extends DiagramLink {
  /** Whether no author said so: a plain label, a link only if a note is so called. */
  readonly automatic: boolean
  /** Tried when nothing is called `target`: the first line of a label of several. */
  readonly otherwise?: string
  /** The element that stands for a link that leads nowhere, with class `unresolved`: a `g` is not shown in SVG text, nor in HTML. */
  readonly wrapper: 'g' | 'tspan' | 'span'
}

/** A diagram drawn once, whatever page it stands on: links and ids are holes. */
export interface Drawing extends DiagramModel {
  readonly ok: true
  /** One inline SVG for both themes; holes of kind `link`, `end` (index into `links`), `id`, and `name` for what one without a title is called. */
  readonly svg: Template
  /** Pixels of the view box. */
  readonly width: number
  readonly height: number
  /** Names that may be links: `[[…]]`, `click`, `internal-link`; and plain labels, which link only if a note is so called. */
  readonly links: readonly DrawingLink[]
  /** Texts of the drawing, where its parser knows of nothing that could be told. */
  readonly texts?: readonly string[]
  /** Whether the type's colours are Mermaid's own: shown on a light card in both themes. */
  readonly light: boolean
}

export interface DrawingFailure {
  readonly ok: false
  readonly message: string
  /** Line of the source, from 1, where it is known. */
  readonly line?: number
  /** What the parser understood, if the source parsed. */
  readonly model?: DiagramModel
}
