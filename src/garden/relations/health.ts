/** How the garden is doing: what stands well, what stands alone, what is missing. Made of pages alone, so it is public. */

import type {Health, HealthMonth, Page, UnresolvedLink} from '../model.ts'
import {byCodePoint, byName, nameKey} from '../names.ts'

/** Fewer words than this are a stub, unless the note lists, draws or shows something. */
const stubWords = 60
/** Names of the property that says when a note should be looked at again. */
const reviewKeys = new Set(['review_by', 'review-by', 'review'])

/**
 * Take stock.
 *
 * @param most Longest list.
 */
export function healthOf(all: readonly Page[], unresolved: readonly UnresolvedLink[], most = 20): Health {
  const pages = all.filter(({hidden}) => !hidden)
  const rows = pages.map(({slug, title, description, noteKind, backlinks, links, words}) => ({slug, title, description, ...(noteKind === undefined ? {} : {noteKind}), incoming: backlinks.length, outgoing: links.length, words}))
  const byTitle = (a: {title: string; slug: string}, b: {title: string; slug: string}): number => byName(a.title, b.title) || byCodePoint(a.slug, b.slug)
  const top = (of: 'incoming' | 'outgoing') => rows.filter((row) => row[of] > 0).sort((a, b) => b[of] - a[of] || byTitle(a, b)).slice(0, most)
  const orphans = rows.filter(({slug, incoming, outgoing}) => slug !== '' && incoming === 0 && outgoing === 0).sort(byTitle)
  const stubSlugs = new Set(stubsOf(pages).map(({slug}) => slug))
  const stubs = rows.filter(({slug}) => stubSlugs.has(slug)).sort((a, b) => a.words - b.words || byTitle(a, b))
  const due = reviewsOf(pages).map(({page: {slug, title, description}, review}) => ({slug, title, description, review})).sort((a, b) => byCodePoint(a.review, b.review) || byTitle(a, b))
  return {
    notes: pages.length,
    links: rows.reduce((sum, {outgoing}) => sum + outgoing, 0),
    words: rows.reduce((sum, {words}) => sum + words, 0),
    months: monthsOf(pages),
    mostLinked: top('incoming'),
    hubs: top('outgoing'),
    orphans: {rows: orphans.slice(0, most), count: orphans.length},
    unreferenced: rows.filter(({slug, incoming, outgoing}) => slug !== '' && incoming === 0 && outgoing > 0).length,
    stubs: {rows: stubs.slice(0, most), count: stubs.length},
    wanted: wantedOf(unresolved, most),
    due: {rows: due.slice(0, most), count: due.length}
  }
}

/** Notes with so few words that they say little, unless they list, draw or show something. */
export function stubsOf(pages: readonly Page[]): readonly Page[] {
  return pages.filter((page) => !page.hidden && page.format !== 'canvas' && page.format !== 'base' && page.words < stubWords && page.diagrams.length === 0 && !page.listing)
}

/** Notes that say when they should be looked at again, with that day, ISO. */
export function reviewsOf(pages: readonly Page[]): readonly {readonly page: Page; readonly review: string}[] {
  return pages.flatMap((page) => {
    const review = page.hidden ? undefined : page.properties.find(([name]) => reviewKeys.has(nameKey(name)))?.[1]
    return typeof review === 'string' && /^\d{4}-\d\d-\d\d/.test(review) ? [{page, review: review.slice(0, 10)}] : []
  })
}

/** Names that links ask for and no note bears, those asked for most first. */
function wantedOf(unresolved: readonly UnresolvedLink[], most: number): Health['wanted'] {
  const asked = Map.groupBy(unresolved.filter(({target}) => target !== ''), ({target}) => nameKey(target.replace(/\.mdx?$/i, '')))
  const rows = [...asked.values()].map((links) => ({name: links[0]?.target ?? '', count: new Set(links.map(({from}) => from)).size}))
  return {rows: rows.sort((a, b) => b.count - a.count || byName(a.name, b.name)).slice(0, most), count: rows.length}
}

/** Notes written up to the end of each month, from the first dated note to the last; notes without a date are in none. */
function monthsOf(pages: readonly Page[]): readonly HealthMonth[] {
  const counts = new Map<string, number>()
  for (const {dates} of pages) {
    const month = /^\d{4}-(?:0[1-9]|1[0-2])/.exec(dates.created ?? dates.updated ?? '')?.[0]
    if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const known = [...counts.keys()].sort(byCodePoint)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  const months: HealthMonth[] = []
  let total = 0
  for (let month = first; month <= last; month = after(month)) {
    total += counts.get(month) ?? 0
    months.push({month, added: counts.get(month) ?? 0, total})
  }
  return months
}

function after(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
}
