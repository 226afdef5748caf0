/** What the cards of a garden say, and where they stand. */

import {capital, folderName} from '../components/format.ts'
import type {View} from '../components/view.ts'
import type {Page} from '../garden/model.ts'
import type {Card} from './card.ts'

/** Name of the garden's own card: no address of a note holds a dot. */
const siteName = 'garden.card'

/** Address under the base path of the card of pages that are no notes, and of the first page. */
export const siteCardPath = `og/${siteName}.png`

/** Address under the base path of a note's card. */
export function noteCardPath(slug: string): string {
  return `og/${slug}.png`
}

/** Cards by their address without `og/` and `.png`: one for each note that has no picture of its own, and the garden's. */
export function cardsOf(pages: readonly Page[], view: View): ReadonlyMap<string, Card> {
  const notes = pages.filter(({slug, image}) => slug !== '' && image === undefined)
  return new Map([[siteName, siteCard(view)], ...notes.map((page) => [page.slug, noteCard(page, view)] as const)])
}

function siteCard({site}: View): Card {
  return {title: site.tagline ?? site.title, site: site.title, cells: [], hub: true}
}

function noteCard({title, noteKind, crumbs}: Page, {site, t}: View): Card {
  const folder = crumbs.at(-1)?.title
  return {
    title,
    site: site.title,
    cells: [...(noteKind ? [{label: t.kind, text: capital(noteKind)}] : []), ...(folder ? [{label: t.folder, text: folderName(folder)}] : [])],
    hub: noteKind?.toLowerCase() === 'hub'
  }
}
