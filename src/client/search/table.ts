/** The table of notes, as the build wrote it (`garden/search-table.ts`), with a row a note. */

import type {SearchTable} from '../../garden/search-table.ts'
import type {Dimension} from './query.ts'
import {nameWords, plain, stem} from './words.ts'

/** A name of a note, ready to be compared. */
export interface Name {
  readonly text: string
  readonly isTitle: boolean
  /** Its words, parted by one space. */
  readonly key: string
  /** Without any spaces. */
  readonly joined: string
  readonly words: readonly string[]
  readonly stems: readonly string[]
}

export interface Note {
  /** Number in the index. */
  readonly id: number
  readonly title: string
  /** Address under the base path, without slashes at its ends. */
  readonly slug: string
  readonly names: readonly Name[]
  readonly kind: string
  /** Tags, those above them too. */
  readonly tags: readonly string[]
  readonly level: string
  readonly status: string
  /** Folder that it stands in, as its address. */
  readonly folder: string
  readonly has: readonly string[]
  /** Notes that link to it. */
  readonly links: number
  readonly words: number
  /** Name of the file with its text. */
  readonly file: string
}

export interface Table {
  readonly lang: string
  readonly chunks: SearchTable['chunks']
  readonly notes: readonly Note[]
  /** Words of a text of middle length. */
  readonly middle: number
}

/** Read the table. */
export function readTable(raw: SearchTable): Table {
  const {lang, chunks, notes: columns} = raw
  const notes = columns.title.map((title, id): Note => {
    const folder = raw.folders[columns.folder[id] ?? -1] ?? ''
    const slug = columns.slug[id]
    const has = columns.has[id] ?? 0
    return {
      id,
      title,
      slug: typeof slug === 'string' ? slug : plainSlug(folder, title),
      names: [title, ...(columns.aliases[id] ?? [])].map((text, index) => nameOf(text, index === 0, lang)),
      kind: raw.kinds[columns.kind[id] ?? -1] ?? '',
      tags: withParents((columns.tags[id] ?? []).map((tag) => raw.tags[tag] ?? '')),
      level: raw.levels[columns.level[id] ?? -1] ?? '',
      status: raw.statuses[columns.status[id] ?? -1] ?? '',
      folder,
      has: [...(has & 1 ? ['diagram'] : []), ...(has & 2 ? ['cards'] : [])],
      links: columns.links[id] ?? 0,
      words: columns.words[id] ?? 1,
      file: columns.file[id] ?? ''
    }
  })
  return {lang, chunks, notes, middle: notes.reduce((sum, {words}) => sum + words, 1) / Math.max(1, notes.length)}
}

/** The same as the function of this name in `garden/search-table.ts`. */
function plainSlug(folder: string, title: string): string {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return folder === '' ? name : `${folder}/${name}`
}

function nameOf(text: string, isTitle: boolean, lang: string): Name {
  const words = nameWords(text)
  return {text, isTitle, key: words.join(' '), joined: plain(text), words, stems: words.map((word) => stem(word, lang))}
}

function withParents(tags: readonly string[]): string[] {
  const all = tags.flatMap((tag) => tag.split('/').map((_, index, segments) => segments.slice(0, index + 1).join('/')))
  return [...new Set(all)]
}

/** What a note says in one dimension. */
export function valuesOf(note: Note, dimension: Dimension): readonly string[] {
  if (dimension === 'tag') return note.tags
  if (dimension === 'has') return note.has
  if (dimension === 'path') return note.folder === '' ? [] : [note.folder.split('/', 1)[0] ?? '']
  return note[dimension] === '' ? [] : [note[dimension]]
}

/** Whether a note is what a filter asks for. */
export function isOne(note: Note, [dimension, value]: readonly [Dimension, string]): boolean {
  if (dimension === 'path') return note.slug.toLowerCase().includes(value)
  if (dimension === 'has') return note.has.some((each) => each === value || `${each}s` === value || each === `${value}s`)
  return valuesOf(note, dimension).some((each) => each.toLowerCase() === value)
}
