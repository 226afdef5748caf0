/** What a reader typed, read: words, exact words, words that must not be there, and what the notes must be. */

import {meanings} from './meanings.ts'
import {wordsOfRun} from './spaceless.ts'
import {isGrammar, nameWords, partsOf, plain} from './words.ts'

/** What notes can be narrowed by, in the order in which they are shown. */
export const dimensions = ['kind', 'tag', 'level', 'status', 'path', 'has'] as const

export type Dimension = (typeof dimensions)[number]

/** A word that is looked for. */
export interface Term {
  /** As the index writes it. */
  readonly word: string
  /** How much it counts beside others. */
  readonly weight: number
  /** Whether it may be the beginning of a longer one: the reader is still typing. */
  readonly isOpen: boolean
  /** Other words that may be meant by it. */
  readonly meanings: readonly string[]
  /** The word that it is a part of. */
  readonly partOf?: string
  /** Whether no other form of it will do. */
  readonly isExact?: true
}

/** A word that is looked for beside the query's own: in exact words, or to leave notes out. */
export function plainTerm(word: string, isExact: boolean): Term {
  return {word, weight: 0, isOpen: false, meanings: [], ...(isExact && {isExact})}
}

export interface Query {
  /** All that was typed. */
  readonly text: string
  /** What was typed without filters and exclusions: what a name is compared with. */
  readonly name: string
  readonly terms: readonly Term[]
  readonly phrases: readonly (readonly string[])[]
  readonly not: readonly string[]
  /** Words that the title must have. */
  readonly title: readonly string[]
  readonly filters: readonly (readonly [Dimension, string])[]
  /** What notes must not be. */
  readonly without: readonly (readonly [Dimension, string])[]
}

/** Longest query, in UTF-16 units; the rest is not looked at. */
export const longest = 200

/** Most words that are looked for: what a question needs, and no more than can be loaded at once. */
const mostTerms = 12

/** Words of the shortest question: what is shorter is a name, and means what it says. */
const questionLength = 4

const token = /((?<![^\s])-(?!-)|)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/giu

/** Marks that stand between two names in code: the index has the names apart (`garden/search-words.ts`). */
const between = /(?:[(){}[\]=,;|"&<>*@，。、！？；：「」『』（）…]|::|:\/\/)+/u

interface Parts {
  readonly words: string[]
  readonly phrases: string[][]
  readonly not: string[]
  readonly title: string[]
  readonly filters: [Dimension, string][]
  readonly without: [Dimension, string][]
}

/** Read a query. Whatever is not an operator is a word. */
export function readQuery(typed: string, lang: string): Query {
  const text = typed.slice(0, longest).toWellFormed()
  const parts: Parts = {words: [], phrases: [], not: [], title: [], filters: [], without: []}
  for (const [whole, minus = '', operator = '', quoted, bare = ''] of text.matchAll(token)) {
    readToken(parts, {whole, isNot: minus !== '', operator: operator.toLowerCase(), quoted, bare})
  }

  const name = [...parts.words, ...parts.phrases.map((phrase) => phrase.join(' '))].join(' ')
  const isEnded = /[\s"]$/u.test(text)
  return {text, name, terms: termsOf(parts, {lang, isEnded}), phrases: parts.phrases, not: parts.not, title: parts.title, filters: parts.filters, without: parts.without}
}

interface Token {
  readonly whole: string
  readonly isNot: boolean
  readonly operator: string
  readonly quoted: string | undefined
  readonly bare: string
}

function readToken(parts: Parts, {whole, isNot, operator, quoted, bare}: Token): void {
  const value = quoted ?? bare
  const dimension = dimensions.find((each) => each === operator)
  if (operator !== '' && value !== '' && (dimension || operator === 'title')) return readOperator(parts, {dimension, value, isNot})
  if (isNot && operator === '' && plain(value) !== '') parts.not.push(...nameWords(value))
  else if (quoted !== undefined && operator === '') addPhrase(parts, quoted)
  // A tag as notes write it.
  else if (/^#\p{L}/u.test(whole)) parts.filters.push(['tag', whole.slice(1).toLowerCase()])
  else parts.words.push(quoted === undefined ? whole : value)
}

function readOperator(parts: Parts, {dimension, value, isNot}: {dimension: Dimension | undefined; value: string; isNot: boolean}): void {
  if (!dimension) parts.title.push(...nameWords(value))
  else parts[isNot ? 'without' : 'filters'].push([dimension, value.replace(/^#/, '').toLowerCase()])
}

function addPhrase({phrases}: Parts, quoted: string): void {
  const words = quoted.split(/\s+/u).map(plain).filter((word) => word !== '')
  if (words.length > 0) phrases.push(words)
}

function namesIn(written: string): string[] {
  return written.split(between).flatMap(wordsOfRun).filter((part) => plain(part) !== '')
}

/** Words that are not of grammar; all of them where there are no others. */
function tellingOf(words: readonly string[], lang: string): readonly string[] {
  const telling = words.filter((word) => !isGrammar(plain(word), lang))
  return telling.length > 0 ? telling : words
}

/** The words to look for, each once: as it stands in the query, or as a part of one. */
function termsOf({words, phrases}: Parts, {lang, isEnded}: {lang: string; isEnded: boolean}): Term[] {
  const written = [...words, ...phrases.flat()]
  const isQuestion = written.length >= questionLength
  const last = isEnded ? undefined : words.flatMap(namesIn).at(-1)
  const terms = tellingOf(written.flatMap(namesIn), lang).flatMap((each): Term[] => {
    const word = plain(each)
    const whole: Term = {word, weight: 1, isOpen: each === last, meanings: isQuestion ? meanings(word, lang) : []}
    return [whole, ...partsOf(each).map((part): Term => ({word: part, weight: 0.5, isOpen: false, meanings: [], partOf: word}))]
  })
  const heaviest = new Map<string, Term>()
  for (const term of terms) if ((heaviest.get(term.word)?.weight ?? 0) < term.weight) heaviest.set(term.word, term)
  heaviest.delete('')
  return [...heaviest.values()].slice(0, mostTerms)
}
