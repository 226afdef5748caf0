/** Table: functions of lists and objects. Those that take an expression for each item are in `lazy.ts`. */

import type {BaseFunction, Functions} from './functions.ts'
import {exhausted, longestText, mostItems, spend} from './run.ts'
import {isSame, listOf, numberOf, sortOrder, textOf, type Value} from './value.ts'

function onList(use: (items: readonly Value[], args: readonly Value[]) => Value): BaseFunction {
  return (self, args, {run}) => {
    if (self === null || typeof self !== 'object' || self.kind !== 'list') return null
    return spend(run, self.items.length) ? use(self.items, args) : exhausted
  }
}

/** Whether an item is one of a list: text without case, and a tag with or without its sign. */
function holds(items: readonly Value[], wanted: Value): boolean {
  const key = typeof wanted === 'string' ? plain(wanted) : undefined
  return items.some((item) => isSame(item, wanted) || (key !== undefined && typeof item === 'string' && plain(item) === key))
}

function plain(text: string): string {
  return text.replace(/^#/, '').toLowerCase()
}

function flat(items: readonly Value[], depth: number): Value[] {
  return items.flatMap((item) => (item !== null && typeof item === 'object' && item.kind === 'list' && depth < 10 ? flat(item.items, depth + 1) : [item])).slice(0, mostItems)
}

/** Each once, the first of those that are the same. Texts and numbers are looked up; the rest is compared with the few of its kind. */
function unique(items: readonly Value[]): Value[] {
  const known = new Set<string>()
  return items.filter((item) => {
    const path = item !== null && typeof item === 'object' && item.kind === 'link' ? item.path : undefined
    const key = `${typeof item}\0${path ?? textOf(item)}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

/** The numbers of a list. */
export function numbersIn(items: readonly Value[]): number[] {
  return items.filter((item) => typeof item === 'number')
}

/** Sum. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}

/** Middle of sorted numbers. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Standard deviation of all there are, not of a sample. */
export function deviationOf(numbers: readonly number[]): number {
  const mean = sumOf(numbers) / numbers.length
  return Math.sqrt(sumOf(numbers.map((each) => (each - mean) ** 2)) / numbers.length)
}

function ofNumbers(use: (numbers: readonly number[]) => number): BaseFunction {
  return onList((items) => {
    const numbers = numbersIn(items)
    return numbers.length === 0 ? null : numberOf(use(numbers))
  })
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b))
const greatest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b))

export const listFunctions: Functions = new Map<string, BaseFunction>([
  ['contains', onList((items, [wanted = null]) => holds(items, wanted))],
  ['containsAll', onList((items, wanted) => wanted.every((each) => holds(items, each)))],
  ['containsAny', onList((items, wanted) => wanted.some((each) => holds(items, each)))],
  ['flat', onList((items) => listOf(flat(items, 0)))],
  ['isEmpty', onList((items) => items.length === 0)],
  ['join', onList((items, [by = ', ']) => items.map(textOf).join(textOf(by)).slice(0, longestText))],
  ['length', onList((items) => items.length)],
  ['reverse', onList((items) => listOf([...items].reverse()))],
  ['slice', onList((items, [start, end]) => listOf(items.slice(typeof start === 'number' ? start : 0, typeof end === 'number' ? end : undefined)))],
  ['sort', onList((items) => listOf([...items].sort((a, b) => sortOrder(a, b, 1))))],
  ['unique', onList((items) => listOf(unique(items)))],
  ['first', onList((items) => items[0] ?? null)],
  ['last', onList((items) => items.at(-1) ?? null)],
  ['sum', ofNumbers(sumOf)],
  ['mean', ofNumbers((numbers) => sumOf(numbers) / numbers.length)],
  ['average', ofNumbers((numbers) => sumOf(numbers) / numbers.length)],
  ['median', ofNumbers(medianOf)],
  ['stddev', ofNumbers(deviationOf)],
  ['min', ofNumbers(least)],
  ['max', ofNumbers(greatest)]
])

function onObject(use: (entries: ReadonlyMap<string, Value>) => Value): BaseFunction {
  return (self) => (self !== null && typeof self === 'object' && self.kind === 'object' ? use(self.entries) : null)
}

export const objectFunctions: Functions = new Map<string, BaseFunction>([
  ['isEmpty', onObject((entries) => entries.size === 0)],
  ['keys', onObject((entries) => listOf([...entries.keys()]))],
  ['values', onObject((entries) => listOf([...entries.values()]))]
])
