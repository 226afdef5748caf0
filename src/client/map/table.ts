/** The table that says what the map shows: the same notes, by the same filters. */

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
  const dates = new Intl.DateTimeFormat(document.documentElement.lang, {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'})
  let most = few
  const fill = (): void => {
    const now = model.now()
    const listed = now.found ?? mostLinked(numbers(now, model.data.notes), now.shown, most + 1)
    const rows = listed.length === 0 ? [empty(words)] : listed.slice(0, most).map((note) => row(model, note, dates))
    // What the build printed is mostly what is shown first, and is laid out already.
    if (rows.length !== body.rows.length || rows.some((each, at) => said(each) !== said(body.rows[at]))) body.replaceChildren(...rows)
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

/** What a row says and where it leads, however it was printed. */
function said(row: Element | undefined): string {
  return `${row?.querySelector('a')?.pathname} ${row?.textContent.replaceAll(/\s+/g, '')}`
}

function numbers({shown}: Now, count: number): number[] {
  const found: number[] = []
  for (let note = 0; note < count; note += 1) if (shown.notes[note]) found.push(note)
  return found
}

function empty(words: MapWords): HTMLElement {
  return element('tr', {}, [element('td', {colspan: '5'}, [words['noneFound'] ?? ''])])
}

function row(model: Model, note: number, dates: Intl.DateTimeFormat): Element {
  const now = model.now()
  const {kind, community, links} = factsOf(model, now, note)
  const updated = dateOf(model.data.day[note] ?? 0xffff)
  return element('tr', {}, [
    element('th', {scope: 'row', dir: 'auto'}, [element('a', {href: addressOf(now.names.slugs[note] ?? '')}, [now.names.titles[note] ?? ''])]),
    element('td', {}, [kind]),
    element('td', {}, [community]),
    element('td', {class: 'num'}, [String(links)]),
    element('td', {class: 'num'}, updated === '' ? [] : [element('time', {datetime: updated}, [dates.format(new Date(`${updated}T00:00:00Z`))])])
  ])
}
