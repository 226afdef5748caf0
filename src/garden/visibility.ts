/** Whether a note may be published, by its properties and its place (decision 5). Fails closed. */

import {diagnose} from './diagnostics.ts'
import {type Frontmatter, maybePrivate, mentionsVisibility} from './frontmatter.ts'
import type {Diagnostic, PropertyValue, VaultPath, Visibility} from './model.ts'
import {isSlip} from './edit-distance.ts'

export interface VisibilityOptions {
  readonly path: VaultPath
  readonly publish: 'all' | 'explicit'
  /** Folders whose notes are private unless they say `publish: true`. */
  readonly exclude: readonly string[]
}

const yes = new Set(['true', 'yes', 'on', '1'])
const no = new Set(['false', 'no', 'off', '0'])

/** Keys that decide visibility, and whether `true` means public. */
const visibilityKeys = new Map([
  ['publish', true],
  ['draft', false],
  ['private', false]
])

/**
 * Decide. A value that does not say clearly, a key one letter off, or properties
 * that cannot be read and may keep the note private do so.
 *
 * @param diagnostics Takes in what is unsure.
 */
export function visibilityOf(frontmatter: Frontmatter, options: VisibilityOptions, diagnostics: Diagnostic[]): Visibility {
  if (frontmatter.state === 'broken' && (options.publish === 'explicit' || maybePrivate(frontmatter.source))) return 'private'
  const said = [...frontmatter.overwritten, ...frontmatter.properties].map(([key, value]) => ({key, value, verdict: verdictOf(key, value)}))
  for (const {key, value} of said.filter(({verdict}) => verdict === 'unsure')) {
    const place = frontmatter.places.get(key) ?? {line: 1, column: 1}
    diagnostics.push(diagnose('unsure-if-private', {path: options.path, place}, {key, value: JSON.stringify(value)}))
  }
  if (said.some(({verdict}) => verdict === 'private' || verdict === 'unsure')) return 'private'
  // Only `publish` itself can ask: `draft: false` says that a note is no draft, not that it is public.
  if (said.some(({key, verdict}) => verdict === 'public' && nameOf(key) === 'publish')) return 'public'
  if (options.publish === 'explicit') return 'private'
  return options.exclude.some((folder) => isUnder(options.path, folder)) ? 'private' : 'public'
}

function nameOf(written: string): string {
  return written.trim().toLowerCase()
}

function verdictOf(written: string, value: PropertyValue): Visibility | 'unsure' | undefined {
  const meansPublic = visibilityKeys.get(nameOf(written))
  if (meansPublic === undefined) return isNear(nameOf(written), value) ? 'unsure' : undefined
  if (value === null || value === '') return undefined
  const word = typeof value === 'object' ? '' : String(value).trim().toLowerCase()
  if (yes.has(word)) return meansPublic ? 'public' : 'private'
  if (no.has(word)) return meansPublic ? 'private' : 'public'
  return 'unsure'
}

/** Whether a key could be meant for one of these: a slip of the pen, or `<<`, which takes in what stands in another property. */
function isNear(key: string, value: PropertyValue): boolean {
  return [...visibilityKeys.keys()].some((name) => isSlip(key, name)) || (key === '<<' && mentionsVisibility(JSON.stringify(value)))
}

function isUnder(path: string, folder: string): boolean {
  const prefix = folder.normalize('NFC').replace(/^\/+|\/+$/g, '').toLowerCase()
  return prefix !== '' && (path.toLowerCase() === prefix || path.toLowerCase().startsWith(`${prefix}/`))
}
