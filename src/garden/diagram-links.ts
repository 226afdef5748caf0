/** The names in a diagram are links of its note, of kind `diagram`. */

import type {Drawing, DrawingFailure, Link, PublicNote} from './model.ts'
import {nameKey, withoutExtension} from './names.ts'
import {escapeText} from './sentences.ts'
import {splitTarget} from './syntax/wiki-link.ts'

export interface WithDiagramLinks {
  readonly notes: readonly PublicNote[]
  /** Index of the first link of a diagram, by `path\0index`. */
  readonly diagramLinks: ReadonlyMap<string, number>
}

/**
 * Append to each note the links that its diagrams hold.
 *
 * @param automatic Whether plain labels that are a note's name link too; never to the note itself.
 */
export function withDiagramLinks(notes: readonly PublicNote[], drawings: ReadonlyMap<string, Drawing | DrawingFailure>, automatic: boolean): WithDiagramLinks {
  const names = automatic ? namesOf(notes) : new Map<string, PublicNote>()
  const diagramLinks = new Map<string, number>()
  const linked = notes.map((note): PublicNote => {
    if (note.diagrams.length === 0) return note
    const links: Link[] = [...note.links]
    for (const [index, diagram] of note.diagrams.entries()) {
      const drawing = drawings.get(diagram.hash)
      diagramLinks.set(`${note.path}\0${index}`, links.length)
      if (drawing?.ok) links.push(...linksOf(drawing, {note, index, names}))
    }
    return {...note, links}
  })
  return {notes: linked, diagramLinks}
}

function namesOf(notes: readonly PublicNote[]): Map<string, PublicNote> {
  const names = new Map<string, PublicNote>()
  for (const note of notes) for (const alias of note.aliases) names.set(nameKey(alias), note)
  // A name beats an alias.
  for (const note of notes) names.set(nameKey(note.name), note).set(nameKey(note.title), note)
  return names
}

interface Around {
  readonly note: PublicNote
  readonly index: number
  readonly names: ReadonlyMap<string, PublicNote>
}

function linksOf(drawing: Drawing, {note, index, names}: Around): Link[] {
  const diagram = note.diagrams[index]
  return drawing.links.map(({target, text, automatic}): Link => {
    const named = automatic ? names.get(nameKey(target.trim())) : undefined
    const other = named?.path === note.path ? undefined : named
    return {
      kind: 'diagram',
      form: 'wiki',
      ...(other ? {target: withoutExtension(other.path)} : splitTarget(target)),
      ...(automatic && !other ? {silent: true as const} : {}),
      text,
      aliased: true,
      place: diagram?.place ?? {line: 1, column: 1},
      ...(diagram?.heading === undefined ? {} : {heading: diagram.heading}),
      context: `${escapeText(drawing.title || drawing.summary)}: \u003Cb>${escapeText(text)}\u003C/b>`,
      diagram: index
    }
  })
}
