/** Evaluate expressions (Ba-04, Ba-05). Total: whatever is written, the answer is a value, an error among them, in bounded steps. */

import type {BinarySign, Expression} from './expression.ts'
import {memberOf} from './fields.ts'
import {callFunction} from './functions.ts'
import {callLazily} from './lazy.ts'
import {exhausted, longestText, mostItems, propertyOf, type Scope, spend} from './run.ts'
import {compilePattern} from './pattern.ts'
import {addDuration, durationFrom} from './time.ts'
import {compare, failure, isError, isSame, isTruthy, kindOf, listOf, numberOf, objectOf, textOf, type Value} from './value.ts'

/** Evaluate an expression for a file. */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (!spend(scope.run)) return exhausted
  switch (expression.kind) {
    case 'value':
      return expression.value
    case 'regex': {
      const pattern = compilePattern(expression.source, expression.flags)
      return typeof pattern === 'string' ? failure(pattern) : {kind: 'regex', pattern, global: expression.flags.includes('g')}
    }
    case 'list':
      return listOf(expression.items.slice(0, mostItems).map((item) => evaluate(item, scope)))
    case 'object':
      return objectOf(new Map(expression.entries.map(([key, value]) => [key, evaluate(value, scope)])))
    case 'name':
      return nameIn(expression.name, scope)
    case 'member':
      return member(expression.of, expression.name, scope)
    case 'index':
      return indexed(evaluate(expression.of, scope), evaluate(expression.index, scope), scope)
    case 'call':
      return call(expression, scope)
    case 'not':
      return negated(evaluate(expression.of, scope))
    case 'minus':
      return minus(evaluate(expression.of, scope))
    case 'binary':
      return binary(expression.sign, [expression.left, expression.right], scope)
  }
}

function negated(value: Value): Value {
  return isError(value) ? value : !isTruthy(value)
}

function minus(value: Value): Value {
  if (typeof value === 'number') return -value
  return isError(value) ? value : value === null ? null : failure('only a number can be turned negative')
}

function nameIn(name: string, scope: Scope): Value {
  const local = scope.locals.get(name)
  if (local !== undefined) return local
  if (name === 'file') return {kind: 'file', file: scope.file}
  if (name === 'note') return {kind: 'note', file: scope.file}
  if (name === 'this') return {kind: 'note', file: scope.run.host}
  if (name === 'formula') return {kind: 'formulas'}
  return propertyOf(scope.file, name, scope.run)
}

function member(of: Expression, name: string, scope: Scope): Value {
  const value = evaluate(of, scope)
  return kindOf(value) === 'formulas' ? formula(name, scope) : memberOf(value, name, scope.run)
}

/** Longest chain of formulas that ask for each other. */
const deepestFormulas = 20

/** The result of a formula for a file; one that asks for itself is an error. */
export function formula(name: string, scope: Scope): Value {
  const {run, file} = scope
  const expression = run.definition.formulas.get(name)
  if (expression === undefined) return failure(`there is no formula “${name}”`)
  const key = `${file.path}\0${name}`
  const known = run.formulas.get(key)
  if (known !== undefined) return known
  if (run.active.has(key)) return failure(`the formula “${name}” asks for itself`)
  if (run.active.size >= deepestFormulas) return failure('formulas ask for formulas too deep')
  run.active.add(key)
  const value = 'reason' in expression ? failure(expression.reason) : evaluate(expression, {...scope, locals: new Map()})
  run.active.delete(key)
  run.formulas.set(key, value)
  return value
}

function indexed(value: Value, index: Value, scope: Scope): Value {
  if (typeof index === 'string') return kindOf(value) === 'formulas' ? formula(index, scope) : memberOf(value, index, scope.run)
  if (typeof index !== 'number' || value === null || typeof value !== 'object' || value.kind !== 'list') return null
  return value.items.at(index) ?? null
}

function call({of, args}: Extract<Expression, {kind: 'call'}>, scope: Scope): Value {
  const lazily = callLazily(of, args, {scope, evaluate})
  if (lazily !== undefined) return lazily
  const values = args.slice(0, 100).map((arg) => evaluate(arg, scope))
  if (of.kind === 'name') return callFunction(of.name, [undefined, ...values], scope)
  if (of.kind !== 'member') return failure('only a function can be called')
  const self = evaluate(of.of, scope)
  return isError(self) ? self : callFunction(of.name, [self, ...values], scope)
}

function binary(sign: BinarySign, [left, right]: readonly [Expression, Expression], scope: Scope): Value {
  const one = evaluate(left, scope)
  if (isError(one)) return one
  // The second is only looked at where it decides.
  if (sign === '&&' || sign === '||') return isTruthy(one) === (sign === '&&') ? evaluate(right, scope) : one
  const other = evaluate(right, scope)
  return isError(other) ? other : combined(sign, one, other)
}

function combined(sign: Exclude<BinarySign, '&&' | '||'>, one: Value, other: Value): Value {
  switch (sign) {
    case '==':
      return isSame(one, other)
    case '!=':
      return !isSame(one, other)
    case '<':
    case '>':
    case '<=':
    case '>=':
      return ordered(sign, one, other)
    default:
      return arithmetic(sign, one, other)
  }
}

function ordered(sign: '<' | '>' | '<=' | '>=', one: Value, other: Value): Value {
  const order = compare(one, other)
  if (order === undefined) return false
  return sign === '<' ? order < 0 : sign === '>' ? order > 0 : sign === '<=' ? order <= 0 : order >= 0
}

const operations: Readonly<Record<'+' | '-' | '*' | '/' | '%', (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b
}

function arithmetic(sign: '+' | '-' | '*' | '/' | '%', one: Value, other: Value): Value {
  if (typeof one === 'number' && typeof other === 'number') return numberOf(operations[sign](one, other))
  const dated = sign === '+' || sign === '-' ? withDates(sign, one, other) : undefined
  if (dated !== undefined) return dated
  if (sign === '+' && (typeof one === 'string' || typeof other === 'string')) return (textOf(one) + textOf(other)).slice(0, longestText)
  if (sign === '+' && kindOf(one) === 'list' && kindOf(other) === 'list') return listOf([...itemsOf(one), ...itemsOf(other)].slice(0, mostItems))
  return one === null || other === null ? null : failure(`“${sign}” does not work between ${kindOf(one)} and ${kindOf(other)}`)
}

function itemsOf(value: Value): readonly Value[] {
  return value !== null && typeof value === 'object' && value.kind === 'list' ? value.items : []
}

/** Dates and durations: a date and a duration is a date, two dates are the milliseconds between them. */
function withDates(sign: '+' | '-', one: Value, other: Value): Value | undefined {
  if (one === null || typeof one !== 'object' || one.kind !== 'date') return undefined
  if (other !== null && typeof other === 'object' && other.kind === 'date') return sign === '-' ? one.time - other.time : failure('two dates cannot be added')
  const duration = durationFrom(other)
  return duration === undefined ? failure('only a duration such as "1 week" can be added to a date') : addDuration(one, duration, sign === '-' ? -1 : 1)
}
