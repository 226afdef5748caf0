import type {Page} from '../garden/model.ts'
import {capital, day, minutes} from './format.ts'
import {type Growth, growthOf} from './growth.ts'
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
  /** Stage of growth, where the value names one. */
  readonly growth?: Growth
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
    status(page, t),
    date(t.checked, checked) || date(t.updated, page.dates.updated),
    review
      ? {name: t.review, value: day(review, site.lang), date: review, since: checked ?? page.dates.updated ?? review}
      : date(t.created, page.dates.created),
    page.words > 0 || page.diagrams.length > 0 ? {name: t.length, value: length(page, t)} : undefined
  ].filter((fact) => typeof fact === 'object')
}

function cell(name: string, value: string | undefined): Fact | undefined {
  return value ? {name, value: capital(value)} : undefined
}

/** The note's status in the author's words; a stage of growth can be explained, and by its usual name or a sign it is told in the site's language. */
function status(page: Page, t: View['t']): Fact | undefined {
  const word = text(page, 'status') ?? text(page, 'growth') ?? text(page, 'stage')
  const growth = word === undefined ? undefined : growthOf(word)
  const isUsual = growth !== undefined && (word?.trim().toLowerCase() === growth || /\p{Extended_Pictographic}/u.test(word ?? ''))
  const made = cell(t.status, isUsual ? t.growthNames[growth] : word)
  return made && growth ? {...made, growth} : made
}

/** Dates that stand in no cell, though the note has them. */
export function otherDates(page: Page, {t}: View): readonly {readonly name: string; readonly date: string}[] {
  const {created, updated} = page.dates
  return [
    ...(created && text(page, 'review_by') ? [{name: t.created, date: created}] : []),
    ...(updated && text(page, 'facts_checked') && updated !== created ? [{name: t.updated, date: updated}] : [])
  ]
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
