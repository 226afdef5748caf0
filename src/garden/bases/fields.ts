/** Table: what `.name` means on a value (Ba-03, Ba-05). */

import {linkTo, propertyOf, type Run, spend} from './run.ts'
import type {BaseFile} from './world.ts'
import {dateFrom, type DateValue, listOf, objectOf, type Value} from './value.ts'

type Field = (file: BaseFile, run: Run) => Value

/** Fields of a file. */
const fileFields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['file', (file) => ({kind: 'file', file})],
  ['name', ({name}) => name],
  ['basename', ({basename}) => basename],
  ['path', ({path}) => path],
  ['folder', ({folder}) => folder],
  ['ext', ({ext}) => ext],
  ['size', ({size}) => size ?? null],
  ['ctime', ({created}) => (created === undefined ? null : (dateFrom(created) ?? null))],
  ['mtime', ({updated, created}) => dateFrom(updated ?? created ?? '') ?? null],
  ['tags', ({tags}) => listOf(tags)],
  ['links', ({links}) => listOf(links)],
  ['embeds', ({embeds}) => listOf(embeds)],
  ['backlinks', ({path}, {world}) => listOf(world.backlinks(path).map((from) => linkTo(from, {from: path, world})))],
  ['properties', (file, run) => objectOf(new Map(file.properties.map(([name]) => [name, propertyOf(file, name, run)])))]
])

const dateFields: ReadonlyMap<string, (date: Date) => number> = new Map<string, (date: Date) => number>([
  ['year', (date) => date.getUTCFullYear()],
  ['month', (date) => date.getUTCMonth() + 1],
  ['day', (date) => date.getUTCDate()],
  ['hour', (date) => date.getUTCHours()],
  ['minute', (date) => date.getUTCMinutes()],
  ['second', (date) => date.getUTCSeconds()],
  ['millisecond', (date) => date.getUTCMilliseconds()]
])

/** The field of a file, if it has one of the name. */
export function fileField(file: BaseFile, name: string, run: Run): Value | undefined {
  // A list of thousands of links is not one step.
  if (name === 'links' || name === 'backlinks') spend(run, file.links.length)
  return fileFields.get(name)?.(file, run)
}

function dateField(date: DateValue, name: string): Value {
  return dateFields.get(name)?.(new Date(date.time)) ?? null
}

/** The member of a value. */
export function memberOf(value: Value, name: string, run: Run): Value {
  if (typeof value === 'string') return name === 'length' ? [...value].length : null
  if (value === null || typeof value !== 'object') return null
  switch (value.kind) {
    case 'error':
      return value
    case 'list':
      return name === 'length' ? value.items.length : null
    case 'date':
      return dateField(value, name)
    case 'object':
      return value.entries.get(name) ?? null
    case 'file':
      return fileField(value.file, name, run) ?? null
    case 'note':
      return name === 'file' ? {kind: 'file', file: value.file} : propertyOf(value.file, name, run)
    default:
      return null
  }
}
