/** Table: functions of texts, numbers and patterns. */

import type {BaseFunction, Functions} from './functions.ts'
import {findMatch, type Match} from './pattern-run.ts'
import {exhausted, longestText, mostItems, type Scope, spend} from './run.ts'
import {listOf, numberOf, textOf, type Value} from './value.ts'

function onText(use: (text: string, args: readonly Value[], scope: Scope) => Value): BaseFunction {
  return (self, args, scope) => (spend(scope.run, Math.ceil(textOf(self).length / 50)) ? use(textOf(self), args, scope) : exhausted)
}

/** `contains` does not mind case. */
function holds(text: string, part: Value | undefined): boolean {
  return text.toLowerCase().includes(textOf(part ?? null).toLowerCase())
}

function numberArg(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function capitals(text: string): string {
  return text.toLowerCase().replace(/(^|[\s\-–—([{"“])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

type Regex = Extract<Value, {kind: 'regex'}>

function isRegex(value: Value | undefined): value is Regex {
  return value !== undefined && value !== null && typeof value === 'object' && value.kind === 'regex'
}

/** All matches of a pattern, or the first. */
function matches({pattern, global}: Regex, text: string, {run}: Scope): Match[] {
  const found: Match[] = []
  for (let from = 0; from <= text.length && found.length < mostItems; ) {
    const match = findMatch(pattern, text, {from, spend: (steps) => spend(run, steps)})
    if (!match) break
    found.push(match)
    const end = match[1] ?? 0
    from = end > (match[0] ?? 0) ? end : end + 1
    if (!global) break
  }
  return found
}

/** Put something in the place of each match; `$1` and `$&` are what was found. */
function replaced(text: string, found: readonly Match[], by: string): string {
  let out = ''
  let at = 0
  for (const match of found) {
    const [start = 0, end = 0] = match
    out += text.slice(at, start) + by.replace(/\$(\$|&|\d)/g, (_, sign: string) => (sign === '$' ? '$' : groupOf(match, text, sign === '&' ? 0 : Number(sign))))
    at = end
    if (out.length > longestText) break
  }
  return (out + text.slice(at)).slice(0, longestText)
}

function groupOf(match: Match, text: string, group: number): string {
  const [start = -1, end = -1] = match.slice(group * 2, group * 2 + 2)
  return start < 0 ? '' : text.slice(start, end)
}

function split(text: string, by: Value | undefined, scope: Scope): string[] {
  if (!isRegex(by)) return text.split(textOf(by ?? ''))
  const parts: string[] = []
  let at = 0
  for (const match of matches({...by, global: true}, text, scope)) {
    const [start = 0, end = 0] = match
    if (end === start) continue
    parts.push(text.slice(at, start))
    at = end
  }
  return [...parts, text.slice(at)]
}

export const textFunctions: Functions = new Map<string, BaseFunction>([
  ['contains', onText((text, [part]) => holds(text, part))],
  ['containsAll', onText((text, parts) => parts.every((part) => holds(text, part)))],
  ['containsAny', onText((text, parts) => parts.some((part) => holds(text, part)))],
  ['startsWith', onText((text, [part]) => text.startsWith(textOf(part ?? null)))],
  ['endsWith', onText((text, [part]) => text.endsWith(textOf(part ?? null)))],
  ['isEmpty', onText((text) => text === '')],
  ['lower', onText((text) => text.toLowerCase())],
  ['upper', onText((text) => text.toUpperCase())],
  ['title', onText((text) => capitals(text))],
  ['trim', onText((text) => text.trim())],
  ['reverse', onText((text) => [...text].reverse().join(''))],
  ['length', onText((text) => [...text].length)],
  ['repeat', onText((text, [count]) => text.repeat(Math.max(0, Math.min(Math.trunc(numberArg(count) ?? 0) || 0, Math.floor(longestText / Math.max(1, text.length))))))],
  ['slice', onText((text, [start, end]) => text.slice(numberArg(start), numberArg(end)))],
  ['split', onText((text, [by, most], scope) => listOf(split(text, by, scope).slice(0, Math.min(mostItems, numberArg(most) ?? mostItems))))],
  ['replace', onText((text, [what, by], scope) => {
    if (isRegex(what)) return replaced(text, matches(what, text, scope), textOf(by ?? null))
    const wanted = textOf(what ?? null)
    return wanted === '' ? text : text.split(wanted).join(textOf(by ?? null)).slice(0, longestText)
  })]
])

function onNumber(use: (number: number, args: readonly Value[]) => Value): BaseFunction {
  return (self, args) => (typeof self === 'number' ? use(self, args) : null)
}

/** Digits behind the point that a number is rounded to. */
function digitsOf(value: Value | undefined): number {
  return Math.max(0, Math.min(20, Math.trunc(numberArg(value) ?? 0)))
}

export const numberFunctions: Functions = new Map<string, BaseFunction>([
  ['abs', onNumber((number) => Math.abs(number))],
  ['ceil', onNumber((number) => Math.ceil(number))],
  ['floor', onNumber((number) => Math.floor(number))],
  ['isEmpty', onNumber(() => false)],
  ['round', onNumber((number, [digits]) => numberOf(Number(number.toFixed(digitsOf(digits)))))],
  ['toFixed', onNumber((number, [digits]) => number.toFixed(digitsOf(digits)))]
])

export const regexFunctions: Functions = new Map<string, BaseFunction>([
  ['matches', (self, [text = null], scope) => isRegex(self) && matches({...self, global: false}, textOf(text), scope).length > 0]
])
