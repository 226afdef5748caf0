/** Cards: the pictures that stand for pages where other sites show links to them. None without the site's address, which they would be linked by. */

import {join} from 'node:path'
import type {APIRoute, GetStaticPaths} from 'astro'
import {cardMaker, type CardMaker} from '../../cards/make.ts'
import {cardsOf} from '../../cards/subject.ts'
import {garden, view} from '../../garden-access.ts'
import {openCache} from '../../garden/cache.ts'
import {digestOf} from '../../digest.ts'
import {readSettings} from '../../settings.ts'

const {root, cache} = readSettings()
let known: CardMaker | undefined
/** Made when it is asked for: it reads the drawing's own files. */
const maker = (): CardMaker => (known ??= cardMaker(root, openCache(join(cache, 'og'))))

export const getStaticPaths: GetStaticPaths = () => {
  const all = garden()
  if (all.site.site === undefined) return []
  return [...cardsOf(all.pages, view(all))].map(([slug, card]) => ({params: {slug}, props: {card}, cacheKey: digestOf(maker().version, card)}))
}

export const GET: APIRoute = async ({props}) => new Response(new Uint8Array(await maker().make(props['card'])))
