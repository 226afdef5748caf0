/** Table: what the foot of a column can say (Ba-06). A name that is not here is one of the base's own, a formula over `values`. */

import {evaluate} from './evaluate.ts'
import {deviationOf, medianOf, numbersIn, sumOf} from './functions-list.ts'
import type {Scope} from './run.ts'
import {type DateValue, failure, isNothing, isTruthy, listOf, numberOf, textOf, type Value} from './value.ts'

type Summary = (values: readonly Value[]) => Value

function ofNumbers(use: (numbers: readonly number[]) => number): Summary {
  return (values) => {
    const numbers = numbersIn(values)
    return numbers.length === 0 ? null : numberOf(use(numbers))
  }
}

function datesIn(values: readonly Value[]): DateValue[] {
  return values.filter((value) => value !== null && typeof value === 'object' && value.kind === 'date')
}

function ofDates(better: (a: DateValue, b: DateValue) => boolean): Summary {
  return (values) => {
    const [first, ...rest] = datesIn(values)
    return first ? rest.reduce((best, each) => (better(each, best) ? each : best), first) : null
  }
}

/** What was divided, with as many digits as the foot of a column has room for. */
function short(value: number): number {
  return Math.abs(value) >= 1 ? Math.round(value * 100) / 100 : Number(value.toPrecision(3))
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b))
const greatest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b))

const summaries: ReadonlyMap<string, Summary> = new Map<string, Summary>([
  ['average', ofNumbers((numbers) => short(sumOf(numbers) / numbers.length))],
  ['min', ofNumbers(least)],
  ['max', ofNumbers(greatest)],
  ['sum', ofNumbers(sumOf)],
  ['range', (values) => {
    const dates = datesIn(values).map(({time}) => time)
    const numbers = dates.length > 0 ? dates : numbersIn(values)
    return numbers.length === 0 ? null : greatest(numbers) - least(numbers)
  }],
  ['median', ofNumbers(medianOf)],
  ['stddev', ofNumbers((numbers) => short(deviationOf(numbers)))],
  ['earliest', ofDates((a, b) => a.time < b.time)],
  ['latest', ofDates((a, b) => a.time > b.time)],
  ['checked', (values) => values.filter((value) => value === true).length],
  ['unchecked', (values) => values.filter((value) => value === false).length],
  ['empty', (values) => values.filter(isNothing).length],
  ['filled', (values) => values.filter((value) => !isNothing(value)).length],
  ['unique', (values) => new Set(values.filter((value) => isTruthy(value) || value === 0 || value === false).map(textOf)).size]
])

/** Sum up a column. */
export function summarise(name: string, values: readonly Value[], scope: Scope): Value {
  const known = summaries.get(name.toLowerCase())
  const own = scope.run.definition.summaries.get(name)
  if (own !== undefined) return 'reason' in own ? failure(own.reason) : evaluate(own, {...scope, locals: new Map([['values', listOf(values)]])})
  return known ? known(values) : failure(`there is no summary “${name}”`)
}
