/** Words sought in a drawing: every label that has them is framed, and the reader goes from one to the next. */

import {wordsOf} from './lines.ts'

export interface Hit {
  readonly element: Element
  readonly frame: SVGRectElement
  readonly text: string
}

/** Pixels of the drawing between words and their frame. */
const air = 3

const namespace = 'http://www.w3.org/2000/svg'

/** Labels that hold what is sought, framed, from top to bottom; what was found before loses its frames. */
export function find(svg: SVGSVGElement, sought: string): readonly Hit[] {
  svg.querySelector('.finds')?.remove()
  const wanted = plain(sought)
  if (wanted === '') return []
  const layer = document.createElementNS(namespace, 'g')
  layer.setAttribute('class', 'finds')
  const hits = labelsOf(svg).filter((label) => plain(label.textContent ?? '').includes(wanted)).map((element): Hit => ({element, frame: frameOf(element, svg), text: wordsOf(element)}))
  for (const {frame} of hits) layer.append(frame)
  svg.append(layer)
  return hits.sort((one, other) => place(one.frame, 'y') - place(other.frame, 'y') || place(one.frame, 'x') - place(other.frame, 'x'))
}

/** Mark the one hit that the reader is at. */
export function markHit(hits: readonly Hit[], at: number): void {
  for (const [index, {frame}] of hits.entries()) frame.classList.toggle('is-here', index === at)
}

/** Labels are cut into lines where they are too long, and words are sought across them; accents and case are as nothing. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/[\p{M}\s]+/gu, '').toLowerCase()
}

function labelsOf(svg: SVGSVGElement): Element[] {
  return [...svg.querySelectorAll('foreignObject, text')].filter((label) => label.textContent?.trim() && label.closest('defs, foreignObject foreignObject') === null)
}

/** A frame around an element, in the drawing's own measure, so that it moves with it. */
function frameOf(element: Element, svg: SVGSVGElement): SVGRectElement {
  const frame = document.createElementNS(namespace, 'rect')
  const {left, top, width, height} = element.getBoundingClientRect()
  const matrix = svg.getScreenCTM()?.inverse()
  const corner = new DOMPoint(left, top).matrixTransform(matrix)
  const size = matrix?.a ?? 1
  const sides = {x: corner.x - air, y: corner.y - air, width: width * size + 2 * air, height: height * size + 2 * air}
  for (const [name, value] of Object.entries(sides)) frame.setAttribute(name, value.toFixed(1))
  return frame
}

function place(frame: SVGRectElement, name: 'x' | 'y'): number {
  return Number(frame.getAttribute(name))
}
