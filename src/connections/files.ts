/**
 * The files that connections between notes are found with in the browser: one small index of all notes and links, and
 * the sentences of the links in files of a few notes each, so that a chain of three loads three at most.
 */

import type {Mention, Page} from '../garden/model.ts'

/** Notes a file of sentences. */
export const notesPerFile = 24

/** `index.json`: notes by number, in the order of their addresses. */
export interface ConnectionIndex {
  readonly notesPerFile: number
  /** Address and title, one after the other. */
  readonly notes: readonly string[]
  /** For each note the notes that it links to: the first number, then differences. */
  readonly links: readonly (readonly number[])[]
  /** Those that only its diagrams name. */
  readonly drawn: readonly (readonly number[])[]
}

/** What one link says: note linked to, sentence as safe HTML, kind, and where it stands. */
export type ConnectionSentence = readonly [to: number, html: string, kind: Mention['kind'], place: string, anchor: string]

export interface ConnectionNote {
  /** Name and address of each tag, one after the other. */
  readonly tags: readonly string[]
  readonly links: readonly ConnectionSentence[]
}

export interface ConnectionFiles {
  readonly index: ConnectionIndex
  /** Sentences of the notes of each file, in order. */
  readonly files: readonly (readonly ConnectionNote[])[]
}

/** Make the files from pages. Notes that graphs leave out (F-03) are in none. */
export function connectionFiles(all: readonly Page[]): ConnectionFiles {
  const pages = all.filter(({hidden}) => !hidden).sort((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0))
  const numbers = new Map(pages.map(({slug}, index) => [slug, index]))
  const sentences: ConnectionSentence[][] = pages.map(() => [])
  for (const [to, {backlinks}] of pages.entries()) {
    for (const {slug, mentions} of backlinks) {
      const from = numbers.get(slug)
      const [best] = mentions
      if (from !== undefined && best) sentences[from]?.push([to, best.html, best.kind, best.diagram ?? best.property ?? best.heading ?? '', best.anchor ?? ''])
    }
  }
  const numbersOf = (links: readonly ConnectionSentence[], isDrawn: boolean): number[] => differences(links.filter(([, , kind]) => (kind === 'diagram') === isDrawn).map(([to]) => to))
  const notes = pages.map(({tags}, index): ConnectionNote => ({tags: tags.flatMap(({name, slug}) => [name, slug]), links: sentences[index] ?? []}))
  return {
    index: {
      notesPerFile,
      notes: pages.flatMap(({slug, title}) => [slug, title]),
      links: sentences.map((links) => numbersOf(links, false)),
      drawn: sentences.map((links) => numbersOf(links, true))
    },
    files: Array.from({length: Math.ceil(notes.length / notesPerFile)}, (_, index) => notes.slice(index * notesPerFile, (index + 1) * notesPerFile))
  }
}

function differences(sorted: readonly number[]): number[] {
  return sorted.map((value, index) => value - (sorted[index - 1] ?? 0))
}
