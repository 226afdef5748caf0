/** Resolve every link of every public note, and say what is wrong with it. */

import {diagnose} from './diagnostics.ts'
import {embedKind} from './embeds.ts'
import type {Diagnostic, Embed, Link, PreparedNote, PublicNote, Resolution, UnresolvedLink, VaultPath} from './model.ts'
import {editDistance} from './edit-distance.ts'
import {asSlug, baseName, byCodePoint, nameKey, slugOf, withoutExtension} from './names.ts'
import {type Found, type Index, resolveTarget} from './resolve.ts'
import {resolveAnchor} from './resolve-heading.ts'

export interface ResolvedNote {
  readonly links: readonly Resolution[]
  readonly embeds: readonly Resolution[]
}

export interface ResolvedLinks {
  readonly byNote: ReadonlyMap<VaultPath, ResolvedNote>
  readonly unresolved: readonly UnresolvedLink[]
  /** What may be published, and what only the author may see. */
  readonly diagnostics: readonly Diagnostic[]
  readonly authorDiagnostics: readonly Diagnostic[]
}

export interface LinkOptions {
  readonly aliasLinks: boolean
  /** Names of private notes, folded: only for what the author is told. */
  readonly privateNames: ReadonlySet<string>
}

/** What resolving the links of one note gives. */
interface Outcome extends ResolvedNote {
  /** Links that lead nowhere; what is told of them names only what pages use, so it waits until all are resolved. */
  readonly missing: {readonly rule: 'broken-link' | 'broken-embed'; readonly target: string; readonly where: Telling['where']}[]
  readonly diagnostics: Diagnostic[]
  readonly authorDiagnostics: Diagnostic[]
  readonly unresolved: UnresolvedLink[]
}

/** Outcomes of an earlier round, for the dev server: they stand as long as everything that links may name does. */
export interface LinkMemory {
  names: readonly string[]
  outcomes: WeakMap<readonly Link[], Outcome>
}

/** A memory of nothing. */
export function linkMemory(): LinkMemory {
  return {names: [], outcomes: new WeakMap()}
}

interface Resolver extends LinkOptions, Outcome {
  readonly index: Index
}

/** Resolve all links. */
export function resolveLinks(notes: readonly PublicNote[], index: Index, {memory, ...options}: LinkOptions & {readonly memory?: LinkMemory | undefined}): ResolvedLinks {
  if (memory) refresh(memory, namesOf(notes, index, options))
  const outcomes = notes.map((note) => {
    const outcome = memory?.outcomes.get(note.links) ?? resolveNote(note, index, options)
    memory?.outcomes.set(note.links, outcome)
    return outcome
  })
  const byNote = new Map(notes.map((note, at): [VaultPath, ResolvedNote] => [note.path, outcomes[at] ?? {links: [], embeds: []}]))
  const nearest = suggester(index, usedFiles(byNote))
  const missing = outcomes.flatMap((outcome) => outcome.missing).map(({rule, target, where}) => diagnose(rule, where, {target, nearest: nearest(target)}))
  return {
    byNote,
    unresolved: outcomes.flatMap(({unresolved}) => unresolved),
    diagnostics: [...outcomes.flatMap(({diagnostics}) => diagnostics), ...missing],
    authorDiagnostics: outcomes.flatMap(({authorDiagnostics}) => authorDiagnostics)
  }
}

function resolveNote(note: PublicNote, index: Index, options: LinkOptions): Outcome {
  const told = {missing: [], diagnostics: [], authorDiagnostics: [], unresolved: []}
  const resolver: Resolver = {...options, index, links: [], embeds: [], ...told}
  return {
    links: note.links.map((link) => resolveLink(note, link, resolver)),
    embeds: note.embeds.map((embed) => resolveLink(note, embed, resolver)),
    ...told
  }
}

/** Forget outcomes if anything that a link may name is another than before. */
function refresh(memory: LinkMemory, names: readonly string[]): void {
  if (names.length !== memory.names.length || names.some((name, at) => name !== memory.names[at])) memory.outcomes = new WeakMap()
  memory.names = names
}

const printed = new WeakMap<readonly unknown[], string>()

/** Everything that decides where links lead, as texts to compare. */
function namesOf(notes: readonly PublicNote[], index: Index, {aliasLinks, privateNames}: LinkOptions): string[] {
  return [String(aliasLinks), [...privateNames].join('\0'), index.attachments.join('\0'), ...notes.map(printOf)]
}

function printOf(note: PublicNote): string {
  // By its headings' list, which stays the same object where a note is given dates or links of diagrams.
  const known = printed.get(note.headings)
  if (known !== undefined) return known
  const print = JSON.stringify([note.path, note.title, note.name, note.aliases, note.headings.map(({id, depth, text, written = text}) => [id, depth, written]), note.blocks.map(({id, anchor}) => [id, anchor])])
  printed.set(note.headings, print)
  return print
}

/** Attachments that public notes use. */
export function usedFiles(byNote: ResolvedLinks['byNote']): Set<VaultPath> {
  const used = new Set<VaultPath>()
  for (const {links, embeds} of byNote.values()) {
    for (const to of [...links, ...embeds]) if (to.kind === 'attachment') used.add(to.path)
  }
  return used
}

/** Names of private notes as links may write them. */
export function privateNames(notes: readonly PreparedNote[]): Set<string> {
  const names = new Set<string>()
  for (const note of notes) {
    if (note.visibility === 'public') continue
    names.add(nameKey(withoutExtension(note.path))).add(nameKey(note.name))
    for (const alias of note.aliases) names.add(nameKey(alias))
  }
  return names
}

function resolveLink(note: PublicNote, link: Link | Embed, resolver: Resolver): Resolution {
  if (link.silent) return {kind: 'unresolved'}
  const found = resolveTarget(resolver.index, link, {from: note.path, aliases: resolver.aliasLinks})
  const where = {path: note.path, place: link.place}
  if (found.folder !== undefined) return {kind: 'folder', slug: found.folder === '' ? asSlug('') : slugOf(found.folder)}
  tell(found, link, {where, resolver})
  if (found.path === undefined) {
    miss(found, link, {where, resolver})
    return {kind: 'unresolved'}
  }
  if (!found.note) return {kind: 'attachment', path: found.path}

  const {anchor, missing} = resolveAnchor(found.note, link.fragment)
  if (missing === 'block') resolver.diagnostics.push(diagnose('broken-block', where, {note: found.note.name, block: link.fragment?.block ?? ''}))
  if (missing === 'heading') resolver.diagnostics.push(diagnose('broken-anchor', where, {note: found.note.name, heading: link.fragment?.raw ?? '', nearest: nearestHeading(found.note, link.fragment?.headings.at(-1) ?? '')}))
  return {kind: 'note', path: found.path, ...(anchor === undefined ? {} : {anchor})}
}

interface Telling {
  readonly where: {readonly path: string; readonly place: Link['place']}
  readonly resolver: Resolver
}

function tell(found: Found, link: Link, {where, resolver}: Telling): void {
  if (found.by === 'alias' && found.note) resolver.diagnostics.push(diagnose('link-by-alias', where, {target: link.target, note: found.note.name}))
  else if (found.by === 'alias') resolver.diagnostics.push(diagnose('ambiguous-alias', where, {target: link.target, others: found.others}))
  else if (found.others.length > 0 && found.path !== undefined) {
    // Which attachments private notes use is nobody's business, so their names are the author's only.
    const into = found.note ? resolver.diagnostics : resolver.authorDiagnostics
    into.push(diagnose('ambiguous-link', where, {target: link.target, chosen: found.path, others: found.others}))
  }
}

function miss(found: Found, link: Link | Embed, {where, resolver}: Telling): void {
  const {target} = link
  // The app wrote the path on the card, not the author for readers: it may be a private note's.
  if (link.kind === 'canvas') return void resolver.authorDiagnostics.push(diagnose('broken-embed', where, {target, nearest: undefined}))
  resolver.unresolved.push({from: where.path as VaultPath, target, line: link.place.line})
  if (found.by === 'outside') resolver.diagnostics.push(diagnose('outside-vault', where, {target}))
  else if (found.by !== 'alias') {
    resolver.missing.push({rule: link.kind === 'embed' ? 'broken-embed' : 'broken-link', where, target})
  }
  const key = nameKey(withoutExtension(target))
  if (resolver.privateNames.has(key) || resolver.privateNames.has(baseName(key))) resolver.authorDiagnostics.push(diagnose('link-to-private', where, {target}))
}

function nearestHeading(note: PreparedNote, wanted: string): string | undefined {
  return nearestOf(wanted, note.headings.slice(0, 500).map(({text, written}) => written ?? text))
}

/** The nearest of some names within two edits, or a third of a short name's length. */
function nearestOf(wanted: string, names: Iterable<string>): string | undefined {
  const key = nameKey(wanted)
  const limit = Math.min(2, Math.ceil(key.length / 3))
  let best: {name: string; distance: number} | undefined
  for (const name of names) {
    const distance = editDistance(key, nameKey(name), limit)
    if (distance <= limit && (!best || distance < best.distance || (distance === best.distance && byCodePoint(name, best.name) < 0))) best = {name, distance}
  }
  return best?.name
}

/** Suggestions for names that are not found; each name is looked for once. */
function suggester(index: Index, used: ReadonlySet<VaultPath>): (target: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  const byLength = new Map<number, string[]>()
  for (const [, entries] of index.byBase) {
    const known = entries.find((entry) => entry.note !== undefined || used.has(entry.path))
    if (!known) continue
    const name = baseName(known.name)
    const same = byLength.get(name.length)
    if (same) same.push(name)
    else byLength.set(name.length, [name])
  }
  return (target) => {
    const wanted = baseName(withoutExtension(target))
    // A suggestion is for a slip of the pen; a thousand missing names are not one.
    if (known.size > 2000 || wanted.length > 100) return undefined
    if (!known.has(wanted)) {
      const near = [-2, -1, 0, 1, 2].flatMap((step) => byLength.get(wanted.length + step) ?? [])
      known.set(wanted, nearestOf(wanted, embedKind(target) === 'note' ? near : near.filter((name) => embedKind(name) !== 'note')))
    }
    return known.get(wanted)
  }
}
