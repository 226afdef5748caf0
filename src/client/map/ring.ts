/** The note under the pointer: a ring around its disc, and its whole name. */

import {toPixels} from './camera.ts'
import {sizeOf} from './marks.ts'
import type {Model} from './model.ts'
import type {Stage} from './stage.ts'

/** Pixels between a disc and its ring. */
const gap = 3

/** Show the ring for a note, or put it away. */
export function ring(element: HTMLElement, {data, now}: Model, stage: Stage): (note: number | undefined) => void {
  return (note) => {
    element.hidden = note === undefined
    if (note === undefined) return
    const {names, shown} = now()
    const lens = stage.lens()
    const {x, y} = toPixels(lens, {x: data.x[note] ?? 0, y: data.y[note] ?? 0})
    element.style.translate = `${x}px ${y}px`
    element.style.setProperty('--half', `${sizeOf(shown.links[note] ?? 0) * lens.growth + gap}px`)
    element.classList.toggle('to-left', x > stage.frame().width / 2)
    const name = element.querySelector('span')
    if (name) name.textContent = names.titles[note] ?? names.missing[note - data.notes] ?? ''
  }
}
