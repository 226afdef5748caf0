/** Where links lead (R-01 … R-10). Pure: an index built once, then look-ups. */

import {embedKind} from './embeds.ts'
import type {Link, PublicNote, VaultPath} from './model.ts'
import {baseName, byCodePoint, folderOf, nameKey, vaultPath, withoutExtension} from './names.ts'

/** A file that links may find. */
interface Entry {
  readonly path: VaultPath
  /** Path that links write: without the extension of a note. */
  readonly name: string
  readonly note?: PublicNote
}

export interface Index {
  /** By whole name, folded. */
  readonly byName: ReadonlyMap<string, readonly Entry[]>
  /** By last segment, folded. */
  readonly byBase: ReadonlyMap<string, readonly Entry[]>
  readonly byAlias: ReadonlyMap<string, readonly Entry[]>
  /** Folders with public notes at any depth, by folded path. */
  readonly folders: ReadonlyMap<string, readonly string[]>
  readonly byPath: ReadonlyMap<VaultPath, PublicNote>
  /** Paths of the other files. */
  readonly attachments: readonly VaultPath[]
}

/** Build the index of what can be linked. */
export function buildIndex(notes: readonly PublicNote[], attachments: readonly VaultPath[]): Index {
  const entries: Entry[] = [
    ...notes.map((note) => ({path: note.path, name: withoutExtension(note.path), note})),
    ...attachments.map((path) => ({path, name: path}))
  ]
  const byName = new Map<string, Entry[]>()
  const byBase = new Map<string, Entry[]>()
  const byAlias = new Map<string, Entry[]>()
  const folders = new Map<string, string[]>()
  for (const entry of entries) {
    add(byName, nameKey(entry.name), entry)
    add(byBase, nameKey(baseName(entry.name)), entry)
    for (const alias of new Set((entry.note?.aliases ?? []).map(nameKey))) add(byAlias, alias, entry)
    if (entry.note) for (let folder = folderOf(entry.path); folder !== ''; folder = folderOf(folder)) addFolder(folders, folder)
  }
  return {byName, byBase, byAlias, folders, byPath: new Map(notes.map((note) => [note.path, note])), attachments}
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const found = map.get(key)
  if (found) found.push(entry)
  else map.set(key, [entry])
}

function addFolder(folders: Map<string, string[]>, folder: string): void {
  const same = folders.get(nameKey(folder)) ?? []
  if (!same.includes(folder)) folders.set(nameKey(folder), [...same, folder].sort(byCodePoint))
}

/** What a look-up found, and what the author should know of it. */
export interface Found {
  readonly path?: VaultPath
  readonly note?: PublicNote
  readonly folder?: string
  /** Why it was found or not, beyond the plain case. */
  readonly by: 'name' | 'alias' | 'nothing' | 'outside' | 'self'
  /** Other files that the words could mean. */
  readonly others: readonly VaultPath[]
}

const nothing: Found = {by: 'nothing', others: []}

/**
 * Resolve the file's part of a link.
 *
 * @param from The note that holds the link.
 * @param aliases Whether a unique alias may answer in the end.
 */
export function resolveTarget(index: Index, link: Pick<Link, 'target' | 'form'>, {from, aliases}: {from: VaultPath; aliases: boolean}): Found {
  const target = link.target.normalize('NFC')
  if (target === '') {
    const note = index.byPath.get(from)
    return note ? {path: from, note, by: 'self', others: []} : nothing
  }
  if (link.form === 'path') return atPath(index, target, from)
  if (target.endsWith('/')) return folderTarget(index, target)
  const place = vaultPath(target, folderOf(from))
  if (/^\.\.?(?:\/|$)/.test(target)) return place === undefined ? outside : best(exactly(index, place), place, from)
  const near = place !== undefined && link.form === 'markdown' ? exactly(index, place) : []
  if (place !== undefined && near.length > 0) return best(near, place, from)
  return fromRoot(index, target.replace(/^\/+/, ''), {from, aliases})
}

const outside: Found = {by: 'outside', others: []}

/** A whole path, as the app writes it: another file of the same name is not meant. */
function atPath(index: Index, target: string, from: VaultPath): Found {
  const path = vaultPath(target)
  return path === undefined ? outside : best(exactly(index, path), path, from)
}

/** A whole path, the end of one, a name, an alias: in this order. */
function fromRoot(index: Index, written: string, {from, aliases}: {from: VaultPath; aliases: boolean}): Found {
  if (vaultPath(written) === undefined) return outside
  for (const step of [exactly, ending]) {
    const entries = step(index, written)
    if (entries.length > 0) return best(entries, written, from)
  }
  return aliases ? byAlias(index, written) : nothing
}

/** Names that a written target can stand for: known file types as they are, notes without their extension. */
function spellings(written: string): string[] {
  const key = nameKey(written)
  return /\.mdx?$/.test(key) ? [withoutExtension(key), key] : [key]
}

/** Step 1 and 2: a whole path from the root. */
function exactly(index: Index, written: string): readonly Entry[] {
  return spellings(written).flatMap((key) => named(index.byName.get(key), key, written))
}

/** Step 3 and 4: the end of a path, along its segments; one segment is a name anywhere. */
function ending(index: Index, written: string): readonly Entry[] {
  return spellings(written).flatMap((key) => {
    const entries = named(index.byBase.get(baseName(key)), key, written)
    return key.includes('/') ? entries.filter((entry) => nameKey(entry.name).endsWith(`/${key}`)) : entries
  })
}

/** Files that a spelling of a written target names; without the extension that was written, only notes. */
function named(entries: readonly Entry[] | undefined, key: string, written: string): readonly Entry[] {
  const found = entries ?? []
  return fitting(key === nameKey(written) ? found : found.filter((entry) => entry.note), written)
}

/** `X.md` asks for Markdown and `X.mdx` for MDX. */
function fitting(entries: readonly Entry[], written: string): readonly Entry[] {
  const extension = /\.mdx?$/i.exec(written)?.[0]?.toLowerCase()
  if (extension === undefined || embedKind(written) !== 'note') return entries
  const same = entries.filter((entry) => !entry.note || entry.path.toLowerCase().endsWith(extension) || withoutExtension(written) === written)
  return same.length > 0 ? same : entries
}

/** The best of several: same case, same folder, fewest segments, shortest, first in code-point order. */
function best(entries: readonly Entry[], written: string, from: VaultPath): Found {
  // `x.png` is a picture before it is a note called `x.png`.
  const files = embedKind(written) === 'note' ? [] : entries.filter((entry) => !entry.note)
  const meant = files.length > 0 ? files : entries
  const sameCase = meant.filter((entry) => isSpelled(entry, written))
  const candidates = [...(sameCase.length > 0 ? sameCase : meant)].sort(
    (a, b) =>
      Number(folderOf(b.path) === folderOf(from)) - Number(folderOf(a.path) === folderOf(from)) ||
      a.path.split('/').length - b.path.split('/').length ||
      a.path.length - b.path.length ||
      byCodePoint(a.path, b.path)
  )
  const [first, ...rest] = candidates
  if (!first) return nothing
  // `X.md` and `X.mdx` are one name; Markdown wins.
  const twin = rest.find((entry) => entry.name === first.name)
  const chosen = twin && /\.mdx$/i.test(first.path) ? twin : first
  const others = rest.filter((entry) => entry !== twin && entry.name !== chosen.name).map((entry) => entry.path)
  return {path: chosen.path, ...(chosen.note ? {note: chosen.note} : {}), by: 'name', others}
}

/** Whether a path, or its end, is written in just this way. */
function isSpelled({path, name}: Entry, written: string): boolean {
  return [path, name].some((each) => each === written || each.endsWith(`/${written}`))
}

function byAlias(index: Index, written: string): Found {
  const entries = index.byAlias.get(nameKey(written)) ?? []
  const [only, ...rest] = entries
  if (!only?.note) return nothing
  // Several notes with one alias: none of them is meant for sure.
  if (rest.length > 0) return {by: 'alias', others: entries.map((entry) => entry.path).sort(byCodePoint)}
  return {path: only.path, note: only.note, by: 'alias', others: []}
}

function folderTarget(index: Index, target: string): Found {
  const written = target.replace(/^\/+|\/+$/g, '')
  if (written === '') return {folder: '', by: 'name', others: []}
  const folders = index.folders.get(nameKey(written)) ?? []
  const folder = folders.find((each) => each === written) ?? folders[0]
  return folder === undefined ? nothing : {folder, by: 'name', others: []}
}
