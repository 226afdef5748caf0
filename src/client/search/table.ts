/** The table of notes, as the build wrote it (`garden/search-table.ts`), with a row a note, and the names that were read so far. */

import type {FileRanges, SearchTable} from '../../garden/search-table.ts'
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
  /** Those that are known: names without a word of any query are not read. */
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
  /** How long its text is (`SearchColumns`). */
  readonly words: number
}

/** A file, and a text that all its words come after and those of the file before do not. */
type Range = readonly [border: string, file: string]

export interface Table extends Pick<SearchTable, 'lang' | 'texts' | 'vocabulary'> {
  /** Words so common that a query which has others does without them. */
  readonly common: readonly string[]
  /** Files of the index, in order. */
  readonly chunks: readonly Range[]
  /** Files of names, in order. */
  readonly ranges: readonly Range[]
  readonly notes: readonly Note[]
  /** Length of a text of middle length, in the same steps as `words`. */
  readonly middle: number
  /** Learn the names of a file. */
  readonly learn: (names: string) => void
}

/** Read the table. */
export function readTable(raw: SearchTable): Table {
  const {lang, texts, vocabulary, common = []} = raw
  const tags = raw.tags.map((tag) => withParents([tag]))
  const known: Name[][] = raw.notes.links.map(() => [])
  const notes = known.map((names, id) => noteOf(raw, {id, names, tags}))
  return {
    lang, texts, vocabulary, common, notes,
    chunks: rangesOf(raw.chunks),
    ranges: rangesOf(raw.names),
    middle: notes.reduce((sum, {words}) => sum + words, 1) / Math.max(1, notes.length),
    learn: (text) => {
      let id = 0
      for (const line of text.split('\n')) {
        const [step, ...names] = line.split('\t')
        id += Number(step || 1)
        for (const [at, name] of names.entries()) {
          if (name !== '' && known[id]?.every((each) => each.text !== name)) known[id]?.push(nameOf(name, at === 0, lang))
        }
      }
    }
  }
}

function rangesOf([borders, files]: FileRanges): Range[] {
  const names = files.split(' ')
  return borders.split(' ').map((border, at) => [border, names[at] ?? ''])
}

function noteOf({notes: columns, ...raw}: SearchTable, {id, names, tags}: {id: number; names: readonly Name[]; tags: readonly (readonly string[])[]}): Note {
  return {
    id,
    names,
    kind: named(raw.kinds, columns.kind[id]),
    tags: [...new Set((columns.tags[id] ?? []).flatMap((tag) => tags[tag] ?? []))],
    level: named(raw.levels, columns.level[id]),
    status: named(raw.statuses, columns.status[id]),
    folder: named(raw.folders, columns.folder[id]),
    has: hasOf(columns.has[id]),
    links: columns.links[id] ?? 0,
    words: columns.words[id] ?? 1
  }
}

function named(names: readonly string[], index = -1): string {
  return names[index] ?? ''
}

function hasOf(bits = 0): string[] {
  return [...(bits & 1 ? ['diagram'] : []), ...(bits & 2 ? ['cards'] : [])]
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
  if (dimension === 'path') return pathsOf(note).some((path) => path.includes(value))
  if (dimension === 'has') return note.has.some((each) => each === value || `${each}s` === value || each === `${value}s`)
  return valuesOf(note, dimension).some((each) => each.toLowerCase() === value)
}

/** The folder, and what stands in it: the note by its names, so that a part of its path is enough. */
function pathsOf({folder, names}: Note): string[] {
  return ['', ...names.filter(({isTitle}) => isTitle).map(({words}) => words.join('-'))].map((name) => `${folder}/${name}`.toLowerCase())
}
