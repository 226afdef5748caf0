/** The feed (Pu-11): what changed last. */

import {wholeAddress} from '../components/whole-address.ts'
import type {Site} from '../garden-access.ts'
import type {Page} from '../garden/model.ts'
import {byCodePoint, href} from '../garden/names.ts'
import {instantOf} from './dates.ts'
import {plainText, xmlText} from './xml.ts'

/** Notes in the feed. */
const most = 30

/**
 * Make the feed: the notes that changed last, newest first. A note without a date is no news.
 *
 * @returns
 *   RSS 2.0, the same whenever it is made; nothing without the site's address.
 */
export async function rss(all: Site): Promise<string | undefined> {
  const {site, today} = all
  const home = wholeAddress(site, href('', site.base))
  if (home === undefined) return undefined
  // Loaded when there is a feed: its reader of XML is large.
  const {getRssString} = await import('@astrojs/rss')
  const built = instantOf(today)?.toUTCString()
  const own = wholeAddress(site, href('rss.xml', site.base)) ?? ''
  return getRssString({
    title: plainText(site.title),
    description: plainText(site.description || site.title),
    site: home,
    xmlns: {atom: 'http://www.w3.org/2005/Atom'},
    customData: `<language>${xmlText(site.lang)}</language>${built === undefined ? '' : `<lastBuildDate>${built}</lastBuildDate>`}<atom:link href="${xmlText(own)}" rel="self" type="application/rss+xml"/>`,
    items: newest(all.pages).map(({page, date}) => ({
      // The file of the first page is called after its place, not after what it says.
      title: plainText(page.slug === '' ? site.title : page.title),
      link: wholeAddress(site, href(page.slug, site.base)) ?? '',
      description: plainText(page.description),
      pubDate: date,
      categories: page.tags.map(({name}) => plainText(name))
    }))
  })
}

interface Dated {
  readonly page: Page
  readonly date: Date
}

function newest(pages: readonly Page[]): readonly Dated[] {
  return pages
    .flatMap((page): readonly Dated[] => {
      const date = instantOf(page.dates.updated) ?? instantOf(page.dates.created)
      return date === undefined ? [] : [{page, date}]
    })
    .sort((a, b) => b.date.getTime() - a.date.getTime() || byCodePoint(a.page.slug, b.page.slug))
    .slice(0, most)
}
