import type {Found} from './lookup.ts'
import {isAmong} from './spaceless.ts'
import type {Note} from './table.ts'

/** Whether a note has words one after another: in its text, or in one of its names. */
export function hasPhrase(note: Note, phrase: readonly string[], found: readonly Found[]): boolean {
  const joined = phrase.join('')
  if (note.names.some((name) => isAmong(joined, [name.joined]) || ` ${name.key} `.includes(` ${phrase.join(' ')} `))) return true

  let ends: ReadonlySet<number> | undefined
  for (const word of phrase) {
    const match = found.find(({term}) => term.word === word)?.matches.get(note.id)
    if (!match) return false
    const places = match.places.map(({at}) => at)
    // Parts of one word, such as those of `exactly-once`, stand at one place.
    const next = ends === undefined ? places : places.filter((at) => ends?.has(at) || ends?.has(at - 1))
    if (next.length === 0) return false
    ends = new Set(next)
  }
  return true
}
