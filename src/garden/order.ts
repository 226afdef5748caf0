/** Order of what stands together in a folder: as configured, then the `order` property, then folders before notes, then names. */

import {byCodePoint, byName, nameKey, withoutExtension} from './names.ts'

/** A note or a folder among its neighbours. */
export interface Placed {
  /** Path in the vault, with or without extension. */
  readonly path: string
  readonly title: string
  readonly isFolder?: boolean
  /** Its `order` property, if that is a number. */
  readonly order?: number | undefined
}

/**
 * A comparison of neighbours.
 *
 * @param configured
 *   Paths of folders and notes, best first; those not named follow.
 */
export function byOrder(configured: readonly string[]): (a: Placed, b: Placed) => number {
  const ranks = new Map(configured.map((path, index) => [keyOf(path), index]))
  const rank = ({path}: Placed): number => (ranks.size === 0 ? 0 : (ranks.get(keyOf(path)) ?? ranks.size))

  return (a, b) =>
    rank(a) - rank(b) ||
    (a.order ?? last) - (b.order ?? last) ||
    Number(b.isFolder ?? false) - Number(a.isFolder ?? false) ||
    byName(a.title, b.title) ||
    byCodePoint(a.path, b.path)
}

/** Rank of what has no `order`: after all that has one. */
const last = Number.MAX_SAFE_INTEGER

/** What two ways to write the path of a folder or note share. */
export function keyOf(path: string): string {
  return nameKey(withoutExtension(path.replace(/^\/+|\/+$/g, '')))
}

/** The number that a note's `order` property holds. */
export function orderOf({properties}: {readonly properties: readonly (readonly [name: string, value: unknown])[]}): number | undefined {
  const order = properties.find(([name]) => nameKey(name) === 'order')?.[1]
  return typeof order === 'number' ? order : undefined
}
