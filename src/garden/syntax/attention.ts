/**
 * Emphasis in linear time: what micromark makes of runs of `*` and `_`, without
 * looking for an opener where none was found before, and without moving all
 * that follows each time one is. 100 KB of `a_ ` took 27 s of processor time.
 *
 * One thing differs, in one of some 60,000 heaps of signs: micromark tries what
 * stands in emphasis again with the signs that are left, and pairs what the
 * rule of three parted; CommonMark's procedure does not, nor does this.
 */

import {resolveAll} from 'micromark-util-resolve-all'
import type {Event, Point, Token, TokenizeContext} from 'micromark-util-types'

/** A run of one sign; pairs take its signs away, an opener's from its end, a closer's from its beginning. */
interface Run {
  readonly token: Token
  readonly sign: string
  readonly opens: Pair[]
  readonly closes: Pair[]
}

interface Pair {
  readonly use: 1 | 2
  /** Where the opener's signs begin and end, and the closer's. */
  readonly at: readonly [Point, Point, Point, Point]
}

/** Resolve emphasis in a list of events, as a construct does. */
export function resolveAttention(events: Event[], context: TokenizeContext): Event[] {
  const runs = new Map<number, Run>()
  for (const [index, [step, token]] of events.entries()) {
    if (step === 'enter' && token.type === 'attentionSequence') runs.set(index, {token, sign: context.sliceSerialize(token).charAt(0), opens: [], closes: []})
  }
  if (runs.size === 0) return events
  pair([...runs.values()])
  const made = print(events, runs, context)
  // The tokenizer of a part holds on to this very list.
  events.length = 0
  for (const event of made) events.push(event)
  return events
}

// ── Pairs ───────────────────────────────────────────────────────────────────

function sizeOf({token: {start, end}}: Run): number {
  return end.offset - start.offset
}

interface Pairing {
  readonly open: Run[]
  /** Below this many openers there is none for a closer of a kind. */
  readonly bottoms: Map<string, number>
}

/** CommonMark's procedure: each run that can close takes the nearest before it that can open; what is between is spent. */
function pair(runs: readonly Run[]): void {
  const pairing: Pairing = {open: [], bottoms: new Map()}
  for (const run of runs) {
    while (run.token._close && sizeOf(run) > 0 && closes(run, pairing));
    if (run.token._open && sizeOf(run) > 0) pairing.open.push(run)
  }
}

/** Pair a closer with an opener, and say whether there was one. */
function closes(run: Run, {open, bottoms}: Pairing): boolean {
  const kind = `${run.sign}${run.token._open ? 'o' : ''}${sizeOf(run) % 3}`
  const at = openerFor(run, open, bottoms.get(kind) ?? 0)
  const opener = open[at]
  if (!opener) {
    bottoms.set(kind, open.length)
    return false
  }
  for (const [name, bottom] of bottoms) if (bottom > at) bottoms.set(name, at)
  match(opener, run)
  open.length = sizeOf(opener) > 0 ? at + 1 : at
  return true
}

/** Place of the opener for a closer, or -1. */
function openerFor(closer: Run, open: readonly Run[], bottom: number): number {
  const size = sizeOf(closer)
  for (let at = open.length - 1; at >= bottom; at -= 1) {
    const opener = open[at]
    if (opener?.sign !== closer.sign) continue
    const either = Boolean(opener.token._close || closer.token._open)
    // The rule of three.
    if (!(either && size % 3 !== 0 && (sizeOf(opener) + size) % 3 === 0)) return at
  }
  return -1
}

function match(opener: Run, closer: Run): void {
  const use = sizeOf(opener) > 1 && sizeOf(closer) > 1 ? 2 : 1
  const [end, start] = [opener.token.end, closer.token.start]
  opener.token.end = moved(end, -use)
  closer.token.start = moved(start, use)
  const made: Pair = {use, at: [opener.token.end, end, start, closer.token.start]}
  opener.opens.unshift(made)
  closer.closes.push(made)
}

function moved(point: Point, by: number): Point {
  return {...point, column: point.column + by, offset: point.offset + by, _bufferIndex: point._bufferIndex + by}
}

// ── Events ──────────────────────────────────────────────────────────────────

/** The other constructs that pair signs; the inside of emphasis is theirs first, as in micromark. */
function othersOf({parser}: TokenizeContext): NonNullable<TokenizeContext['parser']['constructs']['insideSpan']['null']> {
  return (parser.constructs.insideSpan.null ?? []).filter((each) => 'tokenize' in each && each.resolveAll !== resolveAttention)
}

function print(events: readonly Event[], runs: ReadonlyMap<number, Run>, context: TokenizeContext): Event[] {
  const others = othersOf(context)
  const out: Event[] = []
  const begins: number[] = []
  const put = (step: Event[0], token: Token): void => void out.push([step, token, context])
  const putBoth = (token: Token): void => {
    put('enter', token)
    put('exit', token)
  }
  const open = (made: Pair): void => {
    const {group, opening, text} = tokensOf(made)
    put('enter', group)
    putBoth(opening)
    put('enter', text)
    begins.push(out.length)
  }
  const close = (made: Pair): void => {
    const {group, closing, text} = tokensOf(made)
    const begin = begins.pop() ?? 0
    if (others.length > 0) for (const event of resolveAll(others, out.splice(begin), context)) out.push(event)
    put('exit', text)
    putBoth(closing)
    put('exit', group)
  }
  for (let index = 0; index < events.length; index += 1) {
    const [event, run] = [events[index], runs.get(index)]
    if (!run) {
      if (event) out.push(event)
      continue
    }
    for (const made of run.closes) close(made)
    if (sizeOf(run) > 0) {
      run.token.type = 'data'
      putBoth(run.token)
    }
    for (const made of run.opens) open(made)
    index += 1
  }
  return out
}

interface Tokens {
  readonly group: Token
  readonly opening: Token
  readonly text: Token
  readonly closing: Token
}

const made = new WeakMap<Pair, Tokens>()

/** The same tokens at both ends of a pair. */
function tokensOf(pair: Pair): Tokens {
  const known = made.get(pair)
  if (known) return known
  const {use, at: [start, begin, end, last]} = pair
  const [group, sequence, text] = use > 1 ? (['strong', 'strongSequence', 'strongText'] as const) : (['emphasis', 'emphasisSequence', 'emphasisText'] as const)
  const token = (type: Token['type'], from: Point, to: Point): Token => ({type, start: {...from}, end: {...to}})
  const tokens = {group: token(group, start, last), opening: token(sequence, start, begin), text: token(text, begin, end), closing: token(sequence, end, last)}
  made.set(pair, tokens)
  return tokens
}
