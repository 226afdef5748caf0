/** What a misspelt word may have meant. */

/** Words of the vocabulary, the likeliest kinds first: of names, of many notes, of several. */
export type Vocabulary = readonly (readonly string[])[]

/** Read the vocabulary that the build wrote. */
export function readVocabulary(text: string): Vocabulary {
  return text.split('\n').map((line) => line.split(' ').filter((word) => word !== ''))
}

/** How much a kind of word is held back, and one that begins with another letter. */
const kindCost = 0.35
const otherStart = 0.5

/** The word that was meant, if one is near enough: one wrong letter in a short word, two in a longer one. */
export function meant(word: string, vocabulary: Vocabulary): string | undefined {
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2
  if (most === 0) return undefined
  const near = vocabulary.flatMap((words, kind) =>
    words
      .filter((other) => Math.abs(other.length - word.length) <= most)
      .map((other) => ({other, mistakes: distance(word, other, most)}))
      .filter(({mistakes}) => mistakes <= most)
      .map(({other, mistakes}) => ({other, cost: mistakes + kind * kindCost + (other[0] === word[0] ? 0 : otherStart)}))
  )
  return near.reduce((best: (typeof near)[number] | undefined, each) => (best && best.cost <= each.cost ? best : each), undefined)?.other
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
