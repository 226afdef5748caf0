/** Give each public note its address, and old addresses their redirects. Collisions are seen, never silent (R-09 of the hazards). */

import {diagnose} from './diagnostics.ts'
import type {Diagnostic, PublicNote, Redirect, Slug, VaultPath} from './model.ts'
import {asSlug, baseName, byCodePoint, folderOf, nameKey, reservedSegments, shortHash, slugOf, slugSegment, vaultPath, withoutExtension} from './names.ts'

export interface SlugOptions {
  readonly folderNotes: boolean
  /** Path of the note that is the first page, as the author wrote it. */
  readonly home?: string | undefined
  /** Whether addresses of Obsidian Publish lead on (Pu-10). */
  readonly publishAddresses?: boolean
}

export interface Addresses {
  readonly slugs: ReadonlyMap<VaultPath, Slug>
  readonly redirects: readonly Redirect[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Wish {
  readonly note: PublicNote
  readonly slug: Slug
  /** Whether the author asked for it by name. */
  readonly asked: boolean
}

/**
 * Name every note. Permalinks come first, then paths in code-point order; who
 * comes later to a taken address gets a short hash of its path after it.
 */
export function assignSlugs(notes: readonly PublicNote[], options: SlugOptions): Addresses {
  const diagnostics: Diagnostic[] = []
  const wishes = notes.map((note) => wishOf(note, options, diagnostics))
  wishes.sort((a, b) => Number(b.asked) - Number(a.asked) || byCodePoint(a.note.path, b.note.path))

  const taken = new Map<Slug, VaultPath>()
  const slugs = new Map<VaultPath, Slug>()
  for (const {note, slug} of wishes) {
    const other = taken.get(slug)
    const free = other === undefined ? slug : freeSlug(slug, note.path, taken)
    if (other !== undefined) diagnostics.push(diagnose('slug-collision', {path: note.path}, {slug, other, now: free}))
    taken.set(free, note.path)
    slugs.set(note.path, free)
  }
  return {slugs, redirects: redirectsOf(notes, {slugs, taken: new Set([...taken.keys(), ...folderSlugs(notes)]), options}, diagnostics), diagnostics}
}

function freeSlug(slug: Slug, path: VaultPath, taken: ReadonlyMap<Slug, VaultPath>): Slug {
  const stem = slug === '' ? 'index' : slug
  let free = asSlug(`${stem}-${shortHash(path)}`)
  for (let round = 2; taken.has(free); round += 1) free = asSlug(`${stem}-${shortHash(`${path}${round}`)}`)
  return free
}

function isHome({path}: PublicNote, {home}: SlugOptions): boolean {
  return home !== undefined && nameKey(withoutExtension(path)) === nameKey(withoutExtension(home.replace(/^\/+/, '')))
}

function wishOf(note: PublicNote, options: SlugOptions, diagnostics: Diagnostic[]): Wish {
  if (isHome(note, options)) return {note, slug: asSlug(''), asked: true}
  const permalink = permalinkOf(note)
  if (permalink !== undefined) {
    // Obsidian's own help says so that a note is the first page.
    const slug = /^\/+$/.test(permalink) && options.home === undefined ? asSlug('') : addressOf(permalink)
    if (slug !== undefined) return {note, slug, asked: true}
    diagnostics.push(diagnose('slug-reserved', {path: note.path}, {slug: permalink}))
  }
  return {note, slug: pathSlug(note.path, options), asked: false}
}

/** An address that an author wrote, if it stays in the site and is not one of the site's own. */
function addressOf(written: string): Slug | undefined {
  const path = vaultPath(written.replace(/^\/+|\/+$/g, ''))
  if (path === undefined) return undefined
  const first = path.split('/')[0] ?? ''
  return reservedSegments.has(slugSegment(first)) ? undefined : slugOf(path)
}

function permalinkOf(note: PublicNote): string | undefined {
  const found = note.properties.find(([name]) => name.trim().toLowerCase() === 'permalink')
  return typeof found?.[1] === 'string' && found[1].trim() !== '' ? found[1].trim() : undefined
}

/** The address of a path; a folder's own note is at the folder's (F-07). */
export function pathSlug(path: VaultPath, {folderNotes}: {readonly folderNotes: boolean}): Slug {
  const folder = folderOf(path)
  const name = nameKey(withoutExtension(baseName(path)))
  const isFolderNote = folderNotes && (name === 'index' || name === 'readme' || name === nameKey(baseName(folder)))
  return slugOf(isFolderNote ? folder : withoutExtension(path))
}

/** Addresses of the pages of folders. */
function folderSlugs(notes: readonly PublicNote[]): Slug[] {
  const folders = new Set<string>()
  for (const note of notes) for (let folder = folderOf(note.path); folder !== '' && !folders.has(folder); folder = folderOf(folder)) folders.add(folder)
  return [...folders].map(slugOf)
}

interface Taken {
  readonly slugs: ReadonlyMap<VaultPath, Slug>
  /** Addresses of notes and folders. */
  readonly taken: ReadonlySet<Slug>
  readonly options: SlugOptions
}

/** Old addresses lead on: a note's path when it has a permalink (P-08), and aliases (P-10). Never over a page; never to one of two. */
function redirectsOf(notes: readonly PublicNote[], {slugs, taken, options}: Taken, diagnostics: Diagnostic[]): Redirect[] {
  const claims = new Map<Slug, Redirect[]>()
  for (const note of notes) {
    const to = slugs.get(note.path) ?? asSlug('')
    for (const slug of oldAddresses(note, to, isHome(note, options))) {
      if (taken.has(slug)) diagnostics.push(diagnose('redirect-taken', {path: note.path}, {slug}))
      else claims.set(slug, [...(claims.get(slug) ?? []), {slug, to, title: note.title}])
    }
  }
  const own = [...claims.values()].flatMap((claimed) => (claimed.length === 1 ? claimed : []))
  const others = options.publishAddresses ? publishRedirects(notes, {slugs, taken: new Set([...taken, ...claims.keys()])}) : []
  return [...own, ...others].sort((a, b) => byCodePoint(a.slug, b.slug))
}

/** Addresses of Obsidian Publish: the path with `+` for spaces. One that differs from a page's in capitals alone is left out: not every disk tells them apart. */
function publishRedirects(notes: readonly PublicNote[], {slugs, taken}: Omit<Taken, 'options'>): Redirect[] {
  const folded = new Set([...taken].map((slug) => slug.toLowerCase()))
  return notes.flatMap((note) => {
    const path = withoutExtension(note.path)
    const slug = asSlug(path.replaceAll(' ', '+'))
    const plain = /^[\p{L}\p{M}\p{N} _.,'()&+/-]+$/u.test(path) && !reservedSegments.has(slugSegment(path.split('/')[0] ?? ''))
    if (!plain || folded.has(slug.toLowerCase())) return []
    folded.add(slug.toLowerCase())
    return [{slug, to: slugs.get(note.path) ?? asSlug(''), title: note.title}]
  })
}

/** Where else a note was or could be looked for: at its path, if it has another address, and under its aliases. */
function oldAddresses(note: PublicNote, to: Slug, moved: boolean): ReadonlySet<Slug> {
  const path = permalinkOf(note) === undefined && !moved ? [] : [slugOf(withoutExtension(note.path))]
  const aliases = note.aliases.flatMap((alias) => addressOf(alias) ?? [])
  return new Set([...path, ...aliases].filter((slug) => slug !== '' && slug !== to))
}
