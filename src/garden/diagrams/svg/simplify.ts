import {parsePath, type Point, type Segment} from '../dom/path.ts'
import {type Element, mapElements, withAttributes} from './tree.ts'

/** How far in pixels a control point may stand from the chord of a curve that counts as straight. */
const straight = 0.05

/**
 * Shorten paths.
 *
 * Mermaid draws most shapes with a library for sketches, which draws every line
 * twice, as a curve, even when it is told to draw straight: ten times the bytes
 * for the same picture.
 */
export function simplifyPaths(svg: Element): Element {
  return mapElements(svg, (element) => {
    const d = element.attributes.get('d')
    return element.name === 'path' && d !== undefined && /C/.test(d) ? withAttributes(element, {d: simplified(d)}) : element
  })
}

function simplified(d: string): string {
  const segments = parsePath(d).map(flatten)
  const lines = segments.filter((segment) => segment.kind === 'line')
  // Real curves stay as they are.
  if (segments.some((segment) => segment.kind === 'cubic') || lines.length === 0) return d
  const seen = new Set<string>()
  let shortened = ''
  let at = ''
  for (const {from, to} of lines) {
    const key = [written(from), written(to)].join(' ')
    if (written(from) === written(to) || seen.has(key)) continue
    seen.add(key)
    shortened += `${at === written(from) ? 'L' : `M${written(from)}L`}${written(to)}`
    at = written(to)
  }
  return /z\s*$/i.test(d) ? `${shortened}Z` : shortened
}

function flatten(segment: Segment): Segment {
  if (segment.kind !== 'cubic' || !isStraight(segment)) return segment
  return {kind: 'line', from: segment.from, to: segment.to}
}

function isStraight({from, one, two, to}: Extract<Segment, {kind: 'cubic'}>): boolean {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length === 0) return [one, two].every((point) => Math.hypot(point[0] - from[0], point[1] - from[1]) < straight)
  const off = (point: Point): number => Math.abs((to[0] - from[0]) * (from[1] - point[1]) - (from[0] - point[0]) * (to[1] - from[1])) / length
  return off(one) < straight && off(two) < straight
}

function written([x, y]: Point): string {
  return `${Math.round(x * 100) / 100 || 0},${Math.round(y * 100) / 100 || 0}`
}
