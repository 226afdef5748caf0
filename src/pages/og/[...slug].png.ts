/** Cards: the pictures that stand for pages where other sites show links to them. None without the site's address, which they would be linked by. */

import {join} from 'node:path'
import type {APIRoute, GetStaticPaths} from 'astro'
import {cardMaker} from '../../cards/make.ts'
import {cardsOf} from '../../cards/subject.ts'
import {garden, view} from '../../garden-access.ts'
import {openCache} from '../../garden/cache.ts'
import {digestOf} from '../../grow-site.ts'
import {readSettings} from '../../settings.ts'

const {root, cache} = readSettings()
const maker = cardMaker(root, openCache(join(cache, 'og')))

export const getStaticPaths: GetStaticPaths = () => {
  const all = garden()
  if (all.site.site === undefined) return []
  return [...cardsOf(all.pages, view(all))].map(([slug, card]) => ({params: {slug}, props: {card}, cacheKey: digestOf(maker.version, card)}))
}

export const GET: APIRoute = async ({props}) => new Response(new Uint8Array(await maker.make(props['card'])))
