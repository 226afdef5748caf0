/**
 * Notes that stand near a note without being linked to it, and why. Scores are
 * summed in arrays by number of note, because this looks at every pair of notes
 * that share anything; reasons are put into words only for the few that win.
 */

import type {NoteRef, PublicNote, Related, VaultPath} from './model.ts'
import {byName, nameKey} from './names.ts'

/** What is known of a note's links. */
export interface Linked {
  readonly note: PublicNote
  readonly out: ReadonlyMap<VaultPath, unknown>
  readonly in: ReadonlyMap<VaultPath, unknown>
}

/** Beyond this many links a note is a hub: sharing it says little, and walking it takes long. */
const hub = 150
/** A tag on more notes than this says too little. */
const commonTag = 50
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
}

/**
 * Prepare to find related notes.
 *
 * @param nodes Notes in code-point order of their paths.
 * @param refs Notes that may be named; others are left out.
 */
export function relatedFinder(nodes: ReadonlyMap<VaultPath, Linked>, refs: ReadonlyMap<VaultPath, NoteRef>): (path: VaultPath, limit: number) => Related[] {
  const web = weave(nodes)
  const numbers = new Map(web.paths.map((path, index) => [path, index]))
  const total = new Float64Array(web.paths.length)
  const shared = new Int32Array(web.paths.length)
  return (path, limit) => {
    const self = numbers.get(path)
    if (self === undefined) return []
    const touched = score(web, self, {total, shared})
    const known = new Set([self, ...(web.out[self] ?? []), ...(web.in[self] ?? [])])
    const best = touched
      .filter((other) => !known.has(other) && refs.has(web.paths[other] ?? path) && ((shared[other] ?? 0) > 1 || hasTag(web, self, other)))
      .sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0) || a - b)
      .slice(0, limit)
    const found = best.flatMap((other) => describe(web, [self, other], refs))
    for (const other of touched) total[other] = shared[other] = 0
    return found
  }
}

function weave(nodes: ReadonlyMap<VaultPath, Linked>): Web {
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
    tagNames: tagNames.map((names) => names.map(([, name]) => name))
  }
}

interface Sums {
  readonly total: Float64Array
  /** How many links both have, either way. */
  readonly shared: Int32Array
}

/** Add up what a note shares with others; returns the others. */
function score(web: Web, self: number, {total, shared}: Sums): number[] {
  const touched: number[] = []
  const add = (notes: Int32Array | undefined, weight: number, links: number): void => {
    for (const other of notes ?? []) {
      if (total[other] === 0) touched.push(other)
      total[other] = (total[other] ?? 0) + weight
      shared[other] = (shared[other] ?? 0) + links
    }
  }
  const addLinks = (notes: Int32Array | undefined): void => {
    if (notes && notes.length <= hub) add(notes, 1 / Math.log2(2 + notes.length), 1)
  }
  for (const to of web.out[self] ?? []) addLinks(web.in[to])
  for (const from of web.in[self] ?? []) addLinks(web.out[from])
  for (const tag of web.tags[self] ?? []) {
    const notes = web.tagged[tag]
    if (notes && notes.length <= commonTag) add(notes, 0.6 / Math.log2(1 + notes.length), 0)
  }
  return touched
}

function hasTag(web: Web, self: number, other: number): boolean {
  return sharedTags(web, self, other).length > 0
}

function sharedTags(web: Web, self: number, other: number): string[] {
  const theirs = web.tags[other]
  return [...(web.tags[self] ?? [])].flatMap((tag, index) => (theirs?.includes(tag) && (web.tagged[tag]?.length ?? 0) <= commonTag ? (web.tagNames[self]?.[index] ?? []) : []))
}

function describe(web: Web, [self, other]: readonly [number, number], refs: ReadonlyMap<VaultPath, NoteRef>): Related[] {
  const ref = refs.get(web.paths[other] ?? ('' as VaultPath))
  if (!ref) return []
  const titles = (mine: Int32Array | undefined, theirs: Int32Array | undefined, back: readonly Int32Array[]): string[] =>
    [...(mine ?? [])]
      .filter((note) => theirs?.includes(note) && (back[note]?.length ?? 0) <= hub)
      .flatMap((note) => refs.get(web.paths[note] ?? ('' as VaultPath))?.title ?? [])
  const reasons: Related['reasons'] = [
    {kind: 'links' as const, names: titles(web.out[self], web.out[other], web.in)},
    {kind: 'linked-by' as const, names: titles(web.in[self], web.in[other], web.out)},
    {kind: 'tag' as const, names: sharedTags(web, self, other)}
  ]
  return [{...ref, reasons: reasons.filter(({names}) => names.length > 0).map(({kind, names}) => ({kind, names: [...names].sort(byName).slice(0, mostNames)}))}]
}
