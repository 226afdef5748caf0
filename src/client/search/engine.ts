/** The search: a query goes in, notes in order come out, with what else they can be narrowed by. */

import type {SearchTable} from '../../garden/search-table.ts'
import {fetchFrom, once, type Fetch} from './files.ts'
import {facetsOf, type Facet} from './facets.ts'
import {filesFor, lookup, type Found} from './lookup.ts'
import {mender} from './mend.ts'
import {asked} from './names.ts'
import {hasPhrase} from './phrases.ts'
import {plainTerm, readQuery, type Query, type Term} from './query.ts'
import {rank, type Ranked} from './rank.ts'
import {isAmong, isSpaceless} from './spaceless.ts'
import {isOne, readTable, type Note, type Table} from './table.ts'
import {nameWords, plain} from './words.ts'

export interface Answer {
  readonly query: Query
  /** Notes in order, best first. */
  readonly ranked: readonly Ranked[]
  /** Where the words stand, for excerpts. */
  readonly found: readonly Found[]
  readonly facets: readonly Facet[]
  /** The query with misspelt words mended, when there were some: what the results are for. */
  readonly mended?: string
}

export interface Engine {
  readonly table: Table
  /** @throws When a file is missing or damaged. */
  readonly search: (typed: string, signal?: AbortSignal) => Promise<Answer>
}

/** Share of what was asked that a note must have, if any note has as much. */
const enough = 0.25

/** How much less the parts of a word count where notes have it whole. */
const partsBesideWhole = 0.2

/** Words of the longest query that is no question. */
const questionLength = 3

/** Load the table. @throws When it is missing or damaged. */
export async function engine(folder: string, fetchFile: Fetch = fetchFrom(folder)): Promise<Engine> {
  const raw: SearchTable = JSON.parse(new TextDecoder().decode(await fetchFile('notes.json', {fresh: true})))
  const table = readTable(raw)
  const look = lookup(table, fetchFile)
  const meant = mender(table, fetchFile)
  const learn = once(async (file) => table.learn(new TextDecoder().decode(await fetchFile(`names/${file}.txt`))))
  const learnNames = (query: Query): Promise<unknown> => Promise.all([...new Set(namesFor(query, table))].map(learn))

  return {
    table,
    search: async (typed, signal) => {
      const query = readQuery(typed, table.lang)
      const [first, rules] = await Promise.all([foundFor(query, look, table), rulesOf(query, look), learnNames(query)])
      signal?.throwIfAborted()
      const wrong = first.filter((each) => isStrange(each, query, table))
      const mended = wrong.length > 0 ? await mend(query, wrong, meant) : undefined
      signal?.throwIfAborted()
      if (mended === undefined) return answer(table, query, {found: first, rules})
      const better = readQuery(mended, table.lang)
      const [found] = await Promise.all([foundFor(better, look, table), learnNames(better)])
      return {...answer(table, better, {found, rules}), mended}
    }
  }
}

/** Files of the names that a query may mean or rule out. */
function namesFor({name, terms, title, not, phrases, filters, without}: Query, {ranges, lang}: Table): string[] {
  const paths = [...filters, ...without].flatMap(([dimension, value]) => (dimension === 'path' ? nameWords(value) : []))
  const words = [...terms.map(({word}) => word), ...terms.flatMap(({meanings}) => meanings), ...nameWords(name).slice(0, 1), plain(name), ...title, ...not, ...phrases.flat(), ...paths]
  return words.filter((word) => word !== '').flatMap((word) => filesFor({word, meanings: []}, {chunks: ranges, lang}))
}

/** Look up all words, common ones only by themselves. What stands somewhere as it was typed is meant so, and its parts only beside that. */
async function foundFor({terms}: Query, look: (term: Term) => Promise<Found>, {common}: Pick<Table, 'common'>): Promise<Found[]> {
  const telling = terms.filter(({word}) => !common.includes(word))
  const found = await Promise.all((telling.length > 0 ? telling : terms).map(look))
  const whole = new Set(found.filter(({isKnown}) => isKnown).map(({term}) => term.word))
  return found.map((each) => (each.term.partOf !== undefined && whole.has(each.term.partOf) ? {...each, term: {...each.term, weight: each.term.weight * partsBesideWhole}} : each))
}

/** Whether no note and no name has a word, nor one that begins so. */
function isStrange({term, matches}: Found, query: Query, {notes}: Table): boolean {
  if (term.weight < 1 || matches.size > 0 || isSpaceless(term.word)) return false
  if (query.phrases.some((phrase) => phrase.includes(term.word))) return false
  return !notes.some(({names}) => names.some(({words, joined}) => joined === term.word || words.some((word) => word === term.word || (term.isOpen && word.startsWith(term.word)))))
}

/** A query with other words for those that nobody has; nothing where no word is near. */
async function mend({text, terms}: Query, wrong: readonly Found[], meant: ReturnType<typeof mender>): Promise<string | undefined> {
  const others = await Promise.all(wrong.map(({term}) => meant(term.word, terms.length > questionLength)))
  const better = wrong.reduce((typed, {term}, index) => {
    const other = others[index]
    const at = other === undefined ? -1 : typed.toLowerCase().indexOf(term.word)
    return other === undefined || at < 0 ? typed : typed.slice(0, at) + other + typed.slice(at + term.word.length)
  }, text)
  return better === text ? undefined : better
}

/** Where the words stand that notes must have one after another, and those that they must not have. */
interface Rules {
  readonly exact: readonly Found[]
  readonly not: readonly Found[]
}

async function rulesOf({phrases, not}: Query, look: (term: Term) => Promise<Found>): Promise<Rules> {
  const [exact, without] = await Promise.all([
    Promise.all([...new Set(phrases.flat())].map((word) => look(plainTerm(word, true)))),
    Promise.all(not.map((word) => look(plainTerm(word, false))))
  ])
  return {exact, not: without}
}

function answer(table: Table, query: Query, {found, rules}: {found: readonly Found[]; rules: Rules}): Answer {
  const hasWords = query.terms.length > 0
  const all = hasWords ? rank(table, found, asked(query.name, table.lang)) : listed(table)
  const fitting = all.filter(({note}) => fits(note, query, rules))
  const {ranked, facets} = facetsOf(fitting, query.filters, (note, filter) => isOne(note, filter))
  return {query, ranked: hasWords ? withEnough(ranked) : ranked, found, facets}
}

/** Filters alone list notes: the most linked first. */
function listed({notes}: Table): Ranked[] {
  return notes.map((note) => ({note, score: note.links, share: 1})).sort((a, b) => b.score - a.score || a.note.id - b.note.id)
}

/** Whether a note keeps to exact words, to words in the title and to those left out. */
function fits(note: Note, {phrases, title, not, without}: Query, rules: Rules): boolean {
  if (!phrases.every((phrase) => hasPhrase(note, phrase, rules.exact))) return false
  if (without.some((filter) => isOne(note, filter))) return false
  if (!title.every((word) => note.names.some(({isTitle, words}) => isTitle && words.some((each) => each.startsWith(word))))) return false
  return !rules.not.some(({matches}) => matches.has(note.id)) && !not.some((word) => note.names.some(({words}) => isAmong(word, words)))
}

/** Notes with enough of what was asked; all of them where none has. */
function withEnough(ranked: readonly Ranked[]): readonly Ranked[] {
  const most = ranked.reduce((best, {share}) => Math.max(best, share), 0)
  return ranked.filter(({share}) => share >= Math.min(enough, most))
}

