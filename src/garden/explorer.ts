/** The explorer: all public notes in their folders, in order. Made once a site, from pages alone, so nothing private is in it. */

import type {Page, Slug} from './model.ts'
import {baseName, folderOf, slugOf} from './names.ts'
import {byOrder, keyOf, orderOf, type Placed} from './order.ts'

/** A note, or a folder with what is in it. */
export interface Twig extends Placed {
  readonly slug: Slug
  /** Folders only. */
  readonly twigs?: readonly Twig[]
}

interface Branch {
  readonly path: string
  readonly folders: Map<string, Branch>
  readonly notes: Page[]
}

/**
 * The tree of a garden.
 *
 * @param configured
 *   Paths of folders and notes in the order that the author wants.
 * @param unlisted
 *   Paths of those that are left out.
 */
export function explorer(pages: readonly Page[], configured: readonly string[], unlisted: readonly string[] = []): readonly Twig[] {
  const left = new Set(unlisted.map(keyOf))
  const root: Branch = {path: '', folders: new Map(), notes: []}
  const byAddress = new Map(pages.map((page) => [page.slug, page]))
  for (const page of pages) branchAt(root, folderOf(page.path)).notes.push(page)
  return without(twigsOf(root, byAddress, byOrder(configured)), left)
}

/** Leave out what the author hides from the tree: it stays published and linked (Pu-07). */
function without(twigs: readonly Twig[], left: ReadonlySet<string>): readonly Twig[] {
  if (left.size === 0) return twigs
  return twigs.filter(({path}) => !left.has(keyOf(path))).map((twig) => (twig.twigs ? {...twig, twigs: without(twig.twigs, left)} : twig))
}

/** The branch of a folder; those on the way to it are made. */
function branchAt(root: Branch, path: string): Branch {
  let at = root
  for (const name of path === '' ? [] : path.split('/')) {
    const inner = at.path === '' ? name : `${at.path}/${name}`
    const next = at.folders.get(name) ?? {path: inner, folders: new Map(), notes: []}
    at.folders.set(name, next)
    at = next
  }
  return at
}

function twigsOf({path, folders, notes}: Branch, byAddress: ReadonlyMap<Slug, Page>, order: (a: Twig, b: Twig) => number): Twig[] {
  // The own note of a folder is the folder; the first page is no entry.
  const own = path === '' ? '' : slugOf(path)
  const leaves = notes.filter(({slug}) => slug !== own).map((page): Twig => ({path: page.path, slug: page.slug, title: page.title, order: orderOf(page)}))
  const branches = [...folders.values()].map((branch): Twig => {
    const slug = slugOf(branch.path)
    const page = byAddress.get(slug)
    return {
      path: branch.path,
      slug,
      title: baseName(branch.path),
      isFolder: true,
      order: page && orderOf(page),
      twigs: twigsOf(branch, byAddress, order)
    }
  })
  return [...branches, ...leaves].sort(order)
}
