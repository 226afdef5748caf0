/** Values of expressions: what they are, how they compare, how they read as text. Pure and total. */

import type {PropertyValue, VaultPath} from '../model.ts'
import {byName, nameKey} from '../names.ts'
import type {Pattern} from './pattern.ts'
import type {BaseFile} from './world.ts'

export interface DateValue {
  readonly kind: 'date'
  /** Milliseconds since 1970 of the clock on the wall: no time zone ever shifts it (P-03). */
  readonly time: number
  readonly hasTime: boolean
}
export interface LinkValue {
  readonly kind: 'link'
  readonly target: string
  readonly text?: string
  /** The file it leads to, if that is published. */
  readonly path?: VaultPath
  readonly anchor?: string
}
export interface DurationValue {
  readonly kind: 'duration'
  readonly months: number
  readonly ms: number
}

export type Value =
  | null
  | boolean
  | number
  | string
  | DateValue
  | DurationValue
  | LinkValue
  | {readonly kind: 'file'; readonly file: BaseFile}
  | {readonly kind: 'list'; readonly items: readonly Value[]}
  | {readonly kind: 'object'; readonly entries: ReadonlyMap<string, Value>}
  | {readonly kind: 'regex'; readonly pattern: Pattern; readonly global: boolean}
  | {readonly kind: 'image'; readonly of: Value}
  | {readonly kind: 'icon'; readonly name: string}
  /** The properties of a file: `note`, and `this` without `file`. */
  | {readonly kind: 'note'; readonly file: BaseFile}
  | {readonly kind: 'formulas'}
  /** What went wrong; it goes through every operation and is shown in its cell. */
  | {readonly kind: 'error'; readonly message: string}

export type Kind = 'null' | 'boolean' | 'number' | 'string' | Extract<Value, {kind: string}>['kind']

/** What a value is. */
export function kindOf(value: Value): Kind {
  if (value === null) return 'null'
  if (typeof value === 'object') return value.kind
  return typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'number' : 'string'
}

/** An error as a value. */
export function failure(message: string): Value {
  return {kind: 'error', message}
}

/** Whether a value is an error. */
export function isError(value: Value): value is Extract<Value, {kind: 'error'}> {
  return value !== null && typeof value === 'object' && value.kind === 'error'
}

/** Deepest nesting of lists: what is deeper could not be printed or compared. */
const deepest = 40

// How deep a list is nested is known when it is made, and lists do not change.
const depths = new WeakMap<object, number>()

/** A list. */
export function listOf(items: readonly Value[]): Value {
  const depth = 1 + items.reduce<number>((most, item) => Math.max(most, item !== null && typeof item === 'object' ? (depths.get(item) ?? 0) : 0), 0)
  if (depth > deepest) return failure('lists are nested too deep')
  const made: Value = {kind: 'list', items}
  depths.set(made, depth)
  return made
}

/** An object; it counts as a list of its values. */
export function objectOf(entries: ReadonlyMap<string, Value>): Value {
  const inside = listOf([...entries.values()])
  if (isError(inside)) return inside
  const made: Value = {kind: 'object', entries}
  depths.set(made, depths.get(inside as object) ?? 1)
  return made
}

/** Number, or an error where arithmetic leaves the numbers. */
export function numberOf(value: number): Value {
  return Number.isFinite(value) ? value : failure('this is no number')
}

/** A date from text such as `2026-11-23` or `2026-11-23T10:30`. */
export function dateFrom(text: string): DateValue | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return new Date(time).toISOString().startsWith(`${year}-${month}-${day}`) ? {kind: 'date', time, hasTime: match[4] !== undefined} : undefined
}

/** A date as it is written: `2026-11-23`, with a time where it has one. */
export function dateText({time, hasTime}: DateValue): string {
  const whole = Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : ''
  if (!hasTime) return whole.slice(0, -14)
  return whole.slice(0, -5).replace('T', ' ').replace(/:00$/, '')
}

/** A property as a value; text that is a date or a link is one. */
export function valueFrom(property: PropertyValue | undefined, linkFrom: (text: string) => LinkValue | undefined): Value {
  if (property === undefined || property === null) return null
  if (typeof property === 'string') return dateFrom(property) ?? linkFrom(property) ?? property
  if (typeof property !== 'object') return property
  if (Array.isArray(property)) return listOf(property.map((item) => valueFrom(item, linkFrom)))
  return objectOf(new Map(Object.entries(property).map(([key, item]) => [key, valueFrom(item, linkFrom)])))
}

/** Whether a value counts as true: nothing, `false`, 0 and what is empty do not. */
export function isTruthy(value: Value): boolean {
  if (value === null || value === false || value === 0 || value === '') return false
  if (typeof value !== 'object') return true
  return value.kind === 'list' ? value.items.length > 0 : value.kind !== 'error'
}

/** A value as text. */
export function textOf(value: Value): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  switch (value.kind) {
    case 'date':
      return dateText(value)
    case 'duration':
      return [value.months === 0 ? '' : `${value.months} months`, value.ms === 0 ? '' : `${value.ms} ms`].filter(Boolean).join(' ')
    case 'link':
      return value.text ?? value.target
    case 'file':
      return value.file.name
    case 'list':
      return joined(value.items)
    case 'object':
      return [...value.entries].map(([key, item]) => `${key}: ${textOf(item)}`).join(', ')
    case 'image':
      return textOf(value.of)
    case 'icon':
      return value.name
    case 'error':
      return value.message
    default:
      return ''
  }
}

/** Longest text of a list: lists in lists can be longer than anybody reads. */
const longestText = 100_000

function joined(items: readonly Value[]): string {
  let text = ''
  for (const [index, item] of items.entries()) {
    text += (index === 0 ? '' : ', ') + textOf(item)
    if (text.length > longestText) return text.slice(0, longestText)
  }
  return text
}

/** The file that a value names, by path. */
export function pathOf(value: Value): VaultPath | undefined {
  if (value === null || typeof value !== 'object') return undefined
  if (value.kind === 'file' || value.kind === 'note') return value.file.path
  return value.kind === 'link' ? value.path : undefined
}

/** Whether two values are the same: links by where they lead, dates by their time. */
export function isSame(a: Value, b: Value): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return isSamePlain(a, b)
  const [one, other] = [pathOf(a), pathOf(b)]
  if (one !== undefined || other !== undefined) return one === other
  if (a.kind === 'link' && b.kind === 'link') return nameKey(a.target) === nameKey(b.target)
  if (a.kind === 'date' && b.kind === 'date') return a.time === b.time
  if (a.kind === 'list' && b.kind === 'list') return a.items.length === b.items.length && a.items.every((item, index) => isSame(item, b.items[index] ?? null))
  return a.kind === b.kind && textOf(a) === textOf(b)
}

function isSamePlain(a: Value, b: Value): boolean {
  if (typeof a === 'object' && a !== null && typeof b === 'string') return isSamePlain(b, a)
  if (typeof a !== 'string' || b === null || typeof b !== 'object') return a === b
  if (b.kind === 'date') return dateFrom(a)?.time === b.time
  if (b.kind === 'link') return nameKey(a) === nameKey(b.target) || a === `[[${b.target}]]`
  return b.kind === 'file' && (a === b.file.path || a === b.file.name)
}

/** Order of two values; those that cannot be compared are `undefined`. */
export function compare(a: Value, b: Value): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [timeOf(a, b), timeOf(b, a)]
  if (one !== undefined && other !== undefined) return one - other
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a === null || b === null || isError(a) || isError(b)) return undefined
  const isPlain = (value: Value): boolean => typeof value === 'string' || (typeof value === 'object' && value !== null && (value.kind === 'link' || value.kind === 'file'))
  return isPlain(a) && isPlain(b) ? byName(textOf(a), textOf(b)) : undefined
}

/** The time of a date, or of text beside a date. */
function timeOf(value: Value, beside: Value): number | undefined {
  if (value !== null && typeof value === 'object' && value.kind === 'date') return value.time
  const isBeside = beside !== null && typeof beside === 'object' && beside.kind === 'date'
  return isBeside && typeof value === 'string' ? dateFrom(value)?.time : undefined
}

/** Order for sorting: everything has a place, nothing comes last, kinds keep together. */
export function sortOrder(a: Value, b: Value, direction: 1 | -1): number {
  const [none, other] = [isNothing(a), isNothing(b)]
  if (none || other) return Number(none) - Number(other)
  const order = compare(a, b)
  if (order !== undefined) return order * direction
  return (byName(kindOf(a), kindOf(b)) || byName(textOf(a), textOf(b))) * direction
}

/** Whether there is nothing to show. */
export function isNothing(value: Value): boolean {
  return value === null || value === '' || isError(value) || (typeof value === 'object' && value.kind === 'list' && value.items.length === 0)
}
