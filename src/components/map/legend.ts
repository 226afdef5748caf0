import type {GardenMap} from '../../garden/model.ts'
import {communityLabel} from './labels.ts'

/** What a colour of the map means. */
export interface LegendRow {
  readonly label: string
  /** −1 is grey. */
  readonly ink: number
  readonly count: number
}

/** The legend's longest list, as in the browser. */
const longest = 24

/** Links of the map as it is at first: those that only diagrams make are shown on wish. */
export function plainEdges({edges}: Pick<GardenMap, 'edges'>): GardenMap['edges'] {
  return edges.filter(({diagramOnly}) => !diagramOnly)
}

/** The legend as it is before anything is chosen, so that it stands there when the map comes to life. */
export function legendRows(map: GardenMap, others: string): LegendRow[] {
  const linked = new Set(plainEdges(map).flatMap(({a, b}) => [a, b]))
  const counts = map.communities.map(() => 0)
  for (const note of linked) {
    const community = map.notes[note]?.community ?? -1
    if (counts[community] !== undefined) counts[community] += 1
  }
  const listed = map.communities.map((community, index) => ({label: communityLabel(community), ink: community.ink, count: counts[index] ?? 0})).filter(({count}) => count > 0)
  const shown = listed.slice(0, longest)
  const rest = linked.size - shown.reduce((sum, {count}) => sum + count, 0)
  return rest > 0 ? [...shown, {label: others, ink: -1, count: rest}] : shown
}
