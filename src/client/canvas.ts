/** What a canvas gains from a script: it can be magnified and dragged. Without it, it scrolls in its own box. */

import {board} from './canvas/board.ts'
import {hands} from './canvas/hands.ts'

const tools = document.querySelector<HTMLTemplateElement>('#kg-canvas-tools')

for (const canvas of document.querySelectorAll<HTMLElement>('.canvas')) {
  const [box, sheet, plane] = ['.cv-box', '.cv-sheet', '.cv-plane'].map((selector) => canvas.querySelector<HTMLElement>(selector))
  if (!tools || !box || !sheet || !plane) continue
  const made = board({box, sheet, plane})
  hands(box, made)
  canvas.prepend(tools.content.cloneNode(true))
  canvas.addEventListener('fullscreenchange', () => made.fit())
  const acts: Readonly<Record<string, () => void>> = {
    closer: () => made.zoom(1.25),
    farther: () => made.zoom(0.8),
    fit: () => made.fit(),
    whole: () => void (document.fullscreenElement ? document.exitFullscreen() : canvas.requestFullscreen())
  }
  const whole = canvas.querySelector<HTMLElement>('[data-do=whole]')
  if (whole) whole.hidden = !document.fullscreenEnabled
  for (const button of canvas.querySelectorAll<HTMLElement>('[data-do]')) button.addEventListener('click', () => acts[button.dataset.do ?? '']?.())
}
