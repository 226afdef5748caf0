/** A view as HTML: complete without a script; what a script sorts by stands in attributes. */

import {escapeText} from '../sentences.ts'
import {attribute, type Printing, printPicture, printTag, printValue} from './cell.ts'
import type {BaseView} from './definition.ts'
import {printMap} from './map.ts'
import type {Run} from './run.ts'
import {isNothing, textOf, type Value} from './value.ts'
import {columnValue, type Column, type Group, type Row, runView, type ViewResult} from './view.ts'

/** What a view needs to be printed. */
export interface ViewPrinting extends Printing {
  readonly view: BaseView
  readonly run: Run
  readonly result: ViewResult
  /** Rules of the page's style sheet, by their class. */
  readonly css: Map<string, string>
}

const printers: Record<BaseView['type'], (printing: ViewPrinting) => string> = {table, cards, list, map: (printing) => printMap(printing) ?? table(printing)}

/** Columns that need more room than the text has. */
const manyColumns = 5

/** Print a view with what stands under it. */
export function printView(view: BaseView, run: Run, printing: Printing & Pick<ViewPrinting, 'css'>): string {
  const result = runView(view, run)
  const {words, world} = printing
  const body = result.count === 0 ? `<p class="base-none">${escapeText(words.baseEmpty)}</p>` : printers[view.type]({...printing, view, run, result})
  const shown = result.groups.reduce((sum, {rows}) => sum + rows.length, 0)
  const notes = [
    ...(result.problem === undefined ? [] : [`<span class="base-error">${escapeText(words.baseFailed(result.problem))}</span>`]),
    ...(shown < result.count ? [escapeText(words.baseMore(result.count - shown))] : []),
    ...(asksForDay(view, run) && world.today !== undefined ? [escapeText(words.baseAsOf(world.today))] : [])
  ]
  const foot = notes.length === 0 ? '' : `<p class="base-foot">${notes.join(' · ')}</p>`
  const wide = view.type !== 'list' && result.columns.length >= manyColumns ? ' wide' : ''
  return `<div class="base base-${view.type} row-${view.rowHeight}${wide}"${view.name === '' ? '' : ` data-view="${attribute(view.name)}"`}>${body}${foot}</div>`
}

/** Whether what is shown hangs on the day of the build (Ba-07). */
function asksForDay(view: BaseView, {definition}: Run): boolean {
  const asked = JSON.stringify([definition.filter, [...definition.formulas], view.filter])
  return /"name":"(?:now|today|random|relative)"/.test(asked)
}

/** A cell's HTML; some columns say what their texts are. */
function cell({id}: Column, index: number, {row: {cells, file}, printing}: {row: Row; printing: Printing}): string {
  const value = cells[index] ?? null
  if (id === 'file.name' || id === 'file.basename' || id === 'file.file') return printValue({kind: 'file', file}, printing)
  const isTags = /^(?:file\.|note\.)?tags?$/i.test(id)
  if (isTags && value !== null && typeof value === 'object' && value.kind === 'list') return value.items.map((item) => printTag(textOf(item).replace(/^#/, ''), printing)).join(' ')
  return printValue(value, printing)
}

/** What a script sorts by, where that is not the text. */
function sortKey(value: Value): string {
  if (typeof value === 'number') return ` data-v="${value}"`
  return value !== null && typeof value === 'object' && value.kind === 'date' ? ` data-v="${value.time}"` : ''
}

function isNumeric(index: number, groups: readonly Group[]): boolean {
  const values = groups.flatMap(({rows}) => rows.map(({cells}) => cells[index] ?? null)).filter((value) => !isNothing(value))
  return values.length > 0 && values.every((value) => typeof value === 'number')
}

function groupName(key: Value, printing: Printing): string {
  return isNothing(key) ? escapeText(printing.words.baseNone) : printValue(key, printing)
}

function table(printing: ViewPrinting): string {
  const {result: {columns, groups, summaries}, view} = printing
  const numeric = columns.map((_, index) => isNumeric(index, groups))
  const number = (index: number): string => (numeric[index] ? ' class="number"' : '')
  const head = columns.map(({title}, index) => `<th scope="col"${number(index)}>${escapeText(title)}</th>`).join('')
  const row = (each: Row): string => `<tr>${columns.map((column, index) => `<td${number(index)}${sortKey(each.cells[index] ?? null)}>${cell(column, index, {row: each, printing})}</td>`).join('')}</tr>`
  const bodies = groups.map(({key, rows}) => {
    const name = key === undefined ? '' : `<tr class="base-group"><th scope="rowgroup" colspan="${columns.length}">${groupName(key, printing)} <span class="base-count">${rows.length}</span></th></tr>`
    return `<tbody>${name}${rows.map(row).join('')}</tbody>`
  })
  const hasFoot = summaries.some((summary) => summary !== undefined)
  const foot = hasFoot ? `<tfoot><tr>${columns.map(({id}, index) => `<td${number(index)}>${summaryCell(id, summaries[index], printing)}</td>`).join('')}</tr></tfoot>` : ''
  return `<div class="table" tabindex="0" role="group"${view.name === '' ? '' : ` aria-label="${attribute(view.name)}"`}><table><thead><tr>${head}</tr></thead>${bodies.join('')}${foot}</table></div>`
}

function summaryCell(id: string, value: Value | undefined, printing: ViewPrinting): string {
  if (value === undefined) return ''
  const name = printing.view.summaries.get(id.replace(/^note\./, '')) ?? ''
  return `<small>${escapeText(name)}</small> ${printValue(value, printing)}`
}

/** Groups of anything but tables: a heading, then what stands under it. */
function sections({result: {groups}}: ViewPrinting, printing: Printing, one: (group: Group) => string): string {
  return groups.map((group) => (group.key === undefined ? one(group) : `<p class="base-group">${groupName(group.key, printing)} <span class="base-count">${group.rows.length}</span></p>${one(group)}`)).join('')
}

function list(printing: ViewPrinting): string {
  const {result: {columns}, view} = printing
  const tag = view.markers === 'numbers' ? 'ol' : 'ul'
  const item = (row: Row): string => {
    const cells = columns.map((column, index) => cell(column, index, {row, printing}))
    const [first = '', ...rest] = cells
    const others = rest.filter((each) => each !== '')
    if (view.indentProperties && others.length > 0) return `<li>${first}<ul>${others.map((each) => `<li>${each}</li>`).join('')}</ul></li>`
    return `<li>${[first, ...others].filter((each) => each !== '').join(escapeText(view.separator))}</li>`
  }
  return sections(printing, printing, ({rows}) => `<${tag} class="base-list${view.markers === 'none' ? ' base-plain' : ''}">${rows.map(item).join('')}</${tag}>`)
}

function cards(printing: ViewPrinting): string {
  const {result: {columns}, view, css} = printing
  const name = `bs-${Math.round(view.cardSize)}-${Math.round(view.imageRatio * 100)}`
  css.set(name, `.${name}{--card:${Math.round(view.cardSize)}px;--ratio:${Math.round(100 / view.imageRatio) / 100}}`)
  const card = (row: Row): string => {
    const picture = view.image === undefined ? '' : `<div class="base-picture base-${view.imageFit}">${pictureOf(columnValue(view.image, row.file, printing.run), printing)}</div>`
    const cells = columns.map((column, index) => ({column, html: cell(column, index, {row, printing})})).filter(({html}) => html !== '')
    const [first, ...rest] = cells
    const facts = rest.map(({column, html}) => `<div><dt>${escapeText(column.title)}</dt><dd>${html}</dd></div>`).join('')
    return `<li>${picture}<p class="base-title">${first?.html ?? ''}</p>${facts === '' ? '' : `<dl>${facts}</dl>`}</li>`
  }
  return sections(printing, printing, ({rows}) => `<ul class="base-grid ${name}">${rows.map(card).join('')}</ul>`)
}

/** A picture, or a colour such as `#a0c4ff` as a plain ground (Ba-06). */
function pictureOf(value: Value, printing: ViewPrinting): string {
  const colour = typeof value === 'string' ? /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(value.trim())?.[1]?.toLowerCase() : undefined
  if (colour === undefined) return printPicture(value, printing)
  printing.css.set(`bc-${colour}`, `.bc-${colour}{background:#${colour}}`)
  return `<span class="base-colour bc-${colour}"></span>`
}
