/**
 * Slow, obvious answers about who is related to whom: every note is compared with every other. Shares no code with
 * `src/`.
 */

export interface LinkedNote {
  readonly name: string
  readonly out: readonly string[]
  readonly tags: readonly string[]
  /** Words in small letters, none a number or a plural, with single spaces between them. */
  readonly text: string
}

export interface Nearness {
  readonly score: number
  readonly links: readonly string[]
  readonly linkedBy: readonly string[]
  readonly tags: readonly string[]
  readonly words: readonly string[]
  /** Whether there is enough to say so. */
  readonly isRelated: boolean
}

const both = (a: readonly string[], b: readonly string[]): string[] => [...new Set(a)].filter((each) => b.includes(each))
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** How near two notes are, by what both have. */
export function nearness(notes: readonly LinkedNote[], a: LinkedNote, b: LinkedNote): Nearness {
  const linking = (name: string): string[] => notes.filter(({out}) => out.includes(name)).map((note) => note.name)
  const links = both(a.out, b.out)
  const linkedBy = both(linking(a.name), linking(b.name))
  const tags = both(a.tags, b.tags)
  const out = (name: string): number => new Set(notes.find((note) => note.name === name)?.out).size
  const tagged = (tag: string): number => notes.filter((note) => note.tags.includes(tag)).length
  const cosine = alike(notes, a, b)
  return {
    links,
    linkedBy,
    tags,
    words: both(a.text.split(' '), b.text.split(' ')),
    score:
      sum(links.map((to) => 1 / Math.log2(2 + linking(to).length))) +
      sum(linkedBy.map((from) => 1 / Math.log2(2 + out(from)))) +
      sum(tags.map((tag) => 1.5 / Math.log2(1 + tagged(tag)))) +
      16 * cosine,
    isRelated: !a.out.includes(b.name) && !b.out.includes(a.name) && (links.length + linkedBy.length > 1 || tags.length > 0 || cosine >= 0.04)
  }
}

/** Cosine of TF-IDF: words that one note alone has, or more than a quarter of all, tell nothing. */
function alike(notes: readonly LinkedNote[], a: LinkedNote, b: LinkedNote): number {
  const having = (word: string): number => notes.filter(({text}) => text.split(' ').includes(word)).length
  const weights = ({text}: LinkedNote): Map<string, number> => {
    const words = text.split(' ').filter((word) => word.length >= 3)
    const telling = [...new Set(words)].filter((word) => having(word) >= 2 && having(word) <= Math.max(2, notes.length / 4))
    return new Map(telling.map((word) => [word, (1 + Math.log(words.filter((other) => other === word).length)) * Math.log(1 + notes.length / having(word))]))
  }
  const [left, right] = [weights(a), weights(b)]
  const length = (of: Map<string, number>): number => Math.sqrt(sum([...of.values()].map((weight) => weight * weight)))
  const product = sum([...left].map(([word, weight]) => weight * (right.get(word) ?? 0)))
  return product === 0 ? 0 : product / (length(left) * length(right))
}

// ── Names in texts ──────────────────────────────────────────────────────────

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign)
const isIdeograph = (sign: string | undefined): boolean => sign !== undefined && /\p{Script=Han}/u.test(sign)

/** Where names stand in a text: from each offset on, each name is tried; the longest wins. */
export function spots(names: readonly string[], text: string): {name: number; start: number; end: number}[] {
  const found: {name: number; start: number; end: number}[] = []
  for (let start = 0; start < text.length; start += 1) {
    const fitting = names.flatMap((name, index) => (fits(name, text, start) ? [{name: index, start, end: start + name.length}] : []))
    const [best] = fitting.sort((a, b) => b.end - a.end)
    if (!best) continue
    found.push(best)
    start = best.end - 1
  }
  return found
}

function fits(name: string, text: string, start: number): boolean {
  const end = start + name.length
  const said = text.slice(start, end)
  const isAcronym = name.length <= 5 && name === name.toUpperCase()
  if (isAcronym ? said !== name : said.toLowerCase() !== name.toLowerCase()) return false
  return isFree(said[0], text[start - 1], text[start - 2]) && isFree(said.at(-1), text[end], text[end + 1])
}

/** Whether a name's first or last sign is the edge of a word: nothing beside it belongs to the same word, path or address. */
function isFree(own: string | undefined, beside: string | undefined, beyond: string | undefined): boolean {
  if (!isWord(own) || isIdeograph(own)) return true
  return !isWord(beside) && !'@#\\_'.includes(beside ?? ' ') && !('/.='.includes(beside ?? ' ') && isWord(beyond))
}

// ── Chains of links ─────────────────────────────────────────────────────────

/** All shortest ways between two notes over links in either direction, each with what its inner notes cost: every way is walked. */
export function allChains(pairs: readonly (readonly [number, number])[], [from, to]: readonly [number, number], counted = pairs): {notes: number[]; cost: number}[] {
  const degree = (note: number): number => new Set(counted.flatMap(([a, b]) => (a === note ? [b] : b === note ? [a] : []))).size
  const on = (note: number | undefined): number[] => [...new Set(pairs.flatMap(([a, b]) => (a === note ? [b] : b === note ? [a] : [])))]
  let ways: number[][] = [[from]]
  for (let step = 0; from !== to && step < 20; step += 1) {
    ways = ways.flatMap((way) => on(way.at(-1)).filter((next) => !way.includes(next)).map((next) => [...way, next]))
    const there = ways.filter((way) => way.at(-1) === to)
    if (there.length > 0) return there.map((notes) => ({notes, cost: sum(notes.slice(1, -1).map((note) => Math.log2(1 + degree(note))))}))
  }
  return []
}
