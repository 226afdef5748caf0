import type {DiagramPhrase} from './model.ts'

/** Words that stand inside a note's HTML; `components/strings.ts` gives them in each language. */
export interface GardenWords {
  readonly footnotes: string
  readonly backToText: string
  /** Names of a task's box. */
  readonly taskDone: string
  readonly taskOpen: string
  /** After the name of a block that a plugin of Obsidian would fill (M-20). */
  readonly needsPlugin: string
  /** What stands for a film and a post of another site; `{service}` and `{author}` are put in. */
  readonly filmOn: string
  readonly postBy: string
  /** Label of a figure by its number. */
  readonly figure: (number: number) => string
  /** Box of an embed that leads nowhere. */
  readonly missing: (name: string) => string
  /** Tooltip of a link that leads nowhere. */
  readonly notWritten: string
  /** Link from an embed to the note it shows. */
  readonly openNote: (title: string) => string
  /** Name of the drawing of the canvas `{name}`. */
  readonly canvas: string
  /** A canvas without cards, and one that cannot be read. */
  readonly canvasEmpty: string
  readonly canvasBroken: string
  /** Before the list of cards that a card's arrows point to. */
  readonly canvasLeads: string
  /** What a group without a label and a card without words are called. */
  readonly canvasGroup: string
  readonly canvasCard: string
  /** In a card whose file is not published or not there. */
  readonly canvasNothing: string
  /** A base that finds nothing; how many rows are left out; the day that it was asked on. */
  readonly baseEmpty: string
  readonly baseMore: (count: number) => string
  readonly baseAsOf: (date: string) => string
  readonly baseYes: string
  readonly baseNo: string
  /** Name of the group of rows without a value. */
  readonly baseNone: string
  /** What stands in a cell whose formula fails. */
  readonly baseFailed: (reason: string) => string
  readonly baseBroken: string
  readonly diagramFailed: string
  readonly diagramAsText: string
  readonly diagramSource: string
  readonly diagram: DiagramWords
}

/** What is said of diagrams. */
export interface DiagramWords {
  /** Names of types, by Mermaid's; and of one that is not among them. */
  readonly kinds: Readonly<Record<string, string>>
  readonly otherKind: (type: string) => string
  readonly titled: (kind: string, title: string) => string
  readonly items: (count: number) => string
  readonly connections: (count: number) => string
  readonly participants: (count: number) => string
  readonly messages: (count: number) => string
  readonly groups: (count: number) => string
  readonly phrases: Readonly<Record<DiagramPhrase, string>>
}

/** Those that stand in what is prepared, whatever other notes say: plain data, for the worker. */
export type PreparedWords = Pick<GardenWords, 'footnotes' | 'backToText' | 'taskDone' | 'taskOpen' | 'needsPlugin' | 'filmOn' | 'postBy' | 'canvas' | 'canvasEmpty' | 'canvasBroken' | 'canvasLeads' | 'canvasGroup' | 'canvasCard' | 'baseBroken'>

/** The words for preparing notes. */
export function preparedWords({footnotes, backToText, taskDone, taskOpen, needsPlugin, filmOn, postBy, canvas, canvasEmpty, canvasBroken, canvasLeads, canvasGroup, canvasCard, baseBroken}: GardenWords): PreparedWords {
  return {footnotes, backToText, taskDone, taskOpen, needsPlugin, filmOn, postBy, canvas, canvasEmpty, canvasBroken, canvasLeads, canvasGroup, canvasCard, baseBroken}
}
