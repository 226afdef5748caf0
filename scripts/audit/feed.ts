/** Look at a feed or sitemap: every address in it is a whole one of this site, and leads to something that was written. */
import type {Diagnostic} from '../../src/garden/model.ts'
import type {Follow} from './addresses.ts'
import {diagnostic, placeOf} from './rules.ts'

/** Whether a file is a feed or a part of the sitemap. */
export function isFeed(path: string): boolean {
  return /^(?:rss|sitemap(?:-\d+)?)\.xml$/.test(path)
}

export interface Around {
  /** Origin of the site, if it has one. */
  readonly site: string | undefined
  readonly follow: Follow
}

/** Look at one file. */
export function lookAtFeed(path: string, text: string, {site, follow}: Around): Diagnostic[] {
  const origin = site === undefined ? undefined : URL.parse(site)?.origin
  return [...text.matchAll(/<(?:loc|link|guid)(?:\s[^<>]*)?>([^<]+)</g)].flatMap((found) => {
    const value = (found[1] ?? '').replaceAll('&amp;', '&')
    const isOurs = origin !== undefined && value.startsWith(`${origin}/`)
    const target = isOurs ? follow(value.slice(origin.length), path).kind : 'outside'
    if (target === 'file') return []
    return [diagnostic({rule: target === 'outside' ? 'outside-base' : 'dead-link', path, facts: value, place: placeOf(text, found.index)})]
  })
}
