/** Functions that take expressions, not values: `if`, and those that ask something of each item of a list. */

import type {Expression} from './expression.ts'
import {type Evaluate, exhausted, type Scope, spend} from './run.ts'
import {failure, isError, isTruthy, listOf, type Value} from './value.ts'

interface Lazy {
  readonly scope: Scope
  readonly evaluate: Evaluate
}

const perItem: ReadonlySet<string> = new Set(['filter', 'map', 'reduce'])

/** Call such a function; nothing if it is none. */
export function callLazily(of: Expression, args: readonly Expression[], lazy: Lazy): Value | undefined {
  if (of.kind === 'name' && of.name === 'if') return choice(args, lazy)
  if (of.kind !== 'member' || !perItem.has(of.name)) return undefined
  const list = lazy.evaluate(of.of, lazy.scope)
  return isError(list) ? list : overItems(of.name, [list, args], lazy)
}

function overItems(name: string, [list, [body, start]]: readonly [Value, readonly Expression[]], {scope, evaluate}: Lazy): Value {
  if (!body) return failure(`“${name}” needs an expression`)
  const items = itemsOf(list)
  if (!spend(scope.run, items.length)) return exhausted
  const ask = (value: Value, index: number, acc: Value = null): Value => evaluate(body, {...scope, locals: new Map([...scope.locals, ['value', value], ['index', index], ['acc', acc]])})
  if (name === 'map') return listOf(items.map((item, index) => ask(item, index)))
  if (name === 'filter') return listOf(items.filter((item, index) => isTruthy(ask(item, index))))
  return items.reduce((acc, item, index) => ask(item, index, acc), start ? evaluate(start, scope) : null)
}

/** The items of a list; one value is a list of one, and nothing an empty one. */
function itemsOf(list: Value): readonly Value[] {
  if (list === null) return []
  return typeof list === 'object' && list.kind === 'list' ? list.items : [list]
}

function choice([condition, yes, no]: readonly Expression[], {scope, evaluate}: Lazy): Value {
  if (!condition) return failure('“if” needs a condition')
  const answer = evaluate(condition, scope)
  if (isError(answer)) return answer
  const chosen = isTruthy(answer) ? yes : no
  return chosen ? evaluate(chosen, scope) : null
}
