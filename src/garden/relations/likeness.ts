/**
 * How alike the texts of notes are: TF-IDF over words, cosine over the most telling words of each note, by an inverted
 * index with capped postings. Deterministic, and linear in words: no posting is longer than a fixed number of notes.
 */

import {readWords, type Text, type WordMemory, type Words} from './words-of-texts.ts'

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
/** Of two shared phrases, the lesser is worth saying if it tells at least this share of what the better one does. */
const tellingShare = 0.4

/** The telling words of a note, and how much each tells; the squares of all weights add up to 1. */
interface Vector {
  readonly terms: Int32Array
  readonly weights: Float64Array
}

/** Prepare to compare texts, each known by its index. */
export function likenessOf(texts: readonly Text[], memory?: WordMemory): Likeness {
  const words = readWords(texts, memory)
  const weightOf = weigher(words, texts.length)
  const vectors = words.sequences.map((sequence) => vectorOf(sequence, weightOf))
  const postings = postingsOf(vectors, words.notes.length)
  return {
    alike(note, found) {
      const {terms, weights} = vectors[note] ?? nothing
      for (const [at, term] of terms.entries()) {
        for (let index = postings.starts[term] ?? 0; index < (postings.starts[term + 1] ?? 0); index += 1) found(postings.notes[index] ?? note, (weights[at] ?? 0) * (postings.weights[index] ?? 0))
      }
    },
    phrases: (a, b, most) => phrasesOf({words, vectors}, [a, b], most)
  }
}

const nothing: Vector = {terms: new Int32Array(), weights: new Float64Array()}

/** How much one use of a word tells; 0 for one that tells nothing. */
function weigher({notes, tells}: Words, count: number): Float64Array {
  const most = Math.min(mostNotes, Math.max(2, count * mostShare))
  return Float64Array.from(notes, (found, term) => (found < 2 || found > most || !tells[term] ? 0 : Math.log(1 + count / found)))
}

/** Of words that tell as much, those that stand first count. */
function vectorOf(sequence: Int32Array, weightOf: Float64Array): Vector {
  const counts = new Map<number, number>()
  for (const term of sequence) if (term >= 0 && (weightOf[term] ?? 0) > 0) counts.set(term, (counts.get(term) ?? 0) + 1)
  const best = Array.from(counts, ([term, count]) => ({term, weight: (1 + Math.log(count)) * (weightOf[term] ?? 0)}))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTerms)
  const length = Math.sqrt(best.reduce((sum, {weight}) => sum + weight * weight, 0))
  return {terms: Int32Array.from(best, ({term}) => term), weights: Float64Array.from(best, ({weight}) => weight / length)}
}

/** The notes that have each word among their telling ones, and its weight in each: those of a word stand from its start to the next one's. */
interface Postings {
  readonly starts: Int32Array
  readonly notes: Int32Array
  readonly weights: Float64Array
}

function postingsOf(vectors: readonly Vector[], terms: number): Postings {
  const starts = startsOf(vectors, terms)
  const next = starts.slice()
  const [notes, weights] = [new Int32Array(starts[terms] ?? 0), new Float64Array(starts[terms] ?? 0)]
  for (const [note, vector] of vectors.entries()) {
    for (const [index, term] of vector.terms.entries()) {
      const at = next[term] ?? 0
      notes[at] = note
      weights[at] = vector.weights[index] ?? 0
      next[term] = at + 1
    }
  }
  return {starts, notes, weights}
}

/** Where the postings of each word begin, and where all end. */
function startsOf(vectors: readonly Vector[], terms: number): Int32Array {
  const starts = new Int32Array(terms + 1)
  for (const vector of vectors) for (const term of vector.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 0; term < terms; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  return starts
}

interface Texts {
  readonly words: Words
  readonly vectors: readonly Vector[]
}

function phrasesOf({words: {sequences, shown}, vectors}: Texts, [a, b]: readonly [number, number], most: number): string[] {
  const weights = sharedWeights(vectors[a], vectors[b])
  const theirs = pairsOf(sequences[b], weights)
  const isSaid = (terms: readonly number[]): boolean => terms.every((term) => isWord(shown(term), terms.length))
  const shared = [...pairsOf(sequences[a], weights)].flatMap(([key, pair]): (readonly number[])[] => (theirs.has(key) ? [pair] : []))
  const single = [...weights.keys()].map((term): readonly number[] => [term])
  const weightOf = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0)
  const best = [...shared, ...single].filter(isSaid).sort((x, y) => weightOf(y) - weightOf(x) || y.length - x.length)
  const told = new Set<number>()
  const phrases: string[] = []
  for (const terms of best) {
    if (phrases.length === most || weightOf(terms) < weightOf(best[0] ?? []) * tellingShare) break
    if (terms.some((term) => told.has(term))) continue
    for (const term of terms) told.add(term)
    phrases.push(terms.map(shown).join(' '))
  }
  return phrases
}

const segmenter = new Intl.Segmenter('zh', {granularity: 'word'})

/** Whether a word can be shown as one: of scripts without spaces there are pairs of signs, most of them no words, and two of them overlap. */
function isWord(text: string, among: number): boolean {
  if (!isPairOfSigns.test(text)) return true
  return among === 1 && onlyHan.test(text) && [...segmenter.segment(text)].length === 1
}

const isPairOfSigns = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const onlyHan = /^\p{Script=Han}+$/u

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
