/**
 * Find many names in many texts in one pass: a trie over words, walked from each word of a text. The longest name wins,
 * and names do not overlap. Linear in words, as no walk goes further than the longest name.
 */

import {nameKey} from '../names.ts'


/** A name in a text: its index among the names, and half-open range. */
export interface Spot {
  readonly name: number
  readonly start: number
  readonly end: number
}

interface Branch {
  /** Where the trie goes on, by word. */
  readonly next: Map<string, Branch>
  /** Names that end here. */
  readonly names: number[]
}

/** A word, or one sign of a script without spaces. */
const word = /[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gv
const wordSign = /[\p{L}\p{M}\p{N}]/u
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
/** Between words, these make paths, addresses and identifiers of them. */
const joint = /[/.=]/
/** These do so whatever stands beyond them. */
const mark = /[@#\\_]/
/** Longest name of capitals that only capitals spell: `IT` is not “it”. */
const longestAcronym = 5

/** Small letters, each in the place of its capital. */
function folded(text: string): string {
  const lower = nameKey(text)
  return lower.length === text.length ? lower : Array.from(text, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join('')
}

/** Words of a text, and where each begins. */
interface Words {
  readonly texts: readonly string[]
  readonly starts: readonly number[]
}

function wordsOf(lower: string): Words {
  const texts: string[] = []
  const starts: number[] = []
  word.lastIndex = 0
  for (let match = word.exec(lower); match; match = word.exec(lower)) {
    texts.push(match[0])
    starts.push(match.index)
  }
  return {texts, starts}
}

/** Prepare to find names; what they have in common is looked at once. */
export function spotter(names: readonly string[]): (text: string) => readonly Spot[] {
  const root: Branch = {next: new Map(), names: []}
  const keys = names.map(folded)
  const leads = keys.map((key, name) => plant(root, key, name))
  return (text) => {
    const lower = folded(text)
    const words = wordsOf(lower)
    const spots: Spot[] = []
    for (let at = 0, end = 0; at < words.texts.length; at += 1) {
      if ((words.starts[at] ?? 0) < end || !root.next.has(words.texts[at] ?? '')) continue
      const spot = longest({root, keys, leads, names, text, lower, words}, at)
      if (!spot || spot.start < end) continue
      spots.push(spot)
      end = spot.end
    }
    return spots
  }
}

/** Put a name into the trie; returns how many characters it has before its first word. */
function plant(root: Branch, key: string, name: number): number {
  const {texts, starts} = wordsOf(key)
  let branch = root
  for (const text of texts) {
    const next = branch.next.get(text) ?? {next: new Map(), names: []}
    branch.next.set(text, next)
    branch = next
  }
  // A name without words is never found.
  if (texts.length > 0) branch.names.push(name)
  return starts[0] ?? 0
}

interface Search {
  readonly root: Branch
  readonly keys: readonly string[]
  readonly leads: readonly number[]
  readonly names: readonly string[]
  readonly text: string
  readonly lower: string
  readonly words: Words
}

/** The longest name that begins with the word at an index. */
function longest(search: Search, at: number): Spot | undefined {
  const {texts, starts} = search.words
  const offset = starts[at] ?? 0
  let best: Spot | undefined
  let branch = search.root.next.get(texts[at] ?? '')
  for (let index = at + 1; branch; index += 1) {
    for (const name of branch.names) {
      const spot = spotAt(search, name, offset)
      if (spot && (!best || spot.end - spot.start > best.end - best.start)) best = spot
    }
    branch = branch.next.get(texts[index] ?? '')
  }
  return best
}

/** A name whose first word begins at an offset, if the text spells all of it, signs between words too, and nothing more. */
function spotAt({keys, leads, names, text, lower}: Search, name: number, offset: number): Spot | undefined {
  const key = keys[name] ?? ''
  const start = offset - (leads[name] ?? 0)
  const end = start + key.length
  if (start < 0 || !lower.startsWith(key, start) || !isWhole(lower, start, end)) return undefined
  const written = names[name] ?? ''
  const isAcronym = written.length <= longestAcronym && written === written.toUpperCase()
  return isAcronym && text.slice(start, end) !== written ? undefined : {name, start, end}
}

/** Whether a range is not a part of a longer word, path or identifier. */
function isWhole(text: string, start: number, end: number): boolean {
  return isEdge([text[start - 1], text[start - 2]], text[start]) && isEdge([text[end], text[end + 1]], text[end - 1])
}

/** Whether what stands beside a name, and beyond that, leaves it a word of its own. */
function isEdge([beside = ' ', beyond = ' ']: readonly (string | undefined)[], own = ' '): boolean {
  if (spaceless.test(own) || !wordSign.test(own)) return true
  return !wordSign.test(beside) && !mark.test(beside) && !(joint.test(beside) && wordSign.test(beyond))
}
