import type {GardenMap, Page} from '../../garden/model.ts'
import {communityLabel} from './labels.ts'
import {plainEdges} from './legend.ts'

/** A note in the table that says what the map shows. */
export interface MapRow {
  readonly slug: string
  readonly title: string
  readonly kind: string
  readonly community: string
  readonly links: number
  /** ISO date, `` where there is none. */
  readonly updated: string
}

/** As many as `client/map/table.ts` shows at first, so that the script finds them there; a list of all is linked below. */
export const mostRows = 50

/** Rows of the table for readers without JavaScript: the most linked notes, the most linked first. */
export function mapRows({pages, map}: {readonly pages: readonly Page[]; readonly map: () => GardenMap}): MapRow[] {
  const {notes, edges, communities} = map()
  const bySlug = new Map(pages.map((page) => [page.slug, page]))
  // Links as the map shows them at first, not those that only diagrams make: the script would write other numbers in their place.
  const counts = Map.groupBy(plainEdges({edges}).flatMap(({a, b}) => [a, b]), (note) => note)
  return notes
    .map((note, number) => ({...note, links: counts.get(number)?.length ?? 0}))
    .sort((a, b) => b.links - a.links)
    .slice(0, mostRows)
    .flatMap(({slug, title, community, links}) => {
      const page = bySlug.get(slug)
      const home = communities[community]
      return page ? [{slug, title, kind: page.noteKind ?? '', community: home ? communityLabel(home) : '', links, updated: (page.dates.updated ?? page.dates.created ?? '').slice(0, 10)}] : []
    })
}
