/** `==words==` (M-05): marked words, with markup and links in them; not `===`, not `a == b`, not `==>`. */

import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {classifyCharacter} from 'micromark-util-classify-character'
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import {pairSigns} from './pairs.ts'

const equals = 61
const greaterThan = 62

export function highlight(): Extension {
  const construct: Construct = {name: 'highlight', tokenize, resolveAll: pairSigns({waiting: 'highlightSequenceTemporary', sign: 'highlightSequence', whole: 'highlight', text: 'highlightText'})}
  return {text: {[equals]: construct}, insideSpan: {null: [construct]}, attentionMarkers: {null: [equals]}}
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {previous, events} = this
  let size = 0
  return start

  function start(code: Code): State | undefined {
    if (previous === equals && events[events.length - 1]?.[1].type !== 'characterEscape') return nok(code)
    effects.enter('highlightSequenceTemporary')
    return more(code)
  }

  function more(code: Code): State | undefined {
    if (code === equals) {
      if (size > 1) return nok(code)
      size += 1
      effects.consume(code)
      return more
    }
    // `==>` is an arrow.
    if (size < 2 || code === greaterThan) return nok(code)
    const token = effects.exit('highlightSequenceTemporary')
    const before = classifyCharacter(previous)
    const after = classifyCharacter(code)
    token._open = !after || (after === 2 && Boolean(before))
    token._close = !before || (before === 2 && Boolean(after))
    return ok(code)
  }
}

export const highlightFromMarkdown: FromMarkdown = {
  canContainEols: ['highlight'],
  enter: {
    highlight(token) {
      this.enter({type: 'highlight', children: []}, token)
    }
  },
  exit: {
    highlight(token) {
      this.exit(token)
    }
  }
}
