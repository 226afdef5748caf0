/** Texts as numbers of words, a word's forms being one: what their likeness is told by. */

import {nameKey} from '../names.ts'

/** A note's text; its runs stay the same object as long as the text is the same. */
export interface Text {
  readonly text: string
  readonly runs: readonly number[]
}

/** Words by number, in the order in which the texts first have them. */
export interface Dictionary {
  /** How each is shown. */
  readonly shown: readonly string[]
  /** How many notes have each. */
  readonly notes: readonly number[]
}

export interface Words {
  readonly dictionary: Dictionary
  /** Words of each text in order; `-1` where a sentence or block ends. */
  readonly sequences: readonly Int32Array[]
}

/** A word as it is written somewhere. */
interface Spelling {
  readonly token: string
  /** Number of the word, in the order in which this memory met them. */
  readonly word: number
  /** Whether it has no capitals and no accents. */
  readonly isPlain: boolean
}

/** A text as numbers of spellings. */
interface Sequence {
  readonly all: Int32Array
  /** Each once, in order. */
  readonly distinct: Int32Array
}

/**
 * Spellings and texts that were read before; for the dev server, where all texts but one are as they were. What is no
 * longer written stays in it and counts nowhere.
 */
export interface WordMemory {
  readonly numbers: Map<string, number>
  readonly spellings: Spelling[]
  readonly words: Map<string, number>
  readonly texts: WeakMap<readonly number[], Sequence>
}

/** Shortest word that counts, in UTF-16 units; ideographs are exempt. */
export const shortest = 3
export const ideographs = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’-]*[\p{L}\p{M}\p{N}])?/gu

/** A memory of nothing. */
export function wordMemory(): WordMemory {
  return {numbers: new Map(), spellings: [], words: new Map(), texts: new WeakMap()}
}

/** Read texts; what comes out is the same whatever the memory has met before. */
export function readWords(texts: readonly Text[], memory: WordMemory = wordMemory()): Words {
  const read = texts.map((text) => remembered(text, memory))
  const numbers = new Int32Array(memory.words.size).fill(-1)
  const met: Met[] = []
  for (const [note, {distinct}] of read.entries()) {
    for (const at of distinct) {
      const spelling = memory.spellings[at]
      if (spelling) meet({met, numbers}, spelling, note)
    }
  }
  const numberOf = Int32Array.from(memory.spellings, ({word}) => numbers[word] ?? -1)
  const sequences = read.map(({all}) => all.map((at) => (at < 0 ? at : (numberOf[at] ?? -1))))
  return {dictionary: {shown: met.map(({shown}) => shown.token), notes: met.map(({notes}) => notes)}, sequences}
}

/** A word that stands in these texts. */
interface Met {
  shown: Spelling
  notes: number
  /** The last text that it was met in. */
  last: number
}

/** Count a spelling for a text. */
function meet({met, numbers}: {readonly met: Met[]; readonly numbers: Int32Array}, spelling: Spelling, note: number): void {
  const word = met[numbers[spelling.word] ?? -1]
  if (!word) {
    numbers[spelling.word] = met.push({shown: spelling, notes: 1, last: note}) - 1
    return
  }
  if (isBetter(spelling, word.shown)) word.shown = spelling
  if (word.last === note) return
  word.last = note
  word.notes += 1
}

/** A name is always capital; a word that is not was the first of a sentence. Of plain spellings the shortest is shown. */
function isBetter(spelling: Spelling, before: Spelling): boolean {
  return spelling.isPlain && (!before.isPlain || spelling.token.length < before.token.length)
}

function remembered({text, runs}: Text, memory: WordMemory): Sequence {
  const known = memory.texts.get(runs)
  if (known) return known
  const all = Int32Array.from(tokensOf(text), (token) => (token === border ? -1 : spellingOf(token, memory)))
  const read = {all, distinct: Int32Array.from(new Set(all.filter((at) => at >= 0)))}
  memory.texts.set(runs, read)
  return read
}

/** Number of a spelling. */
function spellingOf(token: string, {numbers, spellings, words}: WordMemory): number {
  const known = numbers.get(token)
  if (known !== undefined) return known
  const folded = nameKey(token)
  // A plural is the same word; what this does to others it does everywhere.
  const key = folded.length > shortest && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded
  const number = words.get(key) ?? words.size
  words.set(key, number)
  numbers.set(token, spellings.length)
  return spellings.push({token, word: number, isPlain: token === folded}) - 1
}

/** Stands where a sentence or block ends. */
const border = ''

/** The words of a text, in order, and its borders. */
function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let end = 0
  for (const match of text.matchAll(word)) {
    if (isParted(text.slice(end, match.index))) tokens.push(border)
    end = match.index + match[0].length
    tokens.push(...partsOf(match[0]))
  }
  return tokens
}

/** Whether a sentence or block ends in what stands between two words. */
function isParted(between: string): boolean {
  return between !== ' ' && (/[^\s]/.test(between) || between.includes('\n'))
}

/** A word, or the pairs of signs of a script without spaces. */
function partsOf(text: string): readonly string[] {
  if (!ideographs.test(text)) return [text]
  const signs = [...text]
  return signs.length < 3 ? [text] : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
}
