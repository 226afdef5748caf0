/** Properties: which a note has, and in what form. A property is a row. */

import type {Diagnostic, PropertyValue} from '../../src/garden/model.ts'
import {folderOf} from '../../src/garden/names.ts'
import {templates} from './kinds.ts'
import {problem} from './messages.ts'
import {list, type Note, placeOf, words} from './note.ts'

interface Property {
  /** What it should be, as the message says it. */
  readonly expected: string
  readonly fits: (value: PropertyValue) => boolean
  /** Kinds that have it; absent: all. */
  readonly kinds?: readonly string[]
  readonly optional?: true
}

const levels = ['foundation', 'intermediate', 'senior']
const statuses = ['seedling', 'budding', 'evergreen']

const isText = (value: PropertyValue): boolean => typeof value === 'string' && value.trim() !== ''
const isList = (value: PropertyValue): boolean => Array.isArray(value) && value.every(isText)
const isOneOf = (names: Iterable<string>) => {
  const known = new Set<PropertyValue>(names)
  return (value: PropertyValue): boolean => known.has(value)
}

function isDate(value: PropertyValue): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

const text = {expected: 'text', fits: isText}
const names = {expected: 'a list of words', fits: isList}
const date = {expected: 'a day such as 2026-11-23', fits: isDate}

const properties: ReadonlyMap<string, Property> = new Map(Object.entries<Property>({
  title: text,
  aliases: names,
  tags: names,
  kind: {expected: `one of ${[...templates.keys()].join(', ')}`, fits: isOneOf(templates.keys())},
  level: {expected: `one of ${levels.join(', ')}`, fits: isOneOf(levels)},
  status: {expected: `one of ${statuses.join(', ')}`, fits: isOneOf(statuses)},
  description: {
    expected: 'one sentence of 80 to 180 characters',
    fits: (value) => typeof value === 'string' && value.length >= 80 && value.length <= 180
  },
  created: date,
  updated: date,
  facts_checked: date,
  review_by: date,
  sources: names,
  version_seen: {...text, kinds: ['tool']},
  licence: {...text, kinds: ['tool']},
  time_box: {...text, kinds: ['question']},
  asked_for: {...names, kinds: ['question']},
  duration: {...text, kinds: ['path']},
  steps: {expected: 'a number of notes', fits: (value) => typeof value === 'number' && Number.isInteger(value), kinds: ['path']},
  origin: {expected: '`first-note`', fits: (value) => value === 'first-note', optional: true},
  generate: {expected: '`glossary`', fits: (value) => value === 'glossary', kinds: ['reference'], optional: true},
  publish: {expected: 'true or false', fits: (value) => typeof value === 'boolean', optional: true}
}))

/** Pairs of dates that come in this order. */
const order = [['created', 'updated'], ['created', 'facts_checked'], ['facts_checked', 'review_by']] as const

/** Check the properties of a note, and that its file is called and stands as they say. */
export function checkProperties(note: Note): Diagnostic[] {
  const {state, diagnostics} = note.frontmatter
  if (state !== 'read') {
    const reason = diagnostics[0]?.message ?? 'the note does not begin with them.'
    return [problem('properties-unreadable', {note, ...(diagnostics[0]?.place && {place: diagnostics[0].place})}, reason)]
  }
  return [
    ...diagnostics,
    ...[...properties].flatMap(([key, row]) => checkProperty(note, key, row)),
    ...unknownProperties(note),
    ...checkPlace(note),
    ...checkDates(note)
  ]
}

function checkProperty(note: Note, key: string, {expected, fits, kinds, optional}: Property): Diagnostic[] {
  if (kinds && !kinds.includes(note.kind)) return []
  const value = note.frontmatter.properties.get(key)
  if (value === undefined) return optional ? [] : [problem('property-missing', {note}, key)]
  return fits(value) ? [] : [problem('property-form', {note, place: placeOf(note, key)}, key, expected)]
}

function unknownProperties(note: Note): Diagnostic[] {
  return [...note.frontmatter.properties.keys()]
    .filter((key) => {
      const kinds = properties.get(key)?.kinds
      return !properties.has(key) || (kinds !== undefined && !kinds.includes(note.kind))
    })
    .map((key) => problem('property-unknown', {note, place: placeOf(note, key)}, key))
}

function checkPlace(note: Note): Diagnostic[] {
  const title = words(note.frontmatter.properties.get('title'))
  const expected = fileName(title)
  const template = templates.get(note.kind)
  return [
    ...(title !== '' && expected !== note.name ? [problem('file-name', {note, place: placeOf(note, 'title')}, `${expected}.md`)] : []),
    ...(template && folderOf(note.path) !== template.folder ? [problem('wrong-folder', {note, place: placeOf(note, 'kind')}, note.kind, template.folder)] : [])
  ]
}

/** Name of a note's file: its title without what file systems and links cannot hold. */
export function fileName(title: string): string {
  return title.replace(/[?:/\\*"<>|#^[\]]/g, '').trim()
}

function checkDates(note: Note): Diagnostic[] {
  const at = (key: string): string => words(note.frontmatter.properties.get(key))
  return order
    .filter(([early, late]) => isDate(at(early)) && isDate(at(late)) && at(late) < at(early))
    .map(([early, late]) => problem('dates-disorder', {note, place: placeOf(note, late)}, early, late))
}

/** Check the list of sources: two to eight whole https addresses, each once. */
export function checkSources(note: Note): Diagnostic[] {
  if (note.frontmatter.state !== 'read') return []
  const sources = list(note.frontmatter.properties.get('sources'))
  const place = placeOf(note, 'sources')
  const said = note.blocks.filter(({section, kind}) => section === 'Sources' && kind === 'list')
  return [
    ...(sources.length < 2 || sources.length > 8 ? [problem('sources-count', {note, place}, String(sources.length))] : []),
    ...sources.filter((address) => !isAddress(address)).map((address) => problem('source-address', {note, place}, address)),
    ...sources.filter((address, index) => sources.indexOf(address) < index).map((address) => problem('source-twice', {note, place}, address)),
    ...(note.sections.some(({title}) => title === 'Sources') && said.length === 0 ? [problem('sources-empty', {note})] : [])
  ]
}

function isAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === 'https:' && url.hostname.includes('.') && !/\s/.test(address)
}
