/** Words that stand inside a note's HTML; `components/strings.ts` gives them in each language. */
export interface GardenWords {
  readonly footnotes: string
  readonly backToText: string
  /** Names of a task's box. */
  readonly taskDone: string
  readonly taskOpen: string
  /** After the name of a block that a plugin of Obsidian would fill (M-20). */
  readonly needsPlugin: string
  /** Label of a figure by its number. */
  readonly figure: (number: number) => string
  /** Box of an embed that leads nowhere. */
  readonly missing: (name: string) => string
  /** Tooltip of a link that leads nowhere. */
  readonly notWritten: string
  /** Link from an embed to the note it shows. */
  readonly openNote: (title: string) => string
  readonly diagramFailed: string
  readonly diagramAsText: string
  readonly diagramSource: string
}

/** Those that stand in what is prepared, whatever other notes say: plain data, for the worker. */
export type PreparedWords = Pick<GardenWords, 'footnotes' | 'backToText' | 'taskDone' | 'taskOpen' | 'needsPlugin'>

/** The words for preparing notes. */
export function preparedWords({footnotes, backToText, taskDone, taskOpen, needsPlugin}: GardenWords): PreparedWords {
  return {footnotes, backToText, taskDone, taskOpen, needsPlugin}
}
