/** `==words==` (M-05): marked words, with markup and links in them; not `===`, not `a == b`, not `==>`. */

import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {classifyCharacter} from 'micromark-util-classify-character'
import {resolveAll} from 'micromark-util-resolve-all'
import type {Code, Construct, Effects, Event, Extension, State, Token, TokenizeContext} from 'micromark-util-types'

const equals = 61
const greaterThan = 62

export function highlight(): Extension {
  const construct: Construct = {name: 'highlight', tokenize, resolveAll: resolveHighlights}
  return {text: {[equals]: construct}, insideSpan: {null: [construct]}, attentionMarkers: {null: [equals]}}
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {previous, events} = this
  let size = 0
  return start

  function start(code: Code): State | undefined {
    if (previous === equals && events[events.length - 1]?.[1].type !== 'characterEscape') return nok(code)
    effects.enter('highlightSequenceTemporary')
    return more(code)
  }

  function more(code: Code): State | undefined {
    if (code === equals) {
      if (size > 1) return nok(code)
      size += 1
      effects.consume(code)
      return more
    }
    // `==>` is an arrow.
    if (size < 2 || code === greaterThan) return nok(code)
    const token = effects.exit('highlightSequenceTemporary')
    const before = classifyCharacter(previous)
    const after = classifyCharacter(code)
    token._open = !after || (after === 2 && Boolean(before))
    token._close = !before || (before === 2 && Boolean(after))
    return ok(code)
  }
}

/** Deepest nesting of marks in marks that is looked for: each level reads what is in it once more. */
const deepest = 20

/** Pair each sequence that can close with the nearest before it that can open, and wrap what is between. */
function resolveHighlights(events: Event[], context: TokenizeContext): Event[] {
  const pairs = pairsIn(events)
  const paired = new Set([...pairs.keys(), ...pairs.values()])
  for (const [index, [step, token]] of events.entries()) {
    if (token.type === 'highlightSequenceTemporary' && step === 'exit' && !paired.has(index - 1)) token.type = 'data'
  }
  if (pairs.size === 0) return events
  const wrapped = wrap(events, {start: 0, end: events.length, pairs}, context)
  // The tokenizer of a part holds on to this very list.
  events.length = 0
  for (const event of wrapped) events.push(event)
  return events
}

/** Where the closing sequence begins, by where its opening one does. */
function pairsIn(events: readonly Event[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (const [index, [step, token]] of events.entries()) {
    if (step !== 'enter' || token.type !== 'highlightSequenceTemporary') continue
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

function wrap(events: readonly Event[], {start, end, pairs}: Part, context: TokenizeContext): Event[] {
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
    const inner = wrap(events, {start: index + 2, end: close, pairs}, context)
    for (const each of marked(first, last, {inner, context})) out.push(each)
    index = close + 2
  }
  return out
}

function marked(first: Token, last: Token, {inner, context}: {inner: Event[]; context: TokenizeContext}): Event[] {
  first.type = 'highlightSequence'
  last.type = 'highlightSequence'
  const whole: Token = {type: 'highlight', start: {...first.start}, end: {...last.end}}
  const text: Token = {type: 'highlightText', start: {...first.end}, end: {...last.start}}
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

export const highlightFromMarkdown: FromMarkdown = {
  canContainEols: ['highlight'],
  enter: {
    highlight(token) {
      this.enter({type: 'highlight', children: []}, token)
    }
  },
  exit: {
    highlight(token) {
      this.exit(token)
    }
  }
}
