/**
 * The names of notes, cut into files by their words: a search reads those whose names could be meant, however many notes
 * there are. Readers: `client/search/table.ts`.
 */

import type {Page} from './model.ts'
import {byCodePoint} from './names.ts'
import {gramsOf} from './search-spaceless.ts'

/** A file of names: a text that all its words come after, and those of the file before do not. */
export interface NamesRange {
  readonly border: string
  /**
   * A line for each note that has a name with one of the words, in the order of the index. Between tabs: how many notes it
   * is on from the line before, or nothing for the next; its title, or nothing if that has none of the words; its aliases.
   */
  readonly text: string
}

/** Characters of names in one file, after which another begins at the next word. */
const fileSize = 14_000

/** What one entry takes beside its text. */
const entrySize = 8

interface Entry {
  readonly note: number
  readonly text: string
  readonly isAlias: boolean
}

/** Cut the names of notes into files; the order of the pages is that of the index. */
export function searchNames(pages: readonly Page[]): NamesRange[] {
  const byWord = new Map<string, Entry[]>()
  for (const [note, {title, aliases}] of pages.entries()) {
    for (const [at, text] of [title, ...aliases].entries()) {
      const entry = {note, text, isAlias: at > 0}
      for (const word of wordsOf(entry)) byWord.set(word, [...(byWord.get(word) ?? []), entry])
    }
  }
  return cut([...byWord].sort(([a], [b]) => byCodePoint(a, b)))
}

function cut(words: readonly (readonly [string, readonly Entry[]])[]): NamesRange[] {
  const ranges: NamesRange[] = []
  let entries = new Set<Entry>()
  let [border, before, size] = ['', '', 0]
  for (const [word, named] of words) {
    if (size > fileSize) {
      ranges.push({border, text: fileOf(entries)})
      entries = new Set()
      ;[border, size] = [shortestAfter(before, word), 0]
    }
    for (const entry of named) {
      if (!entries.has(entry)) size += entry.text.length + entrySize
      entries.add(entry)
    }
    before = word
  }
  return entries.size > 0 ? [...ranges, {border, text: fileOf(entries)}] : ranges
}

function fileOf(entries: ReadonlySet<Entry>): string {
  const named = [...Map.groupBy(entries, ({note}) => note)].sort(([a], [b]) => a - b)
  return named
    .map(([note, names], at) => {
      const step = note - (named[at - 1]?.[0] ?? 0)
      const aliases = names.filter(({isAlias}) => isAlias).map(({text}) => text)
      const fields = [names.find(({isAlias}) => !isAlias)?.text ?? '', ...aliases.sort(byCodePoint)]
      // What parts fields and lines parts none within a name.
      return [step === 1 ? '' : step, ...fields.map((name) => name.replace(/\s+/gu, ' '))].join('\t')
    })
    .join('\n')
}

/** The words that lead to a name: its own, all of them as one, the first letters of those of a title, and parts of those that no space parts. */
function wordsOf({text, isAlias}: Entry): Set<string> {
  const words = nameWords(text)
  const initials = isAlias || words.length < 3 ? [] : [words.map((word) => word[0] ?? '').join('')]
  return new Set([...words, plain(text), ...initials, ...words.flatMap(gramsOf)].filter((word) => word !== ''))
}

/** The shortest beginning of a word that comes after another. */
export function shortestAfter(before: string, word: string): string {
  const letters = [...word]
  const length = letters.findIndex((_, at) => letters.slice(0, at + 1).join('') > before)
  return letters.slice(0, length + 1).join('')
}

/** The same as the function of this name in `client/search/words.ts`. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/[^\p{L}\p{N}_+#]+/gu, '').toLowerCase()
}

/** The same as the function of this name in `client/search/words.ts`. */
export function nameWords(name: string): string[] {
  return name.split(/[^\p{L}\p{M}\p{N}_'+#]+/u).map(plain).filter((word) => word !== '')
}
