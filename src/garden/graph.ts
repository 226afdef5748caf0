/** Who mentions whom, where and how; who stands near. Pure, and linear in links. */

import type {Backlink, GraphEdge, Link, Mention, Neighbour, NoteRef, PublicNote, Related, Resolution, UnlinkedMention, VaultPath} from './model.ts'
import {byCodePoint, byName} from './names.ts'
import {linkWeights, mentionsIn} from './relations/backlinks.ts'
import {findMentions, type Mentioned, unlinkedOf} from './relations/mentions.ts'
import type {WordMemory} from './relations/words-of-texts.ts'
import {relatedFinder, usual} from './relations/related.ts'

export interface GraphInput {
  readonly notes: readonly PublicNote[]
  readonly resolutions: ReadonlyMap<VaultPath, {readonly links: readonly Resolution[]; readonly embeds: readonly Resolution[]}>
  readonly refs: ReadonlyMap<VaultPath, NoteRef>
  /** Notes that graphs leave out (F-03). */
  readonly hidden: ReadonlySet<VaultPath>
  /** Whether unlinked mentions are shown, and from which share of links on a name of one word counts as one. */
  readonly mentions: {readonly unlinked: boolean; readonly commonWords: number}
  /** Words of an earlier round. */
  readonly words?: WordMemory | undefined
}

export interface Graph {
  readonly edges: readonly GraphEdge[]
  /** Mentions of a note, grouped by the note that holds them, heaviest first. */
  readonly backlinks: (path: VaultPath) => readonly Backlink[]
  /** Notes that a note links to, in the order of the text. */
  readonly outgoing: (path: VaultPath) => readonly NoteRef[]
  /** Unlinked mentions, by the note that holds them, and of one note. */
  readonly mentions: () => readonly Mentioned[]
  readonly unlinked: (path: VaultPath) => {readonly shown: readonly UnlinkedMention[]; readonly hidden: number}
  readonly incomingCount: (path: VaultPath) => number
  readonly neighbours: (path: VaultPath, limit: number) => {readonly shown: readonly Neighbour[]; readonly hidden: number}
  readonly related: (path: VaultPath, limit: number) => readonly Related[]
  /** Notes within some hops of a note, nearest and heaviest first. */
  readonly neighbourhood: (path: VaultPath, hops: number, limit: number) => readonly {readonly path: VaultPath; readonly hops: number}[]
}

interface Node {
  readonly note: PublicNote
  /** Notes linked to, with the weight of the links. */
  readonly out: Map<VaultPath, number>
  /** Links to the note, by the note that holds them. */
  readonly in: Map<VaultPath, Link[]>
}

/** Mentions of a note, by the note that holds them. */
type MentionsOf = (path: VaultPath) => ReadonlyMap<VaultPath, readonly Mention[]>

/** Build the graph of a garden. */
export function buildGraph({notes, resolutions, refs, hidden, mentions: {unlinked, commonWords}, words}: GraphInput): Graph {
  const shown = hidden.size === 0 ? refs : new Map([...refs].filter(([path]) => !hidden.has(path)))
  const nodes = new Map<VaultPath, Node>(notes.map((note) => [note.path, {note, out: new Map(), in: new Map()}]))
  const edges: GraphEdge[] = []
  for (const node of nodes.values()) {
    const resolved = resolutions.get(node.note.path)
    join(node, [node.note.links, resolved?.links], {nodes, edges})
    join(node, [node.note.embeds, resolved?.embeds], {nodes, edges})
  }
  const mentionsOf = mentionsByNode(nodes, refs)
  const related = once(() => relatedFinder(nodes, shown, {...usual, words}))
  const unlinkedMentions = once(() => findMentions({nodes, hidden, commonWords}))
  const mentionsByNote = once(() => (unlinked ? Map.groupBy(unlinkedMentions(), ({to}) => to) : new Map<VaultPath, Mentioned[]>()))
  return {
    edges,
    mentions: unlinkedMentions,
    unlinked: (path) => unlinkedOf(mentionsByNote().get(path) ?? [], nodes, refs),
    backlinks: (path) => backlinksOf(mentionsOf(path), refs),
    outgoing: (path) => [...(nodes.get(path)?.out.keys() ?? [])].flatMap((to) => refs.get(to) ?? []),
    incomingCount: (path) => nodes.get(path)?.in.size ?? 0,
    neighbours: (path, limit) => neighboursOf({out: nodes.get(path)?.out, in: mentionsOf(path)}, shown, limit),
    related: (path, limit) => related()(path, limit),
    neighbourhood: (path, hops, limit) => neighbourhoodOf((at) => ({out: nodes.get(at)?.out, in: mentionsOf(at)}), path, {hops, limit})
  }
}

interface Joining {
  readonly nodes: ReadonlyMap<VaultPath, Node>
  readonly edges: GraphEdge[]
}

/** Write down whom a note links to; after each edit all links of the garden are walked here. */
function join({note, out}: Node, [links, resolved]: readonly [links: readonly Link[], resolved: readonly Resolution[] | undefined], {nodes, edges}: Joining): void {
  for (const [index, link] of links.entries()) {
    const to = resolved?.[index]
    if (to?.kind !== 'note' || to.path === note.path || link.uncounted) continue
    edges.push(edgeOf(note, link, to.path))
    out.set(to.path, (out.get(to.path) ?? 0) + linkWeights[link.kind])
    const mentions = nodes.get(to.path)?.in
    const known = mentions?.get(note.path)
    if (known) known.push(link)
    else mentions?.set(note.path, [link])
  }
}

/** Mentions are put into words when they are asked for, once: while a note is written, one page asks. */
function mentionsByNode(nodes: ReadonlyMap<VaultPath, Node>, refs: GraphInput['refs']): MentionsOf {
  const made = new Map<VaultPath, ReadonlyMap<VaultPath, readonly Mention[]>>()
  const make = (node: Node | undefined): ReadonlyMap<VaultPath, readonly Mention[]> =>
    new Map([...(node?.in ?? [])].flatMap(([from, links]) => {
      const note = nodes.get(from)?.note
      return note ? [[from, mentionsIn({note, slug: refs.get(from)?.slug}, links)]] : []
    }))
  return (path) => {
    const known = made.get(path) ?? make(nodes.get(path))
    made.set(path, known)
    return known
  }
}

/** Make a value when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: {readonly value: Value} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}

function edgeOf(note: PublicNote, link: Link, to: VaultPath): GraphEdge {
  const heading = link.heading === undefined ? undefined : note.headings[link.heading]?.text
  return {from: note.path, to, kind: link.kind, text: link.text, ...(heading ? {heading} : {}), line: link.place.line}
}

function backlinksOf(all: ReturnType<MentionsOf>, refs: GraphInput['refs']): Backlink[] {
  const backlinks = [...all].flatMap(([from, mentions]): Backlink[] => {
    const ref = refs.get(from)
    return ref ? [{...ref, mentions: mentions.toSorted((a, b) => b.weight - a.weight), weight: mentions.reduce((sum, mention) => sum + mention.weight, 0)}] : []
  })
  return backlinks.sort((a, b) => b.weight - a.weight || byName(a.title, b.title) || byCodePoint(a.slug, b.slug))
}

function weightIn(mentions: readonly Mention[] | undefined): number {
  return (mentions ?? []).reduce((sum, mention) => sum + mention.weight, 0)
}

/** Who stands around a note. */
interface Around {
  readonly out: ReadonlyMap<VaultPath, number> | undefined
  readonly in: ReturnType<MentionsOf>
}

function neighboursOf({in: mentions, out = new Map()}: Around, refs: GraphInput['refs'], limit: number): {shown: Neighbour[]; hidden: number} {
  const all = [...new Set([...mentions.keys(), ...out.keys()])].flatMap((path): Neighbour[] => {
    const ref = refs.get(path)
    const incoming = weightIn(mentions.get(path))
    const outgoing = out.get(path) ?? 0
    const direction = incoming > 0 && outgoing > 0 ? 'both' : incoming > 0 ? 'in' : 'out'
    return ref ? [{...ref, direction, weight: incoming + outgoing}] : []
  })
  all.sort((a, b) => b.weight - a.weight || byName(a.title, b.title) || byCodePoint(a.slug, b.slug))
  return {shown: all.slice(0, limit), hidden: Math.max(0, all.length - limit)}
}

function neighbourhoodOf(around: (path: VaultPath) => Around, start: VaultPath, {hops, limit}: {hops: number; limit: number}): {path: VaultPath; hops: number}[] {
  const found = new Map<VaultPath, number>([[start, 0]])
  let ring: VaultPath[] = [start]
  for (let hop = 1; hop <= hops; hop += 1) {
    const next = new Map<VaultPath, number>()
    const weigh = (path: VaultPath, weight: number): void => {
      if (!found.has(path)) next.set(path, (next.get(path) ?? 0) + weight)
    }
    for (const path of ring) weighAround(around(path), weigh)
    // The start is among those found, and does not count.
    const room = limit + 1 - found.size
    ring = [...next].sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0])).slice(0, room).map(([path]) => path)
    for (const path of ring) found.set(path, hop)
  }
  found.delete(start)
  return [...found].map(([path, hop]) => ({path, hops: hop}))
}

function weighAround({out = new Map(), in: all}: Around, weigh: (path: VaultPath, weight: number) => void): void {
  for (const [to, weight] of out) weigh(to, weight)
  for (const [from, mentions] of all) weigh(from, weightIn(mentions))
}
