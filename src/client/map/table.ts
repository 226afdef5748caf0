/** The table that says what the map shows: the same notes, by the same filters. */

import {dayFormat} from '../../components/dates.ts'
import {addressOf} from '../site.ts'
import {factsOf} from './card.ts'
import {element, type MapWords} from './elements.ts'
import type {Model, Now} from './model.ts'
import {mostLinked} from './pick.ts'
import {dateOf} from './shown.ts'

/** Rows at first, and with each press of the button. */
const few = 50
const more = 200

/** Fill the table's body, and keep it true. */
export function table(body: HTMLTableSectionElement, button: HTMLButtonElement, {model, words}: {model: Model; words: MapWords}): void {
  let most = few
  const fill = (): void => {
    const now = model.now()
    const listed = (now.found ?? mostLinked(numbers(now, model.data.notes), now.shown, most + 1)).slice(0, most + 1)
    const rows = listed.slice(0, most).map((note) => rowOf(model, now, note))
    // What the build printed is mostly what is shown first, and is laid out already.
    const isSame = rows.length === body.rows.length && rows.every((row, at) => said(row) === saidBy(body.rows[at]))
    if (!isSame) body.replaceChildren(...(rows.length === 0 ? [empty(words)] : rows.map(print)))
    button.hidden = listed.length <= most
  }
  button.addEventListener('click', () => {
    most += more
    fill()
  })
  model.follow((now, before) => {
    if (!now.named || (now.shown === before?.shown && now.named === before.named && now.state.find === before.state.find)) return
    most = few
    fill()
  })
}

interface Row {
  readonly address: string
  /** Title, kind, community, number of links. */
  readonly cells: readonly [title: string, kind: string, community: string, links: string]
  /** ISO date, `` for none. */
  readonly updated: string
}

function rowOf(model: Model, now: Now, note: number): Row {
  const {kind, community, links} = factsOf(model, now, note)
  return {address: addressOf(now.names.slugs[note] ?? ''), cells: [now.names.titles[note] ?? '', kind, community, String(links)], updated: dateOf(model.data.day[note] ?? 0xffff)}
}

/** A row as one text. */
function said({address, cells, updated}: Row): string {
  return [address, ...cells, updated].join('\n')
}

/** The same of a row that is there, whoever printed it. */
function saidBy(row: HTMLTableRowElement | undefined): string {
  const cells = [...(row?.cells ?? [])].map(({textContent}) => textContent.trim())
  return [row?.querySelector('a')?.pathname, ...cells.slice(0, 4), row?.querySelector('time')?.dateTime.slice(0, 10) ?? ''].join('\n')
}

function numbers({shown}: Now, count: number): number[] {
  const found: number[] = []
  for (let note = 0; note < count; note += 1) if (shown.notes[note]) found.push(note)
  return found
}

function empty(words: MapWords): HTMLElement {
  return element('tr', {}, [element('td', {colspan: '5'}, [words['noneFound'] ?? ''])])
}

function print({address, cells: [title, kind, community, links], updated}: Row): Element {
  return element('tr', {}, [
    element('th', {scope: 'row', dir: 'auto'}, [element('a', {href: address}, [title])]),
    element('td', {}, [kind]),
    element('td', {}, [community]),
    element('td', {class: 'num'}, [links]),
    element('td', {class: 'num'}, updated === '' ? [] : [element('time', {datetime: updated}, [dayOf(updated)])])
  ])
}

let days: Intl.DateTimeFormat | undefined

/** A date as the build writes it. What writes it takes a phone a while to make, and is seldom needed. */
function dayOf(date: string): string {
  days ??= dayFormat(document.documentElement.lang)
  return days.format(new Date(`${date}T00:00:00Z`))
}
