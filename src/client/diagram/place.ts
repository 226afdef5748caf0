/** The viewer in the address: `#diagram-2:view`, and where in the drawing the reader is. */

import type {Spot} from './pan.ts'

export interface Place {
  /** Id of the figure. */
  readonly id: string
  readonly spot?: Spot
}

/** Read a fragment; nothing if it does not open the viewer. */
export function readPlace(hash: string): Place | undefined {
  const [, id, size, x, y] = /^#(.+):view(?:@([\d.]+),(-?\d+),(-?\d+))?$/.exec(hash) ?? []
  if (id === undefined) return undefined
  return {id, ...(size === undefined ? {} : {spot: {size: Number(size), x: Number(x), y: Number(y)}})}
}

/** Write a fragment. */
export function writePlace({id, spot}: Place): string {
  return `#${id}:view${spot ? `@${Number(spot.size.toFixed(2))},${Math.round(spot.x)},${Math.round(spot.y)}` : ''}`
}
