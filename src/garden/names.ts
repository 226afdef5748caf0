/**
 * Names and addresses. Strings only: no disk, no notes.
 */

import {createHash} from 'node:crypto'
import type {Slug, VaultPath} from './model.ts'

/** Longest segment of an address, in bytes of UTF-8; file systems take 255, and `/index.html` follows. */
const longestSegment = 120
/** Longest address, in bytes. */
const longestSlug = 200

/** Names that Windows keeps for devices, in any folder and with any extension. */
const windowsNames = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** First segments that the site itself uses; a note that would take one gets `_` after it. */
export const reservedSegments: ReadonlySet<string> = new Set([
  '404', '_astro', 'attachments', 'connections', 'diagrams', 'fonts', 'garden', 'graph', 'notes', 'og', 'pagefind',
  'preview', 'previews', 'reader', 'recent', 'search', 'tags'
])

/** First hexadecimal digits of the SHA-256 of a text. */
export function shortHash(text: string, digits = 8): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}

/** Order of code points: the same on every machine, whatever its locale. */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at += 1) {
    const difference = rank(a.charCodeAt(at)) - rank(b.charCodeAt(at))
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others, yet their numbers are below those of U+E000 and up. */
function rank(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** What two spellings of one name share: canonical composition (R-03) and case (R-02). */
export function nameKey(name: string): string {
  return beyondLatin.test(name) ? name.normalize('NFC').toLowerCase() : name.toLowerCase()
}

/** Characters that could be composed, or compose with another: none up to U+02FF. */
const beyondLatin = /[\u0300-\uffff]/

/**
 * Make the vault path of a path that an author wrote.
 *
 * @returns Path inside the vault, or `undefined` if it leads out of it.
 */
export function vaultPath(written: string, from = ''): VaultPath | undefined {
  const segments: string[] = []

  for (const segment of `${from}/${written}`.normalize('NFC').split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }

  return segments.length > 0 && !written.includes('\0') ? (segments.join('/') as VaultPath) : undefined
}

/** The folder of a path, `` for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** The last segment of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The extension of a path, lower-cased, without its dot; `` if it has none. */
export function extensionOf(path: string): string {
  const name = baseName(path)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** A path or name without the extension of a note. */
export function withoutExtension(path: string): string {
  return path.replace(/\.mdx?$/i, '')
}

/**
 * Ids of notes in files for other programs: their paths without extension. Where that is another's already, as of
 * `X.mdx` beside `X.md`, the path as it is.
 *
 * @param paths In code-point order.
 */
export function noteIds(paths: readonly VaultPath[]): Map<VaultPath, string> {
  const taken = new Set<string>()
  return new Map(paths.map((path) => {
    const short = withoutExtension(path)
    const id = taken.has(short) ? path : short
    taken.add(id)
    return [path, id]
  }))
}

/** Whether a file becomes a page of its own: a note, a canvas or a base; all others are attachments. */
export function isPageFile(path: string): boolean {
  return /\.(?:mdx?|canvas|base)$/i.test(path)
}

/** Cut a segment to the limit at a code point, and tell cut ones apart by a hash of the whole. */
function fitSegment(segment: string, limit = longestSegment): string {
  if (Buffer.byteLength(segment) <= limit) return segment
  let kept = ''
  let bytes = 0
  for (const character of segment) {
    bytes += Buffer.byteLength(character)
    if (bytes > limit - 9) break
    kept += character
  }
  return `${kept.replace(/-+$/, '')}-${shortHash(segment)}`
}

/** What makes `❤` red and `1` a key is a mark to Unicode, and would be left over once the sign is gone. */
export const emojiMarks = /\p{Variation_Selector}|\u20E3/gu

/** One segment of an address: letters, marks and digits of any script, `-` and `_`; never empty. */
export function slugSegment(name: string): string {
  const segment = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(emojiMarks, '')
    // Lower-casing can decompose (`İ`), an accent can come to stand after its letter; and an address is NFC on disk and in links.
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '')
  if (segment === '') return shortHash(name)
  return fitSegment(windowsNames.test(segment) ? `${segment}_` : segment)
}

/** Address of a path of names, before collisions are looked for. */
export function slugOf(path: string): Slug {
  const segments = path.split('/').filter((segment) => segment !== '').map(slugSegment)
  const first = segments[0]
  if (first !== undefined && reservedSegments.has(first)) segments[0] = `${first}_`
  return fitSlug(segments) as Slug
}

/** Join segments; deep paths keep their last name and are told apart by a hash of all of it. */
function fitSlug(segments: readonly string[]): string {
  const slug = segments.join('/')
  return Buffer.byteLength(slug) <= longestSlug ? slug : `${shortHash(slug)}/${segments[segments.length - 1] ?? ''}`
}

/** Address of the page of a tag. */
export function tagSlug(tag: string): Slug {
  return `tags/${fitSlug(tag.split('/').filter((segment) => segment !== '').map(slugSegment))}` as Slug
}

/** Address of the page of a diagram, by its note's address and its index among that note's diagrams. */
export function diagramSlug(note: Slug, index: number): Slug {
  return `diagrams/${note === '' ? '' : `${note}/`}${index + 1}` as Slug
}

/** Address of the page that asks a note's cards: home's is no other note's. */
export function cardsSlug(slug: string): string {
  return `reader/cards/${slug === '' ? '~' : slug}`
}

/** Address of the page of all that links to a note: home's is no other note's. */
export function mentionsSlug(slug: string): string {
  return `connections/to/${slug === '' ? '~' : slug}`
}

/** Brand an address that is known to be one. */
export function asSlug(slug: string): Slug {
  return slug as Slug
}

/** Whether a path under the base is a file's and not a page's: its last segment has an extension. */
function isFile(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(baseName(path))
}

/**
 * The address of a page or a file as it stands in HTML.
 *
 * @param path Address under the base: a slug (`` is home), or a file (`garden.json`).
 * @param base Base path of the site, `/` or `/repo/`.
 * @param fragment Id in the page, as it stands in `id=""`.
 * @returns Percent-encoded path; pages end in `/`.
 */
export function href(path: string, base: string, fragment?: string): string {
  const root = encodePath(base.replace(/^\/|\/$/g, ''))
  const page = encodePath(path)
  const start = root === '' ? '/' : `/${root}/`
  const hash = fragment === undefined || fragment === '' ? '' : `#${encodeSegment(fragment)}`
  return page === '' ? start + hash : `${start}${page}${isFile(path) ? '' : '/'}${hash}`
}

/** Percent-encode each segment of a path; most have nothing to encode, and a page asks for hundreds. */
export function encodePath(path: string): string {
  if (/^[\w./-]*$/.test(path)) return path
  return path.split('/').map(encodeSegment).join('/')
}

function encodeSegment(segment: string): string {
  // A lone surrogate has no UTF-8 form, and `encodeURIComponent` would throw.
  return encodeURIComponent(segment.toWellFormed())
}

/** Natural order of names, case-insensitively, the same on every machine: `2` before `10`. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b) || byCodePoint(a, b)
}

const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'})
