/** Template and resolutions in, HTML out: fills the holes, transcludes sections and blocks within bounds. */

import {diagnose} from './diagnostics.ts'
import type {Asset, Diagnostic, Drawing, DrawingFailure, Embed, HoleFiller, Link, Origin, PageDiagram, PublicNote, Range, Resolution, Slug, Template, VaultPath} from './model.ts'
import {baseName, encodePath, href, nameKey, tagSlug} from './names.ts'
import type {Options} from './options.ts'
import {printDiagramEnd, printDiagramStart} from './render-diagram.ts'
import {printMedia} from './render-media.ts'
import {resolveHeading} from './resolve.ts'
import {escapeText} from './sentences.ts'
import {escapeAttribute} from './template.ts'
import type {GardenWords} from './words.ts'

/** What rendering needs of the whole garden. */
export interface World {
  readonly base: string
  readonly notes: ReadonlyMap<VaultPath, PublicNote>
  readonly slugs: ReadonlyMap<VaultPath, Slug>
  readonly resolutions: ReadonlyMap<VaultPath, {readonly links: readonly Resolution[]; readonly embeds: readonly Resolution[]}>
  readonly assets: ReadonlyMap<VaultPath, Asset>
  readonly drawings: ReadonlyMap<string, Drawing | DrawingFailure>
  /** Index of a note's first link of a diagram, by `path\0diagram`. */
  readonly diagramLinks: ReadonlyMap<string, number>
  readonly limits: Options['limits']
  readonly words: GardenWords
  /** Addresses of tags, by folded name. */
  readonly tagSlugs?: ReadonlyMap<string, Slug>
}

export interface Rendered {
  readonly html: string
  readonly css: string
  readonly origins: readonly Origin[]
  readonly diagrams: readonly PageDiagram[]
  readonly diagnostics: readonly Diagnostic[]
}

/** One page in the making: what its embeds share. */
export interface PageState {
  readonly world: World
  embeds: number
  size: number
  diagrams: number
  full: boolean
  readonly css: Map<string, string>
  readonly origins: Map<string, Origin>
  readonly found: PageDiagram[]
  readonly diagnostics: Diagnostic[]
}

/** Where a piece of a template stands: whose it is, and through which embeds it came. */
export interface Place {
  readonly note: PublicNote
  readonly trail: readonly string[]
  /** Put before ids, so that an embed's do not repeat the page's (E-07). */
  readonly prefix: string
  /** Ids in the piece, when it is not the whole note: links to others lead to the note's own page. */
  readonly ids?: ReadonlySet<string>
}

/** Render the page of a note. */
export function renderNote(note: PublicNote, world: World): Rendered {
  const state = newState(world)
  const html = fillNote(state, {note, trail: [note.path], prefix: ''}, undefined)
  return {html, css: [...state.css.values()].join(''), origins: [...state.origins.values()], diagrams: state.found, diagnostics: state.diagnostics}
}

/** What a page in the making begins with. */
export function newState(world: World): PageState {
  return {world, embeds: 0, size: 0, diagrams: 0, full: false, css: new Map(), origins: new Map(), found: [], diagnostics: []}
}

/** What fills the holes of a note whose page is compiled (MDX); one for each compilation, as it counts figures. */
export function fillerFor(note: PublicNote, world: World): HoleFiller {
  const state = newState(world)
  const place: Place = {note, trail: [note.path], prefix: ''}
  return (name) => {
    const index = Number(name.slice(1))
    switch (name[0]) {
      case 'l':
        return {start: openLink(index, place, world), end: isLinked(index, place, world) ? '\u003C/a>' : '\u003C/span>'}
      case 'e':
        return {start: embed(index, place, state), end: ''}
      case 'd':
        return {start: printDiagramStart(index, place, state), end: printDiagramEnd(index, place, state)}
      default:
        return {start: tagLink(name.slice(1), world), end: ''}
    }
  }
}

/** The HTML of a note, or of a range of it. */
export function fillNote(state: PageState, place: Place, range: Range | undefined): string {
  if (place.note.css !== '') state.css.set(place.note.css, place.note.css)
  for (const origin of place.note.origins) state.origins.set(origin.join(' '), origin)
  return fill(place.note.template, range, (index) => fillHole(index, place, state))
}

/** Fill the holes of a template, or of a range of it. */
export function fill({html}: Template, range: Range | undefined, fillOne: (index: number) => string): string {
  const parts = (range ? html.slice(range[0], range[1]) : html).split('\0')
  // Every second part is the number of a hole.
  for (let at = 1; at < parts.length; at += 2) parts[at] = fillOne(Number(parts[at]))
  return parts.join('')
}

function fillHole(index: number, place: Place, state: PageState): string {
  const hole = place.note.template.holes[index]
  switch (hole?.kind) {
    case 'link':
      return openLink(hole.index, place, state.world)
    case 'end':
      return isLinked(hole.index, place, state.world) ? '\u003C/a>' : '\u003C/span>'
    case 'embed':
      return embed(hole.index, place, state)
    case 'diagram':
      return hole.part === 'start' ? printDiagramStart(hole.index, place, state) : printDiagramEnd(hole.index, place, state)
    case 'tag':
      return tagLink(hole.name, state.world)
    case 'id':
      return hole.href ? innerAddress(hole.id, place, state.world) : escapeAttribute(place.prefix + hole.id)
    default:
      return ''
  }
}

function innerAddress(id: string, {note, prefix, ids}: Place, world: World): string {
  if (!ids || ids.has(id)) return `#${encodePath(prefix + id)}`
  return href(world.slugs.get(note.path) ?? '', world.base, id)
}

/** Ids that stand in a piece of a template. */
function idsIn({html, holes}: Template, [start, end]: Range): Set<string> {
  const ids = new Set<string>()
  for (const [index, part] of html.slice(start, end).split('\0').entries()) {
    const hole = index % 2 === 1 ? holes[Number(part)] : undefined
    if (hole?.kind === 'id' && !hole.href) ids.add(hole.id)
  }
  return ids
}

function resolutionOf(index: number, {note}: Place, world: World): Resolution {
  return world.resolutions.get(note.path)?.links[index] ?? {kind: 'unresolved'}
}

function isLinked(index: number, place: Place, world: World): boolean {
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

function openLink(index: number, place: Place, world: World): string {
  const link = place.note.links[index]
  const to = resolutionOf(index, place, world)
  const address = addressOf(to, link, world)
  const written = escapeAttribute(`${link?.target ?? ''}${link?.fragment ? `#${link.fragment.raw}` : ''}`)
  if (address === undefined) return `\u003Cspan class="internal-link is-unresolved" data-href="${written}" title="${escapeAttribute(world.words.notWritten)}">`
  const title = to.kind === 'note' ? (world.notes.get(to.path)?.title ?? '') : ''
  const tip = link?.aliased && title !== '' && title !== link.text ? ` title="${escapeAttribute(title)}"` : ''
  return `\u003Ca class="internal-link" data-href="${written}" href="${address}"${tip}>`
}

function tagLink(name: string, {base, tagSlugs}: World): string {
  const slug = tagSlugs?.get(nameKey(name)) ?? tagSlug(name)
  return `\u003Ca class="tag" data-tag="${escapeAttribute(name)}" href="${href(slug, base)}">#${escapeText(name)}\u003C/a>`
}

// ── Embeds ──────────────────────────────────────────────────────────────────

function embed(index: number, place: Place, state: PageState): string {
  const written = place.note.embeds[index]
  const to = state.world.resolutions.get(place.note.path)?.embeds[index]
  if (!written) return ''
  if (to?.kind === 'attachment') {
    const asset = state.world.assets.get(to.path)
    return asset ? printMedia(asset, written, state.world) : missing(written, state)
  }
  if (to?.kind !== 'note') return missing(written, state)
  const note = state.world.notes.get(to.path)
  return note ? noteEmbed(written, note, {place, state}) : missing(written, state)
}

/** A visible box with the name (E-09, I-06); a private note looks the same (E-12). */
function missing(written: Embed, {world}: PageState): string {
  const tag = written.inline ? 'span' : 'div'
  const name = written.target
  return `\u003C${tag} class="internal-embed mod-empty" data-href="${escapeAttribute(name)}">${escapeText(world.words.missing(baseName(name)))}\u003C/${tag}>`
}

interface At {
  readonly place: Place
  readonly state: PageState
}

/** Why an embed is not followed, or nothing if it may be (E-06, hazard 22). */
export function refusal(target: string, {trail, embeds, size}: {trail: readonly string[]; embeds: number; size: number}, limits: World['limits']): 'embed-cycle' | 'embed-too-deep' | 'embed-too-much' | undefined {
  if (trail.includes(target)) return 'embed-cycle'
  if (trail.length > limits.embedDepth) return 'embed-too-deep'
  return embeds >= limits.embedsPerPage || size >= limits.pageMegabytes * 1e6 ? 'embed-too-much' : undefined
}

function noteEmbed(written: Embed, note: PublicNote, {place, state}: At): string {
  const range = rangeOf(written, note)
  if (range === 'missing') return missing({...written, target: `${written.target}#${written.fragment?.raw ?? ''}`}, state)
  const key = range ? `${note.path}#${range.name}` : note.path
  const refused = refusal(key, {trail: place.trail, embeds: state.embeds, size: state.size}, state.world.limits)
  if (refused !== undefined || written.inline) {
    if (refused !== undefined) warnRefusal(refused, key, {place, state, written})
    return linkInstead(written, note, state.world)
  }
  state.embeds += 1
  // A section of an ancestor is the ancestor too: only the same piece twice, or the whole in its part, is a circle.
  const inner = fillNote(state, {note, trail: [...place.trail, key], prefix: `e${state.embeds}-`, ...(range ? {ids: idsIn(note.template, range.at)} : {})}, range?.at)
  state.size += inner.length
  return box(written, note, {inner: range?.item ? `\u003Cul>${inner}\u003C/ul>` : inner, world: state.world})
}

/** The piece of a note that a fragment names; its name is the same however the author spelled it. */
function rangeOf({fragment}: Embed, note: PublicNote): {at: Range; item: boolean; name: string} | 'missing' | undefined {
  if (!fragment) return undefined
  if (fragment.block !== undefined) {
    const block = note.blocks.find((each) => each.id === fragment.block)
    return block ? {at: block.range, item: block.kind === 'item', name: `^${block.id}`} : 'missing'
  }
  const index = resolveHeading(note, fragment.headings)
  if (index === 'top') return undefined
  const heading = index === undefined ? undefined : note.headings[index]
  return heading ? {at: heading.range, item: false, name: heading.id} : 'missing'
}

function warnRefusal(refused: NonNullable<ReturnType<typeof refusal>>, key: string, {place, state, written}: At & {written: Embed}): void {
  const where = {path: place.note.path, place: written.place}
  const {limits} = state.world
  if (refused === 'embed-cycle') state.diagnostics.push(diagnose(refused, where, {trail: [...place.trail.slice(place.trail.indexOf(key)), key]}))
  else if (refused === 'embed-too-deep') state.diagnostics.push(diagnose(refused, where, {limit: limits.embedDepth}))
  else if (!state.full) {
    state.full = true
    state.diagnostics.push(diagnose(refused, where, {limit: `${limits.pageMegabytes} MB or ${limits.embedsPerPage} embeds`}))
  }
}

function linkInstead(written: Embed, note: PublicNote, world: World): string {
  const slug = world.slugs.get(note.path) ?? ''
  const link = `\u003Ca class="internal-link" data-href="${escapeAttribute(written.target)}" href="${href(slug, world.base)}">${escapeText(note.title)}\u003C/a>`
  return written.inline ? link : `\u003Cp>${link}\u003C/p>`
}

function box(written: Embed, note: PublicNote, {inner, world}: {inner: string; world: World}): string {
  const slug = world.slugs.get(note.path) ?? ''
  const source = written.fragment ? `${written.target}#${written.fragment.raw}` : written.target
  const title = written.fragment ? '' : `\u003Cdiv class="markdown-embed-title">${escapeText(note.title)}\u003C/div>`
  const label = escapeAttribute(world.words.openNote(note.title))
  return (
    `\u003Cdiv class="internal-embed markdown-embed inline-embed is-loaded" data-src="${escapeAttribute(source)}">${title}` +
    `\u003Cdiv class="markdown-embed-content">${inner}\u003C/div>` +
    `\u003Ca class="markdown-embed-link" href="${href(slug, world.base)}" aria-label="${label}" title="${label}">${escapeText(note.title)}\u003C/a>\u003C/div>`
  )
}

