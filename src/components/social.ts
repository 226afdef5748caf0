import type {Page} from '../garden/model.ts'
import {cardSize} from '../cards/card.ts'
import {noteCardPath, siteCardPath} from '../cards/subject.ts'
import type {View} from './view.ts'
import {wholeAddress} from './whole-address.ts'

/** What a page says of itself to the sites that show links to it (Open Graph). */
export interface Social {
  readonly view: View
  readonly title: string
  readonly description: string
  readonly slug: string
  readonly page?: Page | undefined
  /** The note whose picture stands for a page that is none: that of a diagram. */
  readonly pictured?: Pictured | undefined
}

/** What a picture is chosen by. */
export type Pictured = Pick<Page, 'slug' | 'image'>

export interface Property {
  readonly property: string
  readonly content: string
}

/** Open Graph's properties. Without the site's address, those that need one are left out: they must be whole addresses. */
export function social({view: {site, to}, title, description, slug, page, pictured = page}: Social): readonly Property[] {
  const {created, updated} = page?.dates ?? {}
  const property = (name: string, content: string | undefined): readonly Property[] => (content ? [{property: name, content}] : [])
  return [
    ...property('og:type', page ? 'article' : 'website'),
    ...property('og:title', title),
    ...property('og:description', description),
    ...property('og:site_name', site.title),
    ...property('og:url', wholeAddress(site, to(slug))),
    ...property('article:published_time', page && created),
    ...property('article:modified_time', page && updated),
    ...picture({site, to}, title, pictured)
  ]
}

/** The note's own picture, else the card that is drawn for it, else the garden's. */
function picture({site, to}: Pick<View, 'site' | 'to'>, title: string, page: Pictured | undefined): readonly Property[] {
  const own = page?.image
  if (site.site === undefined) return []
  if (own !== undefined) return [{property: 'og:image', content: own.includes('://') ? own : (wholeAddress(site, to(own)) ?? own)}]
  return [
    {property: 'og:image', content: wholeAddress(site, to(page && page.slug !== '' ? noteCardPath(page.slug) : siteCardPath)) ?? ''},
    {property: 'og:image:width', content: `${cardSize.width}`},
    {property: 'og:image:height', content: `${cardSize.height}`},
    {property: 'og:image:alt', content: page ? title : site.title}
  ]
}
