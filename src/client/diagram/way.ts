/** The way from a page's own diagram to those opened from it, in the history and in what is fetched. */

import {lightUp} from './near.ts'
import {type Place, writePlace} from './place.ts'
import {fetchShown, type Shown} from './shown.ts'
import type {Viewer} from './state.ts'

/** How many entries of the history the viewer has made up to this one. */
export function depth(): number {
  const made: unknown = history.state?.viewer
  return typeof made === 'number' ? made : 0
}

/** Make an entry in the history for a place. */
export function goTo(place: Place): void {
  history.pushState({viewer: depth() + 1}, '', writePlace(place))
}

/** The diagrams that a trail names; those that are shown already are not fetched again. It ends where one cannot be had. */
export async function fetchTrail(all: Viewer, own: Shown, keys: readonly string[]): Promise<readonly Shown[]> {
  const known = all.trail
  const trail: Shown[] = [own]
  for (const [index, key] of keys.entries()) {
    const old = known[index + 1]
    const isKnown = old?.key === key && known.slice(1, index + 1).every((each, at) => each.key === keys[at])
    const shown = isKnown ? old : await fetchNext(all, key)
    if (!shown) break
    trail.push(shown)
  }
  return trail
}

async function fetchNext({dialog}: Viewer, key: string): Promise<Shown | undefined> {
  const {root = '', from = '', to = ''} = dialog.dataset
  const shown = await fetchShown(root, key)
  if (shown) lightUp(shown.svg, {frames: [dialog], from, to})
  return shown
}
