/** The sheet under and over the notes: a dot for each, the survey's grid, the names of communities. Plain 2D canvases. */

import type {MapNames} from '../../map-files.ts'
import type {MapData} from './data.ts'
import {type Box, overlap, regionFont, short, type Wish, write, writeNames} from './labels.ts'
import {type MapSigma, sizeOf} from './stage.ts'
import type {Theme} from './theme.ts'

export interface SheetLooks {
  readonly theme: Theme
  readonly inkOf: (note: number) => number
  readonly names: MapNames | undefined
  /** 1 for each note that is shown. */
  readonly shown: Uint8Array
  /** Whether dots stand for notes that are not drawn one by one. */
  readonly dots: boolean
  /** Communities whose names are written, by their numbers. */
  readonly regions: readonly number[]
  /** Notes whose names are written where there is room, the most telling first. */
  readonly named: readonly {readonly note: number; readonly title: string; readonly links: number; readonly strong: boolean}[]
}

export interface Sheet {
  /** Look different from the next picture on. */
  readonly dress: (looks: SheetLooks) => void
  /** The community whose name stands at a place of the stage. */
  readonly regionAt: (x: number, y: number) => number | undefined
}

interface RegionBox extends Box {
  readonly region: number
}

/** Nearer than this, in the camera's ratio, names of communities would stand in the way of those of notes. */
const nearest = 0.34
/** More names than this are a page to read, not a map. */
const mostNames = {near: 70, far: 18} as const
/** Dots that names keep clear of: the largest in sight. */
const mostDots = 220

/** Draw the sheet with each picture of the notes. */
export function sheet(sigma: MapSigma, data: MapData, {under, over}: {under: HTMLCanvasElement; over: HTMLCanvasElement}): Sheet {
  let looks: SheetLooks | undefined
  let boxes: RegionBox[] = []
  sigma.on('afterRender', () => {
    const top = cleared(over, sigma)
    if (!looks || !top) return
    const ground = looks.dots ? cleared(under, sigma) : null
    if (ground) drawDots(ground, sigma, {data, looks})
    boxes = drawRegions(top, sigma, {data, looks})
    if (!isMoving(sigma)) drawNames(top, sigma, {data, looks, taken: [...boxes]})
  })
  return {
    dress: (next) => {
      looks = next
      // A canvas that is not shown costs nothing.
      under.hidden = !next.dots
    },
    regionAt: (x, y) => boxes.find(({left, right, top, bottom}) => x >= left && x <= right && y >= top && y <= bottom)?.region
  }
}

/** The canvas's context, empty and as large as the stage. */
function cleared(canvas: HTMLCanvasElement, sigma: MapSigma): CanvasRenderingContext2D | null {
  const {width, height} = sigma.getDimensions()
  const ratio = devicePixelRatio
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
  }
  const context = canvas.getContext('2d')
  context?.setTransform(ratio, 0, 0, ratio, 0, 0)
  context?.clearRect(0, 0, width, height)
  return context
}

/** A small square for each note, one ink after the other. */
function drawDots(context: CanvasRenderingContext2D, sigma: MapSigma, {data, looks: {shown, theme, inkOf}}: {data: MapData; looks: SheetLooks}): void {
  // The camera does not turn: two points tell where all others are.
  const from = sigma.graphToViewport({x: 0, y: 0})
  const to = sigma.graphToViewport({x: 10_000, y: 10_000})
  const [scaleX, scaleY] = [(to.x - from.x) / 10_000, (to.y - from.y) / 10_000]
  const {width, height} = sigma.getDimensions()
  const side = Math.max(1.6, Math.min(4, Math.abs(scaleX) * 120))
  const inks = [...theme.inks, theme.faint]
  const paths = inks.map(() => new Path2D())
  for (let note = 0; note < data.notes; note += 1) {
    if (!shown[note]) continue
    const x = from.x + (data.x[note] ?? 0) * scaleX
    const y = from.y - (data.y[note] ?? 0) * scaleY
    if (x < 0 || y < 0 || x > width || y > height) continue
    const ink = inkOf(note)
    paths[ink < 0 ? inks.length - 1 : ink]?.rect(x - side / 2, y - side / 2, side, side)
  }
  context.globalAlpha = 0.8
  for (const [index, path] of paths.entries()) {
    context.fillStyle = inks[index] ?? theme.faint
    context.fill(path)
  }
  context.globalAlpha = 1
}

/** Names of communities over their middles, the largest first, none on another. */
function drawRegions(context: CanvasRenderingContext2D, sigma: MapSigma, {data, looks: {names, regions, theme}}: {data: MapData; looks: SheetLooks}): RegionBox[] {
  if (!names || sigma.getCamera().getState().ratio < nearest) return []
  const boxes: RegionBox[] = []
  context.font = regionFont
  context.textAlign = 'center'
  for (const region of regions) {
    const label = names.communities[region]?.label ?? ''
    const box = regionBox(sigma, {x: data.regions.x[region] ?? 0, y: data.regions.y[region] ?? 0}, context.measureText(label).width / 2)
    if (!box || boxes.some((other) => overlap(box, other))) continue
    boxes.push({...box, region})
    write(context, label, {x: (box.left + box.right) / 2, y: box.bottom - 5, ink: theme.inks[data.regions.ink[region] ?? 0] ?? theme.ink, halo: theme.paper})
  }
  return boxes
}

/** Where a community's name stands; near the border it moves in, so that all of it is read. */
function regionBox(sigma: MapSigma, place: {readonly x: number; readonly y: number}, half: number): Box | undefined {
  const {x, y} = sigma.graphToViewport({x: place.x, y: -place.y})
  const {width} = sigma.getDimensions()
  if (x < 0 || x > width) return undefined
  const middle = Math.max(half + 6, Math.min(width - half - 6, x))
  return {left: middle - half - 6, right: middle + half + 6, top: y - 15, bottom: y + 10}
}

/** Whether the reader moves the map: names would only get in the way, as links would. */
function isMoving(sigma: MapSigma): boolean {
  const mouse = sigma.getMouseCaptor()
  return sigma.getCamera().isAnimated() || mouse.isMoving || mouse.draggedEvents > 0 || mouse.currentWheelDirection !== 0 || sigma.getTouchCaptor().isMoving
}

/** Names of notes in sight, beside their dots. */
function drawNames(context: CanvasRenderingContext2D, sigma: MapSigma, {data, looks: {named, theme, dots: isFar}, taken}: {data: MapData; looks: SheetLooks; taken: Box[]}): void {
  const {width, height} = sigma.getDimensions()
  const wishes = named.flatMap(({note, title, links, strong}): Wish[] => {
    const {x, y} = sigma.graphToViewport({x: data.x[note] ?? 0, y: -(data.y[note] ?? 0)})
    const isInSight = x > 0 && y > 0 && x < width && y < height && title !== ''
    return isInSight ? [{text: short(title), x, y, size: sigma.scaleSize(sizeOf(links)), strong}] : []
  })
  // What would stand over the border is not written: a name that is cut is worse than none.
  const borders = [{left: -Infinity, right: 4, top: -Infinity, bottom: Infinity}, {left: width - 4, right: Infinity, top: -Infinity, bottom: Infinity}]
  const dots = wishes.slice(0, mostDots).map(({x, y, size}) => ({left: x - size, right: x + size, top: y - size, bottom: y + size}))
  writeNames(context, wishes, {taken: [...taken, ...borders], dots, most: isFar ? mostNames.far : mostNames.near, inks: {plain: {ink: theme.text, halo: theme.paper}, strong: {ink: theme.ink, halo: theme.paper}}})
}
