/** The YAML of a base as a definition (Ba-01, Ba-02, Ba-06). What cannot be read is told with its place; the rest counts. */

import {type Expression, parseExpression} from './expression.ts'
import type {ExpressionProblem} from './tokens.ts'
import {yaml} from '../yaml.ts'

/** A condition: an expression, or several joined. */
export type Filter =
  | {readonly kind: 'expression'; readonly expression: Expression | ExpressionProblem}
  | {readonly kind: 'and' | 'or' | 'not'; readonly of: readonly Filter[]}

/** A property and the direction it sorts in. */
export interface SortBy {
  readonly property: string
  readonly direction: 1 | -1
}

export interface BaseView {
  readonly type: 'table' | 'cards' | 'list' | 'map'
  readonly name: string
  readonly filter?: Filter
  /** Properties that are shown, in order. */
  readonly order: readonly string[]
  readonly sort: readonly SortBy[]
  readonly groupBy?: SortBy
  readonly limit?: number
  /** Name of a summary by property. */
  readonly summaries: ReadonlyMap<string, string>
  /** Cards: the property that holds a picture, and how it fills its place. */
  readonly image?: string
  readonly imageFit: 'cover' | 'contain'
  /** Height of the picture by its width. */
  readonly imageRatio: number
  /** Width of a card in pixels. */
  readonly cardSize: number
  readonly rowHeight: 'short' | 'medium' | 'tall'
  /** Lists: how items begin. */
  readonly markers: 'bullets' | 'numbers' | 'none'
  readonly separator: string
  readonly indentProperties: boolean
  /** Map: the property with coordinates. */
  readonly coordinates?: string
}

export interface BaseDefinition {
  readonly filter?: Filter
  readonly formulas: ReadonlyMap<string, Expression | ExpressionProblem>
  /** Names of columns by property. */
  readonly names: ReadonlyMap<string, string>
  readonly summaries: ReadonlyMap<string, Expression | ExpressionProblem>
  readonly views: readonly BaseView[]
}

/** What is wrong; line and column count from 1 in the base's own text. */
export interface DefinitionProblem {
  readonly line: number
  readonly column: number
  readonly reason: string
}

export interface ReadDefinition {
  readonly definition: BaseDefinition
  readonly problems: readonly DefinitionProblem[]
  /** Keys at the top and their values, for what they say of visibility. */
  readonly top: ReadonlyMap<string, unknown>
  readonly broken: boolean
}

/** Longest base, in characters; most views, formulas and parts of a filter. */
const longest = 100_000
const mostParts = 200
const deepest = 20

const empty: BaseDefinition = {formulas: new Map(), names: new Map(), summaries: new Map(), views: []}

interface Reader {
  readonly problems: DefinitionProblem[]
  readonly place: (path: readonly (string | number)[]) => {readonly line: number; readonly column: number}
}

type Path = readonly (string | number)[]

/** Read a base. */
export function readDefinition(source: string): ReadDefinition {
  const fail = (reason: string, at = {line: 1, column: 1}): ReadDefinition => ({definition: empty, problems: [{...at, reason}], top: new Map(), broken: true})
  if (source.length > longest) return fail(`it holds more than ${longest} characters`)
  const {LineCounter, parseDocument} = yaml()
  const counter = new LineCounter()
  const at = (offset: number): {line: number; column: number} => {
    const {line, col} = counter.linePos(offset)
    return {line: Math.max(1, line), column: Math.max(1, col)}
  }
  try {
    const document = parseDocument(source, {lineCounter: counter, uniqueKeys: false, logLevel: 'silent'})
    const [error] = document.errors
    if (error) return fail((error.message.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''), at(error.pos[0]))
    const plain = mapOf(document.toJS({mapAsMap: true, maxAliasCount: 100}) ?? new Map())
    if (!plain) return fail('it is not `name: value` lines')
    const reader: Reader = {problems: [], place: (path) => at(rangeOf(document.getIn(path, true)))}
    return {definition: definitionOf(plain, reader), problems: reader.problems, top: plain, broken: false}
  } catch (error) {
    return fail(error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error))
  }
}

function rangeOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0
}

function mapOf(value: unknown): Map<string, unknown> | undefined {
  if (!(value instanceof Map)) return undefined
  return new Map([...value].map(([key, item]) => [String(key), item]))
}

function textIn(map: ReadonlyMap<string, unknown>, key: string): string | undefined {
  const value = map.get(key)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

function problem({problems, place}: Reader, path: Path, reason: string): void {
  problems.push({...place(path), reason})
}

function definitionOf(map: ReadonlyMap<string, unknown>, reader: Reader): BaseDefinition {
  const filter = map.has('filters') ? filterOf(map.get('filters'), ['filters'], {reader, depth: 0}) : undefined
  const names = new Map<string, string>()
  for (const [key, value] of mapOf(map.get('properties')) ?? []) {
    const name = textIn(mapOf(value) ?? new Map(), 'displayName')
    if (name !== undefined) names.set(columnKey(key), name)
  }
  const views = Array.isArray(map.get('views')) ? (map.get('views') as unknown[]) : []
  const read = views.slice(0, mostParts).flatMap((view, index) => viewOf(mapOf(view), ['views', index], reader))
  return {
    ...(filter ? {filter} : {}),
    formulas: expressionsOf(map, 'formulas', reader),
    names,
    summaries: expressionsOf(map, 'summaries', reader),
    // A base without views shows its files as a table.
    views: read.length > 0 ? read : [{...plainView, type: 'table', name: '', order: ['file.name']}]
  }
}

function expressionsOf(map: ReadonlyMap<string, unknown>, key: string, reader: Reader): Map<string, Expression | ExpressionProblem> {
  const found = mapOf(map.get(key)) ?? new Map<string, unknown>()
  return new Map([...found].slice(0, mostParts).map(([name, value]) => [name, expressionOf(value, [key, name], reader)]))
}

function expressionOf(value: unknown, path: Path, reader: Reader): Expression | ExpressionProblem {
  const parsed = typeof value === 'object' && value !== null ? {at: 0, reason: 'it is no expression'} : parseExpression(String(value ?? ''))
  if ('reason' in parsed) problem(reader, path, `“${path.at(-1)}”: ${parsed.reason}`)
  return parsed
}

interface Nest {
  readonly reader: Reader
  readonly depth: number
}

/** A filter: text, or `and`, `or` and `not` over others (Ba-02). */
function filterOf(value: unknown, path: Path, {reader, depth}: Nest): Filter | undefined {
  if (typeof value === 'string' && value.trim() !== '') return {kind: 'expression', expression: expressionOf(value, path, reader)}
  const map = mapOf(value)
  if (!map || depth > deepest) {
    if (value !== null && value !== undefined && value !== '') problem(reader, path, depth > deepest ? 'filters are nested too deep' : 'a filter is text, or `and`, `or` or `not`')
    return undefined
  }
  const parts = [...map].flatMap(([kind, of]): Filter[] => {
    if (kind !== 'and' && kind !== 'or' && kind !== 'not') {
      problem(reader, [...path, kind], `“${kind}” joins no filters; \`and\`, \`or\` and \`not\` do`)
      return []
    }
    const list = Array.isArray(of) ? of.slice(0, mostParts) : [of]
    return [{kind, of: list.flatMap((each, index) => filterOf(each, Array.isArray(of) ? [...path, kind, index] : [...path, kind], {reader, depth: depth + 1}) ?? [])}]
  })
  return parts.length === 1 ? parts[0] : {kind: 'and', of: parts}
}

const plainView: Omit<BaseView, 'type' | 'name'> = {
  order: [],
  sort: [],
  summaries: new Map(),
  imageFit: 'cover',
  imageRatio: 0.6,
  cardSize: 200,
  rowHeight: 'short',
  markers: 'bullets',
  separator: ', ',
  indentProperties: false
}

const types: ReadonlyMap<string, BaseView['type']> = new Map([
  ['table', 'table'],
  ['cards', 'cards'],
  ['list', 'list'],
  ['map', 'map']
])

function viewOf(map: Map<string, unknown> | undefined, path: Path, reader: Reader): BaseView[] {
  if (!map) {
    problem(reader, path, 'a view is `name: value` lines')
    return []
  }
  const written = textIn(map, 'type') ?? 'table'
  const type = types.get(written)
  if (!type) problem(reader, [...path, 'type'], `views of type “${written}” are shown as tables`)
  const filter = map.has('filters') ? filterOf(map.get('filters'), [...path, 'filters'], {reader, depth: 0}) : undefined
  const groupBy = sortOf(map.get('groupBy'))
  const limit = Number(textIn(map, 'limit') ?? Number.NaN)
  const order = listIn(map, 'order').flatMap((each) => (typeof each === 'string' ? [each] : []))
  return [{
    ...plainView,
    type: type ?? 'table',
    name: textIn(map, 'name') ?? '',
    ...(filter ? {filter} : {}),
    order: order.length > 0 ? order.slice(0, mostParts) : ['file.name'],
    sort: listIn(map, 'sort').slice(0, mostParts).flatMap((each) => sortOf(each) ?? []),
    ...(groupBy ? {groupBy} : {}),
    ...(limit >= 0 ? {limit: Math.floor(limit)} : {}),
    summaries: new Map([...(mapOf(map.get('summaries')) ?? [])].map(([key, name]) => [columnKey(key), String(name)])),
    ...shapeOf(map)
  }]
}

function listIn(map: ReadonlyMap<string, unknown>, key: string): readonly unknown[] {
  const value = map.get(key)
  return Array.isArray(value) ? value : []
}

function shapeOf(map: ReadonlyMap<string, unknown>): Partial<BaseView> {
  const image = textIn(map, 'image')
  const coordinates = textIn(map, 'coordinates')
  const markers = textIn(map, 'markers')
  const height = textIn(map, 'rowHeight')
  return {
    ...(image ? {image} : {}),
    ...(coordinates ? {coordinates} : {}),
    imageFit: textIn(map, 'imageFit') === 'contain' ? 'contain' : 'cover',
    imageRatio: within(Number(textIn(map, 'imageAspectRatio') ?? 0.6), [0.2, 3], 0.6),
    cardSize: within(Number(textIn(map, 'cardSize') ?? 200), [50, 800], 200),
    rowHeight: height === 'medium' || height === 'tall' ? height : 'short',
    markers: markers === 'numbers' || markers === 'number' ? 'numbers' : markers === 'none' ? 'none' : 'bullets',
    separator: (textIn(map, 'separator') ?? ', ').slice(0, 20),
    indentProperties: textIn(map, 'indentProperties') === 'true'
  }
}

function within(value: number, [least, most]: readonly [number, number], otherwise: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise
}

function sortOf(value: unknown): SortBy | undefined {
  const map = mapOf(value)
  const property = map ? (textIn(map, 'property') ?? textIn(map, 'column')) : typeof value === 'string' ? value : undefined
  return property === undefined ? undefined : {property, direction: /^desc/i.test((map && textIn(map, 'direction')) ?? '') ? -1 : 1}
}

/** One name for a column, however it is written: `note.price` is `price`. */
export function columnKey(written: string): string {
  return written.replace(/^note\.|^note\["(.*)"\]$/, '$1')
}
