/** What the viewer shows: a diagram at the end of a trail, and perhaps one of its messages. */

import type {Pan, Spot} from './pan.ts'
import type {Shown} from './shown.ts'
import {showStep, type Step, stepsOf} from './steps.ts'

/** What the viewer is and shows. */
export interface Viewer {
  readonly dialog: HTMLDialogElement
  readonly stage: HTMLElement
  readonly part: (selector: string) => HTMLElement
  readonly pan: Pan
  /** Diagrams from the page's own to the one shown. */
  trail: Shown[]
  steps: readonly Step[]
  /** Index of the step that is lit; −1 before the first. */
  step: number
  /** Figure whose drawing is away. */
  figure?: Element
  /** Whether closing goes back in the history. */
  isPushed: boolean
  /** Address of the diagram behind the link that was pressed last. */
  drill: string
  /** Until the address is written. */
  timer?: ReturnType<typeof setTimeout>
}

/** Show the last diagram of a trail. */
export function show(all: Viewer, trail: Shown[], spot?: Spot): void {
  const shown = trail.at(-1)
  if (!shown) return
  light(all, -1)
  all.trail = trail
  all.steps = stepsOf(shown.svg, shown.lines)
  for (const name of ['previous', 'next']) all.part(`[data-do=${name}]`).hidden = all.steps.length < 2
  all.part('.title').textContent = shown.title
  all.part('ol').replaceChildren(...trail.slice(0, -1).map(({title}, index) => crumb(title, () => show(all, trail.slice(0, index + 1)))))
  say(all, '')
  all.part('.offer').hidden = true
  all.pan.show(shown.svg, spot)
}

/** Light one message and bring it onto the stage; before the first, all are lit. */
export function light(all: Viewer, step: number): void {
  const shown = all.trail.at(-1)
  if (!shown) return
  all.step = Math.max(-1, Math.min(all.steps.length - 1, step))
  const lit = all.steps[all.step]
  showStep(shown.svg, lit)
  const {step: words = ''} = all.dialog.dataset
  say(all, lit && words.replace('{number}', `${all.step + 1}`).replace('{count}', `${all.steps.length}`).replace('{text}', () => lit.text))
  const [first] = lit?.parts ?? []
  const box = first?.getBoundingClientRect()
  const stage = all.stage.getBoundingClientRect()
  const isOut = box && (box.top < stage.top || box.bottom > stage.bottom || box.left < stage.left || box.right > stage.right)
  if (isOut) all.pan.move(stage.left + stage.width / 2 - box.left - box.width / 2, stage.top + stage.height / 2 - box.top)
}

/** Say something, politely. */
export function say(all: Viewer, text = ''): void {
  all.part('.said').textContent = text
}

function crumb(title: string, back: () => void): HTMLElement {
  const item = document.createElement('li')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = title
  button.addEventListener('click', back)
  item.append(button)
  return item
}
