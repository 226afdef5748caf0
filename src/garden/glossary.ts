/** The glossary of a garden, made from names and descriptions: titles and aliases, each with the sentence of its note. */

import type {GlossaryEntry, NoteRef, PublicNote, VaultPath} from './model.ts'
import {byCodePoint, byName, nameKey} from './names.ts'

/** The property and value by which a note asks for the glossary under its text. */
export function asksForGlossary(note: PublicNote): boolean {
  return note.properties.some(([name, value]) => nameKey(name.trim()) === 'generate' && value === 'glossary')
}

/** All terms in the order of names. A note without a description explains nothing and is left out; so are full old paths (P-10). */
export function glossaryOf(notes: readonly PublicNote[], refs: ReadonlyMap<VaultPath, NoteRef>): GlossaryEntry[] {
  const entries = notes.flatMap((note): GlossaryEntry[] => {
    const ref = refs.get(note.path)
    if (!ref || ref.description === '' || asksForGlossary(note)) return []
    const aliases = note.aliases.filter((alias) => !alias.includes('/') || alias.length < 12)
    return [{term: note.title, slug: ref.slug, definition: ref.description}, ...aliases.map((term) => ({term, slug: ref.slug, of: note.title}))]
  })
  return entries.sort((a, b) => byName(a.term, b.term) || byCodePoint(a.slug, b.slug))
}
