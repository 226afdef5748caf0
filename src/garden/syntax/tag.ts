/** `#topic/kafka` (T-01 … T-04): letters, digits and signs of any script, `_`, `-` and `/`, at least one not a digit. */

import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {asciiDigit, markdownLineEndingOrSpace, unicodeWhitespace} from 'micromark-util-character'
import type {Code, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import {isCjk, textBefore} from './flanking.ts'

const numberSign = 35

/** Letters, marks, digits, emoji and what joins them; surrogates are halves of emoji or letters. */
const tagCharacter = /\p{L}|\p{M}|\p{N}|\p{So}|\p{Sk}|\p{Cs}|\u200D|[_/-]/u

/** Whether a UTF-16 unit may stand in a tag. */
export function isTagCharacter(code: number): boolean {
  return code > 32 && tagCharacter.test(String.fromCharCode(code))
}

export function tag(): Extension {
  return {text: {[numberSign]: {name: 'tag', tokenize, previous: mayPrecede}}}
}

/** A tag stands at the start, after a space, or right inside a mark (T-03). */
function mayPrecede(this: TokenizeContext, code: Code): boolean {
  return isSpace(code) || (isMarkSign(code) && endsInOpenMark(textBefore(this, mostBefore)))
}

function isSpace(code: Code): boolean {
  return code === null || markdownLineEndingOrSpace(code) || unicodeWhitespace(code)
}

/** Whether a character may be the end of `*`, `==` or `~~`; `_` belongs to tags. */
export function isMarkSign(code: Code): boolean {
  return code === 42 || code === 61 || code === 126
}

/** How much of a line is looked at for the mark that a tag begins in: each tag does so. */
export const mostBefore = 400

const opening = /[\p{Ps}\p{Pi}]/u

/** Whether a line up to a tag ends in signs that open a mark: at its start, after a space or an opening bracket, or after CJK if none is open. */
export function endsInOpenMark(before: string): boolean {
  let from = before.length
  while (from > 0 && isMarkSign(before.charCodeAt(from - 1))) from -= 1
  const signs = before.slice(from)
  if (!/^(?:\*+|==(?!=)|~~(?!~))+$/.test(signs)) return false
  const code = from > 0 ? before.charCodeAt(from - 1) : null
  if (isSpace(code) || opening.test(before.charAt(from - 1))) return from > 0 || before.length < mostBefore
  return isCjk(code) && before.slice(0, from).split(signs).length % 2 === 1
}

function tokenize(effects: Effects, ok: State, nok: State): State {
  let named = false
  return (code) => {
    effects.enter('tag')
    effects.consume(code)
    return inside
  }

  function inside(code: Code): State | undefined {
    if (code !== null && isTagCharacter(code)) {
      // Slashes only join names, and digits alone are a number (T-02).
      if (!asciiDigit(code) && code !== 47) named = true
      effects.consume(code)
      return inside
    }
    if (!named) return nok(code)
    effects.exit('tag')
    return ok(code)
  }
}

export const tagFromMarkdown: FromMarkdown = {
  enter: {
    tag(token) {
      this.enter({type: 'tag', value: tagName(this.sliceSerialize(token))}, token)
    }
  },
  exit: {
    tag(token) {
      this.exit(token)
    }
  }
}

/** The name of a written tag: without `#`, empty segments and a slash at its end (T-04). */
export function tagName(written: string): string {
  return written
    .replace(/^#/, '')
    .normalize('NFC')
    .split('/')
    .filter((segment) => segment !== '')
    .join('/')
}

/** Whether a word of a `tags` property is a tag (T-02, T-06). */
export function isTagName(name: string): boolean {
  return name !== '' && /[^\d/]/.test(name) && [...name].every((character) => tagCharacter.test(character))
}
