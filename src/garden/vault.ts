/**
 * Read the files under one root. Nothing outside it is opened, links in it are
 * not followed, and what comes out does not depend on the order of the disk.
 */

import {type Dirent, lstatSync, readdirSync, readFileSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {diagnose} from './diagnostics.ts'
import type {AttachmentFile, Diagnostic, SourceFile, Vault, VaultPath, VaultSettings} from './model.ts'
import {byCodePoint, isPageFile, shortHash, vaultPath} from './names.ts'
import {withoutEqual} from './publish-site.ts'
import {type FileMemory, type Found, megabytes, readNote, reasonOf, type VaultLimits} from './read-note.ts'

interface Reading {
  readonly root: string
  readonly found: Found[]
  readonly taken: Map<VaultPath, string>
  readonly diagnostics: Diagnostic[]
}

/** Above this size an attachment is mentioned, in megabytes (Pu-16). */
const largeAttachment = 50

/**
 * Read a vault.
 *
 * @param root Absolute path of its folder.
 * @param memory Notes of an earlier reading: those whose files have not been touched are not read again.
 * @returns Its notes with their text and its other files without their bytes, both in code-point order,
 *   and what could not be read. A root that cannot be read is an error among the diagnostics.
 */
export function readVault(root: string, limits: VaultLimits, memory?: FileMemory): {vault: Vault; diagnostics: Diagnostic[]} {
  const reading: Reading = {root, found: [], taken: new Map(), diagnostics: []}
  try {
    walk(realpathSync(root), '', reading)
  } catch (error) {
    reading.diagnostics.push(diagnose('root-unreadable', {path: root}, {reason: reasonOf(error)}))
  }

  const notes: SourceFile[] = []
  const attachments: AttachmentFile[] = []
  for (const found of reading.found.sort((a, b) => byCodePoint(a.path, b.path))) {
    if (isPageFile(found.path)) {
      const note = readNote(found, {limits, diagnostics: reading.diagnostics, memory})
      if (note) notes.push(note)
    } else attachments.push(readAttachment(found, reading.diagnostics))
  }
  return {vault: {notes, attachments, settings: readSettings(root, reading.diagnostics)}, diagnostics: reading.diagnostics}
}

function walk(folder: string, prefix: string, reading: Reading): void {
  const entries = readdirSync(folder, {withFileTypes: true}).sort((a, b) => byCodePoint(a.name, b.name))
  for (const entry of entries) {
    // Dot-folders and dot-files are Obsidian's and the system's, never content (F-02).
    if (entry.name.startsWith('.')) continue
    const written = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) walkFolder(file, written, reading)
    else if (entry.isFile()) keep(file, written, reading)
    else reading.diagnostics.push(diagnose(kindOf(entry), {path: written}, {}))
  }
}

function kindOf(entry: Dirent): 'symlink-skipped' | 'special-file' {
  return entry.isSymbolicLink() ? 'symlink-skipped' : 'special-file'
}

function walkFolder(file: string, written: string, reading: Reading): void {
  try {
    walk(file, written, reading)
  } catch (error) {
    reading.diagnostics.push(diagnose('unreadable-file', {path: written}, {reason: reasonOf(error)}))
  }
}

/** Remember a file under its NFC path; a second spelling of the same name gets a hash, so that neither is lost. */
function keep(file: string, written: string, reading: Reading): void {
  const composed = vaultPath(written)
  if (composed === undefined) return
  const other = reading.taken.get(composed)
  let unique = composed
  if (other !== undefined) {
    reading.diagnostics.push(diagnose('twin-name', {path: written}, {other}))
    const dot = composed.lastIndexOf('.')
    const cut = dot > composed.lastIndexOf('/') ? dot : composed.length
    unique = vaultPath(`${composed.slice(0, cut)}~${shortHash(written)}${composed.slice(cut)}`) ?? composed
  }
  reading.taken.set(unique, written)
  reading.found.push({path: unique, file})
}

function readAttachment(found: Found, diagnostics: Diagnostic[]): AttachmentFile {
  let size = 0
  try {
    size = lstatSync(found.file).size
  } catch (error) {
    diagnostics.push(diagnose('unreadable-file', {path: found.path}, {reason: reasonOf(error)}))
  }
  if (size > largeAttachment * 1e6) {
    diagnostics.push(diagnose('large-attachment', {path: found.path}, {megabytes: megabytes(size)}))
  }
  return {path: found.path, size, file: found.file}
}

/** What Obsidian keeps in the vault about itself (F-02), and Publish about a site; a vault without it, or with a broken one, is as good. */
function readSettings(root: string, diagnostics: Diagnostic[]): VaultSettings {
  const app = readObject(root, '.obsidian', 'app.json')
  const site = readObject(root, 'site-options.json')
  const breaks = app.get('strictLineBreaks') ?? site.get('strictLineBreaks')
  const noindex = site.get('noindex')
  const filters = textsIn(app, 'userIgnoreFilters')
  const order = textsIn(site, 'navigationOrdering')
  const hidden = textsIn(site, 'navigationHiddenItems')
  const names = withoutEqual(site)
  if (names.length > 0) diagnostics.push(diagnose('publish-setting', {path: 'site-options.json'}, {names}))
  return {
    ...(typeof breaks === 'boolean' ? {strictLineBreaks: breaks} : {}),
    ...(typeof noindex === 'boolean' ? {noindex} : {}),
    ...(filters ? {userIgnoreFilters: filters} : {}),
    ...(order ? {navigationOrdering: order} : {}),
    ...(hidden ? {navigationHiddenItems: hidden} : {}),
    ...Object.fromEntries(['siteName', 'indexFile', 'defaultTheme'].map((name) => [name, site.get(name)]).filter(([, value]) => typeof value === 'string' && value.trim() !== ''))
  }
}

function readObject(root: string, ...names: readonly string[]): ReadonlyMap<string, unknown> {
  try {
    const file = path.join(realpathSync(root), ...names)
    // A link could lead out of the vault, and a pipe would be waited for.
    if (!lstatSync(path.dirname(file)).isDirectory() || !lstatSync(file).isFile()) return new Map()
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return new Map<string, unknown>(typeof json === 'object' && json !== null ? Object.entries(json) : [])
  } catch {
    return new Map()
  }
}

function textsIn(map: ReadonlyMap<string, unknown>, key: string): string[] | undefined {
  const found = map.get(key)
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : undefined
}

/**
 * Whether a path is one of those that the vault's settings ignore (F-03):
 * each filter is the beginning of a path, or a regular expression between slashes.
 */
export function ignoredBy(filters: readonly string[]): (path: VaultPath) => boolean {
  const tests = filters.map((filter): ((path: string) => boolean) => {
    const pattern = /^\/(.+)\/$/.exec(filter)?.[1]
    if (pattern === undefined) return (path) => path.startsWith(filter.replace(/^\/+/, ''))
    try {
      // The owner of the vault wrote it, and it meets nothing but paths.
      const expression = new RegExp(pattern)
      return (path) => expression.test(path)
    } catch {
      return () => false
    }
  })
  return (path) => tests.some((test) => test(path))
}
