/** Who mentions whom, where and how; who stands near. Pure, and linear in links. */

import type {Backlink, GraphEdge, Link, LinkKind, Mention, Neighbour, NoteRef, PublicNote, Related, Resolution, Slug, UnlinkedMention, VaultPath} from './model.ts'
import {byCodePoint, byName, diagramSlug} from './names.ts'
import {findMentions, type Mentioned, unlinkedOf} from './relations/mentions.ts'
import type {WordMemory} from './relations/words-of-texts.ts'
import {relatedFinder, usual} from './relations/related.ts'
import {escapeText} from './sentences.ts'

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

/** How much one mention says, by kind. */
export const linkWeights: Readonly<Record<LinkKind, number>> = {link: 1, embed: 1.5, property: 1, diagram: 0.5, canvas: 1}

interface Node {
  readonly note: PublicNote
  /** Notes linked to, with the weight of the links. */
  readonly out: Map<VaultPath, number>
  readonly in: Map<VaultPath, Mention[]>
}

/** Build the graph of a garden. */
export function buildGraph({notes, resolutions, refs, hidden, mentions: {unlinked, commonWords}, words}: GraphInput): Graph {
  const shown = hidden.size === 0 ? refs : new Map([...refs].filter(([path]) => !hidden.has(path)))
  const nodes = new Map<VaultPath, Node>(notes.map((note) => [note.path, {note, out: new Map(), in: new Map()}]))
  const edges: GraphEdge[] = []
  for (const {note, out} of nodes.values()) {
    const resolved = resolutions.get(note.path)
    const all = [...note.links.map((link, index) => ({link, to: resolved?.links[index]})), ...note.embeds.map((link, index) => ({link, to: resolved?.embeds[index]}))]
    for (const {link, to} of all) {
      if (to?.kind !== 'note' || to.path === note.path || link.uncounted) continue
      edges.push(edgeOf(note, link, to.path))
      out.set(to.path, (out.get(to.path) ?? 0) + linkWeights[link.kind])
      const target = nodes.get(to.path)
      if (target) addMention(target.in, {note, slug: refs.get(note.path)?.slug}, link)
    }
  }
  const related = once(() => relatedFinder(nodes, shown, {...usual, words}))
  const mentions = once(() => findMentions({nodes, hidden, commonWords}))
  const mentionsByNote = once(() => (unlinked ? Map.groupBy(mentions(), ({to}) => to) : new Map<VaultPath, Mentioned[]>()))
  return {
    edges,
    mentions,
    unlinked: (path) => unlinkedOf(mentionsByNote().get(path) ?? [], nodes, refs),
    backlinks: (path) => backlinksOf(nodes.get(path), refs),
    outgoing: (path) => [...(nodes.get(path)?.out.keys() ?? [])].flatMap((to) => refs.get(to) ?? []),
    incomingCount: (path) => nodes.get(path)?.in.size ?? 0,
    neighbours: (path, limit) => neighboursOf(nodes.get(path), shown, limit),
    related: (path, limit) => related()(path, limit),
    neighbourhood: (path, hops, limit) => neighbourhoodOf(nodes, path, {hops, limit})
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

interface From {
  readonly note: PublicNote
  readonly slug: Slug | undefined
}

function addMention(into: Map<VaultPath, Mention[]>, {note, slug}: From, link: Link): void {
  const heading = link.heading === undefined ? undefined : note.headings[link.heading]
  const mention: Mention = {
    kind: link.kind,
    ...(heading ? {heading: heading.text, anchor: heading.id} : {}),
    ...inDiagram(slug, link),
    html: link.context === '' ? bold(link.text) : link.context,
    line: link.place.line,
    weight: linkWeights[link.kind] * (isRow(link.context) ? rowShare : 1),
    ...(link.property === undefined ? {} : {property: link.property})
  }
  const mentions = into.get(note.path) ?? []
  // A sentence that names the note twice says it once.
  if (mentions.some((other) => other.kind === mention.kind && other.html === mention.html && other.anchor === mention.anchor)) return
  mentions.push(mention)
  into.set(note.path, mentions)
}

/** How much of a sentence's worth a name in a row of names has: it does not say why. */
const rowShare = 0.4

const separators = [' · ', ' • ', ' | ']

/** Whether a context is a row of names: `A · B · C`. */
function isRow(context: string): boolean {
  return separators.reduce((sum, separator) => sum + context.split(separator).length - 1, 0) > 1
}

/** What a mention in a diagram says of it. */
function inDiagram(slug: Slug | undefined, {diagram, diagramTitle = ''}: Link): Partial<Mention> {
  if (diagram === undefined || slug === undefined) return {}
  return {diagram: diagramTitle, anchor: `diagram-${diagram + 1}`, drawing: diagramSlug(slug, diagram)}
}

function bold(text: string): string {
  return `\u003Cb>${escapeText(text)}\u003C/b>`
}

function backlinksOf(node: Node | undefined, refs: GraphInput['refs']): Backlink[] {
  const backlinks = [...(node?.in ?? [])].flatMap(([from, mentions]): Backlink[] => {
    const ref = refs.get(from)
    return ref ? [{...ref, mentions: mentions.toSorted((a, b) => b.weight - a.weight), weight: mentions.reduce((sum, mention) => sum + mention.weight, 0)}] : []
  })
  return backlinks.sort((a, b) => b.weight - a.weight || byName(a.title, b.title) || byCodePoint(a.slug, b.slug))
}

function weightIn(mentions: readonly Mention[] | undefined): number {
  return (mentions ?? []).reduce((sum, mention) => sum + mention.weight, 0)
}

function neighboursOf(node: Node | undefined, refs: GraphInput['refs'], limit: number): {shown: Neighbour[]; hidden: number} {
  if (!node) return {shown: [], hidden: 0}
  const all = [...new Set([...node.in.keys(), ...node.out.keys()])].flatMap((path): Neighbour[] => {
    const ref = refs.get(path)
    const incoming = weightIn(node.in.get(path))
    const outgoing = node.out.get(path) ?? 0
    const direction = incoming > 0 && outgoing > 0 ? 'both' : incoming > 0 ? 'in' : 'out'
    return ref ? [{...ref, direction, weight: incoming + outgoing}] : []
  })
  all.sort((a, b) => b.weight - a.weight || byName(a.title, b.title) || byCodePoint(a.slug, b.slug))
  return {shown: all.slice(0, limit), hidden: Math.max(0, all.length - limit)}
}

function neighbourhoodOf(nodes: ReadonlyMap<VaultPath, Node>, start: VaultPath, {hops, limit}: {hops: number; limit: number}): {path: VaultPath; hops: number}[] {
  const found = new Map<VaultPath, number>([[start, 0]])
  let ring: VaultPath[] = [start]
  for (let hop = 1; hop <= hops; hop += 1) {
    const next = new Map<VaultPath, number>()
    const weigh = (path: VaultPath, weight: number): void => {
      if (!found.has(path)) next.set(path, (next.get(path) ?? 0) + weight)
    }
    for (const path of ring) weighAround(nodes.get(path), weigh)
    // The start is among those found, and does not count.
    const room = limit + 1 - found.size
    ring = [...next].sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0])).slice(0, room).map(([path]) => path)
    for (const path of ring) found.set(path, hop)
  }
  found.delete(start)
  return [...found].map(([path, hop]) => ({path, hops: hop}))
}

function weighAround(node: Node | undefined, weigh: (path: VaultPath, weight: number) => void): void {
  if (!node) return
  for (const [to, weight] of node.out) weigh(to, weight)
  for (const [from, mentions] of node.in) weigh(from, weightIn(mentions))
}
