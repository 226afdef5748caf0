/** The text of a `.canvas` file as a canvas (Q-01 … Q-06). What cannot be drawn is passed over and told; unknown keys are nothing. */

import {isProblem, itemsAt, type Json, type JsonProblem, numberAt, readJson, textAt} from './json.ts'
import type {Canvas, Card, Colour, Edge, Side} from './model.ts'

/** What is wrong with one card or edge. */
export interface CanvasProblem extends JsonProblem {
  readonly what: 'card' | 'edge' | 'canvas'
}

export interface ReadCanvas {
  readonly canvas: Canvas
  readonly problems: readonly CanvasProblem[]
  /** The file's own entries, for what stands beside cards and edges. */
  readonly root?: Json
  /** Whether the file is not JSON at all. */
  readonly broken: boolean
}

/** Most cards of one canvas, and most edges: what a page can carry. */
export const mostCards = 5000
/** Farthest place and longest side that is drawn, in pixels. */
const farthest = 1e6
const longestSide = 20_000

const empty: Canvas = {cards: [], edges: []}

/** Read a file; an empty one is an empty canvas. */
export function readCanvas(text: string): ReadCanvas {
  if (text.trim() === '') return {canvas: empty, problems: [], broken: false}
  const root = readJson(text)
  if (isProblem(root)) return {canvas: empty, problems: [{...root, what: 'canvas'}], broken: true}
  if (root.kind !== 'object') return {canvas: empty, problems: [{at: root.at, what: 'canvas', reason: 'it is not an object'}], broken: true}
  const problems: CanvasProblem[] = []
  const {cards, byId} = readCards(itemsAt(root, 'nodes') ?? [], problems)
  const edges = (itemsAt(root, 'edges') ?? []).slice(0, mostCards).flatMap((json) => edgeOf(json, byId, problems))
  return {canvas: {cards, edges}, problems, root, broken: false}
}

function readCards(items: readonly Json[], problems: CanvasProblem[]): {cards: Card[]; byId: Map<string, number>} {
  const cards: Card[] = []
  const byId = new Map<string, number>()
  const extra = items[mostCards]
  if (extra) problems.push({at: extra.at, what: 'canvas', reason: `only the first ${mostCards} cards are drawn`})
  for (const json of items.slice(0, mostCards)) {
    const made = cardOf(json)
    if (typeof made === 'string') problems.push({at: json.at, what: 'card', reason: made})
    else if (byId.has(made.id)) problems.push({at: json.at, what: 'card', reason: `another card has the id “${made.id.slice(0, 40)}”`})
    else byId.set(made.id, cards.push(made) - 1)
  }
  return {cards, byId}
}

/** A card, or why there is none. */
function cardOf(json: Json): Card | string {
  const id = textAt(json, 'id')
  if (id === undefined) return 'it has no `id`'
  const box = boxOf(json)
  if (typeof box === 'string') return box
  const color = colourOf(json)
  const shared = {id, at: json.at, ...box, ...(color ? {color} : {})}
  switch (textAt(json, 'type')) {
    case 'text':
      return {...shared, type: 'text', text: textAt(json, 'text') ?? '', textAt: json.kind === 'object' ? (json.entries.get('text')?.at ?? json.at) : json.at}
    case 'file':
      return fileCard(json, shared)
    case 'link': {
      const url = textAt(json, 'url')
      return url === undefined ? 'it has no `url`' : {...shared, type: 'link', url}
    }
    case 'group':
      return groupCard(json, shared)
    default:
      return 'its `type` is none of text, file, link and group'
  }
}

type Shared = Pick<Card, 'id' | 'at' | 'x' | 'y' | 'width' | 'height' | 'color'>

function fileCard(json: Json, shared: Shared): Card | string {
  const file = textAt(json, 'file')
  const subpath = textAt(json, 'subpath')
  return file === undefined ? 'it has no `file`' : {...shared, type: 'file', file, ...(subpath?.startsWith('#') ? {subpath} : {})}
}

function groupCard(json: Json, shared: Shared): Card {
  const label = textAt(json, 'label')
  const background = textAt(json, 'background')
  const style = textAt(json, 'backgroundStyle')
  const backgroundStyle = style === 'ratio' || style === 'repeat' ? style : 'cover'
  return {...shared, type: 'group', ...(label ? {label} : {}), ...(background ? {background} : {}), backgroundStyle}
}

function boxOf(json: Json): Pick<Card, 'x' | 'y' | 'width' | 'height'> | string {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => numberAt(json, key))
  if (x === undefined || y === undefined || width === undefined || height === undefined) return '`x`, `y`, `width` and `height` must be numbers'
  if (Math.abs(x) > farthest || Math.abs(y) > farthest) return `it stands more than ${farthest} pixels away`
  if (width <= 0 || height <= 0 || width > longestSide || height > longestSide) return `its sides must be between 1 and ${longestSide} pixels`
  return {x: Math.round(x), y: Math.round(y), width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height))}
}

/** A colour of the table or the author's own; anything else is none. */
function colourOf(json: Json): Colour | undefined {
  const written = textAt(json, 'color')?.toLowerCase()
  if (written === undefined) return undefined
  if (written === '1' || written === '2' || written === '3' || written === '4' || written === '5' || written === '6') return written
  if (/^#[0-9a-f]{6}(?:[0-9a-f]{2})?$/.test(written)) return `#${written.slice(1, 7)}`
  return /^#[0-9a-f]{3}$/.test(written) ? `#${[...written.slice(1)].map((digit) => digit + digit).join('')}` : undefined
}

const sides: ReadonlySet<string> = new Set(['top', 'right', 'bottom', 'left'])

function isSide(written: string | undefined): written is Side {
  return written !== undefined && sides.has(written)
}

function edgeOf(json: Json, byId: ReadonlyMap<string, number>, problems: CanvasProblem[]): Edge[] {
  const from = byId.get(textAt(json, 'fromNode') ?? '')
  const to = byId.get(textAt(json, 'toNode') ?? '')
  if (from === undefined || to === undefined) {
    problems.push({at: json.at, what: 'edge', reason: `its \`${from === undefined ? 'fromNode' : 'toNode'}\` is no card`})
    return []
  }
  const fromSide = textAt(json, 'fromSide')
  const toSide = textAt(json, 'toSide')
  const color = colourOf(json)
  const label = textAt(json, 'label')?.trim()
  return [
    {
      from,
      to,
      ...(isSide(fromSide) ? {fromSide} : {}),
      ...(isSide(toSide) ? {toSide} : {}),
      fromArrow: textAt(json, 'fromEnd') === 'arrow',
      toArrow: textAt(json, 'toEnd') !== 'none',
      ...(color ? {color} : {}),
      ...(label ? {label} : {})
    }
  ]
}
