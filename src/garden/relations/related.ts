/**
 * Notes that stand near a note without being linked to it, and why: shared links, rare shared tags, likeness of the
 * texts. Scores are summed in arrays by number of note, because this looks at every pair of notes that share anything;
 * reasons are put into words only for the few that win.
 */

import {type Likeness, likenessOf} from './likeness.ts'
import type {WordMemory} from './words-of-texts.ts'
import type {NoteRef, PublicNote, Related, VaultPath} from '../model.ts'
import {byName, nameKey} from '../names.ts'

/** What is known of a note's links. */
export interface Linked {
  readonly note: PublicNote
  readonly out: ReadonlyMap<VaultPath, unknown>
  readonly in: ReadonlyMap<VaultPath, unknown>
}

/** How much each kind of evidence counts. */
export interface RelatedWeights {
  readonly links: number
  readonly tags: number
  readonly text: number
}

/** Chosen by `bench/related.ts`: hidden links are found again best with about these. */
export const usual: RelatedWeights = {links: 1, tags: 1.5, text: 16}

/** Beyond this many links a note is a hub: sharing it says little, and walking it takes long. */
const hub = 150
/** A tag on more notes than this says too little. */
const commonTag = 50
/** A tag on no more notes than this is rare. */
const rareTag = 5
/** Likeness from which it is worth a word. */
const alike = 0.04
/** Most names that a reason lists. */
const mostNames = 3

interface Web {
  /** Paths by number, in code-point order, so that the smaller number wins a tie. */
  readonly paths: readonly VaultPath[]
  readonly out: readonly Int32Array[]
  readonly in: readonly Int32Array[]
  /** Numbers of tags of each note, and of notes of each tag. */
  readonly tags: readonly Int32Array[]
  readonly tagged: readonly Int32Array[]
  readonly tagNames: readonly (readonly string[])[]
  readonly likeness: Likeness
}

/**
 * Prepare to find related notes.
 *
 * @param nodes Notes in code-point order of their paths.
 * @param refs Notes that may be named; others are left out.
 * @param options How much each kind of evidence counts, and `words` of an earlier round.
 */
export function relatedFinder(nodes: ReadonlyMap<VaultPath, Linked>, refs: ReadonlyMap<VaultPath, NoteRef>, {words, ...weights}: RelatedWeights & {readonly words?: WordMemory | undefined} = usual): (path: VaultPath, limit: number) => Related[] {
  const web = weave(nodes, words)
  const numbers = new Map(web.paths.map((path, index) => [path, index]))
  const isNamed = web.paths.map((path) => refs.has(path))
  const {length} = web.paths
  const sums: Sums = {total: new Float64Array(length), text: new Float64Array(length), shared: new Int32Array(length), tags: new Int32Array(length)}
  return (path, limit) => {
    const self = numbers.get(path)
    if (self === undefined) return []
    const touched = score(web, self, {sums, weights})
    const known = new Set([self, ...(web.out[self] ?? []), ...(web.in[self] ?? [])])
    const {total, shared, text, tags} = sums
    const isNear = (other: number): boolean => isNamed[other] === true && ((shared[other] ?? 0) > 1 || (tags[other] ?? 0) > 0 || (text[other] ?? 0) >= alike) && !known.has(other)
    const found = highest(touched.filter(isNear), total, limit).flatMap((other) => describe(web, [self, other], {refs, isAlike: (text[other] ?? 0) >= alike}))
    for (const other of touched) total[other] = text[other] = shared[other] = tags[other] = 0
    return found
  }
}

/** The first few by score, the smaller number first among equals; without sorting the thousands that are not. */
function highest(candidates: readonly number[], scores: Float64Array, limit: number): number[] {
  const byScore = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b
  const best: number[] = []
  for (const candidate of candidates) {
    const last = best[limit - 1]
    if (last !== undefined && byScore(candidate, last) >= 0) continue
    best.push(candidate)
    best.sort(byScore).splice(limit)
  }
  return best
}

function weave(nodes: ReadonlyMap<VaultPath, Linked>, words: WordMemory | undefined): Web {
  const paths = [...nodes.keys()]
  const numbers = new Map(paths.map((path, index) => [path, index]))
  const numbered = (map: ReadonlyMap<VaultPath, unknown>): Int32Array => Int32Array.from([...map.keys()].flatMap((path) => numbers.get(path) ?? []))
  const all = [...nodes.values()]
  const tagNumbers = new Map<string, number>()
  const tagNames = all.map(({note}) => [...new Map(note.tags.map((tag) => [nameKey(tag.name), tag.name]))])
  for (const [key] of tagNames.flat()) if (!tagNumbers.has(key)) tagNumbers.set(key, tagNumbers.size)
  const tagged: number[][] = Array.from(tagNumbers, () => [])
  const tags = tagNames.map((names, index) =>
    Int32Array.from(names, ([key]) => {
      const tag = tagNumbers.get(key) ?? 0
      tagged[tag]?.push(index)
      return tag
    })
  )
  return {
    paths,
    out: all.map((node) => numbered(node.out)),
    in: all.map((node) => numbered(node.in)),
    tags,
    tagged: tagged.map((notes) => Int32Array.from(notes)),
    tagNames: tagNames.map((names) => names.map(([, name]) => name)),
    likeness: likenessOf(all.map(({note}) => note), words)
  }
}

interface Sums {
  readonly total: Float64Array
  /** How many links both have, either way. */
  readonly shared: Int32Array
  /** How many tags both have that are not common. */
  readonly tags: Int32Array
  /** Likeness of the texts. */
  readonly text: Float64Array
}

/** Add up what a note shares with others; returns the others. */
function score(web: Web, self: number, {sums, weights}: {sums: Sums; weights: RelatedWeights}): number[] {
  const touched: number[] = []
  const touch = (other: number, weight: number): void => {
    if (sums.total[other] === 0) touched.push(other)
    sums.total[other] = (sums.total[other] ?? 0) + weight
  }
  if (weights.links > 0) addLinks(web, self, (other, weight) => {
    touch(other, weights.links * weight)
    sums.shared[other] = (sums.shared[other] ?? 0) + 1
  })
  if (weights.tags > 0) addTags(web, self, (other, weight) => {
    touch(other, weights.tags * weight)
    sums.tags[other] = (sums.tags[other] ?? 0) + 1
  })
  if (weights.text > 0) web.likeness.alike(self, (other, cosine) => {
    touch(other, weights.text * cosine)
    sums.text[other] = (sums.text[other] ?? 0) + cosine
  })
  return touched
}

type Add = (other: number, weight: number) => void

/** Coupling, then co-citation: the fewer share a link, the more it says. */
function addLinks(web: Web, self: number, add: Add): void {
  const lists = [...(web.out[self] ?? [])].map((to) => web.in[to]).concat([...(web.in[self] ?? [])].map((from) => web.out[from]))
  for (const notes of lists) {
    if (notes && notes.length <= hub) for (const other of notes) add(other, 1 / Math.log2(2 + notes.length))
  }
}

function addTags(web: Web, self: number, add: Add): void {
  for (const tag of web.tags[self] ?? []) {
    const notes = web.tagged[tag]
    if (notes && notes.length <= commonTag) for (const other of notes) add(other, 1 / Math.log2(1 + notes.length))
  }
}

/** Tags of both, on so many notes. */
function sharedTags(web: Web, [self, other]: readonly [number, number], [least, most]: readonly [number, number]): string[] {
  const theirs = web.tags[other]
  return [...(web.tags[self] ?? [])].flatMap((tag, index) => {
    const notes = web.tagged[tag]?.length ?? 0
    return theirs?.includes(tag) && notes >= least && notes <= most ? (web.tagNames[self]?.[index] ?? []) : []
  })
}

function describe(web: Web, pair: readonly [number, number], {refs, isAlike}: {refs: ReadonlyMap<VaultPath, NoteRef>; isAlike: boolean}): Related[] {
  const [self, other] = pair
  const ref = refs.get(web.paths[other] ?? ('' as VaultPath))
  if (!ref) return []
  const titles = (mine: Int32Array | undefined, theirs: Int32Array | undefined, back: readonly Int32Array[]): string[] =>
    [...(mine ?? [])]
      .filter((note) => theirs?.includes(note) && (back[note]?.length ?? 0) <= hub)
      // The fewer share it, the more it says.
      .sort((a, b) => (back[a]?.length ?? 0) - (back[b]?.length ?? 0) || a - b)
      .flatMap((note) => refs.get(web.paths[note] ?? ('' as VaultPath))?.title ?? [])
  const links = titles(web.out[self], web.out[other], web.in)
  const linkedBy = titles(web.in[self], web.in[other], web.out)
  const said = [...links.slice(0, mostNames), ...linkedBy.slice(0, mostNames)].map(nameKey)
  const reasons: Related['reasons'] = [
    {kind: 'links', names: links},
    {kind: 'rare-tag', names: sharedTags(web, pair, [1, rareTag]).sort(byName)},
    // A title that both link to has been said.
    {kind: 'text', names: isAlike ? web.likeness.phrases(self, other, mostNames).filter((phrase) => !said.some((title) => title.includes(nameKey(phrase)))) : []},
    {kind: 'linked-by', names: linkedBy},
    {kind: 'tag', names: sharedTags(web, pair, [rareTag + 1, commonTag]).sort(byName)}
  ]
  return [{...ref, reasons: reasons.filter(({names}) => names.length > 0).map(({kind, names}) => ({kind, names: names.slice(0, mostNames)}))}]
}
