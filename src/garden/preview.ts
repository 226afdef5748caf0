/**
 * Small files that show where a link leads before it is followed: one a page,
 * and one for each heading and block that some note links to.
 */

import {gzipSync} from 'node:zlib'
import type {DiagramPage, FolderPage, ListedNote, NoteRef, Page, PublicNote, Range, Slug, TagPage} from './model.ts'
import {href, nameKey} from './names.ts'
import {piecesOf, tagOf} from './pieces.ts'
import {previewName} from './preview-name.ts'
import {fillNote} from './render.ts'
import {picture} from './render-diagram.ts'
import {newState, type World} from './render-state.ts'
import {escapeText} from './sentences.ts'

/** A file under `previews/`. */
export interface PreviewFile {
  /** Path under the published folder. */
  readonly path: string
  readonly text: string
}

/** What a preview says; the browser's side reads the same shape. */
interface Preview {
  readonly title: string
  readonly kind?: string
  readonly description?: string
  readonly html: string
  /** Rules of the classes that stand for inline styles. */
  readonly css?: string
  readonly math?: true
  /** Whether there is more than is shown. */
  readonly more?: true
}

export interface PreviewInput {
  readonly pages: readonly Page[]
  readonly folders: readonly FolderPage[]
  readonly tags: readonly TagPage[]
  readonly diagrams: readonly DiagramPage[]
  readonly world: World
}

/** Most bytes of a file under gzip. */
const most = 6_000
/** Most characters of HTML that are taken in; what compresses badly is cut further. */
const mostHtml = 14_000
/** Characters of a text whose blocks are too large to show. */
const mostText = 500
/** Most notes that the preview of a list names. */
const mostListed = 6

/** Make the previews of a garden, one after another. */
export function* previewFiles({pages, folders, tags, diagrams, world}: PreviewInput): Generator<PreviewFile> {
  const anchors = linkedAnchors(world)
  for (const page of pages) yield* ofNote(page, anchors.get(page.path) ?? new Set(), world)
  const taken = new Set(pages.map(({slug}) => slug))
  for (const {slug, title, notes} of folders.filter((folder) => !taken.has(folder.slug))) yield fileOf(slug, undefined, listPreview(title, notes, world))
  for (const {slug, name, notes} of tags) yield fileOf(slug, undefined, listPreview(`#${name}`, notes, world))
  for (const {slug, title, note} of diagrams) yield fileOf(slug, undefined, {title, html: picture(slug, title, world) + list([note], world)})
}

/** The preview of a note, and those of its places that links lead to. */
function* ofNote(page: Page, anchors: ReadonlySet<string>, world: World): Generator<PreviewFile> {
  const note = world.notes.get(page.path)
  if (!note) return
  yield fileOf(page.slug, undefined, notePreview(note, page, world))
  for (const anchor of anchors) {
    const preview = placePreview(note, page, {anchor, world})
    if (preview) yield fileOf(page.slug, anchor, preview)
  }
}

function fileOf(slug: Slug, anchor: string | undefined, preview: Preview): PreviewFile {
  return {path: previewName(slug, anchor), text: JSON.stringify(preview)}
}

/** Headings and blocks that links of the garden lead to, by note. */
function linkedAnchors({resolutions}: World): Map<string, Set<string>> {
  const anchors = new Map<string, Set<string>>()
  for (const {links} of resolutions.values()) {
    for (const to of links) {
      if (to.kind !== 'note' || to.anchor === undefined) continue
      const known = anchors.get(to.path)
      if (known) known.add(to.anchor)
      else anchors.set(to.path, new Set([to.anchor]))
    }
  }
  return anchors
}

// ── Notes ───────────────────────────────────────────────────────────────────

/** A note is its abstract, or its first paragraph, or what it begins with. */
function notePreview(note: PublicNote, page: Page, world: World): Preview {
  const lead = leadOf(note)
  // A canvas has no beginning that could be shown: how its cards begin says more.
  const written = note.format === 'canvas' || note.properties.some(([name]) => nameKey(name) === 'description')
  return {
    title: page.title,
    ...(page.noteKind === undefined ? {} : {kind: page.noteKind}),
    // One that was made from the text would say it twice.
    ...(written && page.description !== '' ? {description: page.description} : {}),
    ...shown(note, lead ? [lead] : [], {world, name: ''})
  }
}

/** Blocks at the beginning of a note among which its lead is looked for. */
const leadWithin = 12

function leadOf({template}: PublicNote): Range | undefined {
  let paragraph: Range | undefined
  let first: Range | undefined
  let seen = 0
  for (const piece of piecesOf(template, [0, template.html.length])) {
    const tag = tagOf(template, piece)
    if (tag.includes('data-group="abstract"')) return piece
    if (paragraph === undefined && /^p\b/.test(tag)) paragraph = piece
    if (first === undefined && !/^(?:h[1-6r]|style)\b/.test(tag)) first = piece
    seen += 1
    if (seen >= leadWithin) break
  }
  return paragraph ?? first
}

interface At {
  readonly anchor: string
  readonly world: World
}

/** The very heading with its section, or the very block. */
function placePreview(note: PublicNote, page: Page, {anchor, world}: At): Preview | undefined {
  const heading = note.headings.find(({id}) => id === anchor)
  const block = heading ? undefined : note.blocks.find((each) => (each.anchor ?? `^${each.id}`) === anchor)
  const range = heading?.range ?? block?.range
  if (!range) return undefined
  const [title, ...rest] = piecesOf(note.template, range)
  // The heading's own words are the preview's title.
  const pieces = heading ? rest : title ? [title, ...rest] : [range]
  const {html, ...more} = shown(note, pieces, {world, name: anchor})
  return {title: heading ? `${page.title} › ${heading.text}` : page.title, html: block?.kind === 'item' ? `<ul>${html}</ul>` : html, ...more}
}

interface Showing {
  readonly world: World
  /** Tells the ids of one preview from those of another. */
  readonly name: string
}

/** As many pieces as there is room for; where not even the first fits, its words. */
function shown(note: PublicNote, pieces: readonly Range[], {world, name}: Showing): Pick<Preview, 'html' | 'css' | 'math' | 'more'> {
  const state = {...newState(world), isPreview: true as const}
  const prefix = `kp-${previewName(world.slugs.get(note.path) ?? '', name).slice('previews/'.length, -'.json'.length)}-`
  const filled: string[] = []
  let size = 0
  for (const piece of pieces) {
    const html = withoutForeign(fillNote(state, {note, trail: [note.path], prefix, ids: new Set()}, piece))
    size += html.length
    if (size > mostHtml) break
    filled.push(html)
  }
  const css = [...state.css.values()].join('')
  while (isTooLarge(filled.join(''))) filled.pop()
  if (filled.length === 0 && pieces.length > 0) return {html: `<p>${wordsOf(fillNote(state, {note, trail: [note.path], prefix, ids: new Set()}, pieces[0]))}</p>`, more: true}
  const html = filled.join('')
  const rules = usedRules(css, html)
  return {html, ...(rules === '' ? {} : {css: rules}), ...(html.includes('class="katex') ? {math: true as const} : {}), ...(filled.length < pieces.length ? {more: true as const} : {})}
}

/** Without what other sites serve: the page that shows a preview allows only what its own note shows. A picture that stands in the page is too much. */
function withoutForeign(html: string): string {
  return html.replace(/<(iframe|video|audio)\b[^>]*\bsrc="(?:https?:)?\/\/[^>]*>[\s\S]*?<\/\1>|<(?:img|source)\b[^>]*\bsrc="(?:(?:https?:)?\/\/|data:)[^>]*>/g, '')
}

function isTooLarge(html: string): boolean {
  // What is small is small under gzip, too, and most are.
  return html.length * 3 > most && gzipSync(html, {level: 1}).length > most - 1_000
}

/** Words of a piece of HTML, cut at a border of words. */
function wordsOf(html: string): string {
  const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
  return text.length <= mostText ? text : `${text.slice(0, mostText).replace(/(?:&[^;\s]*|\s\S*)$/, '')} …`
}

/** The rules of a note's style sheet whose classes stand in a piece of it. */
function usedRules(css: string, html: string): string {
  return [...css.matchAll(/\.(s-[0-9a-f]{8})\{[^}]*\}/g)].filter(([, name]) => name !== undefined && html.includes(name)).map(([rule]) => rule).join('')
}

// ── Lists and drawings ──────────────────────────────────────────────────────

function listPreview(title: string, notes: readonly ListedNote[], world: World): Preview {
  const best = [...notes].sort((a, b) => b.incoming - a.incoming).slice(0, mostListed)
  return {title, html: list(best, world), ...(notes.length > best.length ? {more: true as const} : {})}
}

function list(notes: readonly NoteRef[], {base}: World): string {
  return `<ul>${notes.map(({slug, title}) => `<li><a class="internal-link" href="${href(slug, base)}">${escapeText(title)}</a></li>`).join('')}</ul>`
}
