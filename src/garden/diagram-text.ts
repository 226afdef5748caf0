/** A diagram told in the words of a language: in a sentence, and line by line. */

import type {DiagramEdge, DiagramModel, DiagramNode, DiagramPhrase, DiagramRemark, Drawing} from './model.ts'
import type {DiagramWords} from './words.ts'

/** Names that a sentence lists before it breaks off. */
const listed = 12

/** What a diagram is called: its author's title, else a sentence about it. */
export function nameOf(model: DiagramModel, words: DiagramWords): string {
  return model.title || summaryOf(model, words)
}

/** One sentence: what it is, how much of what it has, and what its nodes are called. */
export function summaryOf({type, title, nodes, edges, groups}: DiagramModel, words: DiagramWords): string {
  const kind = new Map(Object.entries(words.kinds)).get(type) ?? words.otherKind(`${type.slice(0, 1).toUpperCase()}${type.slice(1)}`)
  const named = nodes.filter(({called}) => called !== 'start' && called !== 'end')
  const head = title ? words.titled(kind, title) : kind
  if (named.length === 0) return `${head}.`
  const [things, ties] = type === 'sequence' ? [words.participants, words.messages] : [words.items, words.connections]
  const counts = [things(named.length), ...(groups.length > 0 ? [words.groups(groups.length)] : []), ...(edges.length > 0 ? [ties(edges.length)] : [])].join(', ')
  const names = named.slice(0, listed).map((node) => labelOf(node, words)).join(', ')
  return `${head}: ${counts}. ${names}${named.length > listed ? ', …' : ''}.`
}

/** The diagram as lines of text: its text alternative. */
export function linesOf(model: DiagramModel & Pick<Drawing, 'texts'>, words: DiagramWords): readonly string[] {
  return model.texts ?? [...tiesOf(model, words), ...membersOf(model, words), ...restOf(model, words)]
}


/** The words of a node. */
export function labelOf({label, called}: DiagramNode, words: DiagramWords): string {
  return called ? say([called], words) : label
}

/** Edges, and remarks before those that they stand before. */
function tiesOf({nodes, edges, groups, remarks}: DiagramModel, words: DiagramWords): string[] {
  const labels = new Map([...groups.map(({id, label}) => [id, label] as const), ...nodes.map((node) => [node.id, labelOf(node, words)] as const)])
  const name = (id: string): string => labels.get(id) ?? id
  const tie = ({from, to, label, note}: DiagramEdge): string => `${name(from)} → ${name(to)}${label ? `: ${label}` : ''}${note ? ` (${say(note, words)})` : ''}`
  const before = Map.groupBy(remarks, ({after}) => Math.min(after, edges.length))
  const told = (index: number): string[] => (before.get(index) ?? []).map(({text}) => say(text, words))
  return [...edges.flatMap((edge, index) => [...told(index), tie(edge)]), ...told(edges.length)]
}

interface Group {
  readonly id: string
  readonly label: string
  readonly inside: readonly DiagramNode[]
}

/** Groups that have nodes. */
function groupsOf({nodes, groups}: DiagramModel): Group[] {
  const members = Map.groupBy(nodes, ({group}) => group)
  return groups.map(({id, label}) => ({id, label: label || id, inside: members.get(id) ?? []})).filter(({inside}) => inside.length > 0)
}

function membersOf(model: DiagramModel, words: DiagramWords): string[] {
  return groupsOf(model).map(({label, inside}) => `${label}: ${inside.map((node) => labelOf(node, words)).join(', ')}`)
}

/** Nodes that more is said of, or that stand alone. */
function restOf(model: DiagramModel, words: DiagramWords): string[] {
  const tied = new Set([...model.edges.flatMap(({from, to}) => [from, to]), ...groupsOf(model).flatMap(({inside}) => inside.map(({id}) => id))])
  return model.nodes.flatMap((node) => {
    if (node.note) return [`${labelOf(node, words)}: ${say(node.note, words)}`]
    return tied.has(node.id) ? [] : [labelOf(node, words)]
  })
}

function say(remark: DiagramRemark, words: DiagramWords): string {
  if (typeof remark === 'string') return remark
  const [phrase, ...values]: readonly [DiagramPhrase, ...DiagramRemark[]] = remark
  return words.phrases[phrase].replace(/\{(\d)\}/g, (_, index) => say(values[Number(index)] ?? '', words))
}
