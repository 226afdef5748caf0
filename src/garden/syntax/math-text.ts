/** A formula in a sentence, and `$$…$$` that ends in its own line (M-16). */

import {asciiAlpha, asciiDigit, markdownLineEnding, markdownLineEndingOrSpace} from 'micromark-util-character'
import type {Code, Effects, State, TokenizeContext} from 'micromark-util-types'

const dollar = 36
const underscore = 95
const backslash = 92
const leftBrace = 123
const rightBrace = 125
const braces = new Map([[leftBrace, 1], [rightBrace, -1]])
const graveAccent = 96

/** What a formula does not begin with: `5 million`. */
const price = /^\d[\d.,]*[kKmMbB%]?\s+(?!mod)[A-Za-z]{3}/

/** What begins like a shell's variable ends no formula before a letter. */
const variable = /^(?:\{|[A-Z_]{2})/

/** Up to which offset of a text no formula ends, by the kind of opening: nothing is read once for each sign. */
const exhausted = new WeakMap<TokenizeContext, Map<boolean, number>>()

/** Texts in which braces were seen to stay open: they group nothing there, and nobody reads to the end for each of them. */
const unbalanced = new WeakSet<TokenizeContext>()

/** The construct of text. A sign within a formula that cannot end it means that there is none: `$5 and $6, $x$` is two prices and `x`. */
export function tokenizeText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const hopeless = exhausted.get(this) ?? new Map<boolean, number>()
  const context = this
  const from = this.now().offset
  exhausted.set(this, hopeless)
  let size = 0
  let run = 0
  let depth = 0
  let head = ''
  let before: Code = null
  return start

  function start(code: Code): State | undefined {
    effects.enter('mathText')
    effects.enter('mathMarker')
    return opening(code)
  }

  function opening(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      size += 1
      effects.consume(code)
      return opening
    }
    if (code === dollar || code === null || (size === 1 && markdownLineEndingOrSpace(code))) return nok(code)
    effects.exit('mathMarker')
    return line(code)
  }

  function line(code: Code): State | undefined {
    if (code === null) {
      if (depth > 0) unbalanced.add(context)
      else if (size === 1) hopeless.set(variable.test(head), Number.POSITIVE_INFINITY)
      return nok(code)
    }
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      before = code
      return line
    }
    effects.enter('mathData')
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('mathData')
      return line(code)
    }
    if (code === dollar) return signs(code)
    if (size === 1 && isNoFormula(code)) return nok(code)
    before = code
    depth += braces.get(code) ?? 0
    effects.consume(code)
    return code === backslash ? escaped : data
  }

  function isNoFormula(code: number): boolean {
    // Code binds tighter.
    if (code === graveAccent) {
      hopeless.set(variable.test(head), context.now().offset)
      return true
    }
    if (head.length >= 24) return false
    head += String.fromCharCode(Math.max(code, 32))
    return price.test(head) || from < (hopeless.get(variable.test(head)) ?? 0)
  }

  function escaped(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return data(code)
    before = code
    effects.consume(code)
    return data
  }

  function signs(code: Code): State | undefined {
    return size === 1 ? single(code) : dollars(code)
  }

  function single(code: Code): State | undefined {
    effects.consume(code)
    return (next) => {
      // `\text{if $x$}` holds formulas of its own.
      if (depth > 0 && !unbalanced.has(context)) {
        before = dollar
        return data(next)
      }
      return closes(next) ? finish(next) : nok(next)
    }
  }

  function dollars(code: Code): State | undefined {
    if (code === dollar && run < 2) {
      run += 1
      effects.consume(code)
      return dollars
    }
    if (run === 2) return finish(code)
    run = 0
    return data(code)
  }

  function finish(code: Code): State | undefined {
    effects.exit('mathData')
    effects.exit('mathText')
    return ok(code)
  }

  function closes(next: Code): boolean {
    if (markdownLineEndingOrSpace(before) || asciiDigit(next)) return false
    return !(variable.test(head) && (asciiAlpha(next) || next === leftBrace || next === underscore))
  }
}
