/** Make the page of each note: everything it shows, as one value (the law of the page). */

import type {Graph} from './graph.ts'
import {folderCrumbs} from './indexes.ts'
import type {ListedNote, NoteRef, Page, PageTag, PropertyValue, PublicNote, Slug, VaultPath} from './model.ts'
import {byCodePoint, byName, folderOf, nameKey} from './names.ts'
import type {Rendered} from './render.ts'

/** Most neighbours that the local graph shows; the rest are counted. */
const mostNeighbours = 30
const mostRelated = 6

/** Properties that are the garden's own business (P-11). */
const internal = new Set(['publish', 'draft', 'private', 'permalink', 'cssclasses', 'cssclass', 'mobile', 'aliases', 'alias', 'tags', 'tag', 'title', 'description'])

export interface PageInput {
  readonly graph: Graph
  readonly slugs: ReadonlyMap<VaultPath, Slug>
  readonly refs: ReadonlyMap<VaultPath, NoteRef>
  readonly turns: ReadonlyMap<VaultPath, {readonly previous?: NoteRef; readonly next?: NoteRef}>
  readonly tagOf: (name: string) => PageTag
  /** Words that keep a property from being published. */
  readonly hide: readonly string[]
}

/** Assemble a page. */
export function makePage(note: PublicNote, rendered: Rendered, {graph, slugs, refs, turns, tagOf, hide}: PageInput): Page {
  const {shown, hidden} = graph.neighbours(note.path, mostNeighbours)
  const ref = refs.get(note.path)
  return {
    slug: slugs.get(note.path) ?? ('' as Slug),
    path: note.path,
    format: note.format,
    title: note.title,
    aliases: note.aliases,
    description: note.description,
    ...(ref?.noteKind === undefined ? {} : {noteKind: ref.noteKind}),
    html: rendered.html,
    css: rendered.css,
    headings: note.headings.map(({depth, text, id}) => ({depth, text, id})),
    tags: tagsOf(note, tagOf),
    crumbs: crumbsOf(note, slugs.get(note.path)),
    dates: note.dates,
    words: note.words,
    properties: publicProperties(note, hide),
    backlinks: graph.backlinks(note.path),
    links: graph.outgoing(note.path),
    related: graph.related(note.path, mostRelated),
    neighbours: shown,
    neighboursHidden: hidden,
    ...turns.get(note.path),
    diagrams: rendered.diagrams,
    origins: [...rendered.origins].sort((a, b) => byCodePoint(a.join(' '), b.join(' ')))
  }
}

/** The note's folder and those above it; a folder's own note stands in the folder above. */
function crumbsOf(note: PublicNote, slug: Slug | undefined): ReturnType<typeof folderCrumbs> {
  return folderCrumbs(folderOf(note.path)).filter((crumb) => crumb.slug !== slug)
}

function tagsOf(note: PublicNote, tagOf: PageInput['tagOf']): PageTag[] {
  const byKey = new Map(note.tags.map(({name}) => [nameKey(name), tagOf(name)]))
  return [...byKey.values()]
}

/** Properties that readers may see: none of the garden's own, none that sounds like a secret (hazard 6). */
export function publicProperties(note: PublicNote, hide: readonly string[]): [string, PropertyValue][] {
  return note.properties
    .filter(([name]) => !internal.has(nameKey(name.trim())) && !hide.some((word) => nameKey(name).includes(nameKey(word))))
    .map(([name, value]) => [name, value])
}

/** How others mention a note in lists. */
export function refOf(note: PublicNote, slug: Slug): NoteRef {
  const kind = note.properties.find(([name]) => nameKey(name) === 'kind')?.[1]
  return {slug, title: note.title, description: note.description, ...(typeof kind === 'string' && kind !== '' ? {noteKind: kind} : {})}
}

/** A note in a list, with what lists sort by. */
export function listedOf(note: PublicNote, ref: NoteRef, incoming: number): ListedNote {
  const updated = note.dates.updated ?? note.dates.created
  return {...ref, ...(updated === undefined ? {} : {updated}), incoming}
}

/** Order within a folder: the `order` property, then names. */
function byOrder(a: PublicNote, b: PublicNote): number {
  return orderOf(a) - orderOf(b) || byName(a.title, b.title) || byCodePoint(a.path, b.path)
}

function orderOf(note: PublicNote): number {
  const order = note.properties.find(([name]) => nameKey(name) === 'order')?.[1]
  return typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER
}

/** Before and after each note in its folder. */
export function turnsOf(notes: readonly PublicNote[], refs: ReadonlyMap<VaultPath, NoteRef>): Map<VaultPath, {previous?: NoteRef; next?: NoteRef}> {
  const byFolder = new Map<string, PublicNote[]>()
  for (const note of notes) {
    const folder = folderOf(note.path)
    const siblings = byFolder.get(folder)
    if (siblings) siblings.push(note)
    else byFolder.set(folder, [note])
  }
  const turns = new Map<VaultPath, {previous?: NoteRef; next?: NoteRef}>()
  for (const siblings of byFolder.values()) {
    siblings.sort(byOrder)
    for (const [index, note] of siblings.entries()) {
      const previous = refs.get(siblings[index - 1]?.path ?? ('' as VaultPath))
      const next = refs.get(siblings[index + 1]?.path ?? ('' as VaultPath))
      turns.set(note.path, {...(previous ? {previous} : {}), ...(next ? {next} : {})})
    }
  }
  return turns
}
