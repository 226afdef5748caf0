/** Wiki links of a note's prose, with their places. Code is passed over. */

import type {Point} from '../../src/garden/model.ts'
import {type Block, withoutCode} from './blocks.ts'

export interface WikiLink {
  /** Name of the note, without heading and block. */
  readonly target: string
  /** What stands after `#`; `` when nothing does. */
  readonly anchor: string
  readonly place: Point
  /** Words of the second-level heading it stands under. */
  readonly section: string
}

const link = /\[\[([^[\]|#\\]{0,300})(?:#([^[\]|\\]{0,300}))?(?:\\?\|[^[\]]{0,300})?\]\]/g

/** Links of a block. */
export function readLinks({kind, lines, section}: Block): WikiLink[] {
  if (kind === 'code') return []
  return lines.flatMap(({text, number}) =>
    [...withoutCode(text).matchAll(link)].map((found) => ({
      target: (found[1] ?? '').trim(),
      anchor: (found[2] ?? '').trim(),
      place: {line: number, column: found.index + 1},
      section
    }))
  )
}
