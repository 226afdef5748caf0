/** What stands in the place of an embed: a note, its section or block, a file, or a word that there is none (E-01 … E-21). */

import {diagnose} from './diagnostics.ts'
import type {Embed, PublicNote, Range, Template} from './model.ts'
import {baseName, href} from './names.ts'
import {hostOf} from './render-base.ts'
import {printMedia} from './render-media.ts'
import type {PageState, Place, World} from './render-state.ts'
import {resolveHeading} from './resolve-heading.ts'
import {escapeAttribute, escapeText} from './sentences.ts'

/** Where an embed stands, and what fills the template of a note. */
export interface At {
  readonly place: Place
  readonly state: PageState
  readonly fillNote: (state: PageState, place: Place, range: Range | undefined) => string
}

/** Print an embed. */
export function embed(index: number, at: At): string {
  const {place, state} = at
  const written = place.note.embeds[index]
  const to = state.world.resolutions.get(place.note.path)?.embeds[index]
  if (!written) return ''
  if (to?.kind === 'attachment') {
    const asset = state.world.assets.get(to.path)
    return asset ? printMedia(asset, written, state) : missing(written, state)
  }
  if (to?.kind !== 'note') return missing(written, state)
  const note = state.world.notes.get(to.path)
  return note ? noteEmbed(written, note, at) : missing(written, state)
}

/** What a reader calls the thing that an embed shows; nothing of what is not there. */
export function embedName(index: number, {note}: Place, {world}: PageState): string {
  const to = world.resolutions.get(note.path)?.embeds[index]
  const title = to?.kind === 'note' ? world.notes.get(to.path)?.title : to?.kind === 'attachment' ? baseName(to.path) : undefined
  return escapeText(title ?? world.words.canvasCard)
}

/** A visible box with the name (E-09, I-06); a private note looks the same (E-12). */
function missing(written: Embed, {world}: PageState): string {
  // Nobody wrote the name on a card for readers: the app put the path there.
  if (written.kind === 'canvas') return `\u003Cdiv class="internal-embed mod-empty">${escapeText(world.words.canvasNothing)}\u003C/div>`
  const tag = written.inline ? 'span' : 'div'
  const name = written.target
  return `\u003C${tag} class="internal-embed mod-empty" data-href="${escapeAttribute(name)}">${escapeText(world.words.missing(baseName(name)))}\u003C/${tag}>`
}

/** Why an embed is not followed, or nothing if it may be (E-06, hazard 22). */
export function refusal(target: string, {trail, embeds, size}: {trail: readonly string[]; embeds: number; size: number}, limits: World['limits']): 'embed-cycle' | 'embed-too-deep' | 'embed-too-much' | undefined {
  if (trail.includes(target)) return 'embed-cycle'
  if (trail.length > limits.embedDepth) return 'embed-too-deep'
  return embeds >= limits.embedsPerPage || size >= limits.pageMegabytes * 1e6 ? 'embed-too-much' : undefined
}

function noteEmbed(written: Embed, note: PublicNote, {place, state, fillNote}: At): string {
  const range = rangeOf(written, note) ?? firstView(note)
  if (range === 'missing') return missing({...written, target: sourceOf(written)}, state)
  const key = range ? `${note.path}#${range.name}` : note.path
  const refused = refusal(key, {trail: place.trail, embeds: state.embeds, size: state.size}, state.world.limits)
  if (refused !== undefined || written.inline) {
    if (refused !== undefined) warnRefusal(refused, key, {place, state, fillNote, written})
    return linkInstead(written, note, {range, world: state.world})
  }
  state.embeds += 1
  // A section of an ancestor is the ancestor too: only the same piece twice, or the whole in its part, is a circle.
  const inner = fillNote(state, {note, trail: [...place.trail, key], prefix: `e${state.embeds}-`, ...hostOf(place, note), ...(range ? {ids: idsIn(note.template, range.at)} : {})}, range?.at)
  state.size += inner.length
  return box(written, note, {inner: range?.item ? `\u003Cul>${inner}\u003C/ul>` : inner, anchor: range?.anchor, world: state.world})
}

/** A base that is embedded without a name shows its first view (Ba-01). */
function firstView({format, headings}: PublicNote): Piece | undefined {
  const [first] = format === 'base' ? headings : []
  return first && {at: first.range, item: false, name: first.id, anchor: first.id}
}

interface Piece {
  readonly at: Range
  readonly item: boolean
  /** The same however the author spelled it. */
  readonly name: string
  /** Id of its place on the note's page. */
  readonly anchor: string
}

/** The piece of a note that a fragment names. */
function rangeOf({fragment}: Embed, note: PublicNote): Piece | 'missing' | undefined {
  if (!fragment) return undefined
  if (fragment.block !== undefined) {
    const block = note.blocks.find((each) => each.id === fragment.block)
    return block ? {at: block.range, item: block.kind === 'item', name: `^${block.id}`, anchor: block.anchor ?? `^${block.id}`} : 'missing'
  }
  const index = resolveHeading(note, fragment.headings)
  if (index === 'top') return undefined
  const heading = index === undefined ? undefined : note.headings[index]
  return heading ? {at: heading.range, item: false, name: heading.id, anchor: heading.id} : 'missing'
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

/** What the author wrote in the brackets. */
function sourceOf({target, fragment}: Embed): string {
  return fragment ? `${target}#${fragment.raw}` : target
}

function linkInstead(written: Embed, note: PublicNote, {range, world}: {range: Piece | undefined; world: World}): string {
  const slug = world.slugs.get(note.path) ?? ''
  const link = `\u003Ca class="internal-link" data-href="${escapeAttribute(sourceOf(written))}" href="${href(slug, world.base, range?.anchor)}">${escapeText(note.title)}\u003C/a>`
  return written.inline ? link : `\u003Cp>${link}\u003C/p>`
}

function box(written: Embed, note: PublicNote, {inner, anchor, world}: {inner: string; anchor?: string | undefined; world: World}): string {
  const slug = world.slugs.get(note.path) ?? ''
  const title = written.fragment ? '' : `\u003Cdiv class="markdown-embed-title">${escapeText(note.title)}\u003C/div>`
  const label = escapeAttribute(world.words.openNote(note.title))
  return (
    `\u003Cdiv class="internal-embed markdown-embed inline-embed is-loaded" src="${escapeAttribute(sourceOf(written))}">${title}` +
    `\u003Cdiv class="markdown-embed-content">${inner}\u003C/div>` +
    `\u003Ca class="markdown-embed-link" href="${href(slug, world.base, anchor)}" aria-label="${label}" title="${label}">${escapeText(note.title)}\u003C/a>\u003C/div>`
  )
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
