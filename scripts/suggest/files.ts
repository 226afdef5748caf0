/** Change notes on disk: each file whole or not at all. */

import {lstatSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import type {LinkSuggestion} from '../../src/garden/model.ts'
import {type Applied, applyLinks} from './apply.ts'

/**
 * Write links into one file. What stands there is read anew, so that an edit made since is kept.
 *
 * @throws
 *   If the file cannot be read or written, or is no plain file; it is as it was.
 */
export function writeLinks(file: string, suggestions: readonly LinkSuggestion[]): Applied {
  const {mode} = plainFile(file)
  const applied = applyLinks(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(readFileSync(file)), suggestions)
  if (applied.done.length > 0) replace(file, applied.text, mode)
  return applied
}

function plainFile(file: string): {readonly mode: number} {
  const found = lstatSync(file)
  if (!found.isFile()) throw new Error('it is not a plain file')
  return found
}

/** A rename is all or nothing, a write is not. */
function replace(file: string, text: string, mode: number): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  try {
    writeFileSync(temporary, text, {mode, flag: 'wx'})
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, {force: true})
    throw error
  }
}
