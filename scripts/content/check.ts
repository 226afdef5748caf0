/** All rules over all notes. A family of rules is a row. */

import type {Diagnostic} from '../../src/garden/model.ts'
import {checkCardIds, checkCards} from './cards.ts'
import {checkDiagrams, diagramsOf, sourceOf} from './diagrams.ts'
import {checkLinks} from './links.ts'
import {readDiagrams} from './mermaid.ts'
import type {Note} from './note.ts'
import {checkPerishable} from './perishable.ts'
import {checkProperties, checkSources} from './properties.ts'
import {checkSections} from './sections.ts'
import {checkStyle} from './style.ts'
import {checkTags} from './tags.ts'

/** Rules that need one note. */
const noteRules = [checkProperties, checkTags, checkSections, checkCards, checkSources, checkPerishable, checkStyle] as const
/** Rules that need all. */
const gardenRules = [checkLinks, checkCardIds] as const

/** Check notes, diagrams apart. */
export function checkNotes(notes: readonly Note[]): Diagnostic[] {
  return [...noteRules.flatMap((rule) => notes.flatMap(rule)), ...gardenRules.flatMap((rule) => rule(notes))]
}

/** Check the diagrams of notes with Mermaid's parser. */
export async function checkAllDiagrams(notes: readonly Note[]): Promise<Diagnostic[]> {
  const sources = notes.map((note) => diagramsOf(note).map(sourceOf))
  const readings = await readDiagrams(sources.flat())
  let first = 0
  return notes.flatMap((note, index) => {
    const count = sources[index]?.length ?? 0
    first += count
    return checkDiagrams(note, readings.slice(first - count, first))
  })
}
