/** What diagrams gain from a script: neighbours light up, and each opens in a viewer that has an address and is loaded when it is first wanted. Nothing is done while the page loads. */

import {lightUp} from './diagram/near.ts'

const dialog = document.querySelector<HTMLDialogElement>('dialog.viewer:not(.lightbox)')
const tools = document.querySelector<HTMLTemplateElement>('#kg-plate-tools')

/** How far along a line its first direction is read, in units of the drawing. */
const stride = 4

const drawings = '.view > svg'

/** Milliseconds between two figures where a browser does not say when it is idle. */
const pause = 200

/** Figures without their button yet, with their drawings, which may be in the viewer by the time. */
const waiting = new Map<Element, SVGSVGElement>()

/** Figures within a window's height of the window. An observer is told after layout, so that reading sizes costs none. */
const near = new IntersectionObserver((entries) => {
  const figures = entries.flatMap(({isIntersecting, target}) => (isIntersecting ? [target] : []))
  for (const figure of figures) {
    near.unobserve(figure)
    const drawing = figure.querySelector<SVGSVGElement>(drawings)
    if (drawing) begin(drawing)
  }
  for (const figure of figures) equip(figure)
}, {rootMargin: '100%'})

let viewer: Promise<((figure: Element) => void) | undefined> | undefined

/** Load the viewer; it opens by itself what the address says. */
function load(on: HTMLDialogElement): typeof viewer {
  // It moves the focus into a drawing, which must listen by then.
  for (const figure of waiting.keys()) equip(figure)
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
  for (const figure of document.querySelectorAll('.plate[id]:not(.plate-failed)')) {
    const drawing = figure.querySelector<SVGSVGElement>(drawings)
    if (!drawing) continue
    waiting.set(figure, drawing)
    near.observe(figure)
  }
  later()
  const follow = (): unknown => /:view/.test(location.hash) && load(dialog)
  addEventListener('hashchange', follow)
  follow()
}

/** Equip the figures that nobody sees yet, one by one, while there is nothing else to do. */
function later(): void {
  const [figure] = waiting.keys()
  if (!figure) return
  const next = (): void => {
    equip(figure)
    later()
  }
  if ('requestIdleCallback' in globalThis) requestIdleCallback(next)
  else setTimeout(next, pause)
}

/** Give a figure its button, and let its nodes light up. It reads no sizes. */
function equip(figure: Element): void {
  const drawing = waiting.get(figure)
  if (!dialog || !tools || !drawing) return
  waiting.delete(figure)
  figure.querySelector('figcaption')?.append(tools.content.cloneNode(true))
  const tool = figure.querySelector('figcaption .tool')
  tool?.addEventListener('click', () => load(dialog)?.then((open) => open?.(figure)))
  tool?.addEventListener('pointerenter', () => load(dialog), {once: true})
  const {from = '', to = ''} = dialog.dataset
  lightUp(drawing, {frames: [figure, dialog], from, to})
}

/** A drawing that scrolls in its box begins at its side, unless it leads downwards: then at its top, which is often in the middle. */
function begin(drawing: SVGSVGElement): void {
  const box = drawing.parentElement
  if (!box || box.scrollWidth <= box.clientWidth || !leadsDown(drawing)) return
  const frame = box.getBoundingClientRect()
  const [top] = [...drawing.querySelectorAll('.node')].map((node) => node.getBoundingClientRect()).sort((one, other) => one.top - other.top || one.left - other.left)
  if (top && (top.right > frame.right || top.left < frame.left)) box.scrollLeft += (top.left + top.right - frame.left - frame.right) / 2
}

/** Whether lines leave their nodes downwards or upwards, most of them. */
function leadsDown(drawing: SVGSVGElement): boolean {
  const lines = [...drawing.querySelectorAll<SVGPathElement>(':is(.flowchart-link, .transition)')]
  const down = lines.filter((line) => {
    const [from, to] = [line.getPointAtLength(0), line.getPointAtLength(stride)]
    return Math.abs(to.y - from.y) > Math.abs(to.x - from.x)
  })
  return down.length * 2 > lines.length
}
