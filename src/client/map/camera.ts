/** Where the reader looks from, and what that makes of places. Pure arithmetic: no browser here. */

import type {Sight} from './pick.ts'
import type {Camera} from './state.ts'

/** The stage in pixels, and what of the map stands on it when all is shown. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly box: Sight
}

/** From the map's units to pixels: subtract the corner, multiply by the scale. */
export interface Lens {
  readonly scale: number
  /** What of the map stands in the upper left corner. */
  readonly x: number
  readonly y: number
  /** How much larger discs are than far out: less than distances grow, as they would hide one another else. */
  readonly growth: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** All of the map in the middle of the stage. */
export const whole: Camera = {x: 0.5, y: 0.5, ratio: 1}
/** Pixels between the border and the outermost notes. */
const padding = 34
const [nearest, farthest] = [0.01, 2.5]
const mostGrowth = 2
/** Square pixels of a stage on which discs have their full size; on smaller ones they would cover each other. */
const roomy = 500_000

/** Hold a ratio within what the map can show. */
export function heldRatio(ratio: number): number {
  return Math.max(nearest, Math.min(farthest, ratio))
}

/** The camera counts in the longer side of the map's box, with its middle at one half and `y` upwards. */
function unitOf({left, right, top, bottom}: Sight): number {
  return Math.max(right - left, bottom - top, 1)
}

function middleOf({left, right, top, bottom}: Sight): Point {
  return {x: (left + right) / 2, y: (top + bottom) / 2}
}

/** What a camera makes of places. */
export function lensOf({width, height, box}: Frame, camera: Camera): Lens {
  const room = (pixels: number, units: number): number => Math.max(1, pixels - 2 * padding) / Math.max(1, units)
  const scale = Math.min(room(width, box.right - box.left), room(height, box.bottom - box.top)) / camera.ratio
  const {x, y} = placeOf({width, height, box}, camera)
  return {scale, x: x - width / 2 / scale, y: y - height / 2 / scale, growth: Math.max(0.7, Math.min(mostGrowth, camera.ratio ** -0.3)) * Math.max(0.75, Math.min(1, Math.sqrt((width * height) / roomy)))}
}

/** The place of the map that a camera has in the middle of the stage. */
export function placeOf({box}: Frame, {x, y}: Camera): Point {
  const middle = middleOf(box)
  return {x: middle.x + (x - 0.5) * unitOf(box), y: middle.y - (y - 0.5) * unitOf(box)}
}

/** The camera that has a place of the map in the middle of the stage. */
export function cameraAt({box}: Frame, {x, y}: Point, ratio: number): Camera {
  const middle = middleOf(box)
  return {x: 0.5 + (x - middle.x) / unitOf(box), y: 0.5 - (y - middle.y) / unitOf(box), ratio: heldRatio(ratio)}
}

export function toPixels({scale, x, y}: Lens, place: Point): Point {
  return {x: (place.x - x) * scale, y: (place.y - y) * scale}
}

export function toPlace({scale, x, y}: Lens, pixel: Point): Point {
  return {x: pixel.x / scale + x, y: pixel.y / scale + y}
}

/** The camera after the map was pulled by so many pixels. */
export function pulled(frame: Frame, camera: Camera, {x, y}: Point): Camera {
  const {scale} = lensOf(frame, camera)
  const place = placeOf(frame, camera)
  return cameraAt(frame, {x: place.x - x / scale, y: place.y - y / scale}, camera.ratio)
}

/** The camera after zooming, nearer with less than 1; what stands at a pixel stays there. */
export function zoomed(frame: Frame, camera: Camera, {by, at}: {readonly by: number; readonly at: Point}): Camera {
  const ratio = heldRatio(camera.ratio * by)
  const place = toPlace(lensOf(frame, camera), at)
  const after = toPixels(lensOf(frame, {...camera, ratio}), place)
  return pulled(frame, {...camera, ratio}, {x: at.x - after.x, y: at.y - after.y})
}

/** A camera on the way from one to another, at a share of the time; slow at both ends. */
export function between(from: Camera, to: Camera, share: number): Camera {
  const eased = share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2
  const mix = (a: number, b: number): number => a + (b - a) * eased
  return {x: mix(from.x, to.x), y: mix(from.y, to.y), ratio: from.ratio * (to.ratio / from.ratio) ** eased}
}

/** What is in sight, in the map's units, and a little around it, so that a small move shows no empty edge. */
export function sightOf({width, height}: Frame, lens: Lens): Sight {
  const around = 0.15
  const from = toPlace(lens, {x: -width * around, y: -height * around})
  const to = toPlace(lens, {x: width * (1 + around), y: height * (1 + around)})
  return {left: from.x, right: to.x, top: from.y, bottom: to.y}
}
