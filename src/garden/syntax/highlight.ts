/** `==words==` (M-05): marked words, with markup and links in them; not `===`, not `a == b`, not `==>`. */

import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {splice} from 'micromark-util-chunked'
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

/** Pair the sequences that can open with the nearest that can close. */
function resolveHighlights(events: Event[], context: TokenizeContext): Event[] {
  for (let index = 0; index < events.length; index += 1) {
    const close = events[index]
    if (close?.[0] !== 'enter' || close[1].type !== 'highlightSequenceTemporary' || !close[1]._close) continue
    const open = opener(events, index)
    if (open !== undefined) index = join(events, {open, close: index}, context)
  }
  for (const event of events) {
    if (event[1].type === 'highlightSequenceTemporary') event[1].type = 'data'
  }
  return events
}

function opener(events: Event[], before: number): number | undefined {
  for (let index = before - 1; index >= 0; index -= 1) {
    const event = events[index]
    if (event?.[0] === 'exit' && event[1].type === 'highlightSequenceTemporary' && event[1]._open) return index
  }
  return undefined
}

function join(events: Event[], {open, close}: {open: number; close: number}, context: TokenizeContext): number {
  const first = events[open]?.[1]
  const last = events[close]?.[1]
  if (!first || !last) return close
  first.type = 'highlightSequence'
  last.type = 'highlightSequence'
  const whole: Token = {type: 'highlight', start: {...first.start}, end: {...last.end}}
  const text: Token = {type: 'highlightText', start: {...first.end}, end: {...last.start}}
  const next: Event[] = [
    ['enter', whole, context],
    ['enter', first, context],
    ['exit', first, context],
    ['enter', text, context]
  ]
  const inside = context.parser.constructs.insideSpan.null
  if (inside) splice(next, next.length, 0, resolveAll(inside, events.slice(open + 1, close), context))
  splice(next, next.length, 0, [
    ['exit', text, context],
    ['enter', last, context],
    ['exit', last, context],
    ['exit', whole, context]
  ])
  splice(events, open - 1, close - open + 3, next)
  return open + next.length - 2
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
