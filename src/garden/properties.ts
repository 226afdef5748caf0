/** What a note's properties say: names, tags, dates, links, and whether it may be published. */

import {isDay} from './days.ts'
import {diagnose} from './diagnostics.ts'
import type {Frontmatter} from './frontmatter.ts'
import type {Dates, Diagnostic, Link, Point, PropertyValue, Tag, VaultPath, Visibility} from './model.ts'
import {namesPicture} from './picture.ts'
import {addressKind, decoded} from './addresses.ts'
import {isTagName, tagName} from './syntax/tag.ts'
import {defaultText, readWikiLink, splitTarget} from './syntax/wiki-link.ts'
import {visibilityOf, type VisibilityOptions} from './visibility.ts'

export interface PropertyOptions extends VisibilityOptions {
  readonly linkText: 'app' | 'raw' | 'basename'
}

export interface ReadProperties {
  readonly title?: string
  readonly description?: string
  readonly aliases: readonly string[]
  readonly tags: readonly Tag[]
  readonly dates: Dates
  readonly links: readonly Link[]
  readonly visibility: Visibility
  readonly diagnostics: readonly Diagnostic[]
}

/** Old names of properties (P-12). */
const oldNames = new Map([
  ['tag', 'tags'],
  ['alias', 'aliases'],
  ['cssclass', 'cssclasses']
])

const createdKeys = ['created', 'date', 'created_at', 'date created']
const updatedKeys = ['updated', 'modified', 'updated_at', 'lastmod', 'date modified', 'last_modified']

/** Read the properties that mean something to the garden. Names are case-insensitive (P-04). */
export function readProperties(frontmatter: Frontmatter, options: PropertyOptions): ReadProperties {
  const diagnostics: Diagnostic[] = []
  const reader: Reader = {frontmatter, options, diagnostics, folded: fold(frontmatter, options.path, diagnostics)}
  const title = wordsOf(textOf(reader, ['title']))
  const description = wordsOf(textOf(reader, ['description']))
  const created = dateOf(reader, createdKeys)
  const updated = dateOf(reader, updatedKeys)
  return {
    ...(title === undefined ? {} : {title}),
    ...(description === undefined ? {} : {description}),
    aliases: listOf(reader, 'aliases', false),
    tags: tagsOf(reader),
    dates: {...(created === undefined ? {} : {created}), ...(updated === undefined ? {} : {updated})},
    links: linksOf(reader),
    visibility: visibilityOf(frontmatter, options, diagnostics),
    diagnostics
  }
}

interface Reader {
  readonly frontmatter: Frontmatter
  readonly options: PropertyOptions
  readonly diagnostics: Diagnostic[]
  /** Names as they are read: lower case, old names made new. */
  readonly folded: ReadonlyMap<string, {readonly value: PropertyValue; readonly written: string}>
}

function fold({properties, places}: Frontmatter, path: VaultPath, diagnostics: Diagnostic[]): Reader['folded'] {
  const folded = new Map<string, {value: PropertyValue; written: string}>()
  for (const [written, value] of properties) {
    const key = written.trim().toLowerCase()
    const instead = oldNames.get(key)
    if (instead !== undefined) diagnostics.push(diagnose('deprecated-property', {path, place: places.get(written)}, {key: written, instead}))
    if (instead === undefined || !folded.has(instead)) folded.set(instead ?? key, {value, written})
  }
  return folded
}

function placeIn({frontmatter}: Reader, written: string): Point {
  return frontmatter.places.get(written) ?? {line: 1, column: 1}
}

function warnType(reader: Reader, written: string, expected: string): void {
  reader.diagnostics.push(diagnose('frontmatter-type', {path: reader.options.path, place: placeIn(reader, written)}, {key: written, expected}))
}

function textOf(reader: Reader, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = reader.folded.get(key)
    if (!found || found.value === null) continue
    if (typeof found.value === 'object') warnType(reader, found.written, 'text')
    else if (String(found.value).trim() !== '') return String(found.value).trim()
  }
  return undefined
}

/** A text whose links are the words that they show. */
function wordsOf(text: string | undefined): string | undefined {
  return text?.replace(/\[\[([^[\]|]{1,500})(?:\|([^[\]]{1,500}))?\]\]/g, (_, target: string, words: string | undefined) => words ?? target)
}

/** A date as the author wrote it, never shifted by a time zone (P-03). */
function dateOf(reader: Reader, keys: readonly string[]): string | undefined {
  return keys.map((key) => readDate(reader.folded.get(key)?.value)).find((date) => date !== undefined)
}

function readDate(value: PropertyValue | undefined): string | undefined {
  const match = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?!\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?/.exec(value.trim()) : null
  if (!match || !isDay(match[0])) return undefined
  return match[2] ? `${match[1]}T${match[2]}` : match[1]
}

/** A list of words; a string is one of them, or several divided by commas and spaces where that is usual (T-06, P-05). */
function listOf(reader: Reader, key: string, divide: boolean): string[] {
  const found = reader.folded.get(key)
  if (!found || found.value === null) return []
  const items = Array.isArray(found.value) ? found.value : divide && typeof found.value === 'string' ? found.value.split(/[,\s]+/) : [found.value]
  if (items.some((item) => typeof item === 'object' && item !== null)) warnType(reader, found.written, 'a list of words')
  const words = items.filter((item) => typeof item !== 'object').map((item) => String(item).trim())
  return [...new Set(words.filter((word) => word !== ''))]
}

function tagsOf(reader: Reader): Tag[] {
  const found = reader.folded.get('tags')
  const place = found ? placeIn(reader, found.written) : {line: 1, column: 1}
  const names = listOf(reader, 'tags', true).map((word) => tagName(word.replace(/\s+/g, '-')))
  for (const name of names.filter((each) => each !== '' && !isTagName(each))) {
    reader.diagnostics.push(diagnose('no-tag', {path: reader.options.path, place}, {name}))
  }
  return names.filter(isTagName).map((name) => ({name, place, from: 'property' as const}))
}

/** Links in properties: `"[[Note]]"`, lists of them, and `[words](Note.md)` (L-22); the path of the note's picture is one too (P-09). */
function linksOf(reader: Reader): Link[] {
  const links: Link[] = []
  for (const [written, value] of reader.frontmatter.properties) {
    for (const [index, item] of (Array.isArray(value) ? value : [value]).entries()) {
      const link = typeof item === 'string' ? linkIn(item.trim(), written, reader.options.linkText) : undefined
      if (link) links.push({kind: 'property', ...link, place: itemPlace(reader, written, index), context: '', property: written})
    }
  }
  return links
}

function itemPlace(reader: Reader, written: string, index: number): Point {
  const {line, column} = placeIn(reader, written)
  return {line: reader.frontmatter.lines.get(written)?.[index] ?? line, column}
}

function linkIn(text: string, property: string, style: PropertyOptions['linkText']): ReturnType<typeof propertyLink> {
  const link = propertyLink(text, style)
  return link ?? (namesPicture(property, text) ? {target: text, form: 'wiki', text, aliased: false} : undefined)
}

/** The link that a property's text is, if it is one. */
export function propertyLink(text: string, style: PropertyOptions['linkText']): Pick<Link, 'target' | 'fragment' | 'text' | 'aliased' | 'form'> | undefined {
  const wiki = /^\[\[([^[\]|]{1,500})(?:\|([^[\]]{0,500}))?\]\]$/.exec(text)
  if (wiki?.[1]) {
    const {written, alias} = readWikiLink(wiki[1], wiki[2])
    const parts = splitTarget(written)
    return {...parts, form: 'wiki', text: alias ?? defaultText(written, parts, style), aliased: alias !== undefined}
  }
  const [, words, address] = /^\[([^[\]]{1,500})\]\((<[^<>]{1,500}>|(?:[^()\s]|\([^()\s]{0,500}\)){1,500})\)$/.exec(text) ?? []
  const bare = address?.replace(/^<|>$/g, '')
  if (!words || !bare || addressKind(bare) !== 'internal') return undefined
  return {...splitTarget(decoded(bare)), form: 'markdown', text: words, aliased: true}
}
