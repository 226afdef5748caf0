/** The names in a diagram are links of its note, of kind `diagram`. */

import {nameOf} from './diagram-text.ts'
import type {Drawing, DrawingFailure, DrawingLink, Link, PublicNote} from './model.ts'
import {nameKey, withoutExtension} from './names.ts'
import {escapeText} from './sentences.ts'
import type {DiagramWords} from './words.ts'
import {splitTarget} from './syntax/wiki-link.ts'

export interface WithDiagramLinks {
  readonly notes: readonly PublicNote[]
  /** Index of the first link of a diagram, by `path\0index`. */
  readonly diagramLinks: ReadonlyMap<string, number>
}

/**
 * Append to each note the links that its diagrams hold.
 *
 * @param options.automatic Whether plain labels that are a note's name link too; never to the note itself.
 * @param options.words For what diagrams without a title are called.
 */
export function withDiagramLinks(notes: readonly PublicNote[], drawings: ReadonlyMap<string, Drawing | DrawingFailure>, {automatic, words}: {readonly automatic: boolean; readonly words: DiagramWords}): WithDiagramLinks {
  const names = namesOf(notes)
  const diagramLinks = new Map<string, number>()
  const linked = notes.map((note): PublicNote => {
    if (note.diagrams.length === 0) return note
    const links: Link[] = [...note.links]
    for (const [index, diagram] of note.diagrams.entries()) {
      const drawing = drawings.get(diagram.hash)
      diagramLinks.set(`${note.path}\0${index}`, links.length)
      if (drawing?.ok) links.push(...linksOf(drawing, {note, index, names, isAutomatic: automatic, words}))
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
  readonly isAutomatic: boolean
  readonly words: DiagramWords
}

function linksOf(drawing: Drawing, around: Around): Link[] {
  const {note, index, words} = around
  const diagram = note.diagrams[index]
  const title = nameOf(drawing, words)
  return drawing.links.map((link): Link => {
    const {target, text, automatic} = link
    const other = otherNote(link, around)
    return {
      kind: 'diagram',
      form: 'wiki',
      ...(other ? {target: withoutExtension(other.path)} : splitTarget(target)),
      ...(automatic && !other ? {silent: true as const} : {}),
      text,
      aliased: true,
      place: diagram?.place ?? {line: 1, column: 1},
      ...(diagram?.heading === undefined ? {} : {heading: diagram.heading}),
      context: `\u003Cb>${escapeText(text)}\u003C/b>`,
      diagram: index,
      diagramTitle: title
    }
  })
}

/** The note that a name is replaced by; a plain label never links to the note that it stands in. */
function otherNote(link: DrawingLink, {note, names, isAutomatic}: Around): PublicNote | undefined {
  if (link.automatic && !isAutomatic) return undefined
  const named = namedIn(link, names)
  return link.automatic && named?.path === note.path ? undefined : named
}

/**
 * The note that a plain label means, or that the first line of a label of several does when nothing bears all of it.
 * What an author marked as a link, and has no other reading, is resolved as any link is.
 */
function namedIn({target, otherwise, automatic}: DrawingLink, names: ReadonlyMap<string, PublicNote>): PublicNote | undefined {
  if (!automatic && otherwise === undefined) return undefined
  return names.get(nameKey(target.trim())) ?? (otherwise === undefined ? undefined : names.get(nameKey(otherwise.trim())))
}
