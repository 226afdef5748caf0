/** Wheel, fingers and mouse on the stage. */

import type {Pan} from './pan.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Pixels that a press may wander and still be a click. */
const still = 4

/** Let hands move a drawing. A press that moved it does not follow the link under it. */
export function hands(stage: HTMLElement, {zoom, move}: Pan): void {
  const pointers = new Map<number, Point>()
  let wandered = 0
  const zoomAt = (by: number, {x, y}: Point): void => {
    zoom(by, x - stage.offsetLeft, y - stage.offsetTop)
  }

  stage.addEventListener('wheel', (event) => {
    const {deltaX, deltaY, shiftKey, ctrlKey} = event
    event.preventDefault()
    if (shiftKey || Math.abs(deltaX) > Math.abs(deltaY)) move(-deltaX - deltaY, 0)
    else zoomAt(Math.exp(-deltaY * (ctrlKey ? 0.01 : 0.002)), event)
  }, {passive: false})
  stage.addEventListener('pointerdown', (event) => {
    pointers.set(event.pointerId, event)
    wandered = 0
  })
  stage.addEventListener('pointermove', (event) => {
    const {pointerId} = event
    const from = pointers.get(pointerId)
    if (!from) return
    const [x, y] = [event.x - from.x, event.y - from.y]
    wandered += Math.hypot(x, y)
    // Only then, as what holds the pointer would take the click from the link under it.
    if (wandered > still) stage.setPointerCapture(pointerId)
    pointers.delete(pointerId)
    const [other] = pointers.values()
    pointers.set(pointerId, event)
    if (!other) return move(x, y)
    move(x / 2, y / 2)
    zoomAt(Math.hypot(event.x - other.x, event.y - other.y) / Math.max(1, Math.hypot(from.x - other.x, from.y - other.y)), {x: (event.x + other.x) / 2, y: (event.y + other.y) / 2})
  })
  for (const end of ['pointerup', 'pointercancel'] as const) stage.addEventListener(end, ({pointerId}) => pointers.delete(pointerId))
  stage.addEventListener('dragstart', (event) => event.preventDefault())
  stage.addEventListener('click', (event) => {
    if (wandered <= still || !event.detail) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }, true)
}
