/** Problems as GitHub's workflow commands, which show them at their lines. */
import {isAbsolute, join, relative, sep} from 'node:path'
import {format} from '../../src/garden/diagnostics.ts'
import type {Diagnostic} from '../../src/garden/model.ts'

/** Folders, as whole paths. */
export interface Folders {
  readonly vault: string
  /** Where the configuration stands. */
  readonly root: string
  /** What GitHub has checked out: it knows no other files. */
  readonly workspace: string
}

/** GitHub's word for each severity. */
const words = {error: 'error', warning: 'warning', info: 'notice'} as const

/** A workflow command: what would end it is escaped. A file that is not in the workspace is named in the message alone. */
export function annotation(diagnostic: Diagnostic, folders: Folders): string {
  const {severity, path, place, message, hint, rule} = diagnostic
  const file = relative(folders.workspace, isAbsolute(path) ? path : join(path === 'garden.config.ts' ? folders.root : folders.vault, path)).replaceAll(sep, '/')
  if (isAbsolute(file) || file === '..' || file.startsWith('../')) return `::${words[severity]} title=${property(rule)}::${escaped(format(diagnostic))}`
  const where = [`file=${property(file)}`, ...(place ? [`line=${place.line}`, `col=${place.column}`] : []), `title=${property(rule)}`]
  return `::${words[severity]} ${where.join(',')}::${escaped(hint === undefined ? message : `${message} ${hint}`)}`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
