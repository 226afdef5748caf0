/** The properties of a canvas: those that Obsidian keeps under `metadata.frontmatter`, and keys of visibility at its top. */

import {type Frontmatter, mentionsVisibility} from '../frontmatter.ts'
import type {Point, PropertyValue} from '../model.ts'
import type {Json} from './json.ts'

/**
 * Properties as a note has them, so that the same rules decide what is private.
 *
 * @param broken The file's text when it cannot be read: what it says of visibility keeps it private.
 */
export function frontmatterOf(root: Json | undefined, broken: string | undefined, at: (offset: number) => Point): Frontmatter {
  const properties = new Map<string, PropertyValue>()
  const places = new Map<string, Point>()
  const take = (json: Json | undefined, isOwn: (key: string) => boolean): void => {
    for (const [key, value] of json?.kind === 'object' ? json.entries : []) {
      if (isOwn(key)) continue
      properties.set(key, plainOf(value))
      places.set(key, at(value.at))
    }
  }
  // Unknown keys are nothing, but none that could keep the canvas private is passed over.
  take(root, (key) => !mentionsVisibility(key))
  const metadata = root?.kind === 'object' ? root.entries.get('metadata') : undefined
  take(metadata?.kind === 'object' ? metadata.entries.get('frontmatter') : undefined, () => false)
  return {properties, places, lines: new Map(), overwritten: [], body: '', bodyLine: 0, state: broken === undefined ? 'read' : 'broken', source: broken ?? '', diagnostics: []}
}

function plainOf(json: Json): PropertyValue {
  if (json.kind === 'array') return json.items.map(plainOf)
  if (json.kind === 'object') return Object.fromEntries([...json.entries].map(([key, value]) => [key, plainOf(value)]))
  return typeof json.value === 'string' ? json.value.replaceAll('\0', '\uFFFD') : json.value
}
