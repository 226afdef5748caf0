/** Words after the end of a block, in its last line: a paragraph of their own, which goes on as any other does. */

import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, State, Token, TokenizeContext} from 'micromark-util-types'

/** Not concrete, so that what ends a paragraph ends this one, too. */
export const trailing: Construct = {name: 'trailing', tokenize: tokenizeTrailing}

/** Whether the next line goes on with a paragraph. */
const nextWords: Construct = {partial: true, tokenize: tokenizeNextWords}

function tokenizeTrailing(effects: Effects, ok: State): State {
  let previous: Token | undefined
  return (code) => {
    if (!markdownSpace(code)) return start(code)
    effects.enter('whitespace')
    return spaces(code)
  }

  function spaces(code: Code): State | undefined {
    if (!markdownSpace(code)) {
      effects.exit('whitespace')
      return start(code)
    }
    effects.consume(code)
    return spaces
  }

  function start(code: Code): State | undefined {
    // Headings with a line under them look for this token.
    effects.enter('content')
    effects.enter('paragraph')
    return chunk(code)
  }

  function chunk(code: Code): State | undefined {
    const token = effects.enter('chunkText', {contentType: 'text', ...(previous ? {previous} : {})})
    if (previous) previous.next = token
    previous = token
    return words(code)
  }

  function words(code: Code): State | undefined {
    if (code === null) return end(code)
    if (markdownLineEnding(code)) return effects.check(nextWords, goOn, end)(code)
    effects.consume(code)
    return words
  }

  function goOn(code: Code): State | undefined {
    effects.consume(code)
    effects.exit('chunkText')
    return chunk
  }

  function end(code: Code): State | undefined {
    effects.exit('chunkText')
    effects.exit('paragraph')
    effects.exit('content')
    return ok(code)
  }
}

function tokenizeNextWords(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {flow} = this.parser.constructs
  return (code) => {
    effects.exit('chunkText')
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return prefix
  }

  function prefix(code: Code): State | undefined {
    if (!markdownSpace(code)) return words(code)
    effects.enter('linePrefix')
    return spaces(code)
  }

  function spaces(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return spaces
    }
    effects.exit('linePrefix')
    return words(code)
  }

  function words(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return nok(code)
    return effects.interrupt(flow, nok, ok)(code)
  }
}
