/** A formula of its own, over lines and blank lines (M-16). */

import {markdownLineEnding} from 'micromark-util-character'
import type {Code, Effects, State, TokenizeContext} from 'micromark-util-types'
import {continuation, restOfLine} from './comment.ts'

const dollar = 36
const backslash = 92

/** The construct of blocks. */
export function tokenizeFlow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const interrupting = this.interrupt === true
  let size = 0
  let firstLine = true
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
    firstLine = false
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
    if (code === backslash) return escaped
    return code === dollar ? second : data
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return data(code)
    effects.consume(code)
    return data
  }

  // One that ends in its own line is a matter of that line's text.
  function second(code: Code): State | undefined {
    if (code !== dollar) return data(code)
    if (firstLine) return nok(code)
    effects.consume(code)
    effects.exit('mathData')
    return effects.check(restOfLine, closed, nok)
  }

  function closed(code: Code): State | undefined {
    effects.exit('mathFlow')
    return effects.attempt(restOfLine, ok, nok)(code)
  }
}
