/** What diagrams gain from a script: neighbours light up, and each opens in a viewer that has an address and is loaded when it is first wanted. */

import {lightUp} from './diagram/near.ts'

const dialog = document.querySelector<HTMLDialogElement>('dialog.viewer:not(.lightbox)')
const tools = document.querySelector<HTMLTemplateElement>('#kg-plate-tools')

let viewer: Promise<((figure: Element) => void) | undefined> | undefined

/** Load the viewer; it opens by itself what the address says. */
function load(on: HTMLDialogElement): typeof viewer {
  viewer ??= import('./diagram/viewer.ts').then(
    (module) => module.viewer(on),
    () => {
      // Nothing came: the next press asks again.
      viewer = undefined
      return undefined
    }
  )
  return viewer
}

if (dialog && tools) {
  const {from = '', to = ''} = dialog.dataset
  for (const figure of document.querySelectorAll<HTMLElement>('.plate[id]:not(.plate-failed)')) {
    const drawing = figure.querySelector<SVGSVGElement>('.view > svg')
    if (!drawing) continue
    figure.querySelector('figcaption')?.append(tools.content.cloneNode(true))
    const tool = figure.querySelector('figcaption .tool')
    tool?.addEventListener('click', () => load(dialog)?.then((open) => open?.(figure)))
    tool?.addEventListener('pointerenter', () => load(dialog), {once: true})
    begin(drawing)
    lightUp(drawing, {frames: [figure, dialog], from, to})
  }
  const follow = (): unknown => /:view/.test(location.hash) && load(dialog)
  addEventListener('hashchange', follow)
  follow()
}

/** A drawing that scrolls in its box shows what its author wrote first, which often stands in the middle at the top. */
function begin(drawing: SVGSVGElement): void {
  const [box, first] = [drawing.parentElement, drawing.querySelector('.node')]
  if (!box || !first || box.scrollWidth <= box.clientWidth) return
  const [frame, node] = [box.getBoundingClientRect(), first.getBoundingClientRect()]
  if (node.right > frame.right || node.left < frame.left) box.scrollLeft += (node.left + node.right - frame.left - frame.right) / 2
}
