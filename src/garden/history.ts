/** Dates of files from the repository's history (P-13), where it is whole: a shallow clone would date everything alike. */

import {execFileSync} from 'node:child_process'
import type {VaultPath} from './model.ts'
import {vaultPath} from './names.ts'

export interface FileDates {
  readonly created: string
  readonly updated: string
}

/**
 * Read when each file of a folder was first and last committed.
 *
 * @param folder Absolute path of the vault.
 * @returns Dates by path in the vault; nothing where there is no repository, no git, or no whole history.
 */
export function readHistory(folder: string): ReadonlyMap<VaultPath, FileDates> {
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'core.quotePath=false', '-C', folder, ...words], {encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']})
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() !== 'false') return new Map()
    return parseLog(git('log', '--no-renames', '--relative', '-z', '--format=%x01%cs', '--name-only', '--', '.'))
  } catch {
    return new Map()
  }
}

/** Read `git log -z --format=%x01%cs --name-only`: newest commit first. */
export function parseLog(log: string): Map<VaultPath, FileDates> {
  const dates = new Map<VaultPath, FileDates>()
  for (const commit of log.split('\u0001').slice(1)) {
    const [day = '', ...names] = commit.split(/[\0\n]+/)
    for (const name of names) {
      const path = vaultPath(name)
      if (path !== undefined) dates.set(path, {created: day, updated: dates.get(path)?.updated ?? day})
    }
  }
  return dates
}
