/** The words that misspelt ones may have meant: those of names, and those that several notes use. */

import type {Page} from './model.ts'

/** A word of the index, and how many notes have it. */
export interface CountedWord {
  readonly word: string
  readonly notes: number
}

/** Letters of the shortest word whose mistakes are mended, and of the longest: what is longer is no word but an address. */
const shortest = 4
const longest = 24

/** Most words, so that the file stays small however large a garden is. */
const mostWords = 5000

/** In how many notes a word stands before it may be what was meant: one note alone may be misspelt itself. */
const severalNotes = 3

/**
 * Make the vocabulary: words in three lines, parted by spaces: those of names, those of many notes, those of several.
 *
 * @param words Words of the index, sorted, each once.
 */
export function searchVocabulary(pages: readonly Page[], words: readonly CountedWord[]): string {
  const named = new Set(pages.flatMap(({title, aliases}) => [title, ...aliases]).flatMap(namedWords))
  const others = words.filter(({word, notes}) => notes >= severalNotes && isWord(word) && !named.has(word))
  const kept = others.toSorted((a, b) => b.notes - a.notes || (a.word < b.word ? -1 : 1)).slice(0, Math.max(0, mostWords - named.size))
  const many = Math.max(severalNotes + 1, Math.ceil(pages.length / 20))
  const lines = [[...named], kept.filter(({notes}) => notes >= many).map(({word}) => word), kept.filter(({notes}) => notes < many).map(({word}) => word)]
  return lines.map((line) => line.toSorted((a, b) => (a < b ? -1 : 1)).slice(0, mostWords).join(' ')).join('\n')
}

function namedWords(name: string): string[] {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(isWord)
}

function isWord(word: string): boolean {
  return word.length >= shortest && word.length <= longest && /^\p{L}+[\p{L}\p{N}]*$/u.test(word)
}
