/** Folder pages and tag pages: the same notes, by place and by subject. */

import {lazily} from './lazily.ts'
import type {Crumb, FolderPage, ListedNote, Page, PageTag, PublicNote, Slug, TagPage, VaultPath} from './model.ts'
import {asSlug, baseName, byCodePoint, byName, folderOf, nameKey, shortHash, slugOf, tagSlug} from './names.ts'
import {byOrder, orderOf, type Placed} from './order.ts'

export interface IndexInput {
  readonly notes: readonly PublicNote[]
  readonly slugs: ReadonlyMap<VaultPath, Slug>
  readonly listed: (path: VaultPath) => ListedNote
  /** Paths of folders and notes in the order that the author wants. */
  readonly order?: readonly string[]
  /** Whether lists are put in order when somebody looks: for the dev server. */
  readonly late?: boolean
}

interface Folder extends Placed {
  readonly notes: (Placed & {readonly note: ListedNote})[]
  readonly children: Set<string>
  /** The `order` of its own note. */
  order?: number | undefined
  count: number
}

/** A page for each folder that holds public notes, at any depth. */
export function folderPages({notes, slugs, listed, order = [], late = false}: IndexInput): FolderPage[] {
  const folders = new Map<string, Folder>()
  for (const note of notes) {
    const slug = slugs.get(note.path)
    const home = folderOf(note.path)
    folder(folders, home)
    for (let path = home; ; path = folderOf(path)) {
      const each = folder(folders, path)
      each.count += 1
      if (path === home) take(each, note, {slug, listed})
      if (path === '') break
      folder(folders, folderOf(path)).children.add(path)
    }
  }
  const pages = [...folders.values()].filter(({path}) => path !== '').map((each) => folderPage(each, folders, {order: byOrder(order), late}))
  return merged(pages).sort((a, b) => byCodePoint(a.slug, b.slug))
}

/** Put a note in its folder; the folder's own note only says where the folder stands. */
function take(home: Folder, note: PublicNote, {slug, listed}: {slug: Slug | undefined; listed: IndexInput['listed']}): void {
  const order = orderOf(note)
  if (slug === slugOf(home.path)) home.order = order
  else home.notes.push({path: note.path, title: note.title, order, note: listed(note.path)})
}

function folder(folders: Map<string, Folder>, path: string): Folder {
  const found = folders.get(path) ?? {title: baseName(path), path, isFolder: true, notes: [], children: new Set(), count: 0}
  folders.set(path, found)
  return found
}

interface Manner {
  readonly order: (a: Placed, b: Placed) => number
  readonly late: boolean
}

function folderPage({title, path, notes, children, count}: Folder, folders: ReadonlyMap<string, Folder>, {order, late}: Manner): FolderPage {
  const place = {slug: slugOf(path), title, crumbs: folderCrumbs(folderOf(path))}
  const make = (): FolderPage => ({
    ...place,
    folders: [...children]
      .flatMap((child) => folders.get(child) ?? [])
      .sort(order)
      .map((child) => ({slug: slugOf(child.path), title: child.title, count: child.count})),
    notes: notes.sort(order).map(({note}) => note),
    count
  })
  return late ? lazily({values: {...place, count}, late: {}, decided: new Set()}, make) : make()
}

/** Folders whose names differ only in what addresses leave out share one page. */
function merged(pages: readonly FolderPage[]): FolderPage[] {
  const bySlug = new Map<Slug, FolderPage>()
  for (const page of pages) {
    const other = bySlug.get(page.slug)
    bySlug.set(page.slug, other ? {...other, folders: [...other.folders, ...page.folders], notes: [...other.notes, ...page.notes], count: other.count + page.count} : page)
  }
  return [...bySlug.values()]
}

/** The way from the root to a folder. */
export function folderCrumbs(path: string): Crumb[] {
  const crumbs: Crumb[] = []
  for (let at = path; at !== ''; at = folderOf(at)) crumbs.unshift({title: baseName(at), slug: slugOf(at)})
  return crumbs
}

// ── Tags ────────────────────────────────────────────────────────────────────

interface TagNode {
  /** First casing met, in order of path and place (T-05). */
  readonly name: string
  readonly notes: Set<VaultPath>
  readonly children: Set<string>
}

/** Tag pages and the address of each tag's, by its folded name. */
export interface TagIndex {
  readonly pages: readonly TagPage[]
  readonly slugs: ReadonlyMap<string, Slug>
  readonly tagOf: (name: string) => PageTag
}

/** A page for each tag; nested ones count for their parents too (T-04). */
export function tagPages({notes, listed, late = false}: IndexInput): TagIndex {
  const tags = new Map<string, TagNode>()
  for (const note of notes) for (const {name} of note.tags) addTag(tags, name, note.path)
  const slugs = tagSlugs(tags)
  const tagOf = (name: string): PageTag => {
    const key = nameKey(name)
    return {name: tags.get(key)?.name ?? name, slug: slugs.get(key) ?? tagSlug(name)}
  }
  const intros = introductions(notes)
  const pages = [...tags].map(([key, {name, notes: members, children}]): TagPage => {
    const parent = folderOf(name)
    const intro = intros.get(key)
    const known = {name, slug: slugs.get(key) ?? tagSlug(name), ...(parent === '' ? {} : {parent: tagOf(parent)})}
    const introduced = intro === undefined ? {} : {intro: {slug: listed(intro).slug, html: '', css: '', origins: []}}
    const make = (): TagPage => ({
      ...known,
      children: [...children].map((child) => narrower(tagOf(child), tags.get(child)?.notes ?? new Set(), listed)).sort((a, b) => byName(a.name, b.name)),
      notes: [...members].map(listed).sort((a, b) => byName(a.title, b.title) || byCodePoint(a.slug, b.slug)),
      ...introduced
    })
    return late ? lazily({values: {...known, ...introduced}, late: {}, decided: ofTags}, make) : make()
  })
  return {pages: pages.sort((a, b) => byCodePoint(a.slug, b.slug)), slugs, tagOf}
}

/** What not every tag's page has, and all know at once. */
const ofTags: ReadonlySet<keyof TagPage> = new Set(['parent', 'intro'])

/** Most notes that a tag is told by, in the list of the tag above. */
const mostLeading = 3

/** A tag inside another: how many notes carry it, and those that most others link to. */
function narrower(tag: PageTag, notes: ReadonlySet<VaultPath>, listed: IndexInput['listed']): TagPage['children'][number] {
  const leading = [...notes].map(listed).sort((a, b) => b.incoming - a.incoming || byName(a.title, b.title)).slice(0, mostLeading)
  return {...tag, count: notes.size, leading: leading.map(({title, slug}) => ({title, slug}))}
}

function addTag(tags: Map<string, TagNode>, written: string, path: VaultPath): void {
  let child: string | undefined
  for (let name = written; name !== ''; name = folderOf(name)) {
    const key = nameKey(name)
    const node = tags.get(key) ?? {name, notes: new Set(), children: new Set()}
    tags.set(key, node)
    node.notes.add(path)
    if (child !== undefined) node.children.add(child)
    child = key
  }
}

/** Addresses of tags; two that addresses cannot tell apart get a hash of their name. */
function tagSlugs(tags: ReadonlyMap<string, TagNode>): Map<string, Slug> {
  const taken = new Set<Slug>()
  const slugs = new Map<string, Slug>()
  for (const key of [...tags.keys()].sort(byCodePoint)) {
    const slug = tagSlug(key)
    const free = taken.has(slug) ? asSlug(`${slug}-${shortHash(key)}`) : slug
    taken.add(free)
    slugs.set(key, free)
  }
  return slugs
}

/** Give the tags that a note introduces what its page shows, once pages are made. */
export function introduced(tags: readonly TagPage[], pages: readonly Page[]): readonly TagPage[] {
  const wanted = new Set(tags.flatMap(({intro}) => intro?.slug ?? []))
  const found = new Map(pages.flatMap((page) => (wanted.has(page.slug) ? [[page.slug, page] as const] : [])))
  return tags.map((tag) => {
    const page = tag.intro && found.get(tag.intro.slug)
    return page ? {...tag, intro: {slug: page.slug, html: page.html, css: page.css, origins: page.origins}} : tag
  })
}

/** Notes `tags/<name>.md` introduce a tag's page (T-09). */
function introductions(notes: readonly PublicNote[]): Map<string, VaultPath> {
  const found = new Map<string, VaultPath>()
  for (const note of notes) {
    const match = /^tags\/(.+)\.mdx?$/i.exec(note.path)
    if (match?.[1]) found.set(nameKey(match[1]), note.path)
  }
  return found
}
