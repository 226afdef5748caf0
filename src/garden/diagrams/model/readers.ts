import {charts} from './charts.ts'
import type {DiagramPhrase, DiagramRemark} from '../../model.ts'
import type {Facts} from './facts.ts'
import {call, plain, read, rows, string} from './read.ts'

type Fact = Facts['nodes'][number]
type Edge = NonNullable<Facts['edges']>[number]

function node(row: unknown, [id, label]: readonly [string, string], note: DiagramRemark = ''): Fact {
  return {id: string(read(row, id)), label: plain(read(row, label)), ...(note && {note})}
}

/** A node with the group that one of its fields names. */
function inGroup(made: Fact, group: unknown): Fact {
  const id = string(group)
  return id ? {...made, group: id} : made
}

function edge(row: unknown, [from, to, label]: readonly [string, string, string], note: DiagramRemark = ''): Edge {
  return {from: string(read(row, from)), to: string(read(row, to)), label: plain(read(row, label)), ...(note && {note})}
}

function each<Row>(value: unknown, make: (row: unknown, key: string) => Row): Row[] {
  return rows(value).map(([key, row]) => make(row, key))
}

function flowchart(db: unknown): Facts {
  const groups = each(call(db, 'getSubGraphs'), (row) => ({id: string(read(row, 'id')), label: plain(read(row, 'title')), members: rows(read(row, 'nodes'))}))
  const groupOf = new Map(groups.flatMap(({id, members}) => members.map(([, member]) => [string(member), id])))
  const nodes = each(call(db, 'getVertices'), (row, key) => {
    const group = groupOf.get(key)
    return {id: key, label: plain(read(row, 'text')), ...(group && {group})}
  })
  return {
    nodes: nodes.filter(({id}) => !groups.some((group) => group.id === id)),
    edges: each(call(db, 'getEdges'), (row) => edge(row, ['start', 'end', 'text'])),
    groups: groups.map(({id, label}) => ({id, label}))
  }
}

/** Numbers that mermaid gives to notes and to what starts a frame (`loop`, `alt`, `else` …). */
const noteKind = 2
const frames = new Map<number, DiagramPhrase>([[10, 'loop'], [12, 'if'], [13, 'else'], [15, 'optional'], [19, 'parallel'], [20, 'and'], [27, 'critical'], [28, 'option'], [30, 'break'], [noteKind, 'note']])

function sequence(db: unknown): Facts {
  const edges: Edge[] = []
  const remarks: {after: number; text: DiagramRemark}[] = []
  for (const [, row] of rows(call(db, 'getMessages'))) {
    const kind = Number(read(row, 'type'))
    const words = plain(read(row, 'message'))
    const frame = frames.get(kind)
    if (frame) remarks.push({after: edges.length, text: words ? ['named', [frame], words] : [frame]})
    else if (read(row, 'from') && read(row, 'to') && words) edges.push(edge(row, ['from', 'to', 'message']))
  }
  return {nodes: each(call(db, 'getActors'), (row, key) => ({id: key, label: plain(read(row, 'description'))})), edges, remarks}
}

const relations = new Map<number, DiagramPhrase>([[0, 'aggregation'], [1, 'extension'], [2, 'composition'], [3, 'dependency'], [4, 'lollipop']])

function classDiagram(db: unknown): Facts {
  const members = (row: unknown): string =>
    [...rows(read(row, 'members')), ...rows(read(row, 'methods'))].map(([, member]) => plain(read(member, 'text') || read(member, 'id')).replace(/^\\/, '')).filter(Boolean).join('; ')
  return {
    nodes: each(call(db, 'getClasses'), (row, key) => inGroup({id: key, label: plain(read(row, 'label')), note: members(row)}, read(row, 'parent'))),
    edges: each(call(db, 'getRelations'), (row) => {
      const made = edge(row, ['id1', 'id2', 'title'], relationKind(read(row, 'relation')))
      return {...made, label: made.label === 'none' ? '' : made.label ?? ''}
    }),
    groups: each(call(db, 'getNamespaces'), (_row, key) => ({id: key, label: key}))
  }
}

function relationKind(relation: unknown): DiagramRemark {
  const [one, other] = ['type1', 'type2'].flatMap((end) => relations.get(Number(read(relation, end))) ?? [])
  if (one && other) return ['both', [one], [other]]
  return one ? [one] : ''
}

/** Shapes of states that have no words. */
const turns = new Map<string, DiagramPhrase>([['stateStart', 'start'], ['stateEnd', 'end']])

function state(db: unknown): Facts {
  const data = call(db, 'getData')
  const all = rows(read(data, 'nodes')).map(([, row]) => ({row, shape: string(read(row, 'shape'))}))
  const nodes = all.filter(({shape, row}) => shape !== 'noteGroup' && !isGroup(row))
  return {
    nodes: nodes.map(({row, shape}) => {
      const group = string(read(row, 'parentId'))
      const called = turns.get(shape)
      return {id: string(read(row, 'id')), label: called ? '' : plain(read(row, 'label')), ...(called && {called}), ...(group && {group})}
    }),
    edges: each(read(data, 'edges'), (row) => edge(row, ['start', 'end', 'label'])),
    groups: all.filter(({row, shape}) => isGroup(row) && shape !== 'noteGroup' && shape !== 'divider').map(({row}) => node(row, ['id', 'label']))
  }
}

/** How many of one entity belong to one of another, by mermaid's names. */
const cardinalities = new Map<string, DiagramPhrase>([['ZERO_OR_ONE', 'zero-or-one'], ['ZERO_OR_MORE', 'zero-or-more'], ['ONE_OR_MORE', 'one-or-more'], ['ONLY_ONE', 'only-one'], ['MD_PARENT', 'parent']])

function entities(db: unknown): Facts {
  const all = rows(call(db, 'getEntities'))
  const byId = new Map(all.map(([key, row]) => [string(read(row, 'id')), key]))
  const attributes = (row: unknown): string =>
    each(read(row, 'attributes'), (one) => plain([read(one, 'type'), read(one, 'name')].map(string).join(' '))).join('; ')
  return {
    nodes: all.map(([key, row]) => ({id: key, label: plain(read(row, 'alias')) || key, note: attributes(row)})),
    edges: each(call(db, 'getRelationships'), (row) => {
      const spec = read(row, 'relSpec')
      const [from, to] = ['cardB', 'cardA'].map((name) => cardinalities.get(string(read(spec, name))))
      const end = (name: string): string => byId.get(string(read(row, name))) ?? string(read(row, name))
      return {from: end('entityA'), to: end('entityB'), label: plain(read(row, 'roleA')), ...(from && to && {note: ['cardinality', [from], [to]] as const})}
    })
  }
}

function architecture(db: unknown): Facts {
  return {
    nodes: each(call(db, 'getServices'), (row) => inGroup(node(row, ['id', 'title']), read(row, 'in'))),
    edges: each(call(db, 'getEdges'), (row) => edge(row, ['lhsId', 'rhsId', 'title'])),
    groups: each(call(db, 'getGroups'), (row) => node(row, ['id', 'title']))
  }
}

function c4(db: unknown): Facts {
  const inner = (row: unknown, name: string): string => plain(read(read(row, name), 'text'))
  return {
    nodes: each(call(db, 'getC4ShapeArray'), (row) => ({id: string(read(row, 'alias')), label: inner(row, 'label'), note: inner(row, 'descr')})),
    edges: each(call(db, 'getRels'), (row) => ({...edge(row, ['from', 'to', '']), label: inner(row, 'label')}))
  }
}

/** Types whose tasks are their nodes. */
function tasks(note: (row: unknown) => DiagramRemark): (db: unknown) => Facts {
  return (db) => ({
    nodes: each(call(db, 'getTasks'), (row, key) => {
      const group = plain(read(row, 'section'))
      return {id: string(read(row, 'id')) || key, label: plain(read(row, 'task')), ...(group && {group}), note: note(row)}
    })
  })
}

/** A day, with the time where it is not midnight. Charts of durations count from the epoch: theirs are milliseconds. */
function moment(value: unknown): string {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return ''
  if (Math.abs(value.getTime()) < dayLength) return `${value.getTime()} ms`
  const [day = '', time = ''] = value.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}

/** Milliseconds of a day. */
const dayLength = 86_400_000

function pie(db: unknown): Facts {
  return {nodes: rows(call(db, 'getSections')).map(([key, value]) => ({id: key, label: plain(key), note: string(value)}))}
}

function git(db: unknown): Facts {
  return {nodes: each(call(db, 'getCommitsArray'), (row) => node(row, ['id', 'message'], ['branch', string(read(row, 'branch'))]))}
}

function block(db: unknown): Facts {
  const blocks = rows(call(db, 'getBlocksFlat')).map(([, row]) => row)
  const shown = blocks.filter((row) => !/^(?:space|composite|edge)$/.test(string(read(row, 'type'))) && read(row, 'label'))
  return {nodes: shown.map((row) => node(row, ['id', 'label'])), edges: each(call(db, 'getEdges'), (row) => edge(row, ['start', 'end', 'label']))}
}

/** Types that lay out nodes and edges as `getData()` gives them, and all others. */
export function withData(db: unknown): Facts {
  const data = call(db, 'getData')
  const all = rows(read(data, 'nodes')).map(([, row]) => row)
  const named = all.filter((row) => plain(read(row, 'label') || read(row, 'name')))
  return {
    nodes: named.filter((row) => !isGroup(row)).map((row) => {
      const group = string(read(row, 'parentId'))
      return {id: string(read(row, 'id')), label: plain(read(row, 'label')) || plain(read(row, 'name')), ...(group && {group})}
    }),
    edges: each(read(data, 'edges'), (row) => edge(row, ['start', 'end', 'label'])).filter(({from, to}) => from && to),
    groups: named.filter(isGroup).map((row) => node(row, ['id', 'label']))
  }
}

function isGroup(row: unknown): boolean {
  return read(row, 'isGroup') === true
}

/** How each type is read; a type that is not here is read by its layout data. */
export const readers: ReadonlyMap<string, (db: unknown) => Facts> = new Map([
  ['flowchart', flowchart],
  ['sequence', sequence],
  ['classDiagram', classDiagram],
  ['stateDiagram', state],
  ['er', entities],
  ['architecture', architecture],
  ['c4', c4],
  ['gantt', tasks((row) => {
    const [from, to] = [moment(read(row, 'startTime')), moment(read(row, 'endTime'))]
    return from && to ? ['days', from, to] : from || to
  })],
  ['timeline', tasks((row) => each(read(row, 'events'), plain).join('; '))],
  ['journey', tasks((row) => ['score', string(read(row, 'score'))])],
  ['pie', pie],
  ['gitGraph', git],
  ['block', block],
  ...charts
])
