/**
 * Unlinked mentions (Pu-02): where a note's title or alias stands in another note that does not link to it. One pass
 * over the plain runs of all texts, for all names at once.
 */

import type {PhrasingContent} from 'mdast'
import type {NoteRef, Point, PublicNote, UnlinkedMention, VaultPath} from '../model.ts'
import {byCodePoint, byName, nameKey} from '../names.ts'
import {contexts} from '../sentences.ts'
import {spotter} from './spotting.ts'

/** A mention that could be a link. */
export interface Mentioned {
  readonly from: VaultPath
  readonly to: VaultPath
  /** As the text says it. */
  readonly words: string
  readonly place: Point
  readonly inCell: boolean
  /** Range in the note's text. */
  readonly start: number
  readonly end: number
}

interface LinkedNote {
  readonly note: PublicNote
  readonly out: ReadonlyMap<VaultPath, unknown>
  readonly in: ReadonlyMap<VaultPath, unknown>
}

export interface MentionInput {
  readonly nodes: ReadonlyMap<VaultPath, LinkedNote>
  /** Notes that graphs leave out (F-03): neither found nor looked through. */
  readonly hidden: ReadonlySet<VaultPath>
  /** A name of one word counts if at least this share of the notes that say it link to its note. */
  readonly commonWords: number
}

/** A name of one word that no more notes say than this is not common. */
const fewNotes = 3
/** Shortest name, in UTF-16 units. */
const shortest = 3

/** Find the first mention of every note in every other that does not link to it, in the order of the notes. */
export function findMentions({nodes, hidden, commonWords}: MentionInput): readonly Mentioned[] {
  const shown = [...nodes.values()].filter(({note}) => !hidden.has(note.path))
  const {names, owners} = namesOf(shown.map(({note}) => note))
  const finder = finderFor(names, owners)
  const saidIn = new Int32Array(names.length)
  const found: {readonly name: number; readonly mention: Mentioned}[] = []
  for (const {note, out} of shown) {
    const seen = new Set<VaultPath>()
    for (const {name, mention} of mentionsIn(note, finder)) {
      const to = owners[name]
      if (to === undefined || to === note.path || out.has(to) || seen.has(to)) continue
      seen.add(to)
      saidIn[name] = (saidIn[name] ?? 0) + 1
      found.push({name, mention: {...mention, to}})
    }
  }
  const linkedIn = linkedNames(shown, finder)
  const isCommon = (name: number): boolean => {
    const [said, linked] = [saidIn[name] ?? 0, linkedIn[name] ?? 0]
    return said > fewNotes && !/\s/.test(names[name] ?? '') && linked / (linked + said) < commonWords
  }
  return found.filter(({name}) => !isCommon(name)).map(({mention}) => mention)
}

/** For each name, how many notes link to its note in just these words: what tells a name from a common word. */
function linkedNames(notes: readonly LinkedNote[], finder: Finder): Int32Array {
  const linked = new Int32Array(finder.owners.length)
  for (const {note, out} of notes) {
    for (const name of namesIn(note.links, finder)) if (out.has(finder.owners[name] ?? note.path)) linked[name] = (linked[name] ?? 0) + 1
  }
  return linked
}

/** The names that links say, each once. */
function namesIn(links: PublicNote['links'], {numbers, linked}: Finder): readonly number[] {
  const known = linked.get(links)
  if (known) return known
  const found = [...new Set(links.flatMap(({text}) => numbers.get(nameKey(text)) ?? []))]
  linked.set(links, found)
  return found
}

/** All names that mean one note and no other: a note's own name beats an alias. */
function namesOf(notes: readonly PublicNote[]): {names: string[]; owners: (VaultPath | undefined)[]} {
  const own = new Map<string, {text: string; owner: VaultPath | undefined}>()
  const add = (into: typeof own, text: string, owner: VaultPath): void => {
    const key = nameKey(text)
    const known = into.get(key)
    if (text.length >= shortest) into.set(key, {text, owner: known && known.owner !== owner ? undefined : owner})
  }
  const aliases: typeof own = new Map()
  for (const note of notes) {
    for (const text of new Set([note.title, note.name])) add(own, text.trim(), note.path)
    for (const text of note.aliases) add(aliases, text.trim(), note.path)
  }
  const all = [...new Map([...aliases, ...own]).values()].filter(({owner}) => owner !== undefined)
  return {names: all.map(({text}) => text), owners: all.map(({owner}) => owner)}
}

type Said = readonly {readonly name: number; readonly mention: Omit<Mentioned, 'to'>}[]

interface Finder {
  readonly owners: readonly (VaultPath | undefined)[]
  /** Names by key. */
  readonly numbers: ReadonlyMap<string, number>
  readonly spot: ReturnType<typeof spotter>
  /** What was found for these names before, by the runs of the note's text, and by its links. */
  readonly known: WeakMap<PublicNote['runs'], Said>
  readonly linked: WeakMap<PublicNote['links'], readonly number[]>
}

/** The names of the last garden: while a note is written they stay the same, and so does what the other notes say. */
let last: {readonly key: string; readonly finder: Omit<Finder, 'owners'>} | undefined

function finderFor(names: readonly string[], owners: Finder['owners']): Finder {
  const key = names.join('\0')
  if (last?.key !== key) {
    const numbers = new Map(names.map((name, index) => [nameKey(name), index]))
    last = {key, finder: {numbers, spot: spotter(names), known: new WeakMap(), linked: new WeakMap()}}
  }
  return {...last.finder, owners}
}

function mentionsIn(note: PublicNote, {spot, known}: Finder): Said {
  const before = known.get(note.runs)
  // A renamed note has the same runs.
  if (before && (before[0]?.mention.from ?? note.path) === note.path) return before
  const found = look(note, spot)
  known.set(note.runs, found)
  return found
}

function look({path, text, runs}: PublicNote, spot: Finder['spot']): Said {
  const found: {name: number; mention: Omit<Mentioned, 'to'>}[] = []
  for (let at = 0; at < runs.length; at += 5) {
    const [from, length] = [runs[at] ?? 0, runs[at + 1] ?? 0]
    const [line, column, cell] = [runs[at + 2] ?? 1, runs[at + 3] ?? 1, runs[at + 4] ?? 0]
    for (const {name, start, end} of spot(text.slice(from, from + length))) {
      const words = text.slice(from + start, from + end)
      found.push({name, mention: {from: path, words, place: {line, column: column + start}, inCell: cell === 1, start: from + start, end: from + end}})
    }
  }
  return found
}

/** Most notes that a page lists: a name that thousands of notes say must not make its page heavy. */
const mostShown = 60

/** What a page shows of the mentions of its note, by the title of the notes that hold them, and how many more there are. */
export function unlinkedOf(mentions: readonly Mentioned[], notes: ReadonlyMap<VaultPath, {readonly note: PublicNote}>, refs: ReadonlyMap<VaultPath, NoteRef>): {shown: UnlinkedMention[]; hidden: number} {
  const held = mentions.flatMap((mention) => {
    const note = notes.get(mention.from)?.note
    const ref = refs.get(mention.from)
    return note && ref ? [{mention, note, ref}] : []
  })
  const sorted = held.sort((a, b) => byName(a.ref.title, b.ref.title) || byCodePoint(a.mention.from, b.mention.from))
  const shown = sorted.slice(0, mostShown).map(({mention, note, ref}): UnlinkedMention => {
    const heading = note.headings.findLast(({line}) => line <= mention.place.line)
    return {...ref, html: sentence(note.text, mention), line: mention.place.line, ...(heading ? {heading: heading.text, anchor: heading.id} : {})}
  })
  return {shown, hidden: sorted.length - shown.length}
}

/** The sentence around a mention, with its words in `<b>`. */
function sentence(text: string, {start, end}: Mentioned): string {
  const from = text.lastIndexOf('\n\n', start) + 1
  const stop = text.indexOf('\n\n', end)
  const said = (value: string): PhrasingContent => ({type: 'text', value})
  const around: PhrasingContent[] = [said(text.slice(from, start).trimStart()), {type: 'internalLink', index: 0, children: [said(text.slice(start, end))]}, said(text.slice(end, stop < 0 ? text.length : stop))]
  return contexts(around).get('l0') ?? ''
}
