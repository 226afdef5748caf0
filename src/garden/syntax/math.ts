/**
 * `$a^2$` and `$$…$$` (M-16): a formula in a sentence, or one of its own over
 * lines and blank lines. A dollar sign is a price or a shell's variable unless
 * it is written as a formula's: `$5 and $6`, `$PATH:$HOME`, `${A}/${B}` are text.
 */

import type {CompileContext, Extension as FromMarkdown} from 'mdast-util-from-markdown'
import type {Code, Extension, Token, TokenizeContext} from 'micromark-util-types'
import {withoutComments} from './comments.ts'
import {tokenizeFlow} from './math-flow.ts'
import {tokenizeText} from './math-text.ts'

const dollar = 36

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
