/** Mouse, fingers and keys on a canvas. One finger and the wheel scroll, which is the browser's; the rest is here. */

import type {Board} from './board.ts'

/** Pixels that a press may wander and still be a click. */
const still = 4

/** Let hands move a canvas. */
export function hands(box: HTMLElement, made: Board): void {
  box.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    made.zoom(Math.exp(-event.deltaY * 0.01), ...within(box, event))
  }, {passive: false})
  box.addEventListener('keydown', (event) => onKey(event, box, made))
  drag(box, made)
  pinch(box, made)
}

function onKey(event: KeyboardEvent, box: HTMLElement, {zoom, fit}: Board): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== box) return
  const acts = new Map([['+', () => zoom(1.25)], ['=', () => zoom(1.25)], ['-', () => zoom(0.8)], ['0', fit]])
  // Shift and 1, as in the app; what that types differs by keyboard.
  const act = event.shiftKey && event.code === 'Digit1' ? fit : acts.get(event.key)
  if (!act) return
  event.preventDefault()
  act()
}

/** A mouse drags the plane; a drag that began on words would take the reader's selection, so cards are left alone unless the middle button is held. */
function drag(box: HTMLElement, {move}: Board): void {
  let from: {readonly x: number; readonly y: number} | undefined
  let wandered = 0
  box.addEventListener('pointerdown', (event) => {
    const isGround = !(event.target instanceof Element && event.target.closest('.cv-card:not(.cv-group)'))
    if (event.pointerType !== 'mouse' || !(event.button === 1 || (event.button === 0 && isGround))) return
    from = {x: event.clientX, y: event.clientY}
    wandered = 0
  })
  box.addEventListener('pointermove', (event) => {
    if (!from) return
    const [x, y] = [event.clientX - from.x, event.clientY - from.y]
    wandered += Math.hypot(x, y)
    if (wandered > still && !box.hasPointerCapture(event.pointerId)) box.setPointerCapture(event.pointerId)
    move(x, y)
    from = {x: event.clientX, y: event.clientY}
  })
  for (const end of ['pointerup', 'pointercancel'] as const) {
    box.addEventListener(end, () => {
      from = undefined
    })
  }
}

/** Two fingers magnify. */
function pinch(box: HTMLElement, {zoom}: Board): void {
  let apart = 0
  const span = ([a, b]: readonly Touch[]): number => (a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0)
  box.addEventListener('touchstart', ({touches}) => {
    apart = span([...touches])
  }, {passive: true})
  box.addEventListener('touchmove', (event) => {
    const [a, b] = [...event.touches]
    if (!a || !b || apart === 0) return
    event.preventDefault()
    const now = span([a, b])
    zoom(now / apart, ...within(box, {clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2}))
    apart = now
  }, {passive: false})
}

function within(box: HTMLElement, {clientX, clientY}: {readonly clientX: number; readonly clientY: number}): [x: number, y: number] {
  const {left, top} = box.getBoundingClientRect()
  return [clientX - left, clientY - top]
}
