/** What the printer of HTML asks of a list for each of its items, answered once: else long lists take time by the square of their length. */

import type {List, Parents} from 'mdast'

const known = new WeakMap<Parents, List>()

/** A list without items that is as loose as the list of an item: all that an item is told of its list. */
export function looseness(parent: Parents | undefined): Parents | undefined {
  if (parent?.type !== 'list') return parent
  const found = known.get(parent) ?? {type: 'list', children: [], spread: isLoose(parent)}
  known.set(parent, found)
  return found
}

function isLoose({spread, children}: List): boolean {
  return Boolean(spread) || children.some((item) => item.spread ?? item.children.length > 1)
}

/** Let a growing list of names find one of them without a look at all. */
export function findByName(names: string[]): void {
  if (Object.hasOwn(names, 'indexOf')) return
  const places = new Map<string, number>()
  names.indexOf = (name) => {
    for (let at = places.size; at < names.length; at += 1) places.set(names[at] ?? '', at)
    return places.get(name) ?? -1
  }
}
