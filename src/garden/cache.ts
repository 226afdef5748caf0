/**
 * Content-addressed store for what is dear to make. Deletable at any time: a
 * missing, foreign or damaged file is as if it had never been written.
 */

import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'

export interface Cache {
  /** The text stored under a key, if it is whole. */
  read(key: string): string | undefined
  /** Store a text; a disk that refuses only makes the next build slower. */
  write(key: string, text: string): void
  /** Remove what this run neither read nor wrote. */
  prune(): void
}

/** A cache that keeps nothing. */
export const noCache: Cache = {read: () => undefined, write: () => {}, prune: () => {}}

/**
 * Open the cache in a folder.
 *
 * @param folder Absolute path; made when something is written.
 */
export function openCache(folder: string): Cache {
  const used = new Set<string>()
  const fileOf = (key: string): string => path.join(folder, key.slice(0, 2), key)

  return {
    read(key) {
      used.add(key)
      try {
        return unseal(readFileSync(fileOf(key), 'utf8'))
      } catch {
        return undefined
      }
    },
    write(key, text) {
      used.add(key)
      const file = fileOf(key)
      try {
        mkdirSync(path.dirname(file), {recursive: true})
        // A reader sees the whole file or none: rename is atomic, a write is not.
        const temporary = `${file}.${process.pid}.tmp`
        writeFileSync(temporary, seal(text))
        renameSync(temporary, file)
      } catch {
        // The cache is a convenience.
      }
    },
    prune() {
      for (const file of filesIn(folder)) {
        if (!used.has(path.basename(file))) rmSync(file, {force: true})
      }
    }
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((shard) => readdirSync(path.join(folder, shard)).map((name) => path.join(folder, shard, name)))
  } catch {
    return []
  }
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

function seal(text: string): string {
  return `${digest(text)}\n${text}`
}

function unseal(sealed: string): string | undefined {
  const text = sealed.slice(41)
  return sealed[40] === '\n' && sealed.slice(0, 40) === digest(text) ? text : undefined
}

/** Hash of the names and contents of files under folders: a version that changes when the code does. */
export function versionOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (file: string): void => {
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) add(path.join(file, name))
    } else hash.update(`${path.basename(file)}\0`).update(readFileSync(file))
  }
  for (const each of paths) add(each)
  return hash.digest('hex')
}
