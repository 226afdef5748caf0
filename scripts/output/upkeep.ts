/** What an author should see to, beside what is wrong: notes whose check is due, and stubs. The page `/garden/` shows the same to everybody. */

import {diagnose} from '../../src/garden/diagnostics.ts'
import type {Diagnostic, Garden} from '../../src/garden/model.ts'
import {healthOf} from '../../src/garden/relations/health.ts'

/** @param today ISO date: a check is due after its day. */
export function upkeep({pages, unresolved}: Pick<Garden, 'pages' | 'unresolved'>, today: string): Diagnostic[] {
  const {due, stubs} = healthOf(pages, unresolved, Number.POSITIVE_INFINITY)
  const paths = new Map(pages.map(({slug, path}) => [slug, path]))
  return [
    ...due.rows.filter(({review}) => review < today).map(({slug, review}) => diagnose('review-due', {path: paths.get(slug) ?? slug}, {date: review})),
    ...stubs.rows.map(({slug, words}) => diagnose('stub', {path: paths.get(slug) ?? slug}, {words}))
  ]
}
