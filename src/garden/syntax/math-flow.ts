/** A formula of its own, over lines and blank lines (M-16). */

import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, State, TokenizeContext} from 'micromark-util-types'
import {continuation, restOfLine} from './comment.ts'
import {isOpen, mathPair} from './paragraph-open.ts'
import {trailing} from './trailing.ts'

const dollar = 36
const backslash = 92

/** The construct of blocks. */
export function tokenizeFlow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const interrupting = this.interrupt === true
  let size = 0
  let firstLine = true
  let blankLine = false
  let words = false
  // The paragraph's own formula ends here.
  if (interrupting && isOpen(this, mathPair)) return nok
  return start

  function start(code: Code): State | undefined {
    effects.enter('mathFlow')
    effects.enter('mathMarker')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      size += 1
      effects.consume(code)
      return opening
    }
    if (code === dollar || size < 2) return nok(code)
    effects.exit('mathMarker')
    return line(code)
  }

  function line(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (markdownLineEnding(code)) {
      if (interrupting) return ok(code)
      return effects.check(continuation, nextLine, nok)(code)
    }
    effects.enter('mathData')
    return data(code)
  }

  function nextLine(code: Code): State | undefined {
    // A line of spaces is as blank as an empty one.
    blankLine ||= !firstLine && !words
    firstLine = false
    words = false
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return line
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathData')
      return line(code)
    }
    effects.consume(code)
    if (code === dollar) return second
    words ||= !markdownSpace(code)
    return code === backslash ? escaped : data
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return data(code)
    effects.consume(code)
    return data
  }

  // One that ends in its own line is a matter of that line's text.
  function second(code: Code): State | undefined {
    if (code !== dollar) {
      words = true
      return data(code)
    }
    if (firstLine) return nok(code)
    effects.consume(code)
    effects.exit('mathData')
    // After a blank line, what stands before the sign or between it and another is more likely a sentence than a formula.
    return effects.check(restOfLine, closed, effects.check(blankLine ? (words ? nothing : noSigns) : noSign, closed, nok))
  }

  function closed(code: Code): State | undefined {
    effects.exit('mathFlow')
    return effects.attempt(restOfLine, ok, effects.attempt(trailing, ok, nok))(code)
  }
}

/** What may follow a formula in its last line. */
const nothing: Construct = {partial: true, tokenize: (_effects, _ok, nok) => nok}
const noSign: Construct = {partial: true, tokenize: (_effects, ok, nok) => (code) => (code === dollar ? nok(code) : ok(code))}
const noSigns: Construct = {partial: true, tokenize: tokenizeNoSigns}

/** A line's rest without `$$`. */
function tokenizeNoSigns(effects: Effects, ok: State, nok: State): State {
  let before: Code = dollar
  return start

  function start(code: Code): State | undefined {
    effects.enter('mathData')
    return rest(code)
  }

  function rest(code: Code): State | undefined {
    if (code === dollar && before === dollar) return nok(code)
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathData')
      return ok(code)
    }
    before = code
    effects.consume(code)
    return rest
  }
}
