/**
 * Regular expressions that cannot hang: each is run by all its threads at once
 * (Thompson, Pike), so the time is the length of the pattern times that of the
 * text. What needs looking back (`\1`, `(?=…)`) is refused.
 */

import {type Node, readPattern, type Test} from './pattern-tree.ts'

type Step =
  | {readonly op: 'char'; readonly test: Test}
  | {readonly op: 'split'; readonly first: number; readonly second: number}
  | {readonly op: 'jump'; readonly to: number}
  | {readonly op: 'save'; readonly slot: number}
  | {readonly op: 'assert'; readonly what: '^' | '$' | 'b' | 'B'}
  | {readonly op: 'match'}

export interface Pattern {
  readonly steps: readonly Step[]
  readonly groups: number
}

/** Most steps of a pattern: counted repeats are written out. */
const mostSteps = 2000

type Mutable = {steps: Step[]; groups: number}

/** Compile a pattern, or say why not. Flags other than `i` and `g` change nothing. */
export function compilePattern(source: string, flags: string): Pattern | string {
  const read = readPattern(source, flags.includes('i'))
  if (typeof read === 'string') return read
  const made: Mutable = {steps: [], groups: read.groups}
  emit({is: 'group', node: read.node, index: 0}, made)
  made.steps.push({op: 'match'})
  return made.steps.length > mostSteps ? 'this pattern is too large' : made
}

function emit(node: Node, made: Mutable): void {
  // Written out repeats can be many: what is too large is refused, not made.
  if (made.steps.length > mostSteps) return
  const {steps} = made
  switch (node.is) {
    case 'char':
      steps.push({op: 'char', test: node.test})
      break
    case 'assert':
      steps.push({op: 'assert', what: node.what})
      break
    case 'all':
      for (const each of node.nodes) emit(each, made)
      break
    case 'any':
      emitAny(node.nodes, made)
      break
    case 'group':
      steps.push({op: 'save', slot: node.index * 2})
      emit(node.node, made)
      steps.push({op: 'save', slot: node.index * 2 + 1})
      break
    case 'repeat':
      emitRepeat(node, made)
  }
}

function emitAny(nodes: readonly Node[], made: Mutable): void {
  const ends: number[] = []
  for (const [index, node] of nodes.entries()) {
    const isLast = index === nodes.length - 1
    const split = made.steps.length
    if (!isLast) made.steps.push({op: 'jump', to: 0})
    emit(node, made)
    if (isLast) break
    ends.push(made.steps.push({op: 'jump', to: 0}) - 1)
    made.steps[split] = {op: 'split', first: split + 1, second: made.steps.length}
  }
  for (const end of ends) made.steps[end] = {op: 'jump', to: made.steps.length}
}

function emitRepeat({node, least, most, lazy}: Extract<Node, {is: 'repeat'}>, made: Mutable): void {
  const {steps} = made
  for (let count = 0; count < least && steps.length <= mostSteps; count += 1) emit(node, made)
  const split = (at: number, inside: number, after: number): void => {
    steps[at] = lazy ? {op: 'split', first: after, second: inside} : {op: 'split', first: inside, second: after}
  }
  if (most === Infinity) {
    const at = steps.push({op: 'jump', to: 0}) - 1
    emit(node, made)
    steps.push({op: 'jump', to: at})
    split(at, at + 1, steps.length)
    return
  }
  const splits: number[] = []
  for (let count = least; count < most && steps.length <= mostSteps; count += 1) {
    splits.push(steps.push({op: 'jump', to: 0}) - 1)
    emit(node, made)
  }
  for (const at of splits) split(at, at + 1, steps.length)
}
