/** Whether a note has the sections of its kind, in their order, and is as long as its kind. */

import type {Diagnostic} from '../../src/garden/model.ts'
import {countWords} from './blocks.ts'
import {type Part, seedlingWords, type Template, templates} from './kinds.ts'
import {problem} from './messages.ts'
import type {Note, Section} from './note.ts'

/** Most words of an abstract: it is what previews and search results show. */
const abstractWords = 80
/** Most callouts that are not cards. */
const mostCallouts = 6
const callouts = new Set(['abstract', 'info', 'tip', 'important', 'warning', 'failure', 'success', 'example', 'question'])

/** Check the shape of a note. */
export function checkSections(note: Note): Diagnostic[] {
  const template = templates.get(note.kind)
  return [...checkAbstract(note), ...checkCallouts(note), ...(template ? [...checkParts(note, template), ...checkWords(note, template)] : [])]
}

function checkAbstract(note: Note): Diagnostic[] {
  const block = note.blocks.find(({kind, depth}) => kind !== 'heading' || depth > 1)
  if (block?.callout !== 'abstract') return [problem('abstract-first', {note, place: block?.place ?? {line: 1, column: 1}})]
  const count = countWords({...block, lines: block.lines.slice(1)})
  return count > abstractWords ? [problem('abstract-long', {note, place: block.place}, String(count), String(abstractWords))] : []
}

function checkCallouts(note: Note): Diagnostic[] {
  const all = note.blocks.filter(({callout}) => callout !== undefined)
  const shown = all.filter(({callout}) => callout !== 'question').length
  return [
    ...all.filter(({callout = ''}) => !callouts.has(callout)).map(({callout, place}) => problem('callout-unknown', {note, place}, callout ?? '')),
    ...(shown > mostCallouts ? [problem('callouts-many', {note}, String(shown), String(mostCallouts))] : [])
  ]
}

interface Placed {
  readonly section: Section
  /** Index of its part in the template; -1 for a section of the note's own. */
  readonly part: number
}

/** The order counts for every note; a seedling may lack parts, and have others. */
function checkParts(note: Note, {parts}: Template): Diagnostic[] {
  const placed = place(note.sections, parts)
  const held = new Set(placed.map(({part}) => part))
  const missing = note.status === 'seedling' ? [parts.length - 1] : [...parts.keys()].filter((index) => parts[index]?.optional !== true)
  return [
    ...missing.filter((index) => !held.has(index)).map((index) => problem('section-missing', {note}, nameOf(parts[index]))),
    ...checkOrder(note, placed, parts),
    ...(note.status === 'seedling' ? [] : checkOwn(note, placed, parts))
  ]
}

function place(sections: readonly Section[], parts: readonly Part[]): Placed[] {
  return sections
    .filter(({callout}) => callout !== 'abstract')
    .map((section) => ({section, part: parts.findIndex(({titles}) => titles.some((title) => fits(section.title, title)))}))
    .filter(({section, part}) => section.callout === undefined || part >= 0)
}

function checkOrder(note: Note, placed: readonly Placed[], parts: readonly Part[]): Diagnostic[] {
  const found: Diagnostic[] = []
  let last = -1
  for (const {section, part} of placed) {
    if (part < 0) continue
    // A callout may repeat what a section says, and stands where its matter is.
    if (part <= last && section.callout === undefined) {
      const rule = part === last ? 'section-twice' : 'section-order'
      found.push(problem(rule, {note, place: section.place}, section.title, nameOf(parts[last])))
    }
    last = Math.max(last, section.callout === undefined ? part : last)
  }
  return found
}

/** Sections of the note's own stand only before a part that lets them in. */
function checkOwn(note: Note, placed: readonly Placed[], parts: readonly Part[]): Diagnostic[] {
  const own = placed.filter(({part}) => part < 0)
  return own.flatMap(({section}) => {
    const next = placed.slice(placed.findIndex((one) => one.section === section)).find(({part}) => part >= 0)
    if (next && parts[next.part]?.free) return []
    return [problem('section-own', {note, place: section.place}, section.title, next ? next.section.title : 'Sources')]
  })
}

/** Whether a title is that of a part; `*` at an end of it stands for anything. */
function fits(title: string, pattern: string): boolean {
  if (pattern.endsWith('*')) return title.startsWith(pattern.slice(0, -1))
  return pattern.startsWith('*') ? title.endsWith(pattern.slice(1)) : title === pattern
}

function nameOf(part: Part | undefined): string {
  return (part?.titles[0] ?? '').replaceAll('*', '')
}

function checkWords(note: Note, {words: [least, most]}: Template): Diagnostic[] {
  const count = note.blocks.filter(({kind}) => kind !== 'code').reduce((sum, block) => sum + countWords(block), 0)
  const range = `${note.status === 'seedling' ? seedlingWords : least} to ${most}`
  if (count < (note.status === 'seedling' ? seedlingWords : least)) return [problem('words-few', {note}, String(count), range)]
  return count > most ? [problem('words-many', {note}, String(count), range)] : []
}
