/** What machines read to know what there is: `rss.xml`, `opensearch.xml`, and `sitemap.xml` with its parts. Both speak in whole addresses, so without the site's there are none. */

import type {APIRoute, GetStaticPaths} from 'astro'
import {opensearch} from '../feeds/opensearch.ts'
import {rss} from '../feeds/rss.ts'
import {sitemaps} from '../feeds/sitemap.ts'
import {garden, view} from '../garden-access.ts'

export const getStaticPaths: GetStaticPaths = async () => {
  const all = garden()
  const feed = await rss(all)
  const {t, to} = view(all)
  const asked = opensearch(all.site, {search: to('search'), says: t.searchAll})
  const files = new Map([...sitemaps(all), ...(feed === undefined ? [] : [['rss', feed] as const]), ...(asked === undefined ? [] : [['opensearch', asked] as const])])
  return [...files].map(([name, text]) => ({params: {feed: name}, props: {text}}))
}

export const GET: APIRoute = ({props}) => new Response(props['text'], {headers: {'Content-Type': 'application/xml'}})
