/**
 * `![[…]]` (E-01): remark-wiki-link never sees an embed, because `![` begins an
 * image. This construct takes the `!` alone, and only where a wiki link follows,
 * so that the link itself is still found by remark-wiki-link.
 */

import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import type {Construct, Effects, Extension, State} from 'micromark-util-types'

const exclamationMark = 33

/** @param link The construct that finds `[[…]]`. */
export function embedMarker(link: Construct): Extension {
  const construct: Construct = {
    name: 'embedMarker',
    tokenize(effects: Effects, ok: State, nok: State): State {
      return (code) => {
        effects.enter('embedMarker')
        effects.consume(code)
        effects.exit('embedMarker')
        return effects.check(link, ok, nok)
      }
    }
  }
  return {text: {[exclamationMark]: construct}}
}

export const embedMarkerFromMarkdown: FromMarkdown = {
  enter: {
    embedMarker(token) {
      this.enter({type: 'embedMarker', value: '!'}, token)
    }
  },
  exit: {
    embedMarker(token) {
      this.exit(token)
    }
  }
}
