/** Which notes come first. Pure: what was found goes in, an order comes out. */

import type {Found, Match} from './lookup.ts'
import {namePoints, type Asked} from './names.ts'
import {isAmong} from './spaceless.ts'
import type {Note, Table} from './table.ts'
import {stem} from './words.ts'

export interface Ranked {
  readonly note: Note
  readonly score: number
  /** Share of what was asked that the note has, by how telling the words are. */
  readonly share: number
}

/** What the order is made of. Chosen on two thirds of `test/search/judged.json`; the last third was not looked at. */
const weigh = {
  /** How soon more of the same word stops to matter, and how much long texts are held back (BM25). */
  saturation: 3,
  length: 0.3,
  /** A word of the title, of an alias, of a tag. */
  title: 2,
  alias: 2.5,
  tag: 1.5,
  /** Words that stand side by side, and words that stand in one passage. */
  near: 0.2,
  together: 0.45,
  /** How much is lost with words that are missing. */
  missing: 0.35,
  /** Well-linked notes win ties. */
  links: 0.02
} as const

/** How much the beginning of a word of a name counts. */
const begun = 0.6

/** Words farther apart than this are not near. */
const nearest = 8

/** Words of a passage: what is read at one glance. */
const passage = 60

/** Most that one place counts in a passage: a heading or an abstract says more, not everything. */
const mostOfPlace = 1.7

/** Notes whose words are looked at for nearness: those that could come first. */
const looked = 60

/** Put notes in order. Only notes that have something of what was asked are in it. */
export function rank(table: Table, found: readonly Found[], ask: Asked): Ranked[] {
  const all = found.reduce((sum, {rarity, term}) => sum + rarity * term.weight, 0)
  const named = namedNotes(table, ask)
  const candidates = new Set([...named.keys(), ...found.flatMap(({matches}) => [...matches.keys()])])
  const draft: Ranked[] = []
  for (const id of candidates) {
    const note = table.notes[id]
    if (note) draft.push(ranked(note, {table, found, all, named: named.get(id) ?? 0}))
  }
  draft.sort(better)
  const near = draft.slice(0, looked).map((each) => ({...each, score: each.score + nearness(each.note.id, found) * each.share + weigh.together * together(each.note.id, found)}))
  return [...near.sort(better), ...draft.slice(looked)]
}

function better(a: Ranked, b: Ranked): number {
  return b.score - a.score || b.note.links - a.note.links || a.note.id - b.note.id
}

/** Notes with a name that fits, and their points. */
function namedNotes({notes}: Table, ask: Asked): Map<number, number> {
  const named = new Map<number, number>()
  for (const note of notes) {
    const points = namePoints(note, ask)
    if (points > 0) named.set(note.id, points)
  }
  return named
}

function ranked(note: Note, {table, found, all, named}: {table: Table; found: readonly Found[]; all: number; named: number}): Ranked {
  let text = 0
  let had = 0
  for (const {term, matches, rarity} of found) {
    const match = matches.get(note.id)
    const title = inNames(note, term, table.lang)
    const value = rarity * term.weight
    if (match || title > 0) had += value
    text += value * (saturated(match, note.words / table.middle) + title)
  }
  // A name that fits has all that was asked.
  const share = named > 0 ? 1 : all === 0 ? 0 : had / all
  const linked = 1 + weigh.links * Math.log2(1 + note.links)
  return {note, share, score: named + text * share ** weigh.missing * linked}
}

function saturated(match: Match | undefined, length: number): number {
  if (!match) return 0
  const held = weigh.saturation * (1 - weigh.length + weigh.length * length)
  return (match.count * (weigh.saturation + 1)) / (match.count + held)
}

/** How much a word counts for standing in the names of a note, or in its tags. */
function inNames({names, tags}: Note, {word, isOpen}: {word: string; isOpen: boolean}, lang: string): number {
  const form = stem(word, lang)
  let best = 0
  for (const {isTitle, words, stems} of names) {
    const isThere = isAmong(word, words) || stems.includes(form)
    const isBegun = !isThere && isOpen && word.length > 1 && words.some((each) => each.startsWith(word))
    const fits = isThere ? 1 : isBegun ? begun : 0
    // A word of a short name says more of it than one of a long one.
    best = Math.max(best, (fits * (isTitle ? weigh.title : weigh.alias)) / Math.sqrt(Math.min(words.length, 4)))
  }
  const isTag = best === 0 && tags.some((tag) => stem(tag.slice(tag.lastIndexOf('/') + 1), lang) === form)
  return isTag ? weigh.tag : best
}

/** Points for words of the query that stand near each other in the text. */
function nearness(id: number, found: readonly Found[]): number {
  let sum = 0
  const here = found.flatMap(({matches, rarity}) => {
    const match = matches.get(id)
    return match && match.places.length > 0 ? [{places: match.places.map(({at}) => at).sort((a, b) => a - b), rarity}] : []
  })
  for (let index = 1; index < here.length; index += 1) {
    const [a, b] = [here[index - 1], here[index]]
    if (!a || !b) continue
    const distance = closest(a.places, b.places)
    if (distance <= nearest) sum += (weigh.near * Math.min(a.rarity, b.rarity) * 2) / (1 + distance)
  }
  return sum
}

/** The most that one passage has of what was asked: different words within reach of one another, by how telling they are. */
function together(id: number, found: readonly Found[]): number {
  const marks = found.flatMap(({matches, rarity}, word) => (matches.get(id)?.places ?? []).map(({at, weight}) => ({at, word, value: rarity * Math.min(weight, mostOfPlace)})))
  marks.sort((a, b) => a.at - b.at)
  let best = 0
  for (let first = 0; first < marks.length; first += 1) {
    const start = marks[first]
    if (!start) continue
    const values = new Map<number, number>()
    for (let last = first; last < marks.length; last += 1) {
      const mark = marks[last]
      if (!mark || mark.at - start.at > passage) break
      values.set(mark.word, Math.max(values.get(mark.word) ?? 0, mark.value))
    }
    best = Math.max(best, values.size > 1 ? [...values.values()].reduce((sum, value) => sum + value, 0) : 0)
  }
  return best
}

/** The smallest distance between two sorted lists of places. */
export function closest(a: readonly number[], b: readonly number[]): number {
  let best = Number.POSITIVE_INFINITY
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const [x = 0, y = 0] = [a[left], b[right]]
    best = Math.min(best, Math.abs(x - y))
    if (x < y) left += 1
    else right += 1
  }
  return best
}
