/** One file in, one prepared note out, whatever it is: Markdown, MDX, a canvas. Never throws. */

import {prepareCanvas} from './canvas/prepare.ts'
import type {PreparedNote, SourceFile} from './model.ts'
import {extensionOf} from './names.ts'
import {type ParseOptions, parseNote, stoppedNote} from './parse.ts'

/** Prepare a file. */
export function prepareFile(file: SourceFile, options: ParseOptions): PreparedNote {
  try {
    return extensionOf(file.path) === 'canvas' ? prepareCanvas(file, options) : parseNote(file, options)
  } catch (error) {
    return stoppedFile(file, options, error instanceof Error ? error.message : String(error))
  }
}

/** A file whose preparing had to be stopped. A note shows its text; a canvas, whose text is not for readers, is withheld. */
export function stoppedFile(file: SourceFile, options: ParseOptions, reason: string): PreparedNote {
  const note = stoppedNote(file, options, reason)
  return extensionOf(file.path) === 'canvas' ? {...note, visibility: 'private'} : note
}
