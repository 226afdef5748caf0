/** The picture that stands for a note where other sites show a link to it (P-09). */

import {embedKind} from './embeds.ts'
import type {Asset, PropertyValue, PublicNote, Resolution, VaultPath} from './model.ts'
import {extensionOf, nameKey} from './names.ts'

/** Properties that name it, the first of them that does counting. */
const names = ['image', 'cover']

/** Formats that the sites which show such pictures can read. */
const readable: ReadonlySet<string> = new Set(['gif', 'jpeg', 'jpg', 'png', 'webp'])

/** Whether a property names a note's picture, and so its text is the path of a file and needs no brackets. */
export function namesPicture(property: string, text: string): boolean {
  return names.includes(nameKey(property.trim())) && embedKind(text) === 'image' && webAddress(text) === undefined
}

export interface PictureInput {
  /** What the note's links lead to, in their order. */
  readonly resolutions: readonly Resolution[]
  readonly assets: ReadonlyMap<VaultPath, Asset>
}

/**
 * Find a note's picture.
 *
 * @returns
 *   Address under the base path, or a whole address of the web; nothing when the
 *   note names none, or one that is not in the vault or in a format that few read.
 */
export function pictureOf(note: PublicNote, {resolutions, assets}: PictureInput): string | undefined {
  for (const name of names) {
    const [property, value] = note.properties.find(([key]) => nameKey(key.trim()) === name) ?? []
    if (property === undefined || value === undefined) continue
    const found = webAddress(first(value)) ?? attached(note, property, {resolutions, assets})
    if (found !== undefined) return found
  }
  return undefined
}

/** The first picture of the vault that a property links to. */
function attached(note: PublicNote, property: string, {resolutions, assets}: PictureInput): string | undefined {
  for (const [index, link] of note.links.entries()) {
    const to = link.kind === 'property' && link.property === property ? resolutions[index] : undefined
    const asset = to?.kind === 'attachment' ? assets.get(to.path) : undefined
    if (asset && readable.has(extensionOf(asset.path))) return asset.url
  }
  return undefined
}

function first(value: PropertyValue): string {
  const one: PropertyValue | undefined = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : ''
}

function webAddress(text: string): string | undefined {
  const trimmed = text.trim()
  return /^https?:\/\//i.test(trimmed) ? URL.parse(trimmed)?.href : undefined
}
