/** Links between notes: each leads somewhere, and each note has enough of them, out and in. */

import type {Diagnostic} from '../../src/garden/model.ts'
import {headingKey} from '../../src/garden/heading-ids.ts'
import {nameKey} from '../../src/garden/names.ts'
import {problem} from './messages.ts'
import {type Note, placeOf} from './note.ts'
import type {WikiLink} from './wiki-links.ts'

const least = {out: 5, prose: 3, in: 2} as const

/** Sections whose links are lists for further reading. */
const listed = new Set(['Related', 'Where next', 'Sources'])

type Names = ReadonlyMap<string, Note>

/** Check names and links of all notes. */
export function checkLinks(notes: readonly Note[]): Diagnostic[] {
  const names = namesOf(notes)
  const incoming = new Map<Note, number>()
  for (const note of notes) for (const target of targets(note, note.links, names)) incoming.set(target, (incoming.get(target) ?? 0) + 1)
  return [...checkNames(notes), ...notes.flatMap((note) => [...checkTargets(note, names), ...checkCounts(note, names, incoming)])]
}

/** Notes by each of their names. */
function namesOf(notes: readonly Note[]): Names {
  const names = new Map<string, Note>()
  for (const note of notes) for (const alias of note.aliases) names.set(nameKey(alias), note)
  // A title wins over another note's alias, as it does on the site.
  for (const note of notes) for (const name of [note.title, note.name]) names.set(nameKey(name), note)
  return names
}

function checkNames(notes: readonly Note[]): Diagnostic[] {
  const owners = new Map<string, Note>()
  const found: Diagnostic[] = []
  const claim = (note: Note, name: string, property: string): void => {
    const owner = owners.get(nameKey(name))
    if (owner) found.push(problem('name-twice', {note, place: placeOf(note, property)}, name, owner === note ? 'this note' : owner.shown))
    else owners.set(nameKey(name), note)
  }
  for (const note of notes) for (const name of new Set([note.name, note.title])) claim(note, name, 'title')
  for (const note of notes) for (const alias of note.aliases) claim(note, alias, 'aliases')
  return found
}

function targets(note: Note, links: readonly WikiLink[], names: Names): Set<Note> {
  const found = links.map(({target}) => names.get(nameKey(target)))
  return new Set(found.filter((target) => target !== undefined && target !== note).flatMap((target) => target ?? []))
}

function checkTargets(note: Note, names: Names): Diagnostic[] {
  return note.links.flatMap(({target, anchor, place}) => {
    const found = target === '' ? note : names.get(nameKey(target))
    if (!found) return [problem('link-broken', {note, place}, target)]
    return anchor === '' || hasAnchor(found, anchor) ? [] : [problem('anchor-broken', {note, place}, anchor, found.name)]
  })
}

function hasAnchor(note: Note, anchor: string): boolean {
  if (anchor.startsWith('^')) return note.cards.some(({id}) => `^${id}` === anchor)
  const key = headingKey(anchor.slice(anchor.lastIndexOf('#') + 1))
  return note.blocks.some(({kind, title}) => kind === 'heading' && headingKey(title) === key)
}

function checkCounts(note: Note, names: Names, incoming: ReadonlyMap<Note, number>): Diagnostic[] {
  const counts = [
    ['links-few', targets(note, note.links, names).size, least.out],
    ['links-few-prose', targets(note, note.links.filter(({section}) => !listed.has(section)), names).size, least.prose],
    ['links-few-in', incoming.get(note) ?? 0, least.in]
  ] as const
  return counts.filter(([, count, wanted]) => count < wanted).map(([rule, count, wanted]) => problem(rule, {note}, String(count), String(wanted)))
}
