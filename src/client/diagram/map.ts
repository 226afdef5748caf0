/** The whole drawing, small, while only a part of it is on the stage: the frame in it is that part, and can be moved. */

import type {Pan} from './pan.ts'

export interface Minimap {
  /** Take the drawing that is shown. */
  readonly show: (svg: SVGSVGElement) => void
  /** Put the frame where the stage is. */
  readonly follow: (pan: Pan) => void
}

/** Longest sides of the map, in pixels. */
const longest = {width: 200, height: 150}

/** Share of a drawing that may be off the stage without a map. */
const slack = 0.02

/** Make a map of an element. It is for pointers: keys move the stage itself. */
export function minimap(box: HTMLElement, pan: () => Pan): Minimap {
  const frame = document.createElement('span')
  const go = ({clientX, clientY}: PointerEvent): void => {
    const {left, top, width, height} = box.getBoundingClientRect()
    pan().centre((clientX - left) / width, (clientY - top) / height)
  }
  box.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    box.setPointerCapture(event.pointerId)
    go(event)
  })
  box.addEventListener('pointermove', (event) => box.hasPointerCapture(event.pointerId) && go(event))
  return {
    show(svg) {
      const picture = pictureOf(svg)
      const {width, height} = svg.viewBox.baseVal
      const size = Math.min(longest.width / width, longest.height / height)
      box.style.inlineSize = `${width * size}px`
      box.style.blockSize = `${height * size}px`
      box.replaceChildren(picture, frame)
    },
    follow(shown) {
      const {left, top, width, height} = shown.window()
      box.hidden = left <= slack && top <= slack && left + width >= 1 - slack && top + height >= 1 - slack
      const [from, to] = [(place: number) => Math.max(0, Math.min(1, place)), (start: number, length: number) => Math.max(0, Math.min(1, start + length))]
      frame.style.insetInlineStart = `${from(left) * 100}%`
      frame.style.insetBlockStart = `${from(top) * 100}%`
      frame.style.inlineSize = `${(to(left, width) - from(left)) * 100}%`
      frame.style.blockSize = `${(to(top, height) - from(top)) * 100}%`
    }
  }
}

/** A copy to look at: without ids, which the drawing itself has, and nothing to go to or to be read out. */
function pictureOf(svg: SVGSVGElement): Element {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return document.createElement('span')
  for (const element of copy.querySelectorAll('[id], [tabindex], [role], a')) for (const name of ['id', 'tabindex', 'role', 'aria-label', 'href']) element.removeAttribute(name)
  copy.style.transform = ''
  copy.ariaHidden = 'true'
  return copy
}
