/** Folder pages and tag pages: the same notes, by place and by subject. */

import type {Crumb, FolderPage, ListedNote, PageTag, PublicNote, Slug, TagPage, VaultPath} from './model.ts'
import {asSlug, baseName, byCodePoint, byName, folderOf, nameKey, shortHash, slugOf, tagSlug} from './names.ts'

export interface IndexInput {
  readonly notes: readonly PublicNote[]
  readonly slugs: ReadonlyMap<VaultPath, Slug>
  readonly listed: (path: VaultPath) => ListedNote
}

interface Folder {
  readonly title: string
  readonly path: string
  readonly notes: ListedNote[]
  readonly children: Set<string>
  count: number
}

/** A page for each folder that holds public notes, at any depth. */
export function folderPages({notes, slugs, listed}: IndexInput): FolderPage[] {
  const folders = new Map<string, Folder>()
  for (const note of notes) {
    const slug = slugs.get(note.path)
    const home = folderOf(note.path)
    folder(folders, home)
    for (let path = home; ; path = folderOf(path)) {
      const each = folder(folders, path)
      each.count += 1
      if (path === home && slug !== slugOf(home)) each.notes.push(listed(note.path))
      if (path === '') break
      folder(folders, folderOf(path)).children.add(path)
    }
  }
  const pages = [...folders.values()].filter(({path}) => path !== '').map((each) => folderPage(each, folders))
  return merged(pages).sort((a, b) => byCodePoint(a.slug, b.slug))
}

function folder(folders: Map<string, Folder>, path: string): Folder {
  const found = folders.get(path) ?? {title: baseName(path), path, notes: [], children: new Set(), count: 0}
  folders.set(path, found)
  return found
}

function folderPage({title, path, notes, children, count}: Folder, folders: ReadonlyMap<string, Folder>): FolderPage {
  return {
    slug: slugOf(path),
    title,
    crumbs: folderCrumbs(folderOf(path)),
    folders: [...children].map((child) => ({slug: slugOf(child), title: baseName(child), count: folders.get(child)?.count ?? 0})).sort((a, b) => byName(a.title, b.title)),
    notes: notes.sort((a, b) => byName(a.title, b.title)),
    count
  }
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
export function tagPages({notes, listed}: IndexInput): TagIndex {
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
    return {
      name,
      slug: slugs.get(key) ?? tagSlug(name),
      ...(parent === '' ? {} : {parent: tagOf(parent)}),
      children: [...children].map((child) => ({...tagOf(child), count: tags.get(child)?.notes.size ?? 0})).sort((a, b) => byName(a.name, b.name)),
      notes: [...members].map(listed).sort((a, b) => byName(a.title, b.title) || byCodePoint(a.slug, b.slug)),
      ...(intro === undefined ? {} : {intro: {slug: listed(intro).slug, html: ''}})
    }
  })
  return {pages: pages.sort((a, b) => byCodePoint(a.slug, b.slug)), slugs, tagOf}
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

/** Notes `tags/<name>.md` introduce a tag's page (T-09). */
function introductions(notes: readonly PublicNote[]): Map<string, VaultPath> {
  const found = new Map<string, VaultPath>()
  for (const note of notes) {
    const match = /^tags\/(.+)\.mdx?$/i.exec(note.path)
    if (match?.[1]) found.set(nameKey(match[1]), note.path)
  }
  return found
}
