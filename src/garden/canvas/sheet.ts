/** The drawing of a canvas that needs no other note: places of its cards as a style sheet, its edges as SVG. */

import {escapeText} from '../sentences.ts'
import {arrowAt, type Spot, type Way, wayOf} from './geometry.ts'
import type {Box, Canvas, Colour, Edge} from './model.ts'

/** Pixels that a page of paper is wide. */
const paper = 680
/** Smaller than this, a drawing on paper cannot be read, and its cards stand one under the other instead. */
const leastPrinted = 0.45

/** Class of a colour: one of the table's, or the card's own. */
export function colourClass(color: Colour | undefined, own: string): string {
  if (color === undefined) return ''
  return color.startsWith('#') ? `${own} kx` : ` k${color}`
}

/** Whether a canvas can be printed as a drawing. */
export function isPrintable({width}: Box): boolean {
  return paper / width >= leastPrinted
}

/** Rules for one canvas: its size, and a class for each card. Groups lie lowest, then edges, then cards, each in the file's order (Q-02). */
export function styleOf({cards, edges}: Canvas, bounds: Box, name: string): string {
  const groups = cards.filter(({type}) => type === 'group').length
  let group = 0
  const rules = cards.map(({x, y, width, height, type, color}, index) => {
    const layer = type === 'group' ? ++group : groups + 1 + index
    const own = color?.startsWith('#') ? `;--k:${color}` : ''
    return `.${name} .n${index}{left:${x - bounds.x}px;top:${y - bounds.y}px;width:${width}px;height:${height}px;z-index:${layer}${own}}`
  })
  const colours = edges.flatMap(({color}, index) => (color?.startsWith('#') ? [`.${name} .e${index}{--k:${color}}`] : []))
  const printed = isPrintable(bounds) && bounds.width > paper ? `@media print{.${name} .cv-plane{zoom:${(paper / bounds.width).toFixed(3)}}}` : ''
  const size = `.${name} .cv-plane{width:${bounds.width}px;height:${bounds.height}px}.${name} .cv-box{--shape:${bounds.width}/${bounds.height}}`
  return `${size}.${name} .cv-edges{z-index:${groups + 1}}.${name} .cv-words{z-index:${groups + cards.length + 1}}${[...rules, ...colours].join('')}${printed}`
}

/** All edges as one drawing, and their labels as one that lies above the cards. Their words stand as text too, so both are hidden from screen readers. */
export function edgesSvg({cards, edges}: Canvas, {x, y, width, height}: Box): {lines: string; labels: string} {
  const ways = edges.flatMap((edge, index) => {
    const [from, to] = [cards[edge.from], cards[edge.to]]
    return from && to ? [{edge, index, way: wayOf(from, to, edge)}] : []
  })
  const svg = (name: string, inner: string): string => `<svg class="${name}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" aria-hidden="true">${inner}</svg>`
  const labels = ways.map(({edge: {label}, way}) => (label ? labelSvg(label, way.middle) : '')).join('')
  return {lines: svg('cv-edges', ways.map(({edge, way, index}) => edgeSvg(edge, way, index)).join('')), labels: labels === '' ? '' : svg('cv-words', labels)}
}

function edgeSvg({color, fromArrow, toArrow}: Edge, way: Way, index: number): string {
  const arrows = [...(fromArrow ? [arrowAt(way.start, way.fromSide)] : []), ...(toArrow ? [arrowAt(way.end, way.toSide)] : [])]
  const path = `<path d="M${spot(way.start)}C${spot(way.first)} ${spot(way.second)} ${spot(way.end)}"/>`
  return `<g class="cv-edge${colourClass(color, ` e${index}`)}">${path}${arrows.map((corners) => `<polygon points="${corners.map(spot).join(' ')}"/>`).join('')}</g>`
}

function spot({x, y}: Spot): string {
  return `${round(x)},${round(y)}`
}

function round(value: number): number {
  // `-0` would be printed as such by some and not by others.
  return Math.round(value * 10) / 10 + 0
}

/** Longest line of a label, in characters, and most of them. */
const longestLine = 28
const mostLines = 6
/** Height of a line, in pixels. */
const lineHeight = 20

function labelSvg(label: string, {x, y}: Spot): string {
  const lines = linesOf(label)
  const top = y - ((lines.length - 1) * lineHeight) / 2
  return `<text>${lines.map((line, index) => `<tspan x="${round(x)}" y="${round(top + index * lineHeight)}">${escapeText(line)}</tspan>`).join('')}</text>`
}

/** A label in short lines; what does not fit is left to the list of where cards lead. */
export function linesOf(label: string): string[] {
  const lines: string[] = []
  for (const word of label.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1)
    const cut = [...word].length > longestLine ? `${[...word].slice(0, longestLine - 1).join('')}…` : word
    if (last !== undefined && [...last].length + 1 + [...cut].length <= longestLine) lines[lines.length - 1] = `${last} ${cut}`
    else lines.push(cut)
  }
  return lines.length > mostLines ? [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1] ?? ''} …`] : lines
}
