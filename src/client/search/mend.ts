/** What a misspelt word may have meant. */

import {once, type Fetch} from './files.ts'
import type {Table} from './table.ts'

/** A word that may be meant, and what speaks against it. */
interface Guess {
  readonly word: string
  readonly cost: number
}

/** A word that no note has, and how many of its letters may be wrong. */
interface Wrong {
  readonly word: string
  readonly most: number
}

/** A place in a word, and what stands there. */
type Letter = readonly [place: number, letter: number]

/** How much a kind of word is held back, and one that begins with another letter. Kinds: words of names, of many notes, of several. */
const kindCost = 0.35
const otherStart = 0.5

/** Files for one letter of words, as `garden/search-vocabulary.ts` counts them. */
const letters = 32

/**
 * Make the function that finds the word that was meant, if one is near enough: one wrong letter in a short word, two in a
 * longer one, how long depends on what it stands in. Words are loaded by their first letter, and where none of them is near, by the letters that may have been the
 * first or the second.
 *
 * @throws (the function) When a file is missing.
 */
export function mender({vocabulary}: Pick<Table, 'vocabulary'>, fetchFile: Fetch): (word: string, isInQuestion: boolean) => Promise<string | undefined> {
  const isThere = ([place, letter]: Letter): boolean => ((vocabulary[place] ?? 0) >>> letter) % 2 === 1
  const load = once(async (name) => readWords(new TextDecoder().decode(await fetchFile(`words/${name}.txt`))))

  return async (word, isInQuestion) => {
    const most = mostMistakes(word, isInQuestion)
    if (most === 0) return undefined
    const [first, second] = [codeOf(word, 0), codeOf(word, 1)]
    return ((await among([[0, first]], {word, most})) ?? (await among([[0, second], [1, first], [1, second]], {word, most})))?.word
  }

  async function among(files: readonly Letter[], wrong: Wrong): Promise<Guess | undefined> {
    const lists = await Promise.all(files.filter(isThere).map((letter) => load(letter.join('-'))))
    return lists.map((list) => nearest(wrong, list)).reduce(cheaper, undefined)
  }
}

/** The letter at a place, as files are called by it. */
function codeOf(word: string, place: number): number {
  return (word.codePointAt(place) ?? 0) % letters
}

/** In a question an unknown word is rather one that no note needs than a mistake, unless it is very near. */
function mostMistakes({length}: string, isInQuestion: boolean): number {
  const [one, two] = isInQuestion ? [7, 10] : [4, 6]
  return length < one ? 0 : length < two ? 1 : 2
}

/** Words of names, of many notes, of several. */
function readWords(text: string): string[][] {
  return text.split('\n').map((line) => line.split(' ').filter((word) => word !== ''))
}

function cheaper(a: Guess | undefined, b: Guess | undefined): Guess | undefined {
  return a && (!b || a.cost <= b.cost) ? a : b
}

/** The nearest of words of several kinds, the likeliest kinds first. */
function nearest({word, most}: Wrong, kinds: readonly (readonly string[])[]): Guess | undefined {
  const guesses = kinds.flatMap((words, kind) =>
    words
      .filter((other) => Math.abs(other.length - word.length) <= most)
      .map((other) => ({word: other, mistakes: distance(word, other, most)}))
      .filter(({mistakes}) => mistakes <= most)
      .map(({word: other, mistakes}): Guess => ({word: other, cost: mistakes + kind * kindCost + (other[0] === word[0] ? 0 : otherStart)}))
  )
  return guesses.reduce(cheaper, undefined)
}

/** Letters to add, leave out, change or swap to make one word of another; more than `most` is `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({length: b.length + 1}, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const next = nextRow({a, b, row, last, before})
    if (Math.min(...next) > most) return most + 1
    before = last
    last = next
  }
  return last[b.length] ?? most + 1
}

/** One row of the table of distances (Damerau and Levenshtein): the costs of making the first `row` letters of `a` the beginnings of `b`. */
function nextRow({a, b, row, last, before}: {a: string; b: string; row: number; last: readonly number[]; before: readonly number[]}): number[] {
  const next = [row]
  for (let column = 1; column <= b.length; column += 1) {
    const change = a[row - 1] === b[column - 1] ? 0 : 1
    const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
    const swap = isSwap ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
    next.push(Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + change, swap))
  }
  return next
}
