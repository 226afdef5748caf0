/** Search engines may read everything: what is not for readers is not here, and what they are not to keep says so itself. */

import type {APIRoute} from 'astro'
import {wholeAddress} from '../components/whole-address.ts'
import {garden} from '../garden-access.ts'
import {href} from '../garden/names.ts'

export const GET: APIRoute = () => {
  const {site} = garden()
  const sitemap = site.noindex ? undefined : wholeAddress(site, href('sitemap.xml', site.base))
  return new Response(`User-agent: *\nAllow: /\n${sitemap === undefined ? '' : `\nSitemap: ${sitemap}\n`}`)
}
