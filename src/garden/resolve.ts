/** Where links lead (R-01 … R-10, H-01 … H-04). Pure: an index built once, then look-ups. */

import {embedKind} from './embeds.ts'
import type {Fragment, Link, PreparedNote, PublicNote, VaultPath} from './model.ts'
import {baseName, byCodePoint, folderOf, headingId, headingKey, nameKey, vaultPath, withoutExtension} from './names.ts'

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
  readonly folders: ReadonlyMap<string, string>
  readonly byPath: ReadonlyMap<VaultPath, PublicNote>
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
  const folders = new Map<string, string>()
  for (const entry of entries) {
    add(byName, nameKey(entry.name), entry)
    add(byBase, nameKey(baseName(entry.name)), entry)
    for (const alias of new Set((entry.note?.aliases ?? []).map(nameKey))) add(byAlias, alias, entry)
    if (entry.note) for (let folder = folderOf(entry.path); folder !== ''; folder = folderOf(folder)) folders.set(nameKey(folder), folder)
  }
  return {byName, byBase, byAlias, folders, byPath: new Map(notes.map((note) => [note.path, note]))}
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const found = map.get(key)
  if (found) found.push(entry)
  else map.set(key, [entry])
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
  if (target.endsWith('/')) return folderTarget(index, target)
  const relative = /^\.\.?(?:\/|$)/.test(target)
  const place = vaultPath(target, folderOf(from))
  if (relative && place === undefined) return {by: 'outside', others: []}
  const written = target.replace(/^\/+/, '')
  if (!relative && vaultPath(written) === undefined) return {by: 'outside', others: []}

  const steps = relative || link.form === 'markdown' ? [() => exactly(index, place ?? ''), ...(relative ? [] : rootSteps(index, written))] : rootSteps(index, written)
  for (const step of steps) {
    const entries = step()
    if (entries.length > 0) return best(entries, written, from)
  }
  return aliases && !relative ? byAlias(index, written) : nothing
}

function rootSteps(index: Index, written: string): (() => readonly Entry[])[] {
  return [() => exactly(index, written), () => ending(index, written)]
}

/** Names that a written target can stand for: known file types as they are, notes without their extension. */
function spellings(written: string): string[] {
  const key = nameKey(written)
  return /\.mdx?$/.test(key) ? [withoutExtension(key), key] : [key]
}

/** Step 1 and 2: a whole path from the root. */
function exactly(index: Index, written: string): readonly Entry[] {
  return spellings(written).flatMap((key) => fitting(index.byName.get(key) ?? [], written))
}

/** Step 3 and 4: the end of a path, along its segments; one segment is a name anywhere. */
function ending(index: Index, written: string): readonly Entry[] {
  return spellings(written).flatMap((key) => {
    const entries = fitting(index.byBase.get(baseName(key)) ?? [], written)
    return key.includes('/') ? entries.filter((entry) => nameKey(entry.name).endsWith(`/${key}`)) : entries
  })
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
  const wanted = baseName(withoutExtension(written))
  const sameCase = entries.filter((entry) => baseName(withoutExtension(entry.name)) === wanted)
  const candidates = [...(sameCase.length > 0 ? sameCase : entries)].sort(
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
  const chosen = twin && first.path.endsWith('.mdx') ? twin : first
  const others = rest.filter((entry) => entry !== twin && entry.name !== chosen.name).map((entry) => entry.path)
  return {path: chosen.path, ...(chosen.note ? {note: chosen.note} : {}), by: 'name', others}
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
  const key = nameKey(target.replace(/^\/+|\/+$/g, ''))
  if (key === '') return {folder: '', by: 'name', others: []}
  const folder = index.folders.get(key)
  return folder === undefined ? nothing : {folder, by: 'name', others: []}
}

// ── Headings and blocks ─────────────────────────────────────────────────────

const headingKeys = new WeakMap<PreparedNote, readonly string[]>()

function keysOf(note: PreparedNote): readonly string[] {
  const known = headingKeys.get(note)
  if (known) return known
  const keys = note.headings.map((heading) => headingKey(heading.text))
  headingKeys.set(note, keys)
  return keys
}

/**
 * Index of the heading that a chain names (L-07): each one nested under the one
 * before, the first in document order (H-03). A heading's id is accepted too.
 */
export function resolveHeading(note: PreparedNote, chain: readonly string[]): number | undefined {
  return search(note, chain, {from: 0, to: note.headings.length, above: 0})
}

function search(note: PreparedNote, [first, ...rest]: readonly string[], {from, to, above}: {from: number; to: number; above: number}): number | undefined {
  if (first === undefined) return undefined
  const key = headingKey(first)
  const keys = keysOf(note)
  for (let index = from; index < to; index += 1) {
    const heading = note.headings[index]
    if (!heading || heading.depth <= above) continue
    if (keys[index] !== key && heading.id !== headingId(first)) continue
    if (rest.length === 0) return index
    const found = search(note, rest, {from: index + 1, to: sectionEnd(note, index), above: heading.depth})
    if (found !== undefined) return found
  }
  return undefined
}

function sectionEnd(note: PreparedNote, index: number): number {
  const depth = note.headings[index]?.depth ?? 0
  for (let next = index + 1; next < note.headings.length; next += 1) {
    if ((note.headings[next]?.depth ?? 0) <= depth) return next
  }
  return note.headings.length
}

/** The id in the page that a fragment names; `missing` when the note has no such heading or block. */
export function resolveAnchor(note: PreparedNote, fragment: Fragment | undefined): {readonly anchor?: string; readonly missing?: 'heading' | 'block'} {
  if (fragment === undefined) return {}
  if (fragment.block !== undefined) {
    const block = note.blocks.find((each) => each.id === fragment.block)
    return block ? {anchor: block.anchor ?? `^${block.id}`} : {missing: 'block'}
  }
  const index = resolveHeading(note, fragment.headings)
  const id = index === undefined ? undefined : note.headings[index]?.id
  return id === undefined ? {missing: 'heading'} : {anchor: id}
}
