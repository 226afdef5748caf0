/** Texts as numbers of words, a word's forms being one: what their likeness is told by. */

import {byCodePoint, nameKey} from '../names.ts'

/** A note's text; its runs stay the same object as long as the text is the same, and are no other note's. */
export interface Text {
  readonly text: string
  readonly runs: readonly number[]
}

/** Words of a garden by number. Numbers say nothing but which word it is: they depend on what a memory met before. */
export interface Words {
  /** Words of each text in order; `-1` where a sentence or block ends. */
  readonly sequences: readonly Int32Array[]
  /** How many notes have each word. */
  readonly notes: readonly number[]
  /** Whether each is long enough, and no number. */
  readonly tells: readonly boolean[]
  /** How a word is shown. */
  readonly shown: (word: number) => string
}

/** A word as it is written somewhere. */
interface Spelling {
  readonly token: string
  /** Number of the word. */
  readonly word: number
  /** Whether it has no capitals and no accents. */
  readonly isPlain: boolean
}

/** A text as numbers. */
interface Sequence {
  /** Words in order, and borders. */
  readonly all: Int32Array
  /** Words and spellings, each once. */
  readonly words: Int32Array
  readonly spellings: Int32Array
}

/**
 * Spellings, words and texts that were read before, and how many of the last texts have each; for the dev server, where
 * all texts but one are as they were. What is no longer written stays in it with a count of nothing.
 */
export interface WordMemory {
  readonly spellings: {readonly numbers: Map<string, number>; readonly all: Spelling[]; readonly notes: number[]}
  /** `forms` are the numbers of a word's spellings. */
  readonly words: {readonly numbers: Map<string, number>; readonly forms: number[][]; readonly tells: boolean[]; readonly notes: number[]}
  readonly texts: WeakMap<readonly number[], Sequence>
  /** Texts that are counted. */
  readonly counted: Set<Sequence>
}

/** Shortest word that counts, in UTF-16 units; ideographs are exempt. */
const shortest = 3
const ideographs = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’-]*[\p{L}\p{M}\p{N}])?/gu

/** A memory of nothing. */
export function wordMemory(): WordMemory {
  return {
    spellings: {numbers: new Map(), all: [], notes: []},
    words: {numbers: new Map(), forms: [], tells: [], notes: []},
    texts: new WeakMap(),
    counted: new Set()
  }
}

/** Read texts; but for the numbers, what comes out is the same whatever the memory has met before. */
export function readWords(texts: readonly Text[], memory: WordMemory = wordMemory()): Words {
  const read = texts.map((text) => remembered(text, memory))
  recount(read, memory)
  const {notes, tells} = memory.words
  return {sequences: read.map(({all}) => all), notes, tells, shown: shower(memory)}
}

/** With counts of its own, as others may read on with this memory; apart from the function that reads, as what that made would live as long. */
function shower({spellings, words}: WordMemory): Words['shown'] {
  const [all, notes, forms] = [spellings.all, spellings.notes.slice(), words.forms]
  return (word) => shownOf(forms[word] ?? [], all, notes)
}

/** Make the counts those of these texts: what has gone is taken off, what is new is added. */
function recount(texts: readonly Sequence[], {spellings, words, counted}: WordMemory): void {
  const count = (text: Sequence, step: 1 | -1): void => {
    for (const at of text.spellings) spellings.notes[at] = (spellings.notes[at] ?? 0) + step
    for (const at of text.words) words.notes[at] = (words.notes[at] ?? 0) + step
  }
  for (const gone of counted.difference(new Set(texts))) {
    count(gone, -1)
    counted.delete(gone)
  }
  for (const text of texts) {
    if (counted.has(text)) continue
    count(text, 1)
    counted.add(text)
  }
}

/** The best of some spellings among those that stand in some text. */
function shownOf(forms: readonly number[], all: readonly Spelling[], notes: readonly number[]): string {
  const written = forms.filter((at) => (notes[at] ?? 0) > 0)
  const [best] = written.sort((a, b) => bySpelling([all[a], notes[a] ?? 0], [all[b], notes[b] ?? 0]))
  return all[best ?? -1]?.token ?? ''
}

/**
 * A name is always capital; a word that is not was the first of a sentence, so a plain spelling is the better one. Of
 * plain ones the shortest is shown, of others the one in most notes.
 */
function bySpelling([a, notesOfA]: readonly [Spelling | undefined, number], [b, notesOfB]: readonly [Spelling | undefined, number]): number {
  if (!a || !b) return 0
  if (a.isPlain !== b.isPlain) return a.isPlain ? -1 : 1
  return (a.isPlain ? a.token.length - b.token.length : notesOfB - notesOfA) || byCodePoint(a.token, b.token)
}

function remembered({text, runs}: Text, memory: WordMemory): Sequence {
  const known = memory.texts.get(runs)
  if (known) return known
  const written = tokensOf(text).map((token) => (token === border ? -1 : spellingOf(token, memory)))
  const all = Int32Array.from(written, (at) => memory.spellings.all[at]?.word ?? -1)
  const read = {all, words: distinct(all), spellings: distinct(written)}
  memory.texts.set(runs, read)
  return read
}

/** Each once, without borders. */
function distinct(numbers: Iterable<number>): Int32Array {
  const all = new Set(numbers)
  all.delete(-1)
  return Int32Array.from(all)
}

/** Number of a spelling. */
function spellingOf(token: string, {spellings, words}: WordMemory): number {
  const known = spellings.numbers.get(token)
  if (known !== undefined) return known
  const folded = nameKey(token)
  const number = spellings.all.length
  const word = wordOf(folded, words)
  words.forms[word]?.push(number)
  spellings.numbers.set(token, number)
  spellings.all.push({token, word, isPlain: token === folded})
  spellings.notes.push(0)
  return number
}

/** Number of a word. A plural is the same word; what this does to others it does everywhere. */
function wordOf(folded: string, {numbers, forms, tells, notes}: WordMemory['words']): number {
  const key = folded.length > shortest && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, forms.length)
  tells.push((key.length >= shortest || ideographs.test(key)) && !/^[\d-]+$/.test(key))
  notes.push(0)
  return forms.push([]) - 1
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
