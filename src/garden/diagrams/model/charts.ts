import {call, plain, read, rows, string} from './read.ts'
import type {Facts} from './facts.ts'

/** Charts, trees and grammars: what they say as nodes with a remark each, and lines between nodes where there are any. */

type Fact = Facts['nodes'][number]
type Edge = NonNullable<Facts['edges']>[number]

function listed(value: unknown): unknown[] {
  return rows(value).map(([, row]) => row)
}

interface Names {
  readonly label: string
  readonly value?: string
}

/** A tree, each node joined to those under it. */
function tree(roots: unknown, names: Names): Facts {
  const nodes: Fact[] = []
  const edges: Edge[] = []
  const visit = (row: unknown, above: string | undefined): void => {
    const id = String(nodes.length)
    const note = names.value === undefined ? '' : string(read(row, names.value))
    nodes.push({id, label: plain(read(row, names.label)), ...(note && {note})})
    if (above !== undefined) edges.push({from: above, to: id})
    for (const child of listed(read(row, 'children'))) visit(child, id)
  }
  for (const root of listed(roots)) visit(root, undefined)
  return {nodes, edges}
}

function treemap(db: unknown): Facts {
  return tree(read(call(db, 'getRoot'), 'children'), {label: 'name', value: 'value'})
}

function treeView(db: unknown): Facts {
  return tree(read(call(db, 'getRoot'), 'children'), {label: 'name'})
}

function ishikawa(db: unknown): Facts {
  return tree([call(db, 'getRoot')], {label: 'text'})
}

function packet(db: unknown): Facts {
  const fields = listed(call(db, 'getPacket')).flatMap(listed)
  return {nodes: fields.map((row) => ({id: string(read(row, 'start')), label: plain(read(row, 'label')), note: `${string(read(row, 'start'))}–${string(read(row, 'end'))}`}))}
}

function radar(db: unknown): Facts {
  const axes = listed(call(db, 'getAxes')).map((row) => plain(read(row, 'label')))
  return {
    nodes: listed(call(db, 'getCurves')).map((row) => ({
      id: string(read(row, 'name')),
      label: plain(read(row, 'label')),
      note: listed(read(row, 'entries')).map((value, index) => `${axes[index] ?? ''} ${string(value)}`).join('; ')
    }))
  }
}

function venn(db: unknown): Facts {
  const subsets = listed(call(db, 'getSubsetData')).map((row) => ({sets: listed(read(row, 'sets')).map(string), label: plain(read(row, 'label'))}))
  const names = new Map(subsets.flatMap(({sets: [set = '', ...others], label}) => (others.length === 0 && label ? [[set, label] as const] : [])))
  return {
    nodes: subsets.map(({sets, label}) => {
      const all = sets.map((set) => names.get(set) ?? set).join(' ∩ ')
      return {id: sets.join(' '), label: label || all, ...(sets.length > 1 && label && {note: all})}
    })
  }
}

function cynefin(db: unknown): Facts {
  const domains = rows(call(db, 'getDomains'))
  return {
    nodes: domains.map(([id, row]) => ({id, label: id, note: listed(read(row, 'items')).map((item) => plain(read(item, 'label'))).join('; ')})),
    edges: listed(call(db, 'getTransitions')).map((row) => ({from: string(read(row, 'from')), to: string(read(row, 'to')), label: plain(read(row, 'label'))}))
  }
}

function xychart(db: unknown): Facts {
  const data = call(db, 'getXYChartData')
  const axes = ['xAxis', 'yAxis'].map((axis) => plain(read(read(data, axis), 'title'))).filter(Boolean)
  return {
    nodes: listed(read(data, 'plots')).map((row, index) => ({
      id: String(index),
      label: plain(read(row, 'title')),
      ...(!plain(read(row, 'title')) && {called: string(read(row, 'type')) === 'line' ? ('line' as const) : ('bar' as const)}),
      note: listed(read(row, 'data')).map((pair) => listed(pair).map(rounded).join(': ')).join('; ')
    })),
    remarks: axes.map((text) => ({after: 0, text}))
  }
}

/** A label, or a number without the noise of having been reckoned. */
function rounded(value: unknown): string {
  const number = typeof value === 'number' ? value : /^-?\d+\.\d{4,}$/.test(string(value)) ? Number(value) : undefined
  if (number === undefined || !Number.isFinite(number)) return plain(value)
  return String(Math.abs(number) < 1 ? Number(number.toPrecision(3)) : Math.round(number * 100) / 100)
}

function sankey(db: unknown): Facts {
  const graph = call(db, 'getGraph')
  return {
    nodes: listed(read(graph, 'nodes')).map((row) => ({id: string(read(row, 'id')), label: plain(read(row, 'id'))})),
    edges: listed(read(graph, 'links')).map((row) => ({from: string(read(row, 'source')), to: string(read(row, 'target')), label: string(read(row, 'value'))}))
  }
}

function wardley(db: unknown): Facts {
  const data = call(db, 'getWardleyData')
  return {
    nodes: listed(read(data, 'nodes')).map((row) => ({id: string(read(row, 'id')), label: plain(read(row, 'label'))})),
    edges: listed(read(data, 'links')).map((row) => ({from: string(read(row, 'source')), to: string(read(row, 'target')), label: plain(read(row, 'label'))}))
  }
}

function quadrant(db: unknown): Facts {
  const data = call(db, 'getQuadrantData')
  const words = (name: string): string[] => listed(read(data, name)).map((row) => plain(read(read(row, 'text'), 'text'))).filter(Boolean)
  const axes = listed(read(data, 'axisLabels')).map((row) => plain(read(row, 'text'))).filter(Boolean)
  return {
    nodes: listed(read(data, 'points')).map((row) => {
      const label = plain(read(read(row, 'text'), 'text'))
      const note = words('quadrants').length > 0 ? quadrantOf(row, listed(read(data, 'quadrants'))) : ''
      return {id: label, label, ...(note && {note})}
    }),
    remarks: [...axes, ...words('quadrants')].map((text) => ({after: 0, text}))
  }
}

/** The words of the quadrant that a point lies in. */
function quadrantOf(point: unknown, quadrants: readonly unknown[]): string {
  const [x, y] = ['x', 'y'].map((name) => Number(read(point, name)))
  const within = (at: number | undefined, from: unknown, length: unknown): boolean => at !== undefined && at >= Number(from) && at <= Number(from) + Number(length)
  const found = quadrants.find((row) => within(x, read(row, 'x'), read(row, 'width')) && within(y, read(row, 'y'), read(row, 'height')))
  return plain(read(read(found, 'text'), 'text'))
}

/** The rules of a grammar, each written out. */
function railroad(db: unknown): Facts {
  return {nodes: listed(call(db, 'getRules')).map((row) => ({id: string(read(row, 'name')), label: plain(read(row, 'name')), note: grammar(read(row, 'definition'))}))}
}

function grammar(term: unknown): string {
  const inner = grammar.bind(undefined)
  switch (read(term, 'type')) {
    case 'terminal':
      return `“${string(read(term, 'value'))}”`
    case 'sequence':
      return listed(read(term, 'elements')).map(inner).join(' ')
    case 'choice':
      return `(${listed(read(term, 'alternatives')).map(inner).join(' | ')})`
    case 'optional':
      return `[${inner(read(term, 'element'))}]`
    case 'repetition':
      return `{${inner(read(term, 'element'))}}`
    default:
      return string(read(term, 'name')) || string(read(term, 'value'))
  }
}

/** How each of these types is read. */
export const charts: readonly (readonly [type: string, reader: (db: unknown) => Facts])[] = [
  ['treemap', treemap],
  ['treeView', treeView],
  ['ishikawa', ishikawa],
  ['packet', packet],
  ['radar', radar],
  ['venn', venn],
  ['cynefin', cynefin],
  ['xychart', xychart],
  ['sankey', sankey],
  ['wardley', wardley],
  ['quadrantChart', quadrant],
  ['railroad', railroad],
  ['railroadEbnf', railroad],
  ['railroadAbnf', railroad],
  ['railroadPeg', railroad]
]
