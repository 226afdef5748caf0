/** One file in, one prepared note out, whatever it is: Markdown, MDX, a canvas, a base. Never throws. */

import {prepareBase} from './bases/prepare.ts'
import {prepareCanvas} from './canvas/prepare.ts'
import type {PreparedNote, SourceFile} from './model.ts'
import {extensionOf} from './names.ts'
import {type ParseOptions, parseNote, stoppedNote} from './parse.ts'

/** Prepare a file. */
export function prepareFile(file: SourceFile, options: ParseOptions): PreparedNote {
  try {
    const extension = extensionOf(file.path)
    if (extension === 'canvas') return prepareCanvas(file, options)
    return extension === 'base' ? prepareBase(file, options) : parseNote(file, options)
  } catch (error) {
    return stoppedFile(file, options, error instanceof Error ? error.message : String(error))
  }
}

/** A file whose preparing had to be stopped. A note shows its text; the text of a canvas or a base is not for readers, so it is withheld. */
export function stoppedFile(file: SourceFile, options: ParseOptions, reason: string): PreparedNote {
  const note = stoppedNote(file, options, reason)
  return /^(?:canvas|base)$/.test(extensionOf(file.path)) ? {...note, visibility: 'private'} : note
}
