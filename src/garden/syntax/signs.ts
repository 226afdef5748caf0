/** Read runs of signs that mark words, `*`, `_`, `==` and `~~`, and say of each whether it may open or close. */

import type {Code, Effects, State, Token, TokenizeContext, Tokenizer} from 'micromark-util-types'
import {characterBefore, type Flanking, flankingOf, flankingOfUnderscore} from './flanking.ts'

const [asterisk, underscore] = [42, 95]

/** Read a run of `*` or `_`, as micromark does but for CJK. */
export function readAttention(this: TokenizeContext, effects: Effects, ok: State): State {
  const markers = this.parser.constructs.attentionMarkers.null ?? []
  const before = characterBefore(this)
  return (sign) => {
    effects.enter('attentionSequence')
    return inside(sign)

    function inside(code: Code): State | undefined {
      if (code === sign) {
        effects.consume(code)
        return inside
      }
      const found = loosened(flankingOf(before, code), {before, after: code, markers})
      const {opens, closes} = sign === underscore ? flankingOfUnderscore(found, before, code) : found
      const token = effects.exit('attentionSequence')
      token._open = opens
      token._close = closes
      return ok(code)
    }
  }
}

/** Beside signs that other constructs pair, such as `~`, a run may always open and close. */
function loosened({opens, closes}: Flanking, {before, after, markers}: {readonly before: Code; readonly after: Code; readonly markers: readonly Code[]}): Flanking {
  const isOther = (code: Code): boolean => code !== asterisk && code !== underscore && markers.includes(code)
  return {opens: opens || isOther(after), closes: closes || isOther(before)}
}

interface PairSign {
  /** Type of the token of a sign that may find a partner. */
  readonly waiting: Token['type']
  readonly flanking: (before: Code, after: Code) => Flanking
  /** A character after which the sign is none. */
  readonly never?: number
}

/** Read a sign that is written twice, neither once nor thrice. */
export function readPairSign({waiting, flanking, never}: PairSign): Tokenizer {
  return function (effects, ok, nok) {
    const {previous, events} = this
    const before = characterBefore(this)
    let size = 0
    return (sign) => {
      if (previous === sign && events[events.length - 1]?.[1].type !== 'characterEscape') return nok(sign)
      effects.enter(waiting)
      return more(sign)

      function more(code: Code): State | undefined {
        if (code === sign && size < 2) {
          size += 1
          effects.consume(code)
          return more
        }
        if (code === sign || size < 2 || (never !== undefined && code === never)) return nok(code)
        const {opens, closes} = flanking(before, code)
        const token = effects.exit(waiting)
        token._open = opens
        token._close = closes
        return ok(code)
      }
    }
  }
}
