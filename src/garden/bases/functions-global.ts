/** Table: functions that stand alone, and those of dates. */

import {createHash} from 'node:crypto'
import type {BaseFunction, Functions} from './functions.ts'
import {linkFrom, linkTo, type Scope} from './run.ts'
import {durationFrom, formatDate, relativeDate} from './time.ts'
import {compare, dateFrom, dateText, type DateValue, failure, listOf, numberOf, textOf, type Value} from './value.ts'

function todayIn({run}: Scope): DateValue | undefined {
  return dateFrom(run.world.today ?? '')
}

/** The least or greatest of some values; what is no number counts for nothing. */
function extreme(sign: 1 | -1): BaseFunction {
  return (_, args) => {
    const numbers = args.filter((arg) => typeof arg === 'number')
    return numbers.length === 0 ? null : numbers.reduce((best, each) => ((each - best) * sign > 0 ? each : best))
  }
}

/** Dice that fall the same way at every build: by the day, the file, and how often they were thrown. */
function random({run, file}: Scope): number {
  run.dice += 1
  const hash = createHash('sha256').update(`${run.world.today ?? ''}\0${file.path}\0${run.dice}`).digest()
  return hash.readUInt32BE(0) / 2 ** 32
}

function fileAt(target: string, {run, file}: Scope): Value {
  const path = run.world.resolve(target.replace(/^\[\[|\]\]$/g, ''), file.path)?.path
  const found = path === undefined ? undefined : run.world.byPath.get(path)
  return found ? {kind: 'file', file: found} : null
}

export const globalFunctions: Functions = new Map<string, BaseFunction>([
  ['now', (_, __, scope) => todayIn(scope) ?? null],
  ['today', (_, __, scope) => todayIn(scope) ?? null],
  ['date', (_, [value = null]) => (typeof value === 'string' ? (dateFrom(value) ?? failure(`“${value.slice(0, 40)}” is no date`)) : value !== null && typeof value === 'object' && value.kind === 'date' ? value : null)],
  ['duration', (_, [value = null]) => durationFrom(value) ?? failure('this is no duration')],
  ['number', (_, [value = null]) => (value !== null && typeof value === 'object' && value.kind === 'date' ? value.time : numberOf(typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(textOf(value))))],
  ['list', (_, [value = null]) => (value !== null && typeof value === 'object' && value.kind === 'list' ? value : listOf([value]))],
  ['link', (_, [target = null, text], {run, file}) => {
    if (target !== null && typeof target === 'object' && target.kind === 'link') return text === undefined ? target : {...target, text: textOf(text)}
    const path = target !== null && typeof target === 'object' && target.kind === 'file' ? target.file.path : textOf(target)
    const made = linkFrom(path, file.path, run.world) ?? linkTo(path, {from: file.path, world: run.world})
    return text === undefined ? made : {...made, text: textOf(text)}
  }],
  ['file', (_, [value = null], scope) => (value !== null && typeof value === 'object' && value.kind === 'file' ? value : fileAt(value !== null && typeof value === 'object' && value.kind === 'link' ? (value.path ?? value.target) : textOf(value), scope))],
  ['image', (_, [value = null]) => ({kind: 'image', of: value})],
  ['icon', (_, [value = null]) => ({kind: 'icon', name: textOf(value)})],
  // Markup is shown as the words in it: a base may not write a page's HTML.
  ['html', (_, [value = null]) => textOf(value).replace(/<[^<>]*>/g, '')],
  ['escapeHTML', (_, [value = null]) => textOf(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;')],
  ['max', extreme(1)],
  ['min', extreme(-1)],
  ['random', (_, __, scope) => random(scope)]
])

function dated(use: (date: DateValue, args: readonly Value[], scope: Scope) => Value): BaseFunction {
  return (self, args, scope) => (self !== null && typeof self === 'object' && self.kind === 'date' ? use(self, args, scope) : null)
}

export const dateFunctions: Functions = new Map<string, BaseFunction>([
  ['date', dated(({time}) => ({kind: 'date', time: Math.floor(time / 86_400_000) * 86_400_000, hasTime: false}))],
  ['time', dated(({time}) => new Date(time).toISOString().slice(11, 19))],
  ['format', dated((date, [format = 'YYYY-MM-DD']) => formatDate(date, textOf(format)))],
  ['relative', dated((date, _, scope) => {
    const today = todayIn(scope)
    return today ? relativeDate(date, today, scope.run.world.lang) : dateText(date)
  })],
  ['isEmpty', dated(() => false)],
  ['isBefore', dated((date, [other = null]) => (compare(date, other) ?? 0) < 0)],
  ['isAfter', dated((date, [other = null]) => (compare(date, other) ?? 0) > 0)]
])
