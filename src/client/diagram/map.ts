/** The whole drawing, small, while only a part of it is on the stage: the frame in it is that part, and can be moved. */

import {all, part} from './dom.ts'
import type {Pan} from './pan.ts'

const box = part('.viewer .map')
const [picture, frame] = [part('div', box), part('span', box)]

/** Share of a drawing that may be off the stage without a map. */
const slack = 0.02

/** Make it a copy of a drawing, to look at: without ids, which the drawing itself has. */
export function drawMap(svg: SVGElement): void {
  picture.replaceChildren(svg.cloneNode(true))
  for (const element of all(picture, '[id], svg')) {
    element.removeAttribute('id')
    element.style.transform = ''
  }
}

/** Put the frame where the stage is. */
export function followMap({beyond}: Pan): void {
  const sides = beyond()
  box.hidden = sides.every((side) => side <= slack)
  frame.style.inset = sides.map((side) => `${Math.max(0, side) * 100}%`).join(' ')
}

/** Let pointers move the frame; keys move the stage itself. */
export function moveByMap({centre}: Pan): void {
  for (const name of ['pointerdown', 'pointermove'] as const) {
    box.addEventListener(name, ({buttons, offsetX, offsetY}) => buttons > 0 && centre(offsetX / box.clientWidth, offsetY / box.clientHeight))
  }
}
