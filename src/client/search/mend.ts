/** What a misspelt word may have meant. */

/** Words of the vocabulary, the likeliest kinds first: of names, of many notes, of several. */
export type Vocabulary = readonly (readonly string[])[]

/** Read the vocabulary that the build wrote. */
export function readVocabulary(text: string): Vocabulary {
  return text.split('\n').map((line) => line.split(' ').filter((word) => word !== ''))
}

/** How much a kind of word is held back. */
const kindCost = 0.35

/** The word that was meant, if one is near enough: one wrong letter in a short word, two in a longer one. */
export function meant(word: string, vocabulary: Vocabulary): string | undefined {
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2
  if (most === 0) return undefined
  let best: {word: string; cost: number} | undefined
  for (const [kind, words] of vocabulary.entries()) {
    for (const other of words) {
      if (Math.abs(other.length - word.length) > most) continue
      const mistakes = distance(word, other, most)
      if (mistakes > most) continue
      const cost = mistakes + kind * kindCost + (other[0] === word[0] ? 0 : 0.5)
      if (!best || cost < best.cost) best = {word: other, cost}
    }
  }
  return best?.word
}

/** Letters to add, leave out, change or swap to make one word of another; more than `most` is `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  let before: number[] = []
  let last = Array.from({length: b.length + 1}, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1]
      let cost = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = last
    last = next
  }
  return last[b.length] ?? most + 1
}
