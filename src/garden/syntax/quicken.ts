/**
 * micromark 4.0.3 in linear time, where hostile texts would make it slower.
 *
 * Four of its steps grow with the square of a text: each end of a list or quote
 * copies all events of the document (4,000 quotes of one letter took 8.5 s of
 * processor time, and 0.8 s without); each run of signs that are words after
 * all moves all events behind it; emphasis does both; and each quote or list
 * that begins in a line looks at those around it. None can be set from outside,
 * so they are replaced where they stand. With them goes the rule of which signs
 * open and close emphasis, which knows nothing of CJK (`flanking.ts`).
 */

import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {EditMap} from 'micromark-util-edit-map'
import type {Construct, Event, Resolver, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {resolveAttention} from './attention.ts'
import {readAttention} from './signs.ts'

/** Make the tokenizer quicker, and friendly to CJK. Safe to call again. */
export function quicken(): void {
  if (EditMap.prototype.consume === consume) return
  EditMap.prototype.consume = consume
  const load = createRequire(import.meta.url)
  const micromark = load.resolve('micromark')
  const {attention, blockQuote, list} = createRequire(micromark)('micromark-core-commonmark') as Record<'attention' | 'blockQuote' | 'list', Construct>
  attention.tokenize = readAttention
  attention.resolveAll = resolveAttention
  for (const each of [blockQuote, list]) each.tokenize = withLimit(each.tokenize)
  // Not among the package's exports; the version is pinned, and `hostile.test.ts` sees it if it is gone.
  const {text, string, resolver} = load(join(dirname(micromark), 'lib/initialize/text.js')) as Record<'text' | 'string' | 'resolver', {resolveAll: Resolver}>
  for (const each of [text, string, resolver]) each.resolveAll = afterJoining(each.resolveAll)
}

/** What stands before the first edit does not change, so it stays where it is. */
function consume(this: EditMap, events: Event[]): undefined {
  const changes = this.map.sort(([a], [b]) => a - b)
  const pieces: Event[][] = []
  for (const [at, remove, add] of changes.toReversed()) {
    pieces.push(events.slice(at + remove), add)
    events.length = at
  }
  for (const piece of pieces.toReversed()) for (const event of piece) events.push(event)
  this.map.length = 0
  this.index.clear()
}

/** Most quotes and lists that begin in one line; the signs of more are words. Fewer are shown as such (`tree.ts`). */
const mostInLine = 250

/** How many began in the line that a document is read at. */
const begun = new WeakMap<TokenizeContext, {line: number; count: number}>()

function withLimit(tokenize: Tokenizer): Tokenizer {
  return function (effects, ok, nok) {
    const {line} = this.now()
    const known = begun.get(this)
    const here = known?.line === line ? known : {line, count: 0}
    begun.set(this, here)
    if (here.count >= mostInLine) return nok
    const begin: State = (code) => {
      here.count += 1
      return ok(code)
    }
    return tokenize.call(this, effects, begin, nok)
  }
}

/** A resolver that finds adjacent pieces of text joined already. */
function afterJoining(resolve: Resolver): Resolver {
  return (events, context) => {
    joinData(events)
    return resolve(events, context)
  }
}

/** Make one of the pieces of text that stand next to each other. */
function joinData(events: Event[]): void {
  let kept = 0
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at]
    const last = events[kept - 1]
    if (!event) continue
    // An end of text, and after it another piece: the first one goes on.
    if (event[0] === 'enter' && event[1].type === 'data' && last?.[0] === 'exit' && last[1].type === 'data') {
      const end = events[at + 1]
      if (end?.[1] === event[1]) {
        last[1].end = event[1].end
        at += 1
        continue
      }
    }
    events[kept] = event
    kept += 1
  }
  events.length = kept
}
