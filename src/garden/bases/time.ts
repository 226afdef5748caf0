/** Dates and durations: reading, adding, printing. Pure; the clock is the garden's today. */

import {type DateValue, type DurationValue, failure, type Value} from './value.ts'

const second = 1000
const day = 86_400 * second

/** Units of a duration (Ba-04): months are counted by the calendar. */
const units = new Map<string, {months?: number; ms?: number}>()
for (const [names, unit] of [
  [['y', 'year', 'years'], {months: 12}],
  [['M', 'month', 'months'], {months: 1}],
  [['w', 'week', 'weeks'], {ms: 7 * day}],
  [['d', 'day', 'days'], {ms: day}],
  [['h', 'hour', 'hours'], {ms: 3600 * second}],
  [['m', 'minute', 'minutes'], {ms: 60 * second}],
  [['s', 'second', 'seconds'], {ms: second}],
  [['ms', 'millisecond', 'milliseconds'], {ms: 1}]
] as const) {
  for (const name of names) units.set(name, unit)
}

/** A duration from text such as `1d` or `2 weeks`, from milliseconds, or as it is. */
export function durationFrom(value: Value): DurationValue | undefined {
  if (typeof value === 'number') return {kind: 'duration', months: 0, ms: value}
  if (value !== null && typeof value === 'object') return value.kind === 'duration' ? value : undefined
  return typeof value === 'string' && value.length <= 100 ? readDuration(value.trim()) : undefined
}

function readDuration(written: string): DurationValue | undefined {
  const parts = [...written.matchAll(/\s*([+-]?\d{1,9}(?:\.\d{1,9})?)\s*([A-Za-z]+),?/gy)]
  const read = parts.reduce((length, [part]) => length + part.length, 0)
  if (parts.length === 0 || read !== written.length) return undefined
  let [months, ms] = [0, 0]
  for (const [, count, name = ''] of parts) {
    // `M` is a month and `m` a minute; longer names have no case.
    const unit = units.get(name) ?? units.get(name.toLowerCase())
    if (!unit) return undefined
    months += Number(count) * (unit.months ?? 0)
    ms += Number(count) * (unit.ms ?? 0)
  }
  return {kind: 'duration', months, ms}
}

/** A date some time later or earlier. The last day of a month stays in its month. */
export function addDuration(date: DateValue, {months, ms}: DurationValue, sign: 1 | -1): Value {
  const from = new Date(date.time)
  const whole = Math.trunc(months) * sign
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + whole, 1))
  const last = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate()
  const moved = whole === 0 ? date.time : month.setUTCDate(Math.min(from.getUTCDate(), last)) + (date.time - Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()))
  const time = moved + ms * sign
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return failure('this date is too far away')
  return {kind: 'date', time, hasTime: date.hasTime || ms % day !== 0}
}

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const two = (value: number): string => String(value).padStart(2, '0')

/** Signs of a format, as in Moment.js; what stands in brackets is text. */
const signs: ReadonlyMap<string, (date: Date) => string> = new Map<string, (date: Date) => string>([
  ['YYYY', (date) => String(date.getUTCFullYear())],
  ['YY', (date) => two(date.getUTCFullYear() % 100)],
  ['MMMM', (date) => monthNames[date.getUTCMonth()] ?? ''],
  ['MMM', (date) => (monthNames[date.getUTCMonth()] ?? '').slice(0, 3)],
  ['MM', (date) => two(date.getUTCMonth() + 1)],
  ['M', (date) => String(date.getUTCMonth() + 1)],
  ['DD', (date) => two(date.getUTCDate())],
  ['Do', (date) => ordinal(date.getUTCDate())],
  ['D', (date) => String(date.getUTCDate())],
  ['dddd', (date) => dayNames[date.getUTCDay()] ?? ''],
  ['ddd', (date) => (dayNames[date.getUTCDay()] ?? '').slice(0, 3)],
  ['HH', (date) => two(date.getUTCHours())],
  ['H', (date) => String(date.getUTCHours())],
  ['hh', (date) => two(date.getUTCHours() % 12 || 12)],
  ['h', (date) => String(date.getUTCHours() % 12 || 12)],
  ['mm', (date) => two(date.getUTCMinutes())],
  ['m', (date) => String(date.getUTCMinutes())],
  ['ss', (date) => two(date.getUTCSeconds())],
  ['s', (date) => String(date.getUTCSeconds())],
  ['SSS', (date) => String(date.getUTCMilliseconds()).padStart(3, '0')],
  ['A', (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM')],
  ['a', (date) => (date.getUTCHours() < 12 ? 'am' : 'pm')],
  ['Q', (date) => String(Math.floor(date.getUTCMonth() / 3) + 1)],
  ['X', (date) => String(Math.floor(date.getTime() / 1000))],
  ['x', (date) => String(date.getTime())]
])

function ordinal(value: number): string {
  const ending = value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${ending}`
}

/** Print a date by a format such as `D MMMM YYYY`. */
export function formatDate({time}: DateValue, format: string): string {
  const date = new Date(time)
  return format.slice(0, 500).replace(/\[([^\]]*)\]|YYYY|YY|M{1,4}|Do|DD?|d{3,4}|HH?|hh?|mm?|ss?|SSS|[AaQXx]/g, (sign, text: string | undefined) => text ?? signs.get(sign)?.(date) ?? sign)
}

const spans: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, days: number])[] = [['year', 365.25], ['month', 30.44], ['week', 7], ['day', 1]]

/** How long ago a date is, seen from the garden's today: `3 days ago`. */
export function relativeDate({time}: DateValue, today: DateValue, lang: string): string {
  const days = Math.round((time - today.time) / day)
  const [unit, length] = spans.find(([, each]) => Math.abs(days) >= each) ?? ['day', 1]
  return new Intl.RelativeTimeFormat(lang, {numeric: 'auto'}).format(Math.round(days / length), unit)
}
