/**
 * How alike the texts of notes are: TF-IDF over words, cosine over the most telling words of each note, by an inverted
 * index with capped postings. Deterministic, and linear in words: no posting is longer than a fixed number of notes.
 */

import {nameKey} from '../names.ts'

export interface Likeness {
  /** Tell what each shared telling word adds to the likeness (0 to 1 in all) of this note and every other, itself among them. */
  readonly alike: (note: number, found: (other: number, cosine: number) => void) => void
  /** The most telling words that two notes share, as phrases where they stand side by side in both; best first. */
  readonly phrases: (a: number, b: number, most: number) => readonly string[]
}

/** Most words of a note that count, the most telling ones. */
const mostTerms = 160
/** A word in more notes than this, or in more than a quarter of them, tells nothing. */
const mostNotes = 100
const mostShare = 0.25
/** Shortest word that counts, in UTF-16 units; ideographs are exempt. */
const shortest = 3
/** Of two shared phrases, the lesser is worth saying if it tells at least this share of what the better one does. */
const tellingShare = 0.4

const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’-]*[\p{L}\p{M}\p{N}])?/gu
const ideographs = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Words by number, with how many notes have each. */
interface Dictionary {
  readonly numbers: Map<string, number>
  /** The same by the word as it is written: looked up before anything is folded. */
  readonly written: Map<string, number>
  /** How each is shown. */
  readonly shown: string[]
  readonly notes: number[]
}

/** The telling words of a note, and how much each tells; the squares of all weights add up to 1. */
interface Vector {
  readonly terms: Int32Array
  readonly weights: Float64Array
}

/** A note's text; its runs stay the same object as long as the text is the same. */
export interface Text {
  readonly text: string
  readonly runs: readonly number[]
}

/** Words of texts that were divided before, by their runs; for the dev server, where all texts but one are as they were. */
export type WordMemory = WeakMap<readonly number[], readonly string[]>

/** Prepare to compare texts, each known by its index. */
export function likenessOf(texts: readonly Text[], memory?: WordMemory): Likeness {
  const dictionary: Dictionary = {numbers: new Map(), written: new Map(), shown: [], notes: []}
  const sequences = texts.map((text) => sequenceOf(remembered(text, memory), dictionary))
  const weightOf = weigher(dictionary, texts.length)
  const vectors = sequences.map((sequence) => vectorOf(sequence, weightOf))
  const postings = postingsOf(vectors, dictionary.shown.length)
  return {
    alike(note, found) {
      const {terms, weights} = vectors[note] ?? nothing
      for (const [at, term] of terms.entries()) {
        const posting = postings[term] ?? nothing.weights
        for (let index = 0; index < posting.length; index += 2) found(posting[index] ?? note, (weights[at] ?? 0) * (posting[index + 1] ?? 0))
      }
    },
    phrases: (a, b, most) => phrasesOf({dictionary, sequences, vectors}, [a, b], most)
  }
}

const nothing: Vector = {terms: new Int32Array(), weights: new Float64Array()}

function remembered({text, runs}: Text, memory: WordMemory | undefined): readonly string[] {
  const known = memory?.get(runs)
  if (known) return known
  const words = wordsOf(text)
  memory?.set(runs, words)
  return words
}

/** Stands where a sentence or block ends. */
const border = ''

/** The words of a text, in order, and its borders. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  let end = 0
  for (const match of text.matchAll(word)) {
    if (isParted(text.slice(end, match.index))) words.push(border)
    end = match.index + match[0].length
    words.push(...tokensOf(match[0]))
  }
  return words
}

/** Words by number; `-1` where a sentence or block ends. */
function sequenceOf(words: readonly string[], dictionary: Dictionary): Int32Array {
  const sequence = new Int32Array(words.length)
  const seen = new Set<number>()
  for (const [at, token] of words.entries()) {
    const number = token === border ? -1 : numberOf(token, dictionary)
    sequence[at] = number
    if (number < 0 || seen.has(number)) continue
    seen.add(number)
    dictionary.notes[number] = (dictionary.notes[number] ?? 0) + 1
  }
  return sequence
}

/** Whether a sentence or block ends in what stands between two words. */
function isParted(between: string): boolean {
  return between !== ' ' && (/[^\s]/.test(between) || between.includes('\n'))
}

/** A word, or the pairs of signs of a script without spaces. */
function tokensOf(text: string): readonly string[] {
  if (!ideographs.test(text)) return [text]
  const signs = [...text]
  return signs.length < 3 ? [text] : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
}

function numberOf(token: string, dictionary: Dictionary): number {
  const known = dictionary.written.get(token)
  if (known !== undefined) return known
  const number = numberOfNew(token, dictionary)
  dictionary.written.set(token, number)
  return number
}

/** Number of a spelling that was not met before. A second look at one would change nothing: how a word is shown only gets shorter. */
function numberOfNew(token: string, {numbers, shown, notes}: Dictionary): number {
  const folded = nameKey(token)
  // A plural is the same word; what this does to others it does everywhere.
  const key = folded.length > shortest && folded.endsWith('s') && !folded.endsWith('ss') ? folded.slice(0, -1) : folded
  const known = numbers.get(key)
  if (known === undefined) {
    numbers.set(key, shown.length)
    notes.push(0)
    return shown.push(token) - 1
  }
  // A name is always capital; a word that is not was the first of a sentence.
  const before = shown[known] ?? ''
  if (token === folded && (before !== nameKey(before) || token.length < before.length)) shown[known] = token
  return known
}

/** How much one use of a word tells; 0 for one that tells nothing. */
function weigher({notes, shown}: Dictionary, count: number): (term: number) => number {
  const most = Math.min(mostNotes, Math.max(2, count * mostShare))
  const weights = Float64Array.from(notes, (found, term) => {
    const text = shown[term] ?? ''
    const isShort = text.length < shortest && !ideographs.test(text)
    return found < 2 || found > most || isShort || /^[\d-]+$/.test(text) ? 0 : Math.log(1 + count / found)
  })
  return (term) => weights[term] ?? 0
}

function vectorOf(sequence: Int32Array, weightOf: (term: number) => number): Vector {
  const counts = new Map<number, number>()
  for (const term of sequence) if (term >= 0 && weightOf(term) > 0) counts.set(term, (counts.get(term) ?? 0) + 1)
  const best = [...counts]
    .map(([term, count]) => ({term, weight: (1 + Math.log(count)) * weightOf(term)}))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, mostTerms)
  const length = Math.sqrt(best.reduce((sum, {weight}) => sum + weight * weight, 0))
  return {terms: Int32Array.from(best, ({term}) => term), weights: Float64Array.from(best, ({weight}) => weight / length)}
}

/** For each word its notes and the word's weight in each, one after the other. */
function postingsOf(vectors: readonly Vector[], terms: number): readonly Float64Array[] {
  const lengths = new Int32Array(terms)
  for (const vector of vectors) for (const term of vector.terms) lengths[term] = (lengths[term] ?? 0) + 2
  const postings = Array.from(lengths, (length) => new Float64Array(length))
  const filled = new Int32Array(terms)
  for (const [note, {terms: own, weights}] of vectors.entries()) {
    for (const [index, term] of own.entries()) {
      const at = filled[term] ?? 0
      postings[term]?.set([note, weights[index] ?? 0], at)
      filled[term] = at + 2
    }
  }
  return postings
}

interface Texts {
  readonly dictionary: Dictionary
  readonly sequences: readonly Int32Array[]
  readonly vectors: readonly Vector[]
}

function phrasesOf({dictionary, sequences, vectors}: Texts, [a, b]: readonly [number, number], most: number): string[] {
  const weights = sharedWeights(vectors[a], vectors[b])
  const theirs = pairsOf(sequences[b], weights)
  const shared = [...pairsOf(sequences[a], weights)].flatMap(([key, pair]): (readonly number[])[] => (theirs.has(key) ? [pair] : []))
  const single = [...weights.keys()].map((term): readonly number[] => [term])
  const weightOf = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0)
  const best = [...shared, ...single].sort((x, y) => weightOf(y) - weightOf(x) || y.length - x.length || (x[0] ?? 0) - (y[0] ?? 0))
  const told = new Set<number>()
  const phrases: string[] = []
  for (const terms of best) {
    if (phrases.length === most || weightOf(terms) < weightOf(best[0] ?? []) * tellingShare) break
    if (terms.some((term) => told.has(term))) continue
    for (const term of terms) told.add(term)
    phrases.push(terms.map((term) => dictionary.shown[term]).join(' '))
  }
  return phrases
}

/** The telling words of both, and how much each adds to their likeness. */
function sharedWeights(left: Vector | undefined, right: Vector | undefined): Map<number, number> {
  const theirs = new Map(Array.from(right?.terms ?? [], (term, index) => [term, right?.weights[index] ?? 0]))
  return new Map(Array.from(left?.terms ?? [], (term, index) => [term, (left?.weights[index] ?? 0) * (theirs.get(term) ?? 0)] as const).filter(([, weight]) => weight > 0))
}

/** Pairs of telling words side by side. */
function pairsOf(sequence: Int32Array | undefined, weights: ReadonlyMap<number, number>): Map<string, readonly [number, number]> {
  const pairs = new Map<string, readonly [number, number]>()
  for (let at = 1; at < (sequence?.length ?? 0); at += 1) {
    const [first, second] = [sequence?.[at - 1] ?? -1, sequence?.[at] ?? -1]
    if (first !== second && weights.has(first) && weights.has(second)) pairs.set(`${first} ${second}`, [first, second])
  }
  return pairs
}
