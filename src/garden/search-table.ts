/**
 * The table of notes: what a search knows of each note before it looks at any text. Names, addresses, and what results
 * are narrowed by. It is made from pages alone, so nothing private can be in it (the law of the door).
 *
 * One column a fact, because columns compress: a garden of 142 notes has a table of about 8 KB.
 */

import type {Page} from './model.ts'
import {byCodePoint} from './names.ts'

/** What a search reads first, as JSON. Readers: `client/search/table.ts`. */
export interface SearchTable {
  /** Raised when a field changes its meaning. */
  readonly version: 2
  /** BCP 47 tag of the site. */
  readonly lang: string
  /** Files of the index in order: a text that all words of each come after, and those of the one before do not, and its name. */
  readonly chunks: readonly (readonly [first: string, file: string])[]
  /** Files of the vocabulary (`search-vocabulary.ts`), without their ending. */
  readonly vocabulary: readonly string[]
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
  readonly title: readonly string[]
  /** Address under the base path; `0` where it is the folder's and the title in small letters with dashes. */
  readonly slug: readonly (string | 0)[]
  readonly aliases: readonly (readonly string[])[]
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
  /** Words of its text, as the index counts them, as the logarithm by the fourth root of 2: nobody needs them more exactly. */
  readonly words: readonly number[]
  /** Names of the files with the texts, all of one length, one after another. */
  readonly file: string
}

/** What the indexer says of one page. */
export interface IndexedPage {
  readonly page: Page
  readonly words: number
  readonly file: string
}

export interface TableInput {
  readonly lang: string
  readonly chunks: SearchTable['chunks']
  readonly vocabulary: readonly string[]
  /** In the order of the index. */
  readonly pages: readonly IndexedPage[]
}

/** Make the table of notes. */
export function searchTable({lang, chunks, vocabulary, pages}: TableInput): SearchTable {
  const of = (values: (page: Page) => readonly string[]): Names => namesOf(pages.flatMap(({page}) => values(page)))
  const folders = of((page) => [folderOf(page)])
  const kinds = of((page) => [page.noteKind ?? ''])
  const levels = of((page) => [property(page, 'level')])
  const statuses = of((page) => [property(page, 'status')])
  const tags = of((page) => page.tags.map(({name}) => name))
  const column = <Value>(value: (page: Page) => Value): Value[] => pages.map(({page}) => value(page))

  return {
    version: 2,
    lang,
    chunks,
    vocabulary,
    folders: folders.list,
    kinds: kinds.list,
    levels: levels.list,
    statuses: statuses.list,
    tags: tags.list,
    notes: {
      title: column(({title}) => title),
      slug: column((page) => (page.slug === plainSlug(folderOf(page), page.title) ? 0 : page.slug)),
      aliases: column(({aliases}) => aliases),
      folder: column((page) => folders.at(folderOf(page))),
      kind: column((page) => kinds.at(page.noteKind ?? '')),
      level: column((page) => levels.at(property(page, 'level'))),
      status: column((page) => statuses.at(property(page, 'status'))),
      tags: column((page) => page.tags.map(({name}) => tags.at(name))),
      has: column((page) => (page.diagrams.length > 0 ? 1 : 0) + (page.html.includes(' data-callout="question"') ? 2 : 0)),
      links: column(({backlinks}) => backlinks.length),
      words: pages.map(({words}) => Math.round(4 * Math.log2(Math.max(1, words)))),
      file: pages.map(({file}) => file).join('')
    }
  }
}

/** The address that most notes have: readers of the table make it again from folder and title. */
export function plainSlug(folder: string, title: string): string {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return folder === '' ? name : `${folder}/${name}`
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
