/** What the viewer shows: a diagram at the end of a trail, and perhaps one of its steps. */

import type {Hit} from './find.ts'
import type {Minimap} from './map.ts'
import type {Pan} from './pan.ts'
import type {Place} from './place.ts'
import {spell} from './reveal.ts'
import type {Shown} from './shown.ts'
import {showStep, type Step, stepsOf} from './steps.ts'

/** What the viewer is and shows. */
export interface Viewer {
  readonly dialog: HTMLDialogElement
  readonly stage: HTMLElement
  readonly part: (selector: string) => HTMLElement
  readonly pan: Pan
  readonly map: Minimap
  readonly field: HTMLInputElement | null
  /** To be called when the place has changed: the address tells it. */
  readonly changed: () => void
  /** Diagrams from the page's own to the one shown. */
  trail: readonly Shown[]
  steps: readonly Step[]
  /** Index of the step that is lit; −1 before the first. */
  step: number
  hits: readonly Hit[]
  /** Index of the hit that the reader is at. */
  hit: number
  /** Figure whose drawing is away. */
  figure?: Element
  /** Whether the dialog is closed and the history still goes back to before it was opened. */
  isLeaving: boolean
  /** Address of the diagram behind the link that was pressed last. */
  drill: string
}

/** Show the last diagram of a trail, or a place in it. */
export function show(all: Viewer, trail: readonly Shown[], {spot, step = -1}: Partial<Place> = {}): void {
  const shown = trail.at(-1)
  if (!shown) return
  tidy(all)
  all.trail = trail
  all.part('.title').textContent = shown.title
  all.part('ol').replaceChildren(...trail.slice(0, -1).map(({title}, index) => crumb(title, index)))
  say(all, '')
  all.part('.offer').hidden = true
  all.pan.show(shown.svg, spot)
  all.map.show(shown.svg)
  all.map.follow(all.pan)
  // Read off the drawing, which must be on the stage for that.
  all.steps = stepsOf(shown.svg, shown.lines)
  for (const name of ['previous', 'next']) all.part(`[data-do=${name}]`).hidden = all.steps.length < 2
  if (step >= 0) light(all, step)
}

/** Take off the shown drawing what the viewer put on it. */
export function tidy(all: Viewer): void {
  const shown = all.trail.at(-1)
  if (!shown) return
  all.step = -1
  all.hits = []
  if (all.field) all.field.value = ''
  showStep(shown.svg, undefined)
  shown.svg.querySelector('.finds')?.remove()
}

/** Light one step and bring it onto the stage; before the first, all are lit. */
export function light(all: Viewer, step: number): void {
  const shown = all.trail.at(-1)
  if (!shown) return
  all.step = Math.max(-1, Math.min(all.steps.length - 1, step))
  const lit = all.steps[all.step]
  showStep(shown.svg, lit)
  const {step: words = ''} = all.dialog.dataset
  say(all, lit && words.replace('{number}', `${all.step + 1}`).replace('{count}', `${all.steps.length}`).replace('{text}', () => lit.text))
  all.changed()
  const [first] = lit?.parts ?? []
  if (first) spell(all, first.getBoundingClientRect())
}

/** Say something, politely. */
export function say(all: Viewer, text = ''): void {
  all.part('.said').textContent = text
}

function crumb(title: string, index: number): HTMLElement {
  const item = document.createElement('li')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = title
  button.dataset['do'] = 'back'
  button.value = `${index}`
  item.append(button)
  return item
}
