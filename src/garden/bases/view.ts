/** A view as rows: filtered, sorted, grouped, cut and summed up. Pure. */

import {byCodePoint, byName} from '../names.ts'
import {type BaseView, columnKey, type Filter, type SortBy} from './definition.ts'
import {evaluate, formula} from './evaluate.ts'
import {fileField} from './fields.ts'
import {propertyOf, type Run, type Scope} from './run.ts'
import {summarise} from './summaries.ts'
import {failure, isError, isTruthy, sortOrder, textOf, type Value} from './value.ts'
import type {BaseFile} from './world.ts'

export interface Column {
  /** As the view names it: `file.name`, `price`, `formula.total`. */
  readonly id: string
  readonly title: string
}

export interface Row {
  readonly file: BaseFile
  readonly cells: readonly Value[]
}

export interface Group {
  /** What its rows share; nothing where rows are not grouped. */
  readonly key?: Value
  readonly rows: readonly Row[]
}

export interface ViewResult {
  readonly columns: readonly Column[]
  readonly groups: readonly Group[]
  /** Rows before a page's own limit cut them. */
  readonly count: number
  readonly summaries: readonly (Value | undefined)[]
  /** What went wrong in a filter, once. */
  readonly problem?: string
}

/** Most rows that a page carries of one view. */
export const mostRows = 1000

/** Run a view. */
export function runView(view: BaseView, run: Run): ViewResult {
  const problems = new Set<string>()
  const holds = (filter: Filter | undefined, file: BaseFile): boolean => filter === undefined || passes(filter, scopeOf(file, run), problems)
  const files = run.world.files.filter((file) => holds(run.definition.filter, file) && holds(view.filter, file))
  const sorted = sortFiles(files, view, run).slice(0, view.limit ?? files.length)
  const columns = view.order.map((id): Column => ({id, title: titleOf(id, run)}))
  const rows = sorted.slice(0, mostRows).map((file): Row => ({file, cells: columns.map(({id}) => columnValue(id, file, run))}))
  const [problem] = problems
  return {
    columns,
    groups: grouped(rows, view.groupBy, run),
    count: sorted.length,
    summaries: columns.map(({id}) => summaryOf(view, id, {files: sorted, run})),
    ...(problem === undefined ? {} : {problem})
  }
}

function scopeOf(file: BaseFile, run: Run): Scope {
  return {run, file, locals: new Map()}
}

function passes(filter: Filter, scope: Scope, problems: Set<string>): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.of.every((each) => passes(each, scope, problems))
    case 'or':
      return filter.of.length === 0 || filter.of.some((each) => passes(each, scope, problems))
    case 'not':
      return !filter.of.some((each) => passes(each, scope, problems))
    case 'expression': {
      const value = 'reason' in filter.expression ? failure(filter.expression.reason) : evaluate(filter.expression, scope)
      if (isError(value)) problems.add(value.message)
      return isTruthy(value)
    }
  }
}

/** The value of a column for a file. */
export function columnValue(id: string, file: BaseFile, run: Run): Value {
  if (id.startsWith('formula.')) return formula(id.slice('formula.'.length), scopeOf(file, run))
  if (id.startsWith('file.')) return fileField(file, id.slice('file.'.length), run) ?? null
  return propertyOf(file, columnKey(id), run)
}

/** The name that readers see: the author's own, else the property's. */
function titleOf(id: string, {definition}: Run): string {
  return definition.names.get(columnKey(id)) ?? columnKey(id).replace(/^(?:file|formula)\./, '')
}

function sortFiles(files: readonly BaseFile[], {sort, groupBy}: BaseView, run: Run): BaseFile[] {
  const keys = [...(groupBy ? [groupBy] : []), ...sort]
  const keyed = files.map((file) => ({file, values: keys.map(({property}) => columnValue(property, file, run))}))
  keyed.sort((a, b) => byKeys(keys, a.values, b.values) || byName(a.file.basename, b.file.basename) || byCodePoint(a.file.path, b.file.path))
  return keyed.map(({file}) => file)
}

function byKeys(keys: readonly SortBy[], a: readonly Value[], b: readonly Value[]): number {
  for (const [index, {direction}] of keys.entries()) {
    const order = sortOrder(a[index] ?? null, b[index] ?? null, direction)
    if (order !== 0) return order
  }
  return 0
}

function grouped(rows: readonly Row[], groupBy: SortBy | undefined, run: Run): Group[] {
  if (!groupBy) return rows.length > 0 ? [{rows}] : []
  const groups = new Map<string, {key: Value; rows: Row[]}>()
  for (const row of rows) {
    const key = columnValue(groupBy.property, row.file, run)
    const name = textOf(key)
    const group = groups.get(name)
    if (group) group.rows.push(row)
    else groups.set(name, {key, rows: [row]})
  }
  return [...groups.values()]
}

function summaryOf(view: BaseView, id: string, {files, run}: {files: readonly BaseFile[]; run: Run}): Value | undefined {
  const name = view.summaries.get(columnKey(id))
  const [host] = files
  if (name === undefined || !host) return undefined
  const values = files.map((file) => columnValue(id, file, run))
  return summarise(name, values, scopeOf(host, run))
}
