/** Run a pattern over a text: all its threads at once, in the order in which a backtracking machine would try them. */

import type {Pattern} from './pattern.ts'

/** Where each group begins and ends, two numbers each; −1 where it took no part. */
export type Match = readonly number[]

interface Thread {
  readonly at: number
  readonly slots: readonly number[]
}

/** Told the steps that are taken; once it says no, nothing matches any more. */
export type Spend = (steps: number) => boolean

/** The first match at or after an offset. */
export function findMatch({steps, groups}: Pattern, text: string, {from, spend}: {from: number; spend: Spend}): Match | undefined {
  const unset = new Array<number>((groups + 1) * 2).fill(-1)
  let state: {threads: readonly Thread[]; found?: Match | undefined} = {threads: []}
  for (let at = from; at <= text.length; ) {
    const code = text.codePointAt(at) ?? -1
    // Until something matches, a match may also begin here.
    const following = followAll(state.found ? state.threads : [...state.threads, {at: 0, slots: unset}], {steps, text, at})
    if (!spend(following.seen.size + 1)) return undefined
    const {threads, found = state.found} = read(following, code)
    if (threads.length === 0 && found) return found
    state = {threads, found}
    at += code > 0xffff ? 2 : 1
  }
  return state.found
}

/** Let each thread read one character. Those after one that matches were the worse choice from the start. */
function read({steps, ready}: Following, code: number): {threads: Thread[]; found?: Match} {
  const threads: Thread[] = []
  for (const {at, slots} of ready) {
    const step = steps[at]
    if (step?.op === 'match') return {threads, found: slots}
    if (step?.op === 'char' && code >= 0 && step.test(code)) threads.push({at: at + 1, slots})
  }
  return {threads}
}

interface Following {
  readonly steps: Pattern['steps']
  readonly text: string
  readonly at: number
  readonly seen: Set<number>
  readonly ready: Thread[]
}

function followAll(threads: readonly Thread[], here: Pick<Following, 'steps' | 'text' | 'at'>): Following {
  const following: Following = {...here, seen: new Set(), ready: []}
  for (const thread of threads) follow(thread, following)
  return following
}

/** All steps that a thread can come to without reading, the preferred first. */
function follow(start: Thread, following: Following): void {
  const stack: Thread[] = [start]
  for (let thread = stack.pop(); thread; thread = stack.pop()) {
    if (following.seen.has(thread.at)) continue
    following.seen.add(thread.at)
    const next = nextOf(thread, following)
    if (next) stack.push(...next)
    else following.ready.push(thread)
  }
}

/** Where a thread goes without reading, the preferred last; nothing when it must read or has matched. */
function nextOf(thread: Thread, {steps, text, at}: Following): Thread[] | undefined {
  const step = steps[thread.at]
  switch (step?.op) {
    case 'jump':
      return [{at: step.to, slots: thread.slots}]
    case 'split':
      return [{at: step.second, slots: thread.slots}, {at: step.first, slots: thread.slots}]
    case 'save':
      return [{at: thread.at + 1, slots: thread.slots.with(step.slot, at)}]
    case 'assert':
      return holds(step.what, text, at) ? [{at: thread.at + 1, slots: thread.slots}] : []
    default:
      return undefined
  }
}

function holds(what: '^' | '$' | 'b' | 'B', text: string, at: number): boolean {
  if (what === '^') return at === 0
  if (what === '$') return at === text.length
  const isEdge = /\w/.test(text[at - 1] ?? '') !== /\w/.test(text[at] ?? '')
  return isEdge === (what === 'b')
}
