/** The map by mouse, finger and pen: pulling moves it, the wheel and two fingers change its size, pointing and clicking reach notes. */

import {type Point, pulled, zoomed} from './camera.ts'
import type {Stage} from './stage.ts'

export interface HandActs {
  /** The pointer is over a note, or over none. */
  readonly hover: (note: number | undefined) => void
  /** A click or tap, and how it was made. */
  readonly press: (note: number | undefined, at: Point, event: PointerEvent) => void
}

/** Pixels around a disc that still belong to it. */
const room = {fine: 3, coarse: 12} as const
/** Pixels that a press may tremble. */
const tremble = 5
/** How much a turn of the wheel by one pixel changes the size. */
const wheelStep = 0.0015
const mostWheel = 240
const doubled = 300

/** Let hands act on the stage. */
export function hands(element: HTMLElement, stage: Stage, acts: HandActs): void {
  const fingers = new Map<number, Point>()
  let began: Point | undefined
  let wasPulled = false
  const isFree = onceFree()
  const pixelOf = ({clientX, clientY}: MouseEvent): Point => {
    const {left, top} = element.getBoundingClientRect()
    return {x: clientX - left - element.clientLeft, y: clientY - top - element.clientTop}
  }
  const noteAt = (event: PointerEvent): number | undefined => stage.noteAt(pixelOf(event), event.pointerType === 'mouse' ? room.fine : room.coarse)

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    fingers.set(event.pointerId, pixelOf(event))
    if (fingers.size === 1) [began, wasPulled] = [pixelOf(event), false]
    element.setPointerCapture(event.pointerId)
    stage.hold(true)
  })
  element.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId)
    if (!before) {
      if (event.pointerType === 'mouse' && isFree()) acts.hover(noteAt(event))
      return
    }
    const now = pixelOf(event)
    wasPulled ||= began === undefined || Math.hypot(now.x - began.x, now.y - began.y) > tremble
    if (!wasPulled) return
    pull(stage, fingers, {id: event.pointerId, now})
    acts.hover(undefined)
  })
  const lift = (event: PointerEvent): void => {
    const isLast = fingers.delete(event.pointerId) && fingers.size === 0
    if (isLast) stage.hold(false)
    if (isLast && !wasPulled && event.type === 'pointerup') acts.press(noteAt(event), pixelOf(event), event)
  }
  for (const end of ['pointerup', 'pointercancel'] as const) element.addEventListener(end, lift)
  element.addEventListener('pointerleave', () => acts.hover(undefined))
  element.addEventListener('dblclick', (event) => stage.look(zoomed(stage.frame(), stage.camera(), {by: 0.5, at: pixelOf(event)}), doubled))
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const turned = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 30) * (event.ctrlKey ? 4 : 1)
      const by = Math.exp(Math.max(-mostWheel, Math.min(mostWheel, turned)) * wheelStep)
      stage.look(zoomed(stage.frame(), stage.camera(), {by, at: pixelOf(event)}))
    },
    {passive: false}
  )
}

/** One finger pulls the map; of two, each pulls by half, and their distance is its size. */
function pull(stage: Stage, fingers: Map<number, Point>, {id, now}: {id: number; now: Point}): void {
  const before = fingers.get(id) ?? now
  fingers.set(id, now)
  const other = [...fingers].find(([each]) => each !== id)?.[1]
  const share = other ? 0.5 : 1
  const moved = pulled(stage.frame(), stage.camera(), {x: (now.x - before.x) * share, y: (now.y - before.y) * share})
  if (!other) {
    stage.look(moved)
    return
  }
  const [was, is] = [Math.hypot(before.x - other.x, before.y - other.y), Math.hypot(now.x - other.x, now.y - other.y)]
  stage.look(zoomed(stage.frame(), moved, {by: Math.max(1, was) / Math.max(1, is), at: {x: (now.x + other.x) / 2, y: (now.y + other.y) / 2}}))
}

/** Pointing is looked at once a frame, however often the mouse tells. */
function onceFree(): () => boolean {
  let isBusy = false
  return () => {
    if (isBusy) return false
    isBusy = true
    requestAnimationFrame(() => {
      isBusy = false
    })
    return true
  }
}
