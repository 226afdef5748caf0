/**
 * The viewer in the address: `#diagram-2:view`, then the diagrams that were opened from it, where in the last the reader is,
 * and which step is lit: `#diagram-2:view:tools/kafka/1@1.5,200,80!3`.
 */

import type {Spot} from './pan.ts'

export interface Place {
  /** Id of the figure. */
  readonly id: string
  /** Diagrams opened in place, by their addresses under that of the list of diagrams. */
  readonly trail: readonly string[]
  readonly spot?: Spot
  /** Index of the step that is lit. */
  readonly step?: number
}

/** Read a fragment, as it stands in the address; nothing if it does not open the viewer. */
export function readPlace(hash: string): Place | undefined {
  const [, id, trail, size, x, y, step] = /^#([^:]+):view((?::[^:@!]+)*)(?:@([\d.]+),(-?\d+),(-?\d+))?(?:!(\d+))?$/.exec(hash) ?? []
  if (id === undefined) return undefined
  try {
    return {
      id: decodeURIComponent(id),
      trail: (trail ?? '').split(':').slice(1).map(decodeURIComponent),
      ...(size === undefined ? {} : {spot: {size: Number(size), x: Number(x), y: Number(y)}}),
      ...(step === undefined ? {} : {step: Number(step) - 1})
    }
  } catch {
    // A percent sign that encodes nothing.
    return undefined
  }
}

/** Write a fragment. */
export function writePlace({id, trail, spot, step = -1}: Place): string {
  const where = spot ? `@${Number(spot.size.toFixed(2))},${Math.round(spot.x)},${Math.round(spot.y)}` : ''
  return `#${encode(id)}:view${trail.map((each) => `:${encode(each)}`).join('')}${where}${step < 0 ? '' : `!${step + 1}`}`
}

/** Encoded but for slashes, so that it can be read; `!` would be a step. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('!', '%21')
}
