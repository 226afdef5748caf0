/** Read one note's file as text. */

import {createHash} from 'node:crypto'
import {lstatSync, readFileSync, type Stats} from 'node:fs'
import {diagnose} from './diagnostics.ts'
import type {Diagnostic, SourceFile, VaultPath} from './model.ts'

export interface VaultLimits {
  /** Largest note, in megabytes of 1,000,000 bytes. */
  readonly noteMegabytes: number
}

/** A file of the vault. */
export interface Found {
  readonly path: VaultPath
  readonly file: string
}

/** Above this size a note draws a warning, in megabytes. */
const largeNote = 2

/** Notes as they were read, by the file's absolute path, for whoever reads the same vault again. */
export type FileMemory = Map<string, {readonly stamp: string; readonly note: SourceFile; readonly diagnostics: readonly Diagnostic[]}>

interface NoteReading {
  readonly limits: VaultLimits
  readonly diagnostics: Diagnostic[]
  readonly memory: FileMemory | undefined
}

/** Read a note; `undefined` where it cannot be read, or is too large. */
export function readNote(found: Found, {limits, diagnostics, memory}: NoteReading): SourceFile | undefined {
  const where = {path: found.path}
  try {
    const stat = lstatSync(found.file)
    if (stat.size > limits.noteMegabytes * 1e6) {
      diagnostics.push(diagnose('too-large', where, {megabytes: megabytes(stat.size), limit: String(limits.noteMegabytes)}))
      return undefined
    }
    if (stat.size > largeNote * 1e6) diagnostics.push(diagnose('large-note', where, {megabytes: megabytes(stat.size)}))

    // A file that is written anew has another time of change, whatever its editor does to the time of modification.
    const stamp = `${found.path}\0${stat.size}\0${stat.mtimeMs}\0${stat.ctimeMs}\0${stat.ino}`
    const known = memory?.get(found.file)
    const read = known?.stamp === stamp ? known : {stamp, ...readText(found, stat)}
    memory?.set(found.file, read)
    diagnostics.push(...read.diagnostics)
    return read.note
  } catch (error) {
    diagnostics.push(diagnose('unreadable-file', where, {reason: reasonOf(error)}))
    return undefined
  }
}

function readText({path: notePath, file}: Found, {mtime}: Stats): {note: SourceFile; diagnostics: Diagnostic[]} {
  const bytes = readFileSync(file)
  const diagnostics: Diagnostic[] = []
  const text = decode(bytes, notePath, diagnostics)
  return {note: {path: notePath, text, hash: createHash('sha256').update(bytes).digest('hex'), mtime: mtime.toISOString().slice(0, 10)}, diagnostics}
}

const strict = new TextDecoder('utf-8', {fatal: true})
const lenient = new TextDecoder('utf-8')

function decode(bytes: Buffer, file: VaultPath, diagnostics: Diagnostic[]): string {
  try {
    return strict.decode(bytes)
  } catch {
    diagnostics.push(diagnose('not-utf8', {path: file}, {offset: firstBad(bytes)}))
    return lenient.decode(bytes)
  }
}

const replacement = Buffer.from('\uFFFD')

/** Offset of the first byte that is not UTF-8; a \uFFFD that the author wrote is none. */
function firstBad(bytes: Buffer): number {
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  let offset = 0
  let from = 0
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(text.slice(from, at))
    if (!bytes.subarray(offset, offset + replacement.length).equals(replacement)) break
    offset += replacement.length
    from = at + 1
  }
  return offset
}

/** A size in megabytes, as messages say it. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

const reasons = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ENOENT', 'it does not exist'],
  ['ENOTDIR', 'it is not a folder'],
  ['EIO', 'the disk reports an error'],
  ['ENAMETOOLONG', 'its name is too long']
])

/** The system's reason in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error))
}
