/**
 * `$a^2$` and `$$…$$` (M-16): a formula in a sentence, or one of its own over
 * lines and blank lines. A dollar sign is a price or a shell's variable unless
 * it is written as a formula's: `$5 and $6`, `$PATH:$HOME`, `${A}/${B}` are text.
 */

import type {CompileContext, Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {asciiAlpha, asciiDigit, markdownLineEnding, markdownLineEndingOrSpace} from 'micromark-util-character'
import type {Code, Effects, Extension, State, Token, TokenizeContext} from 'micromark-util-types'
import {continuation, restOfLine} from './comment.ts'
import {withoutComments} from './comments.ts'

const dollar = 36
const underscore = 95
const backslash = 92
const leftBrace = 123
const graveAccent = 96

export function math(): Extension {
  return {
    text: {[dollar]: {name: 'math', tokenize: tokenizeText, previous: mayPrecede}},
    flow: {[dollar]: {name: 'mathFlow', tokenize: tokenizeFlow, concrete: true}}
  }
}

/** Only the first of several signs opens a formula, unless the one before ended another. */
function mayPrecede(this: TokenizeContext, code: Code): boolean {
  const last = this.events[this.events.length - 1]?.[1].type
  return code !== dollar || last === 'mathText' || last === 'characterEscape'
}

/** What a formula does not begin with: `5 million`. */
const price = /^\d[\d.,]*[kKmMbB%]?\s+(?!mod)[A-Za-z]{3}/

/** What begins like a shell's variable ends no formula before a letter. */
const variable = /^(?:\{|[A-Z_]{2})/

/** Up to which offset of a text no formula ends, by the kind of opening: nothing is read once for each sign. */
const exhausted = new WeakMap<TokenizeContext, Map<boolean, number>>()

function tokenizeText(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const hopeless = exhausted.get(this) ?? new Map<boolean, number>()
  const context = this
  const from = this.now().offset
  exhausted.set(this, hopeless)
  let size = 0
  let run = 0
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
      if (size === 1) hopeless.set(variable.test(head), Number.POSITIVE_INFINITY)
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
    if (code === dollar) {
      run = 0
      return dollars(code)
    }
    if (size === 1 && isNoFormula(code)) return nok(code)
    before = code
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

  function dollars(code: Code): State | undefined {
    if (code === dollar && !(size === 2 && run === 2)) {
      run += 1
      effects.consume(code)
      return dollars
    }
    if (run === size && (size === 2 || closes(code))) {
      effects.exit('mathData')
      effects.exit('mathText')
      return ok(code)
    }
    before = dollar
    return data(code)
  }

  function closes(next: Code): boolean {
    if (markdownLineEndingOrSpace(before) || asciiDigit(next)) return false
    return !(variable.test(head) && (asciiAlpha(next) || next === leftBrace || next === underscore))
  }
}

function tokenizeFlow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
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

function exitData(this: CompileContext, token: Token): void {
  this.config.enter.data?.call(this, token)
  this.config.exit.data?.call(this, token)
}

function exitMath(this: CompileContext, token: Token): void {
  const written = this.resume()
  const node = this.stack[this.stack.length - 1]
  const length = node?.type === 'inlineMath' && !node.display ? 1 : 2
  // What Obsidian hides is a remark for TeX, too.
  if (node?.type === 'math' || node?.type === 'inlineMath') node.value = withoutComments(written.slice(0, -length)).trim()
  this.exit(token)
}

export const mathFromMarkdown: FromMarkdown = {
  enter: {
    mathText(token) {
      const display = this.sliceSerialize(token).startsWith('$$')
      this.enter({type: 'inlineMath', value: '', ...(display ? {display} : {})}, token)
      this.buffer()
    },
    mathFlow(token) {
      this.enter({type: 'math', value: ''}, token)
      this.buffer()
    }
  },
  exit: {mathData: exitData, mathText: exitMath, mathFlow: exitMath}
}
