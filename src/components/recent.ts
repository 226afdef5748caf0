import type {Page} from '../garden/model.ts'

/** A note in the list of what changed. */
export interface Change {
  readonly page: Page
  /** Whether it came on that day; else it was changed. */
  readonly isNew: boolean
}

/** What changed on one day. */
export interface ChangedDay {
  /** ISO date. */
  readonly day: string
  readonly changes: readonly Change[]
}

/** Most notes in the list, so that the page's weight has a bound. */
const most = 200

/** Days on which notes came or changed, newest first; notes of one day keep their order. */
export function changedDays(pages: readonly Page[]): readonly ChangedDay[] {
  const dated = pages.flatMap((page) => {
    const day = (page.dates.updated ?? page.dates.created)?.slice(0, 10)
    return day ? [{day, change: {page, isNew: page.dates.created?.slice(0, 10) === day}}] : []
  })
  const newest = dated.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).slice(0, most)
  return [...Map.groupBy(newest, ({day}) => day)].map(([day, all]) => ({day, changes: all.map(({change}) => change)}))
}
