/** What bases can see of a garden: its public files, and of those what may be published. Made only where there is a base. */

import type {BaseFile, BaseWorld} from './bases/world.ts'
import type {LinkValue} from './bases/value.ts'
import type {Asset, Link, PublicNote, Resolution, VaultPath} from './model.ts'
import {isHidden} from './hidden.ts'
import {baseName, extensionOf, folderOf, href, nameKey, tagSlug} from './names.ts'
import type {Options} from './options.ts'
import type {World} from './render-state.ts'
import {buildIndex, resolveTarget} from './resolve.ts'
import {splitTarget} from './syntax/wiki-link.ts'

/** A world in which bases see the garden, from when the first one asks. */
export function withBases(world: World, options: Options, today: string | undefined): World {
  let made: BaseWorld | undefined
  return {...world, bases: () => (made ??= baseWorld(world, options, today))}
}

function baseWorld(world: World, {aliasLinks: aliases, properties: {hide}, lang, remote, nofollow}: Options, today: string | undefined): BaseWorld {
  const notes = [...world.notes.values()]
  // Of what is published alone: a file that only private notes use must not even be the better match.
  const index = buildIndex(notes, [...world.assets.keys()])
  const files = [...notes.map((note) => fileOf(note, world, hide)), ...[...world.assets.values()].map(assetFile)]
  const backlinks = new Map<VaultPath, Set<VaultPath>>()
  for (const file of files) for (const {path} of [...file.links, ...file.embeds]) if (path !== undefined && path !== file.path) backlinksOf(backlinks, path).add(file.path)
  return {
    files,
    byPath: new Map(files.map((file) => [file.path, file])),
    ...(today === undefined ? {} : {today}),
    lang,
    remoteImages: remote.images === 'keep',
    externalRel: nofollow ? 'noopener nofollow' : 'noopener',
    resolve(target, from) {
      const {target: name} = splitTarget(target)
      const {path} = resolveTarget(index, {target: name, form: 'wiki'}, {from, aliases})
      return path === undefined ? undefined : {path}
    },
    backlinks: (path) => [...(backlinks.get(path) ?? [])],
    pageOf(path, anchor) {
      const note = world.notes.get(path)
      const asset = world.assets.get(path)
      if (note) return {href: href(world.slugs.get(path) ?? '', world.base, anchor), title: note.title}
      return asset ? {href: href(asset.url, world.base), title: baseName(path)} : undefined
    },
    pictureOf(path) {
      const asset = world.assets.get(path)
      if (asset?.type !== 'image') return undefined
      return {href: href(asset.url, world.base), ...(asset.width ? {width: asset.width} : {}), ...(asset.height ? {height: asset.height} : {})}
    },
    tagHref: (name) => href(world.tagSlugs?.get(nameKey(name)) ?? tagSlug(name), world.base)
  }
}

function backlinksOf(all: Map<VaultPath, Set<VaultPath>>, path: VaultPath): Set<VaultPath> {
  const known = all.get(path) ?? new Set()
  all.set(path, known)
  return known
}

function namesOf(path: VaultPath): Pick<BaseFile, 'path' | 'name' | 'basename' | 'folder' | 'ext'> {
  const name = baseName(path)
  const ext = extensionOf(path)
  return {path, name, basename: ext === '' ? name : name.slice(0, -ext.length - 1), folder: folderOf(path), ext}
}

function fileOf(note: PublicNote, {resolutions}: World, hide: readonly string[]): BaseFile {
  const resolved = resolutions.get(note.path)
  const {created, updated} = note.dates
  return {
    ...namesOf(note.path),
    ...(created === undefined ? {} : {created}),
    ...(updated === undefined ? {} : {updated}),
    tags: [...new Map(note.tags.map(({name}) => [nameKey(name), name])).values()],
    properties: note.properties.filter(([name]) => !isHidden(name, hide)),
    // A link to a place in the note itself leads to no file.
    links: note.links.map((link, index) => linkValue(link, resolved?.links[index])).filter(({target}) => target !== ''),
    // A card's path was written by the app: where it leads nowhere, it may be a private note's.
    embeds: note.embeds.map((embed, index) => ({embed, value: linkValue(embed, resolved?.embeds[index])})).flatMap(({embed, value}) => (embed.kind === 'canvas' && value.path === undefined ? [] : [value]))
  }
}

function linkValue({target, text, aliased}: Link, to: Resolution | undefined): LinkValue {
  const path = to?.kind === 'note' || to?.kind === 'attachment' ? to.path : undefined
  return {kind: 'link', target, ...(aliased && text !== '' ? {text} : {}), ...(path === undefined ? {} : {path})}
}

function assetFile({path, size}: Asset): BaseFile {
  return {...namesOf(path), size, tags: [], properties: [], links: [], embeds: []}
}
