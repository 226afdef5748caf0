/** Where the words of a query stand: exactly so, in other forms and spellings, or, while typing, begun. */

import {readChunk, type Chunk} from './chunk.ts'
import {bodyOf, once, type Fetch} from './files.ts'
import type {Term} from './query.ts'
import {isSpaceless} from './spaceless.ts'
import type {Table} from './table.ts'
import {beginning, otherSpellings, stem} from './words.ts'

/** A place of a word in a text, and how much it counts. */
export interface Place {
  readonly at: number
  readonly weight: number
}

/** One word in one note. */
export interface Match {
  /** How often, by weight. */
  readonly count: number
  readonly places: readonly Place[]
  /** Whether it stands in the description. */
  readonly isDescribed: boolean
  /** Whether it stands there as it was typed. */
  readonly isExact: boolean
}

/** One word in all notes. */
export interface Found {
  readonly term: Term
  readonly matches: ReadonlyMap<number, Match>
  /** How telling it is: the fewer notes, the more. */
  readonly rarity: number
  /** Whether the index has it, or a form of it; not only words that begin so. */
  readonly isKnown: boolean
}

/** How much a word of the index counts for one that was typed. */
const likeness = {same: 1, spelling: 0.95, form: 0.8, begun: 0.45, meaning: 0.22} as const

/** Letters of the shortest word that others are looked for by their beginning. */
const shortestBeginning = 3

/** Most files for one word: what begins like a short one would fill many. */
const mostFiles = 2

/** Rare words count more than common ones, but less so than in plain BM25: in a question the rarest word is often beside the point. */
const rarityPower = 0.65

/** How much a word in the description counts beside one in the text. */
const describedWeight = 6

/** Make the function that looks a word up. @throws (the function) When a file is missing or damaged. */
export function lookup(table: Table, fetchFile: Fetch): (term: Term) => Promise<Found> {
  const chunk = once(async (file) => readChunk(await bodyOf(await fetchFile(`index/${file}.pf_index`))))
  const one = async (term: Term): Promise<Found> => {
    const files = new Set(filesFor(term, table))
    return foundIn(await Promise.all([...files].map(chunk)), term, table)
  }
  return async (term) => {
    const characters = isSpaceless(term.word) ? [...term.word] : []
    if (characters.length < 2) return one(term)
    return sideBySide(await Promise.all(characters.map((word) => one({...term, word, isExact: true}))), term, table)
  }
}

/** Where all of some words stand one after another, as one word. */
function sideBySide(found: readonly Found[], term: Term, {notes}: Table): Found {
  const [first, ...others] = found
  const matches = new Map<number, Match>()
  for (const [note, {places, isDescribed}] of first?.matches ?? []) {
    const next = others.map(({matches: of}) => new Map(of.get(note)?.places.map((place) => [place.at, place])))
    const whole = places.flatMap((place) => {
      const row = [place, ...next.flatMap((of, more) => of.get(place.at + more + 1) ?? [])]
      return row.length === found.length ? [row] : []
    })
    if (whole.length === 0) continue
    const count = whole.reduce((sum, [place]) => sum + (place?.weight ?? 0), 0)
    matches.set(note, {count, places: whole.flat(), isDescribed, isExact: true})
  }
  return {term, matches, rarity: rarityOf(matches.size, notes.length), isKnown: matches.size > 0}
}

/** How telling a word is that so many of the notes have. */
function rarityOf(spread: number, all: number): number {
  return Math.log(1 + (all - spread + 0.5) / (spread + 0.5)) ** rarityPower
}

/** Files that may hold a word, its forms and its spellings. */
export function filesFor({word, meanings}: Pick<Term, 'word' | 'meanings'>, {chunks, lang}: Pick<Table, 'chunks' | 'lang'>): string[] {
  const own = fileOf(word, chunks)
  const start = fileOf(beginning(word, lang), chunks)
  const near = [own, own + 1, own - 1].filter((index) => index >= start && (index <= own || (chunks[index]?.[0] ?? '').startsWith(word)))
  const others = [...otherSpellings(word, lang), ...meanings].map((other) => fileOf(other, chunks))
  return [...near.slice(0, mostFiles), ...others].flatMap((index) => chunks[index]?.[1] ?? [])
}

/** Index of the last file that does not begin after a word. */
function fileOf(word: string, chunks: Table['chunks']): number {
  let low = 0
  let high = chunks.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((chunks[middle]?.[0] ?? '') <= word) low = middle
    else high = middle - 1
  }
  return low
}

/** How much each word of the index counts for one that was typed; 0 for all that have nothing to do with it. */
function likenessOf(term: Term, lang: string): (word: string) => number {
  const spellings = new Set(otherSpellings(term.word, lang))
  const stems = new Set([term.word, ...spellings].map((word) => stem(word, lang)))
  const meant = new Set(term.meanings.map((word) => stem(word, lang)))
  const isOpen = term.isOpen && term.word.length >= shortestBeginning
  // Most words are told apart by their first letters alone.
  const starts = new Set([term.word, ...term.meanings, ...spellings].map((word) => word.slice(0, 2)))

  return (word) => {
    if (word === term.word) return likeness.same
    if (term.isExact || !starts.has(word.slice(0, 2))) return 0
    if (spellings.has(word)) return likeness.spelling
    return likenessOfForm(stem(word, lang)) || (isOpen && word.startsWith(term.word) ? likeness.begun : 0)
  }

  function likenessOfForm(form: string): number {
    return stems.has(form) ? likeness.form : meant.has(form) ? likeness.meaning : 0
  }
}

function foundIn(chunks: readonly Chunk[], term: Term, {lang, notes}: Table): Found {
  const like = likenessOf(term, lang)
  const drafts = new Map<number, Draft>()
  const known = new Set<number>()
  const likely = chunks.flatMap((chunk) => [...chunk].map(([word, postings]) => ({postings, value: like(word)})).filter(({value}) => value > 0))
  for (const {postings, value} of likely) {
    for (const posting of postings) {
      if (value > likeness.begun) known.add(posting.note)
      addTo(drafts, posting, value)
    }
  }
  const spread = known.size > 0 ? known.size : drafts.size
  return {term, matches: drafts, rarity: rarityOf(spread, notes.length), isKnown: known.size > 0}
}

interface Draft {
  count: number
  places: Place[]
  isDescribed: boolean
  isExact: boolean
}

function addTo(drafts: Map<number, Draft>, {note, places, weights, described}: {note: number; places: readonly number[]; weights: readonly number[]; described: number}, likely: number): void {
  const draft = drafts.get(note) ?? {count: 0, places: [], isDescribed: false, isExact: false}
  drafts.set(note, draft)
  draft.count += described > 0 ? likely * describedWeight : 0
  draft.isDescribed ||= described > 0
  draft.isExact ||= likely === likeness.same
  for (let index = 0; index < places.length; index += 1) {
    const weight = (weights[index] ?? 0) * likely
    draft.count += weight
    draft.places.push({at: places[index] ?? 0, weight})
  }
}
