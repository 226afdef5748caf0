import type {Page} from '../garden/model.ts'
import {capital, day, minutes} from './format.ts'
import {type IconName, kindIcon} from './icons.ts'
import type {View} from './view.ts'

/** One ruled cell of a note's title block. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly icon?: IconName
  /** ISO date, when the value is one. */
  readonly date?: string
  /** Day from which the ruler of this date runs; only the date of the next check has one. */
  readonly since?: string
}

/**
 * Cells of the title block.
 *
 * Only what the author wrote is shown; a note without properties has its dates
 * and its length, which every note has.
 */
export function facts(page: Page, {site, t}: View): readonly Fact[] {
  const checked = text(page, 'facts_checked')
  const review = text(page, 'review_by')
  const kind = page.noteKind && cell(t.kind, page.noteKind)
  const icon = page.noteKind ? kindIcon(page.noteKind) : undefined
  const date = (name: string, value: string | undefined) => value && {name, value: day(value, site.lang), date: value}

  return [
    kind && icon ? {...kind, icon} : kind,
    cell(t.level, text(page, 'level')),
    cell(t.status, text(page, 'status')),
    date(t.checked, checked) || date(t.updated, page.dates.updated),
    review
      ? {name: t.review, value: day(review, site.lang), date: review, since: checked ?? page.dates.updated ?? review}
      : date(t.created, page.dates.created),
    {name: t.length, value: length(page, t)}
  ].filter((fact) => typeof fact === 'object')
}

function cell(name: string, value: string | undefined): Fact | undefined {
  return value ? {name, value: capital(value)} : undefined
}

function length({words, diagrams}: Page, t: View['t']): string {
  const time = t.minutes(minutes(words))
  return diagrams.length > 0 ? `${time}, ${t.figures(diagrams.length)}` : time
}

/** A property's text; names are compared without case, as in Obsidian. */
function text({properties}: Page, name: string): string | undefined {
  const value = properties.find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof value === 'string' && value !== '' ? value : undefined
}
