/** What a browser must know to install the garden as an app of its own. */

import type {APIRoute} from 'astro'
import {garden} from '../garden-access.ts'
import {href} from '../garden/names.ts'

export const GET: APIRoute = () => {
  const {title, description, lang, base} = garden().site
  const icon = (file: string, sizes: string, type: string) => ({src: href(file, base), sizes, type})
  const manifest = {
    id: href('', base),
    name: title,
    short_name: title.length > 30 ? `${title.slice(0, 29)}…` : title,
    ...(description === '' ? {} : {description}),
    lang,
    start_url: href('', base),
    scope: href('', base),
    display: 'standalone',
    background_color: '#fbf9f4',
    theme_color: '#fbf9f4',
    icons: [icon('icon-192.png', '192x192', 'image/png'), icon('icon-512.png', '512x512', 'image/png'), icon('favicon.svg', 'any', 'image/svg+xml')]
  }
  return new Response(`${JSON.stringify(manifest)}\n`, {headers: {'content-type': 'application/manifest+json'}})
}
