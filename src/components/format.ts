import {isDay} from '../garden/days.ts'
import type {PropertyValue} from '../garden/model.ts'
import {dateLanguage, dayFormat} from './dates.ts'
import type {Strings} from './strings.ts'

/** Words that a practised reader reads in a minute of technical prose. */
const wordsPerMinute = 220

/** Minutes it takes to read so many words; at least one. */
export function minutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute))
}

/**
 * A date in the reader's language: `2026-11-22` → `22 Nov 2026`.
 *
 * Only the calendar day is looked at, so no time zone can shift it (P-03).
 * Text that does not begin with a day is given back as it is.
 */
export function day(date: string, lang: string): string {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  if (!year || !month || !dayOfMonth) return date

  return isDay(date) ? dateFormat(lang).format(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth))) : date
}

// A site shows thousands of dates.
const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(lang: string): Intl.DateTimeFormat {
  const known = formats.get(lang) ?? dayFormat(lang)
  formats.set(lang, known)
  return known
}

/** A sentence with its large numbers as the language groups their digits: `2771 links` → `2,771 links`. */
export function grouped(text: string, lang: string): string {
  return text.replace(/\d{4,}/g, (digits) => new Intl.NumberFormat(dateLanguage(lang)).format(Number(digits)))
}

/** Names as a sentence lists them: `a, b and c`. */
export function listed(names: readonly string[], lang: string): string {
  return new Intl.ListFormat(dateLanguage(lang), {type: 'conjunction'}).format(names)
}

/** Direction of a language's script. */
export function direction(lang: string): 'ltr' | 'rtl' {
  return rightToLeft.has(lang.toLowerCase().split('-', 1)[0] ?? '') ? 'rtl' : 'ltr'
}

/** Direction of a note's text: blocks of mixed notes say theirs, and the first that is no heading speaks for the note. */
export function proseDirection(html: string): 'rtl' | 'ltr' | 'auto' {
  const said = /^(?:\s*<h[1-6][^>]*>[^\n]*<\/h[1-6]>)?\s*<\w+[^>]* dir="(rtl|ltr)"/.exec(html)?.[1]
  return said === 'rtl' || said === 'ltr' ? said : 'auto'
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The first letter in capitals: `evergreen` → `Evergreen`. */
export function capital(text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase('en') + rest.join('')
}

/**
 * A folder's name as a heading or an entry of a list.
 *
 * Many vaults name folders in small letters only, as paths are; those get a
 * capital. A name with a capital of its own is the author's and stays.
 */
export function folderName(name: string): string {
  return name === name.toLowerCase() ? capital(name) : name
}

/** A piece of a property's value. */
export interface PropertyPart {
  readonly text: string
  readonly url?: string
  /** Whether the address is of this site. */
  readonly own?: true
  /** Date as written, where it is one. */
  readonly date?: string
  /** State of a checkbox. */
  readonly checked?: boolean
}

export interface PropertyContext {
  readonly t: Strings
  readonly lang: string
  /** What a text links to, where it does. */
  readonly linkOf?: (written: string) => {readonly text: string; readonly href?: string} | undefined
}

/** Pieces of a property's value, in order: links, addresses of the web, dates and checkboxes are to be printed as such (P-03). */
export function propertyParts(value: PropertyValue, context: PropertyContext): readonly PropertyPart[] {
  if (value === null || value === '') return [{text: '–'}]
  if (typeof value === 'boolean') return [{text: value ? context.t.yes : context.t.no, checked: value}]
  if (typeof value === 'number') return [{text: String(value)}]
  if (typeof value === 'string') return [textPart(value, context)]
  if (isList(value)) return value.flatMap((item) => propertyParts(item, context))

  return Object.entries(value).map(([key, inner]) => ({
    text: `${key}: ${propertyParts(inner, context)
      .map(({text}) => text)
      .join(', ')}`
  }))
}

function textPart(value: string, {lang, linkOf}: PropertyContext): PropertyPart {
  const link = linkOf?.(value)
  if (link) return {text: link.text, ...(link.href === undefined ? {} : {url: link.href, own: true})}
  if (/^https?:\/\/\S+$/.test(value)) return {text: webName(value), url: value}
  const date = /^\d{4}-\d{2}-\d{2}(?:[T ](\d{2}:\d{2})(?::\d{2})?)?$/.exec(value)
  if (!date || !isDay(value)) return markdownLink(value) ?? {text: value}
  return {text: date[1] === undefined ? day(value, lang) : `${day(value, lang)}, ${date[1]}`, date: value}
}

/** Words that lead to another site, as Markdown writes them (L-22). */
function markdownLink(value: string): PropertyPart | undefined {
  const [, text, url] = /^\[([^[\]]{1,500})\]\((https?:\/\/[^()\s]{1,2000})\)$/.exec(value.trim()) ?? []
  return text !== undefined && url !== undefined ? {text, url} : undefined
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value)
}

/** A web address without what every address has. */
function webName(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
}
