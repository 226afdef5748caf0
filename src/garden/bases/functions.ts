/** Find and call a function by its name and what it is called on (Ba-05). */

import {dateFunctions, globalFunctions} from './functions-global.ts'
import {listFunctions, objectFunctions} from './functions-list.ts'
import {fileFunctions, linkFunctions} from './functions-file.ts'
import {numberFunctions, regexFunctions, textFunctions} from './functions-text.ts'
import type {Scope} from './run.ts'
import {failure, isError, isTruthy, type Kind, kindOf, textOf, type Value} from './value.ts'

/** A function: what it is called on, what it is given, where. */
export type BaseFunction = (self: Value, args: readonly Value[], scope: Scope) => Value
export type Functions = ReadonlyMap<string, BaseFunction>

const anyFunctions: Functions = new Map<string, BaseFunction>([
  ['isTruthy', (self) => isTruthy(self)],
  ['isType', (self, [wanted]) => kindOf(self) === textOf(wanted ?? null) || (textOf(wanted ?? null) === 'null' && self === null)],
  ['toString', (self) => textOf(self)],
  ['isEmpty', (self) => !isTruthy(self) && self !== 0 && self !== false]
])

const byKind: ReadonlyMap<Kind, Functions> = new Map<Kind, Functions>([
  ['string', textFunctions],
  ['number', numberFunctions],
  ['date', dateFunctions],
  ['list', listFunctions],
  ['link', linkFunctions],
  ['file', fileFunctions],
  ['note', fileFunctions],
  ['object', objectFunctions],
  ['regex', regexFunctions]
])

/** Call a function; the first value is what it is called on, if anything. */
export function callFunction(name: string, [self, ...args]: readonly [Value | undefined, ...Value[]], scope: Scope): Value {
  const error = args.find(isError)
  if (error !== undefined) return error
  if (self === undefined) {
    const found = globalFunctions.get(name)
    return found ? found(null, args, scope) : failure(`there is no function “${name}”`)
  }
  const found = byKind.get(kindOf(self))?.get(name) ?? anyFunctions.get(name)
  if (found) return found(self, args, scope)
  // Nothing has no members, and a note without a property is no mistake of the base.
  if (self === null) return null
  return failure(`a ${kindOf(self)} has no function “${name}”`)
}
