/** The start and end tags of links, by where they lead. */

import type {Link, Resolution} from './model.ts'
import {encodePath, href, nameKey, tagSlug} from './names.ts'
import type {Place, World} from './render-state.ts'
import {escapeAttribute, escapeText} from './sentences.ts'

/** The address of a place in the note itself: in this page where it stands here, else in the note's own. */
export function innerAddress(id: string, {note, prefix, ids}: Place, world: World): string {
  if (id === '') return href(world.slugs.get(note.path) ?? '', world.base)
  if (!ids || ids.has(id)) return `#${encodePath(prefix + id)}`
  return href(world.slugs.get(note.path) ?? '', world.base, id)
}

function resolutionOf(index: number, {note}: Place, world: World): Resolution {
  return world.resolutions.get(note.path)?.links[index] ?? {kind: 'unresolved'}
}

/** Whether a link leads anywhere: what its end tag is. */
export function isLinked(index: number, place: Place, world: World): boolean {
  return addressOf(resolutionOf(index, place, world), place.note.links[index], world) !== undefined
}

/** The address that a link leads to, if it leads anywhere. */
export function addressOf(to: Resolution, link: Link | undefined, world: World): string | undefined {
  if (to.kind === 'folder') return href(to.slug, world.base)
  if (to.kind === 'note') {
    const slug = world.slugs.get(to.path)
    return slug === undefined ? undefined : href(slug, world.base, to.anchor)
  }
  const asset = to.kind === 'attachment' ? world.assets.get(to.path) : undefined
  if (!asset) return undefined
  // Viewers know pages of a PDF and moments of a recording, nothing else (L-17).
  const hash = /(?:^|[&#])((?:page|t)=[\d.,:]+)/.exec(link?.fragment?.raw ?? '')?.[1]
  return href(asset.url, world.base) + (hash ? `#${hash}` : '')
}

/** The start tag of a link, or of the words that stand for one that leads nowhere (L-18). */
export function openLink(index: number, place: Place, world: World): string {
  const link = place.note.links[index]
  const to = resolutionOf(index, place, world)
  const address = addressOf(to, link, world)
  const written = escapeAttribute(`${link?.target ?? ''}${link?.fragment ? `#${link.fragment.raw}` : ''}`)
  if (address === undefined) return `\u003Cspan class="internal-link is-unresolved" data-href="${written}" title="${escapeAttribute(world.words.notWritten)}">`
  const title = to.kind === 'note' ? (world.notes.get(to.path)?.title ?? '') : ''
  const tip = link?.aliased && title !== '' && title !== link.text ? ` title="${escapeAttribute(title)}"` : ''
  return `\u003Ca class="internal-link" data-href="${written}" href="${address}"${tip}>`
}

/** The link to the page of a tag (T-07). */
export function tagLink(name: string, {base, tagSlugs}: World): string {
  const slug = tagSlugs?.get(nameKey(name)) ?? tagSlug(name)
  return `\u003Ca class="tag" data-tag="${escapeAttribute(name)}" href="${href(slug, base)}">#${escapeText(name)}\u003C/a>`
}
