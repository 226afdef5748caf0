/**
 * Names over the notes: those of communities and notes. They are written when the map rests, and put away while it moves.
 *
 * Text of the page and not of a canvas: the browser draws it beside the page's thread, and its colours follow the theme.
 */

import type {MapNames} from '../../map-files.ts'
import {type Frame, type Lens, type Point, toPixels} from './camera.ts'
import type {MapData} from './data.ts'
import {type Box, fontOf, overlap, placeNames, regionFont, short, type Wish} from './labels.ts'
import {sizeOf} from './marks.ts'

export interface SheetLooks {
  readonly names: MapNames
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
  readonly label: string
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
export function sheet(svg: SVGSVGElement, data: MapData, over: HTMLElement): Sheet {
  let boxes: RegionBox[] = []
  const measure = ruler()
  return {
    paint(looks, {frame, lens, ratio}) {
      const view = {data, frame, lens, covered: boxOf(over), measure}
      boxes = ratio < nearest ? [] : placeRegions(looks, view)
      const regions = boxes.map(({label, region, left, right, bottom}) => text(label, {x: (left + right) / 2, y: bottom - 5, class: `is-region ink-${data.regions.ink[region] ?? 0}`}))
      const notes = placeNotes(looks, {...view, regions: boxes}).map(({text: name, x, y, strong}) => text(name, {x, y, class: strong ? 'is-strong' : ''}))
      svg.replaceChildren(...regions, ...notes)
      svg.removeAttribute('hidden')
    },
    hide() {
      svg.setAttribute('hidden', '')
    },
    regionAt: ({x, y}) => boxes.find(({left, right, top, bottom}) => x >= left && x <= right && y >= top && y <= bottom)?.region
  }
}

/** Pixels that a text takes in a face. */
type Ruler = (text: string, font: string) => number

/** Measures letter by letter, on a canvas that nobody sees: names are many, letters few, and between them little is lost. */
function ruler(): Ruler {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, Map<string, number>>()
  const widthOf = (letter: string, font: string): number => {
    if (!context) return 0
    context.font = font
    return context.measureText(letter).width
  }
  return (text, font) => {
    const widths = known.get(font) ?? new Map<string, number>()
    known.set(font, widths)
    let sum = 0
    for (const letter of text) {
      const width = widths.get(letter) ?? widthOf(letter, font)
      widths.set(letter, width)
      sum += width
    }
    return sum
  }
}

function text(content: string, attributes: Readonly<Record<string, string | number>>): SVGTextElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.textContent = content
  return made
}

interface View {
  readonly data: MapData
  readonly frame: Frame
  readonly lens: Lens
  /** Where nothing would be seen. */
  readonly covered: Box
  readonly measure: Ruler
}

function boxOf({offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight}: HTMLElement): Box {
  return {left, right: left + offsetWidth, top, bottom: top + offsetHeight}
}

/** Names of communities over their middles, the largest first, none on another. */
function placeRegions({names, regions}: SheetLooks, {data, frame, lens, covered, measure}: View): RegionBox[] {
  const boxes: RegionBox[] = []
  for (const region of regions) {
    const label = names.communities[region]?.label ?? ''
    const place = toPixels(lens, {x: data.regions.x[region] ?? 0, y: data.regions.y[region] ?? 0})
    const box = regionBox(frame, place, measure(label, regionFont) / 2)
    if (box && ![covered, ...boxes].some((other) => overlap(box, other))) boxes.push({...box, region, label})
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
function placeNotes({named, far}: SheetLooks, {data, frame: {width, height}, lens, covered, measure, regions}: View & {readonly regions: readonly Box[]}): ReturnType<typeof placeNames> {
  const wishes = named.flatMap(({note, title, links, strong}): Wish[] => {
    const {x, y} = toPixels(lens, {x: data.x[note] ?? 0, y: data.y[note] ?? 0})
    const isInSight = x > 0 && y > 0 && x < width && y < height && title !== ''
    return isInSight ? [{text: short(title), x, y, size: sizeOf(links) * lens.growth, strong}] : []
  })
  // What would stand over the border is not written: a name that is cut is worse than none.
  const all = {left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity}
  const borders = [{...all, right: 4}, {...all, left: width - 4}, {...all, bottom: 2}, {...all, top: height - 2}]
  const dots = wishes.slice(0, mostDots).map(({x, y, size}) => ({left: x - size, right: x + size, top: y - size, bottom: y + size}))
  return placeNames(wishes, ({text: name, strong}) => measure(name, fontOf(strong)), {taken: [covered, ...regions, ...borders], dots, most: far ? mostNames.far : mostNames.near, boldest: Math.round((width * height) / boldEach)})
}
