/** `==words==` (M-05): marked words, with markup and links in them; not `===`, not `a == b`, not `==>`. */

import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import type {Construct, Extension} from 'micromark-util-types'
import {flankingOfEquals} from './flanking.ts'
import {pairSigns} from './pairs.ts'
import {readPairSign} from './signs.ts'

const equals = 61
const greaterThan = 62

export function highlight(): Extension {
  // `==>` is an arrow.
  const tokenize = readPairSign({waiting: 'highlightSequenceTemporary', flanking: flankingOfEquals, never: greaterThan})
  const construct: Construct = {name: 'highlight', tokenize, resolveAll: pairSigns({waiting: 'highlightSequenceTemporary', sign: 'highlightSequence', whole: 'highlight', text: 'highlightText'})}
  return {text: {[equals]: construct}, insideSpan: {null: [construct]}, attentionMarkers: {null: [equals]}}
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
