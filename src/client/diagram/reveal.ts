/** Bring a part of the drawing onto the stage. */

import type {Pan} from './pan.ts'

/** Size below which words cannot be read. */
const legible = 0.7
/** Share of the stage that words may fill. */
const filled = 0.94

interface On {
  readonly stage: HTMLElement
  readonly pan: Pan
}

/** Move a box on the screen into the middle, if it is not wholly on the stage. */
export function reveal({stage, pan}: On, box: DOMRect): void {
  const frame = stage.getBoundingClientRect()
  const isThere = box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left && box.right <= frame.right
  if (!isThere) pan.move(middle(frame).x - middle(box).x, middle(frame).y - middle(box).y)
}

/** The same for words, which are magnified where they are too small to be read. */
export function spell(on: On, box: DOMRect): void {
  const {stage, pan} = on
  if (pan.size() >= legible) return reveal(on, box)
  const frame = stage.getBoundingClientRect()
  const [at, to] = [middle(box), middle(frame)]
  const size = Math.max(legible, Math.min(1, (frame.width * filled * pan.size()) / box.width))
  pan.zoom(size / pan.size(), at.x - frame.left, at.y - frame.top)
  pan.move(to.x - at.x, to.y - at.y)
}

function middle({left, top, width, height}: DOMRect): {readonly x: number; readonly y: number} {
  return {x: left + width / 2, y: top + height / 2}
}
