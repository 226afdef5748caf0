/**
 * `%%…%%` (M-13): in a sentence, or over lines and blank lines. Two percent
 * signs, no more, open one; a comment that is not closed hides what follows,
 * because what the author meant to hide must never be published.
 */

import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {markdownLineEnding, markdownSpace} from 'micromark-util-character'
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import {commentPair, isOpen} from './paragraph-open.ts'

const percent = 37

/** Comments as micromark constructs; flow ones span blocks, text ones stay in theirs. */
export function comment(): Extension {
  return {
    text: {[percent]: {name: 'comment', tokenize: tokenizeText, previous: mayPrecede}},
    flow: {[percent]: {name: 'commentFlow', tokenize: tokenizeFlow, concrete: true}}
  }
}

/** A third `%` before them makes them no marker, unless it ends another comment. */
function mayPrecede(this: TokenizeContext, code: Code): boolean {
  return code !== percent || this.events[this.events.length - 1]?.[1].type === 'comment'
}

function tokenizeText(effects: Effects, ok: State, nok: State): State {
  return open(effects, inside, nok)

  function inside(code: Code): State | undefined {
    if (code === null) return finish(code)
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return inside
    }
    effects.enter('commentData')
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('commentData')
      return inside(code)
    }
    effects.consume(code)
    return code === percent ? second : data
  }

  function second(code: Code): State | undefined {
    if (code !== percent) return data(code)
    effects.consume(code)
    effects.exit('commentData')
    return finish
  }

  function finish(code: Code): State | undefined {
    effects.exit('comment')
    return ok(code)
  }
}

/** Consume an opening `%%` that is not part of a longer run. */
function open(effects: Effects, inside: State, nok: State): State {
  let count = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('comment')
    effects.enter('commentMarker')
    return marker(code)
  }

  function marker(code: Code): State | undefined {
    if (code === percent && count < 2) {
      count += 1
      effects.consume(code)
      return marker
    }
    if (count < 2 || code === percent) return nok(code)
    effects.exit('commentMarker')
    return inside(code)
  }
}

/** Whether the next line goes on in the same container. */
export const continuation: Construct = {partial: true, tokenize: tokenizeContinuation}

/** A line ending after which the container goes on. */
function tokenizeContinuation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return (code) => {
    if (code === null) return nok(code)
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next))
  }
}

/** Spaces up to the end of a line. */
export const restOfLine: Construct = {partial: true, tokenize: tokenizeBlankRest}

/** Nothing but spaces up to the end of the line. */
function tokenizeBlankRest(effects: Effects, ok: State, nok: State): State {
  return start

  function start(code: Code): State | undefined {
    if (!markdownSpace(code)) return code === null || markdownLineEnding(code) ? ok(code) : nok(code)
    effects.enter('whitespace')
    return spaces(code)
  }

  function spaces(code: Code): State | undefined {
    if (markdownSpace(code)) {
      effects.consume(code)
      return spaces
    }
    effects.exit('whitespace')
    return start(code)
  }
}

function tokenizeFlow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const interrupting = this.interrupt === true
  let firstLine = true
  // The paragraph's own comment ends here; it needs no block for that.
  if (interrupting && isOpen(this, commentPair)) return nok
  return open(effects, line, nok)

  function line(code: Code): State | undefined {
    if (code === null) return unclosed(code)
    if (markdownLineEnding(code)) {
      if (interrupting) return ok(code)
      return effects.check(continuation, nextLine, unclosed)(code)
    }
    effects.enter('commentData')
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
      effects.exit('commentData')
      return line(code)
    }
    effects.consume(code)
    return code === percent ? second : data
  }

  function second(code: Code): State | undefined {
    if (code !== percent) return data(code)
    effects.consume(code)
    effects.exit('commentData')
    // Closed in the line it began in: a block of its own only if it is alone there.
    if (firstLine) return interrupting ? nok : effects.check(restOfLine, closed, nok)
    return effects.check(restOfLine, closed, trailing)
  }

  function closed(code: Code): State | undefined {
    effects.exit('comment')
    return after(code)
  }

  function after(code: Code): State | undefined {
    if (!markdownSpace(code)) return ok(code)
    return effects.attempt(restOfLine, ok, nok)(code)
  }

  function unclosed(code: Code): State | undefined {
    effects.exit('comment')
    return ok(code)
  }

  // Words after the end of a comment of several blocks are a paragraph.
  function trailing(code: Code): State | undefined {
    effects.exit('comment')
    effects.enter('paragraph')
    effects.enter('chunkText', {contentType: 'text'})
    return words(code)
  }

  function words(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('chunkText')
      effects.exit('paragraph')
      return ok(code)
    }
    effects.consume(code)
    return words
  }
}

export const commentFromMarkdown: FromMarkdown = {
  enter: {
    comment(token) {
      const written = this.sliceSerialize(token)
      const closed = written.length >= 4 && written.endsWith('%%')
      this.enter({type: 'comment', value: '', closed, ...(closed ? {} : {after: written.slice(2)})}, token)
    }
  },
  exit: {
    comment(token) {
      this.exit(token)
    }
  }
}
