/** What diagrams gain from a script: neighbours light up, and each opens in a viewer that has an address. */

import {listen} from './diagram/acts.ts'
import {all, boxOf, least, middle, part} from './diagram/dom.ts'
import {seek} from './diagram/find.ts'
import {lightUp} from './diagram/near.ts'
import {figures, follow, goTo} from './diagram/viewer.ts'
import {inPieces} from './idle.ts'

/** A drawing that scrolls in its box begins at its side, unless it leads downwards: then at its top, which is often in the middle. */
function begin(drawing: Element): void {
  const top = least(all(drawing, '.node').map(boxOf), ({y}) => y)
  const box = drawing.parentElement
  if (top && box) box.scrollLeft += middle(top).x - middle(boxOf(box)).x
}

function start(): void {
  const {content} = part<HTMLTemplateElement>('#kg-plate-tools')
  for (const figure of all(document, figures)) {
    const caption = part('figcaption', figure)
    caption.append(content.cloneNode(true))
    part('.tool', caption).addEventListener('click', () => goTo([], figure.id))
  }
  inPieces(all(document, '.view > .mm-down'), begin)
  lightUp()
  seek()
  listen()
  follow()
}

start()
