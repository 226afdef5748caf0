/** A value as safe HTML. Everything an author wrote is escaped; links lead only to what is published. */

import {addressKind, originOf} from '../addresses.ts'
import type {Origin} from '../model.ts'
import {escapeText} from '../sentences.ts'
import {dateText, pathOf, textOf, type Value} from './value.ts'
import type {BaseWorld} from './world.ts'

/** Words of the interface in bases. */
export interface BaseWords {
  readonly baseEmpty: string
  readonly baseMore: (count: number) => string
  readonly baseAsOf: (date: string) => string
  readonly baseYes: string
  readonly baseNo: string
  readonly baseNone: string
  readonly baseFailed: (reason: string) => string
  readonly notWritten: string
}

/** What printing carries along. */
export interface Printing {
  readonly world: BaseWorld
  readonly words: BaseWords
  /** Origins of pictures of other sites that are shown. */
  readonly origins: Map<string, Origin>
}

/** Escape for an attribute in double quotes. */
export function attribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;')
}

/** Most of a text that a cell shows, in characters. */
const longestShown = 2000

/** Print a value. */
export function printValue(value: Value, printing: Printing): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return escapeText(value ? printing.words.baseYes : printing.words.baseNo)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return printText(value, printing)
  switch (value.kind) {
    case 'date':
      return `<time datetime="${attribute(dateText(value).replace(' ', 'T'))}">${dateText(value)}</time>`
    case 'link':
      return printLink(value, printing)
    case 'file':
      return printPage(value.file.path, value.file.basename, printing)
    case 'list':
      return printList(value.items, printing)
    case 'image':
      return printPicture(value.of, printing)
    case 'error':
      return `<span class="base-error">${escapeText(printing.words.baseFailed(value.message))}</span>`
    default:
      return escapeText(textOf(value).slice(0, longestShown))
  }
}

/** Items one after the other, as far as a cell can hold them. */
function printList(items: readonly Value[], printing: Printing): string {
  let html = ''
  for (const item of items) {
    const printed = printValue(item, printing)
    if (printed !== '') html += (html === '' ? '' : ', ') + printed
    if (html.length > 10 * longestShown) return `${html} …`
  }
  return html
}

/** A number as people read it: no more digits than it has meaning. */
function numberText(value: number): string {
  const text = String(Number(value.toPrecision(12)))
  return text.replace(/^-/, '−')
}

function printText(text: string, printing: Printing): string {
  const shown = text.slice(0, longestShown)
  if (/^https?:\/\/\S+$/i.test(text) && addressKind(text) === 'external') return `<a class="external-link" href="${attribute(text)}" rel="${printing.world.externalRel}">${escapeText(shown)}</a>`
  return /^#[\p{L}\p{N}_/-]+$/u.test(text) ? printTag(text.slice(1), printing) : escapeText(shown)
}

/** A tag as a link to its page. */
export function printTag(name: string, {world}: Printing): string {
  const address = world.tagHref(name)
  return address === undefined ? `#${escapeText(name)}` : `<a class="tag" data-tag="${attribute(name)}" href="${address}">#${escapeText(name)}</a>`
}

function printLink(link: Extract<Value, {kind: 'link'}>, printing: Printing): string {
  const {target, text, path, anchor} = link
  if (path !== undefined) return printPage(path, text ?? target.replace(/^.*\/|\.mdx?$/gi, ''), printing, anchor)
  if (/^https?:/i.test(target)) return `<a class="external-link" href="${attribute(target)}" rel="${printing.world.externalRel}">${escapeText(text ?? target)}</a>`
  return `<span class="internal-link is-unresolved" title="${attribute(printing.words.notWritten)}">${escapeText(text ?? target)}</span>`
}

// biome-ignore lint/complexity/useMaxParams: where a link leads is a file and a place in it.
function printPage(path: Parameters<BaseWorld['pageOf']>[0], words: string, {world}: Printing, anchor?: string): string {
  const page = world.pageOf(path, anchor)
  return page ? `<a class="internal-link" href="${page.href}">${escapeText(words)}</a>` : escapeText(words)
}

/** A picture: a file of the vault, or one of another site where those are shown. */
export function printPicture(value: Value, {world, origins}: Printing): string {
  const item = value !== null && typeof value === 'object' && value.kind === 'list' ? (value.items[0] ?? null) : value
  if (typeof item === 'string' && /^https?:\/\//i.test(item)) return remotePicture(item, {world, origins})
  const path = pathOf(item)
  const found = path === undefined ? undefined : world.pictureOf(path)
  return found ? `<img src="${found.href}" alt=""${found.width ? ` width="${found.width}"` : ''}${found.height ? ` height="${found.height}"` : ''} loading="lazy" decoding="async">` : ''
}

function remotePicture(address: string, {world, origins}: Pick<Printing, 'world' | 'origins'>): string {
  const origin = originOf(address)
  if (!world.remoteImages || origin === undefined) return ''
  origins.set(`img-src ${origin}`, ['img-src', origin])
  return `<img src="${attribute(address)}" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer">`
}
