/** The viewer's parts, and the diagram that it shows. */

import {hands} from './hands.ts'
import {boxOf, filled, mark, middle, part} from './dom.ts'
import {drawMap, followMap, moveByMap} from './map.ts'
import {pan, type Spot} from './pan.ts'
import {type Step, stepsOf} from './steps.ts'

/** A diagram from a figure of this page or of another. */
export interface Shown {
  readonly svg: SVGElement
  readonly title: string
  /** The diagram as lines of text. */
  readonly lines: readonly string[]
  readonly source: string
  /** Where it stands. */
  readonly address: string
  /** Address of its drawing as a file. */
  readonly file: string
  /** Its own page's address under that of the list of diagrams: `tools/kafka/1`. */
  readonly key: string
}

export const dialog = part<HTMLDialogElement>('.viewer:not(.lightbox)')
export const words = dialog.dataset
export const stage = part('.stage', dialog)
export const field = part<HTMLInputElement>('input', dialog)

/** Size below which words cannot be read, and the share of the stage that words may fill. */
const legible = 0.7
const full = 0.94

/** Diagrams from the page's own to the one shown. */
export let trail: readonly Shown[] = []
export let shown: Shown | undefined
let steps: readonly Step[] = []
/** Index of the step that is lit; −1 before the first. */
export let step = -1

/** Called when the place has changed. */
let told = (): void => {}
export const view = pan(stage, () => {
  followMap(view)
  told()
})

/** Tell of each change of what is shown. */
export function whenMoved(tell: () => void): void {
  told = tell
  hands(stage, view)
  moveByMap(view)
}

/** Say something, politely. */
export function say(text = ''): void {
  part('.said', dialog).textContent = text
}

/** Take off the shown drawing what the viewer put on it. */
export function tidy(): void {
  step = -1
  field.value = ''
  for (const name of ['is-step', 'is-found', 'is-here']) mark(dialog, name)
}

/** Show the last diagram of a trail, or a place in it. */
export function show(to: readonly Shown[], spot?: Spot, at = -1): void {
  shown = to.at(-1)
  if (!shown) return
  tidy()
  trail = to
  part('.title', dialog).textContent = shown.title
  part('nav', dialog).replaceChildren(...to.slice(0, -1).map(crumb))
  say()
  part('.offer', dialog).hidden = true
  drawMap(shown.svg)
  view.show(shown.svg, spot)
  // Read off the drawing, which must be on the stage for that.
  steps = stepsOf(shown.svg, shown.lines)
  part('.step', dialog).hidden = steps.length < 2
  if (at >= 0) light(at)
  stage.focus()
}

/** Light one step and bring it onto the stage; before the first, all are lit. */
export function light(to: number): void {
  step = Math.max(-1, Math.min(steps.length - 1, to))
  const lit = steps[step]
  mark(stage, 'is-step', lit?.parts)
  told()
  if (!lit) return say()
  say(filled(words['step'], {number: step + 1, count: steps.length, text: lit.text}))
  const [first] = lit.parts
  if (first) spell(first)
}

/** Move something into the middle, if it is not wholly on the stage. */
export function reveal(element: Element): void {
  const [box, frame] = [boxOf(element), boxOf(stage)]
  if (box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left && box.right <= frame.right) return
  const [at, to] = [middle(box), middle(frame)]
  view.move(to.x - at.x, to.y - at.y)
}

/** The same for words, which are magnified where they are too small to be read. */
export function spell(element: Element): void {
  const size = view.size()
  if (size < legible) view.zoom(Math.max(legible, Math.min(1, (stage.clientWidth * full * size) / boxOf(element).width)) / size)
  reveal(element)
}

function crumb({title}: Shown, index: number): HTMLElement {
  const button = document.createElement('button')
  button.textContent = title
  button.name = 'back'
  button.value = `${index}`
  return button
}
