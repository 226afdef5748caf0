/** What one evaluation carries along: the world, what was asked, and how much may still be done. */

import type {VaultPath} from '../model.ts'
import {nameKey} from '../names.ts'
import type {BaseDefinition} from './definition.ts'
import type {Expression} from './expression.ts'
import {failure, type LinkValue, type Value, valueFrom} from './value.ts'
import type {BaseFile, BaseWorld} from './world.ts'

/** Steps that one base may take: enough for ten thousand notes and a dozen columns. */
const mostSteps = 5_000_000

/** One base being evaluated. */
export interface Run {
  readonly world: BaseWorld
  readonly definition: BaseDefinition
  /** What `this` is: the note that shows the base, or the base itself. */
  readonly host: BaseFile
  steps: number
  /** Results of formulas by file, and those being computed, which may not ask for themselves. */
  readonly formulas: Map<string, Value>
  readonly active: Set<string>
  dice: number
}

/** Begin. */
export function newRun(world: BaseWorld, definition: BaseDefinition, host: BaseFile): Run {
  return {world, definition, host, steps: 0, formulas: new Map(), active: new Set(), dice: 0}
}

/** Where an expression is evaluated. */
export interface Scope {
  readonly run: Run
  readonly file: BaseFile
  /** Names of the moment: `value`, `index`, `acc`, `values`. */
  readonly locals: ReadonlyMap<string, Value>
}

/** Count steps; whether there are any left. */
export function spend(run: Run, steps = 1): boolean {
  run.steps += steps
  return run.steps <= mostSteps
}

/** What every step says when there are none left. */
export const exhausted: Value = failure('this base asks for too much')

/** Longest list and text that a step may make. */
export const mostItems = 10_000
export const longestText = 100_000

/** A link as it is written in a file: `[[Note|words]]`. */
export function linkFrom(text: string, from: VaultPath, world: BaseWorld): LinkValue | undefined {
  const match = /^\[\[([^[\]|]{1,500})(?:\|([^[\]]{0,500}))?\]\]$/.exec(text.trim())
  return match?.[1] === undefined ? undefined : linkTo(match[1].trim(), {from, world, ...(match[2] ? {text: match[2].trim()} : {})})
}

/** A link to a target. */
export function linkTo(target: string, {from, world, text}: {from: VaultPath; world: BaseWorld; text?: string}): LinkValue {
  return {kind: 'link', target, ...(text ? {text} : {}), ...world.resolve(target, from)}
}

/** A property of a file, whatever the case of its name (P-04). */
export function propertyOf(file: BaseFile, name: string, {world}: Run): Value {
  const key = nameKey(name)
  const found = file.properties.find(([each]) => nameKey(each) === key)
  return valueFrom(found?.[1], (text) => linkFrom(text, file.path, world))
}

/** What evaluates an expression; functions that take expressions are given it. */
export type Evaluate = (expression: Expression, scope: Scope) => Value
