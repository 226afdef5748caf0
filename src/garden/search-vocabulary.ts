/**
 * The words that misspelt ones may have meant: those of names, and those that several notes use, in files so small that one
 * or two of them cost less than a picture.
 */

import type {Page} from './model.ts'

/** A word of the index, and how many notes have it. */
export interface CountedWord {
  readonly word: string
  readonly notes: number
}

/** Letters of the shortest word whose mistakes are mended, and of the longest: what is longer is no word but an address. */
const shortest = 4
const longest = 24

/** Most words, so that the files stay small however large a garden is. */
const mostWords = 12_000

/** In how many notes a word stands before it may be what was meant: one note alone may be misspelt itself. */
const severalNotes = 3

/** Files for one letter of words: letters of one alphabet stand apart in so many. `client/search/mend.ts` counts the same. */
const letters = 32

/**
 * Make the vocabulary: files by their names, each with three lines of words, parted by spaces: those of names, those of many
 * notes, those of several.
 *
 * `0-…` has words by their first letter, `1-…` by their second, for those whose first is wrong.
 *
 * @param words Words of the index, sorted, each once.
 */
export function searchVocabulary(pages: readonly Page[], words: readonly CountedWord[]): ReadonlyMap<string, string> {
  const named = new Set(pages.flatMap(({title, aliases}) => [title, ...aliases]).flatMap(namedWords))
  const others = words.filter(({word, notes}) => notes >= severalNotes && isWord(word) && !named.has(word))
  const kept = others.toSorted((a, b) => b.notes - a.notes || (a.word < b.word ? -1 : 1)).slice(0, mostWords)
  const many = Math.max(severalNotes + 1, Math.ceil(pages.length / 20))
  const kinds = [[...named], kept.filter(({notes}) => notes >= many).map(({word}) => word), kept.filter(({notes}) => notes < many).map(({word}) => word)]
  const names = [0, 1].flatMap((place) => [...new Set(kinds.flat().map((word) => nameOf(word, place)))].map((name) => [name, place] as const))
  return new Map(names.map(([name, place]) => [name, kinds.map((words) => words.filter((word) => nameOf(word, place) === name).sort((a, b) => (a < b ? -1 : 1)).join(' ')).join('\n')]))
}

/** Which files there are, as a number for each place of a letter: its bit is one for each file, from the lowest. */
export function filesByBits(vocabulary: ReadonlyMap<string, string>): number[] {
  return [0, 1].map((place) => Array.from({length: letters}, (_, at) => (vocabulary.has(`${place}-${at}`) ? 2 ** at : 0)).reduce((sum, bit) => sum + bit, 0))
}

/** Name of the file of a word by one of its letters. */
function nameOf(word: string, place: number): string {
  return `${place}-${(word.codePointAt(place) ?? 0) % letters}`
}

function namedWords(name: string): string[] {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(isWord)
}

function isWord(word: string): boolean {
  return word.length >= shortest && word.length <= longest && /^\p{L}+[\p{L}\p{N}]*$/u.test(word)
}
