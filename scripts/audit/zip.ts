/** Look into the archive of notes: it holds what is published, and nothing else of the vault. */
import {unzipSync} from 'fflate'
import type {Diagnostic} from '../../src/garden/model.ts'
import {diagnostic} from './rules.ts'

/** Look at an archive. */
export function lookAtZip(path: string, bytes: Uint8Array, withheld: readonly string[]): Diagnostic[] {
  const secret = new Set(withheld)
  // Names alone are read: no file is unpacked.
  const names: string[] = []
  unzipSync(bytes, {
    filter: ({name}) => {
      names.push(name)
      return false
    }
  })
  return names.flatMap((name) => {
    const isOutside = name.startsWith('/') || name.split('/').includes('..')
    return secret.has(name) || isOutside ? [diagnostic({rule: 'private-file', path: `${path}/${name}`, facts: name})] : []
  })
}
