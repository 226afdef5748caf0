/** Dates of files from the repository's history (P-13), where it is whole: a shallow clone would date everything alike. */

import {execFileSync} from 'node:child_process'
import {readFileSync, statSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import type {VaultPath} from './model.ts'
import {vaultPath} from './names.ts'

export interface FileDates {
  readonly created: string
  readonly updated: string
}

/** What a dev server keeps of the history, and what it was read at. */
export interface HistoryMemory {
  state?: string
  dates?: ReadonlyMap<VaultPath, FileDates>
}

/** The same as {@link readHistory}, asking git only after its log of what was committed and checked out has grown. */
export function recallHistory(folder: string, memory: HistoryMemory): ReadonlyMap<VaultPath, FileDates> {
  const state = stateOf(folder)
  if (state === undefined || memory.dates === undefined || memory.state !== state) {
    memory.dates = readHistory(folder)
    if (state === undefined) delete memory.state
    else memory.state = state
  }
  return memory.dates
}

/** What changes with every commit and checkout; nothing where that cannot be told. */
function stateOf(folder: string): string | undefined {
  const repository = repositoryOf(folder)
  if (repository === undefined) return 'no repository'
  const log = statSync(join(repository, 'logs', 'HEAD'), {throwIfNoEntry: false})
  return log && `${repository} ${log.size} ${log.mtimeMs}`
}

/** Git's own folder for a folder's repository, if it is in one. */
function repositoryOf(folder: string): string | undefined {
  const place = join(folder, '.git')
  const found = statSync(place, {throwIfNoEntry: false})
  if (found?.isDirectory()) return place
  // In a worktree or submodule it is a file that says where.
  if (found) return resolve(folder, readFileSync(place, 'utf8').replace(/^gitdir:\s*/, '').trim())
  const above = dirname(folder)
  return above === folder ? undefined : repositoryOf(above)
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
