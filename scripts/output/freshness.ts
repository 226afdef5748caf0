/** Whether a build would write what is there already. */
import {execFileSync} from 'node:child_process'
import {createHash, type Hash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join, sep} from 'node:path'
import type {Run} from '../run.ts'

/** What one build wrote, of what. */
export interface BuildRecord {
  /** Hash of everything that went in. */
  readonly key: string
  /** `path\0size\0time of last change` of each file that was written. */
  readonly files: readonly string[]
  /** The summary that was printed. */
  readonly summary: string
  /** Milliseconds that each stage took: on the clock, and of the processor for the program itself. */
  readonly stages: readonly (readonly [name: string, wall: number, user: number])[]
}

/** What the site is made by, beside the notes. */
const sources = ['src', 'scripts', 'public', 'test/syntax.md', 'astro.config.mjs', 'garden.config.ts', 'package-lock.json', 'tsconfig.json']

/** Files that are read whole; of others the size and time stand for the contents. */
const texts = /\.(?:mdx?|canvas|base|json|ya?ml|ts|mjs|astro|css|svg)$/i

/**
 * Hash of everything that a build reads: the notes, the project's own files, the options.
 *
 * Two runs with one key write the same site.
 */
export function inputKey({settings, options}: Run): string {
  const hash = createHash('sha256')
  const own = join(settings.root, 'src', 'content')

  hash.update(JSON.stringify([process.version, settings.strict, options, headOf(options.vault, options.dates)]))
  for (const source of sources) addPath(hash, join(settings.root, source), own)
  addFolder(hash, options.vault)
  return hash.digest('hex')
}

/** Commit of the vault: dates come from its history. */
function headOf(vault: string, dates: string): string {
  if (dates !== 'git') return ''
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {cwd: vault, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
  } catch {
    return ''
  }
}

function addPath(hash: Hash, path: string, except: string): void {
  const found = statSync(path, {throwIfNoEntry: false})
  if (found?.isDirectory()) addFolder(hash, path, except)
  else if (found) addFile(hash, path)
}

function addFolder(hash: Hash, folder: string, except = ''): void {
  const entries = readdirSync(folder, {withFileTypes: true}).sort((a, b) => (a.name < b.name ? -1 : 1))

  for (const entry of entries) {
    const path = join(folder, entry.name)
    // Of Obsidian's own folder the settings count; workspaces change with every click.
    if (path === except || (entry.name.startsWith('.') && entry.name !== '.obsidian') || /^workspace/.test(entry.name)) continue
    if (entry.isDirectory()) addFolder(hash, path, except)
    else if (entry.isFile()) addFile(hash, path)
    else hash.update(`other\0${path}\0`)
  }
}

function addFile(hash: Hash, path: string): void {
  const {size, mtimeMs, ctimeMs} = statSync(path)
  hash.update(`${path}\0${size}\0`)
  try {
    hash.update(texts.test(path) ? readFileSync(path) : `${mtimeMs}\0${ctimeMs}\0`)
  } catch (error) {
    // A note that cannot be read is the garden's to report.
    hash.update(String(error))
  }
}

/**
 * List the files of a folder, each so that any change of it shows.
 *
 * The time is that of the last change of the file or of its name and rights,
 * which no program can set; so no contents need to be read.
 */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const {size, ctimeMs} = statSync(path)
      return `${path.slice(folder.length + 1).replaceAll(sep, '/')}\0${size}\0${ctimeMs}`
    })
    .sort()
}

/** The record of the last build into a folder, if it says that nothing changed since: neither what goes in nor what came out. */
export function unchanged(file: string, key: string, out: string): BuildRecord | undefined {
  try {
    const record: BuildRecord = JSON.parse(readFileSync(file, 'utf8'))
    const same = record.key === key && record.files.join('\n') === filesOf(out).join('\n')
    return same ? record : undefined
  } catch {
    // No record, no folder, or half a file: a build makes all of them.
    return undefined
  }
}

/** Keep the record of a build. */
export function keepRecord(file: string, record: BuildRecord): void {
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(`${file}.tmp`, JSON.stringify(record))
  renameSync(`${file}.tmp`, file)
}
