/** Wheel, fingers and mouse on the stage. */

import type {Pan} from './pan.ts'

/** Pixels that a press may wander and still be a click. */
const still = 4

interface Point {
  readonly x: number
  readonly y: number
}

/** Let hands move a drawing. A press that moved it does not follow the link under it. */
export function hands(stage: HTMLElement, {zoom, move}: Pan): void {
  const pointers = new Map<number, Point>()
  let wandered = 0

  stage.addEventListener('wheel', (event) => {
    event.preventDefault()
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) move(-event.deltaX - (event.shiftKey ? event.deltaY : 0), 0)
    else zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), ...within(stage, event))
  }, {passive: false})
  stage.addEventListener('pointerdown', (event) => {
    pointers.set(event.pointerId, {x: event.clientX, y: event.clientY})
    wandered = 0
  })
  stage.addEventListener('pointermove', (event) => {
    const from = pointers.get(event.pointerId)
    if (!from) return
    const to = {x: event.clientX, y: event.clientY}
    wandered += Math.hypot(to.x - from.x, to.y - from.y)
    if (wandered > still && !stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId)
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
    const share = other ? 0.5 : 1
    move((to.x - from.x) * share, (to.y - from.y) * share)
    if (other) zoom(distance(to, other) / Math.max(1, distance(from, other)), ...within(stage, {clientX: (to.x + other.x) / 2, clientY: (to.y + other.y) / 2}))
    pointers.set(event.pointerId, to)
  })
  for (const end of ['pointerup', 'pointercancel'] as const) stage.addEventListener(end, ({pointerId}) => pointers.delete(pointerId))
  stage.addEventListener('dragstart', (event) => event.preventDefault())
  stage.addEventListener('click', (event) => {
    if (wandered <= still || event.detail === 0) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }, true)
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function within(stage: HTMLElement, {clientX, clientY}: {readonly clientX: number; readonly clientY: number}): [x: number, y: number] {
  const {left, top} = stage.getBoundingClientRect()
  return [clientX - left, clientY - top]
}
