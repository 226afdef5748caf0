/** Put a whole site in the place of another, so that a reader finds one or the other. */
import {existsSync, readdirSync, renameSync, rmSync} from 'node:fs'
import {relative, isAbsolute} from 'node:path'

/** Where a site is written before it is put in place. */
export function nextOf(out: string): string {
  return `${out}.next`
}

function oldOf(out: string): string {
  return `${out}.old`
}

/** Take away what was written, if it is still there; a file that is written at this very moment does not hinder it. */
export function discard(out: string): void {
  rmSync(nextOf(out), {recursive: true, force: true, maxRetries: 3})
}

/**
 * Bring the folder into order after a build that was killed.
 *
 * Only the moment between the two renames leaves no site; the old one is put back.
 */
export function recover(out: string): void {
  if (!existsSync(out) && existsSync(oldOf(out))) renameSync(oldOf(out), out)
  rmSync(oldOf(out), {recursive: true, force: true})
  discard(out)
}

/**
 * Put what was written in place.
 *
 * @throws When the machine refuses; the old site then stands where it stood.
 */
export function swap(out: string): void {
  const had = existsSync(out)
  if (had) renameSync(out, oldOf(out))
  try {
    renameSync(nextOf(out), out)
  } catch (error) {
    if (had) renameSync(oldOf(out), out)
    throw error
  }
  rmSync(oldOf(out), {recursive: true, force: true})
}

/**
 * Why a folder must not be replaced by a site, or `undefined` if it may be.
 *
 * Everything in the folder is lost at the swap, so it must be one that a build made, or empty.
 */
export function refusal(out: string, {root, vault}: {root: string; vault: string}): string | undefined {
  if (contains(out, root)) return 'it holds the project'
  if (contains(out, vault)) return 'it holds the vault'
  if (contains(vault, out)) return 'it is inside the vault'
  if (!existsSync(out)) return undefined
  const entries = readdirSync(out)
  return entries.length === 0 || entries.includes('index.html') ? undefined : 'it holds files that are not a site'
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}
