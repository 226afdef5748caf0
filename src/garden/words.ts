/** Words that stand inside a note's HTML; `components/strings.ts` gives them in each language. */
export interface GardenWords {
  readonly footnotes: string
  readonly backToText: string
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
