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
  readonly vocabulary: SearchTable['vocabulary']
  readonly notes: readonly Note[]
  /** Words of a text of middle length. */
  readonly middle: number
}

/** Read the table. */
export function readTable(raw: SearchTable): Table {
  const {lang, chunks, vocabulary, notes: columns} = raw
  const notes = columns.title.map((title, id) => noteOf(raw, title, id))
  return {lang, chunks, vocabulary, notes, middle: notes.reduce((sum, {words}) => sum + words, 1) / Math.max(1, notes.length)}
}

function noteOf(raw: SearchTable, title: string, id: number): Note {
  const {notes: columns, lang} = raw
  const folder = named(raw.folders, columns.folder[id])
  const slug = columns.slug[id]
  const width = columns.file.length / columns.title.length
  const {aliases = [], tags = []} = {aliases: columns.aliases[id], tags: columns.tags[id]}
  return {
    id,
    title,
    slug: typeof slug === 'string' ? slug : plainSlug(folder, title),
    names: [title, ...aliases].map((text, index) => nameOf(text, index === 0, lang)),
    kind: named(raw.kinds, columns.kind[id]),
    tags: withParents(tags.map((tag) => named(raw.tags, tag))),
    level: named(raw.levels, columns.level[id]),
    status: named(raw.statuses, columns.status[id]),
    folder,
    has: hasOf(columns.has[id]),
    links: columns.links[id] ?? 0,
    words: 2 ** ((columns.words[id] ?? 0) / 4),
    file: columns.file.slice(id * width, (id + 1) * width)
  }
}

function named(names: readonly string[], index = -1): string {
  return names[index] ?? ''
}

function hasOf(bits = 0): string[] {
  return [...(bits & 1 ? ['diagram'] : []), ...(bits & 2 ? ['cards'] : [])]
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
