/**
 * The table of notes: what a search knows of all notes before it looks at any text: what they are ranked and narrowed by,
 * and which files say more. It is made from pages alone, so nothing private can be in it (the law of the door).
 *
 * One column a fact, because columns compress.
 */

import type {Page} from './model.ts'
import {byCodePoint} from './names.ts'

/**
 * Files in the order of the words in them, each by a text that all its words come after and those of the file before do
 * not, and by its name: all these texts, then all names, parted by spaces. Readers: `rangesOf` in `client/search/table.ts`.
 */
export type FileRanges = readonly [borders: string, files: string]

/** What a search reads first, as JSON. Readers: `client/search/table.ts`. */
export interface SearchTable {
  /** Raised when a field changes its meaning. */
  readonly version: 5
  /** BCP 47 tag of the site. */
  readonly lang: string
  /** Files of the index. */
  readonly chunks: FileRanges
  /** Files of names (`search-names.ts`). */
  readonly names: FileRanges
  /** Files with the names of files of texts, each for {@link notesOfList} notes. */
  readonly texts: readonly string[]
  /** Which files of the vocabulary there are (`filesByBits` in `search-vocabulary.ts`). */
  readonly vocabulary: readonly number[]
  /** Words so common that a query which has others does without them. */
  readonly common?: readonly string[]
  /** Names that the columns below point to. */
  readonly folders: readonly string[]
  readonly kinds: readonly string[]
  readonly levels: readonly string[]
  readonly statuses: readonly string[]
  readonly tags: readonly string[]
  readonly notes: SearchColumns
}

/** One entry a note, in the order of the index. */
export interface SearchColumns {
  /** Indexes into the lists of names; -1 where the note says nothing. */
  readonly folder: readonly number[]
  readonly kind: readonly number[]
  readonly level: readonly number[]
  readonly status: readonly number[]
  readonly tags: readonly (readonly number[])[]
  /** 1 for diagrams, 2 for cards, both added. */
  readonly has: readonly number[]
  /** Notes that link to it. */
  readonly links: readonly number[]
  /** How long its text is beside others: words as the index counts them, in steps of {@link wordsOfStep}. */
  readonly words: readonly number[]
}

/** Words that two texts may differ by and be as long: short numbers compress. */
export const wordsOfStep = 25

/** Notes whose files of texts stand in one list. */
export const notesOfList = 256

/** What the indexer says of one page. */
export interface IndexedPage {
  readonly page: Page
  readonly words: number
}

export interface TableInput extends Pick<SearchTable, 'lang' | 'chunks' | 'names' | 'texts' | 'vocabulary' | 'common'> {
  /** In the order of the index. */
  readonly pages: readonly IndexedPage[]
}

/** Make the table of notes. */
export function searchTable({pages, ...files}: TableInput): SearchTable {
  const of = (values: (page: Page) => readonly string[]): Names => namesOf(pages.flatMap(({page}) => values(page)))
  const folders = of((page) => [folderOf(page)])
  const kinds = of((page) => [page.noteKind ?? ''])
  const levels = of((page) => [property(page, 'level')])
  const statuses = of((page) => [property(page, 'status')])
  const tags = of((page) => page.tags.map(({name}) => name))
  const column = <Value>(value: (page: Page) => Value): Value[] => pages.map(({page}) => value(page))

  return {
    version: 5,
    ...files,
    folders: folders.list,
    kinds: kinds.list,
    levels: levels.list,
    statuses: statuses.list,
    tags: tags.list,
    notes: {
      folder: column((page) => folders.at(folderOf(page))),
      kind: column((page) => kinds.at(page.noteKind ?? '')),
      level: column((page) => levels.at(property(page, 'level'))),
      status: column((page) => statuses.at(property(page, 'status'))),
      tags: column((page) => page.tags.map(({name}) => tags.at(name))),
      has: column((page) => (page.diagrams.length > 0 ? 1 : 0) + (page.html.includes(' data-callout="question"') ? 2 : 0)),
      links: column(({backlinks}) => backlinks.length),
      words: pages.map(({words}) => Math.ceil(words / wordsOfStep))
    }
  }
}

interface Names {
  readonly list: readonly string[]
  /** Index of a name; -1 for the empty one. */
  readonly at: (name: string) => number
}

function namesOf(all: readonly string[]): Names {
  const list = [...new Set(all)].filter((name) => name !== '').sort(byCodePoint)
  const places = new Map(list.map((name, index) => [name, index]))
  return {list, at: (name) => places.get(name) ?? -1}
}

function folderOf({crumbs}: Page): string {
  return crumbs.at(-1)?.slug ?? ''
}

/** A property's text; names are compared without case, as in Obsidian. */
function property({properties}: Page, name: string): string {
  const value = properties.find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof value === 'string' ? value : ''
}
