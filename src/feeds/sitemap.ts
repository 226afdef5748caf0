/** The sitemap (Pu-11): every page that search engines should know, with the day it last changed. */

import {wholeAddress} from '../components/whole-address.ts'
import type {Site} from '../garden-access.ts'
import type {ListedNote} from '../garden/model.ts'
import {byCodePoint, href} from '../garden/names.ts'
import {dayOf, later} from './dates.ts'
import {xmlText} from './xml.ts'

/** Most addresses that one file may hold, by the format's own rule. */
export const mostInFile = 50_000

interface Entry {
  readonly slug: string
  readonly day?: string | undefined
}

/**
 * Files of the sitemap by name, without `.xml`: one, or an index and its parts.
 * None without the site's address.
 *
 * @param most Most addresses in a file.
 */
export function sitemaps(all: Site, most = mostInFile): ReadonlyMap<string, string> {
  if (all.site.site === undefined) return new Map()
  const whole = (path: string): string => xmlText(wholeAddress(all.site, href(path, all.site.base)) ?? '')
  const entries = pagesOf(all).map(({slug, day}) => `<url><loc>${whole(slug)}</loc>${day === undefined ? '' : `<lastmod>${day}</lastmod>`}</url>`)
  if (entries.length <= most) return new Map([['sitemap', list('urlset', entries)]])

  const parts = Array.from({length: Math.ceil(entries.length / most)}, (_, index) => [`sitemap-${index + 1}`, list('urlset', entries.slice(index * most, (index + 1) * most))] as const)
  const index = parts.map(([name]) => `<sitemap><loc>${whole(`${name}.xml`)}</loc></sitemap>`)
  return new Map([['sitemap', list('sitemapindex', index)], ...parts])
}

function list(element: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${element}>\n`
}

/** Pages that list or show the whole garden. Search and the reader's own reading hold nothing to be found. */
const wholes = ['', 'connections', 'garden', 'graph', 'notes', 'notes/tree', 'recent', 'tags']

/** All pages by address: notes, folders, tags, diagrams, and the lists of all of them. */
function pagesOf({pages, folders, tags, diagrams, site}: Site): readonly Entry[] {
  const notes = pages.map(({slug, dates}): Entry => ({slug, day: dayOf(dates.updated) ?? dayOf(dates.created)}))
  const newest = notes.reduce<string | undefined>((day, note) => later(day, note.day), undefined)
  const lists = [...folders, ...tags].map(({slug, notes: listed}): Entry => ({slug, day: newestOf(listed)}))
  const days = new Map<string, string | undefined>(notes.map(({slug, day}) => [slug, day]))
  const drawn = diagrams.map(({slug, note}): Entry => ({slug, day: days.get(note.slug)}))
  const whole = [...wholes, ...(site.syntax ? ['notes/syntax'] : []), ...(drawn.length > 0 ? ['diagrams'] : [])].map((slug) => ({slug, day: newest}))
  const bySlug = new Map<string, Entry>()
  // A note that is the page of its folder, or the first page, goes before what would stand there.
  for (const entry of [...notes, ...lists, ...drawn, ...whole]) if (!bySlug.has(entry.slug)) bySlug.set(entry.slug, entry)
  return [...bySlug.values()].sort((a, b) => byCodePoint(a.slug, b.slug))
}

function newestOf(notes: readonly ListedNote[]): string | undefined {
  return notes.reduce<string | undefined>((day, {updated}) => later(day, dayOf(updated)), undefined)
}
