/** Signs that stand in pairs around words, `==…==` and `~~…~~`, in linear time. */

import {resolveAll} from 'micromark-util-resolve-all'
import type {Event, Resolver, Token, TokenizeContext} from 'micromark-util-types'

/** Deepest nesting of a pair in pairs that is looked for: each level reads what is in it once more. */
const deepest = 20

/** Types of tokens: of a sign that may find a partner, of one that did, of the whole, and of what is between. */
interface Names {
  readonly waiting: Token['type']
  readonly sign: Token['type']
  readonly whole: Token['type']
  readonly text: Token['type']
}

/** A resolver that pairs each sign that can close with the nearest before it that can open, and wraps what is between. */
export function pairSigns(names: Names): Resolver {
  return (events, context) => resolvePairs(events, context, names)
}

function resolvePairs(events: Event[], context: TokenizeContext, names: Names): Event[] {
  const pairs = pairsIn(events, names)
  const paired = new Set([...pairs.keys(), ...pairs.values()])
  for (const [index, [step, token]] of events.entries()) {
    if (token.type === names.waiting && step === 'exit' && !paired.has(index - 1)) token.type = 'data'
  }
  if (pairs.size === 0) return events
  const wrapped = wrap(events, {start: 0, end: events.length, pairs}, {context, names})
  // The tokenizer of a part holds on to this very list.
  events.length = 0
  for (const event of wrapped) events.push(event)
  return events
}

/** Where the closing sequence begins, by where its opening one does. */
function pairsIn(events: readonly Event[], {waiting}: Names): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (const [index, [step, token]] of events.entries()) {
    if (step !== 'enter' || token.type !== waiting) continue
    const opener = token._close ? open.pop() : undefined
    if (opener !== undefined && open.length < deepest) pairs.set(opener, index)
    if (opener === undefined && token._open) open.push(index)
  }
  return pairs
}

interface Part {
  readonly start: number
  readonly end: number
  readonly pairs: ReadonlyMap<number, number>
}

interface Around {
  readonly context: TokenizeContext
  readonly names: Names
}

function wrap(events: readonly Event[], {start, end, pairs}: Part, around: Around): Event[] {
  const out: Event[] = []
  let index = start
  while (index < end) {
    const close = pairs.get(index)
    const [, first] = events[index] ?? []
    const [, last] = events[close ?? -1] ?? []
    if (close === undefined || !first || !last) {
      out.push(...events.slice(index, index + 1))
      index += 1
      continue
    }
    const inner = wrap(events, {start: index + 2, end: close, pairs}, around)
    for (const each of paired(first, last, {inner, ...around})) out.push(each)
    index = close + 2
  }
  return out
}

function paired(first: Token, last: Token, {inner, context, names}: Around & {readonly inner: Event[]}): Event[] {
  first.type = names.sign
  last.type = names.sign
  const whole: Token = {type: names.whole, start: {...first.start}, end: {...last.end}}
  const text: Token = {type: names.text, start: {...first.end}, end: {...last.start}}
  const inside = context.parser.constructs.insideSpan.null
  return [
    ['enter', whole, context],
    ['enter', first, context],
    ['exit', first, context],
    ['enter', text, context],
    ...(inside ? resolveAll(inside, inner, context) : inner),
    ['exit', text, context],
    ['enter', last, context],
    ['exit', last, context],
    ['exit', whole, context]
  ]
}
