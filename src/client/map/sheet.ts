/** Names over the notes: those of communities and notes, on a plain 2D canvas. It is written on when the map rests, and put away while it moves. */

import type {MapNames} from '../../map-files.ts'
import {type Frame, type Lens, type Point, toPixels} from './camera.ts'
import type {MapData} from './data.ts'
import {type Box, overlap, regionFont, short, type Wish, write, writeNames} from './labels.ts'
import {sizeOf} from './marks.ts'
import {sharpness} from './pen.ts'
import type {Theme} from './theme.ts'

export interface SheetLooks {
  readonly theme: Theme
  readonly names: MapNames | undefined
  /** Whether communities stand for notes that are not drawn one by one. */
  readonly far: boolean
  /** Communities whose names are written, by their numbers. */
  readonly regions: readonly number[]
  /** Notes whose names are written where there is room, the most telling first. */
  readonly named: readonly {readonly note: number; readonly title: string; readonly links: number; readonly strong: boolean}[]
}

export interface Sheet {
  readonly paint: (looks: SheetLooks, view: {readonly frame: Frame; readonly lens: Lens; readonly ratio: number}) => void
  readonly hide: () => void
  /** The community whose name stands at a place of the stage. */
  readonly regionAt: (pixel: Point) => number | undefined
}

interface RegionBox extends Box {
  readonly region: number
}

/** Nearer than this, in the camera's ratio, names of communities would stand in the way of those of notes. */
const nearest = 0.34
/** More names than this are a page to read, not a map. */
const mostNames = {near: 70, far: 18} as const
/** Square pixels of the stage for each name that may cover dots. */
const boldEach = 50_000
/** Dots that names keep clear of: the largest in sight. */
const mostDots = 220

/** Keep a sheet for a map; names keep clear of what lies over it. */
export function sheet(canvas: HTMLCanvasElement, data: MapData, over: HTMLElement): Sheet {
  let boxes: RegionBox[] = []
  return {
    paint(looks, {frame, lens, ratio}) {
      canvas.hidden = false
      const context = cleared(canvas, frame)
      if (!context) return
      const covered = boxOf(over)
      boxes = ratio < nearest ? [] : drawRegions(context, looks, {data, frame, lens, covered})
      drawNames(context, looks, {data, frame, lens, covered, regions: boxes})
    },
    hide() {
      canvas.hidden = true
    },
    regionAt: ({x, y}) => boxes.find(({left, right, top, bottom}) => x >= left && x <= right && y >= top && y <= bottom)?.region
  }
}

/** The canvas's context, empty and as large as the stage. */
function cleared(canvas: HTMLCanvasElement, {width, height}: Frame): CanvasRenderingContext2D | null {
  const ratio = sharpness()
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
  }
  // Written on now and then: where there is no graphics card, a canvas of the processor's own is ten times as quick.
  const context = canvas.getContext('2d', {willReadFrequently: true})
  context?.setTransform(ratio, 0, 0, ratio, 0, 0)
  context?.clearRect(0, 0, width, height)
  return context
}

interface View {
  readonly data: MapData
  readonly frame: Frame
  readonly lens: Lens
  /** Where nothing would be seen. */
  readonly covered: Box
}

function boxOf({offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight}: HTMLElement): Box {
  return {left, right: left + offsetWidth, top, bottom: top + offsetHeight}
}

/** Names of communities over their middles, the largest first, none on another. */
function drawRegions(context: CanvasRenderingContext2D, {names, regions, theme}: SheetLooks, {data, frame, lens, covered}: View): RegionBox[] {
  if (!names) return []
  const boxes: RegionBox[] = []
  context.font = regionFont
  context.textAlign = 'center'
  for (const region of regions) {
    const label = names.communities[region]?.label ?? ''
    const place = toPixels(lens, {x: data.regions.x[region] ?? 0, y: data.regions.y[region] ?? 0})
    const box = regionBox(frame, place, context.measureText(label).width / 2)
    if (!box || [covered, ...boxes].some((other) => overlap(box, other))) continue
    boxes.push({...box, region})
    write(context, label, {x: (box.left + box.right) / 2, y: box.bottom - 5, ink: theme.regionInks[data.regions.ink[region] ?? 0] ?? theme.ink, halo: theme.paper, width: 6})
  }
  return boxes
}

/** Where a community's name stands; near the border it moves in, so that all of it is read. */
function regionBox({width, height}: Frame, {x, y}: Point, half: number): Box | undefined {
  if (x < 0 || x > width || y < 0 || y > height) return undefined
  const middle = Math.max(half + 6, Math.min(width - half - 6, x))
  const foot = Math.max(25, Math.min(height - 4, y + 10))
  return {left: middle - half - 6, right: middle + half + 6, top: foot - 25, bottom: foot}
}

/** Names of notes in sight, beside their dots. */
function drawNames(context: CanvasRenderingContext2D, {named, theme, far}: SheetLooks, {data, frame: {width, height}, lens, covered, regions}: View & {readonly regions: readonly Box[]}): void {
  const wishes = named.flatMap(({note, title, links, strong}): Wish[] => {
    const {x, y} = toPixels(lens, {x: data.x[note] ?? 0, y: data.y[note] ?? 0})
    const isInSight = x > 0 && y > 0 && x < width && y < height && title !== ''
    return isInSight ? [{text: short(title), x, y, size: sizeOf(links) * lens.growth, strong}] : []
  })
  // What would stand over the border is not written: a name that is cut is worse than none.
  const all = {left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity}
  const borders = [{...all, right: 4}, {...all, left: width - 4}, {...all, bottom: 2}, {...all, top: height - 2}]
  const dots = wishes.slice(0, mostDots).map(({x, y, size}) => ({left: x - size, right: x + size, top: y - size, bottom: y + size}))
  writeNames(context, wishes, {taken: [covered, ...regions, ...borders], dots, most: far ? mostNames.far : mostNames.near, boldest: Math.round((width * height) / boldEach), inks: {plain: {ink: theme.text, halo: theme.paper}, strong: {ink: theme.ink, halo: theme.paper}}})
}
