/** What diagrams gain from a script: neighbours light up, and each opens in a viewer that has an address. */

import {lightUp} from './diagram/near.ts'
import {viewer} from './diagram/viewer.ts'

const dialog = document.querySelector<HTMLDialogElement>('dialog.viewer')
const tools = document.querySelector<HTMLTemplateElement>('#kg-plate-tools')

if (dialog && tools) {
  const open = viewer(dialog)
  for (const figure of document.querySelectorAll<HTMLElement>('.plate[id]:not(.plate-failed)')) {
    const drawing = figure.querySelector<SVGSVGElement>('.view > svg')
    if (!drawing || !open) continue
    figure.querySelector('figcaption')?.append(tools.content.cloneNode(true))
    figure.querySelector('figcaption .tool')?.addEventListener('click', () => open(figure))
    lightUp(drawing)
  }
}
