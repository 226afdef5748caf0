/** What an author should see to, beside what is wrong: notes whose check is due, and stubs. The page `/garden/` shows the same to everybody. */

import {diagnose} from '../../src/garden/diagnostics.ts'
import type {Diagnostic, Garden} from '../../src/garden/model.ts'
import {reviewsOf, stubsOf} from '../../src/garden/relations/health.ts'

/** @param today ISO date: a check is due after its day. */
export function upkeep({pages}: Pick<Garden, 'pages'>, today: string): Diagnostic[] {
  return [
    ...reviewsOf(pages).filter(({review}) => review < today).map(({page: {path}, review}) => diagnose('review-due', {path}, {date: review})),
    ...stubsOf(pages).map(({path, words}) => diagnose('stub', {path}, {words}))
  ]
}
