/** The viewer: a dialog over the page, with an address, in which one diagram leads into another. */

import {onClick, onKey} from './acts.ts'
import {hands} from './hands.ts'
import {pan, type Spot} from './pan.ts'
import {type Place, readPlace, writePlace} from './place.ts'
import {shownOf} from './shown.ts'
import {light, show, type Viewer} from './state.ts'

/** Bring the dialog to life. What is returned opens it with a figure of this page. */
export function viewer(dialog: HTMLDialogElement): ((figure: Element) => void) | undefined {
  const stage = dialog.querySelector<HTMLElement>('.stage')
  if (!stage) return undefined
  const part = (selector: string): HTMLElement => dialog.querySelector<HTMLElement>(selector) ?? dialog
  const all: Viewer = {dialog, stage, part, pan: pan(stage, () => remember(all)), trail: [], steps: [], step: -1, isPushed: false, drill: ''}
  hands(stage, all.pan)
  dialog.addEventListener('close', () => closed(all))
  dialog.addEventListener('keydown', (event) => onKey(event, all))
  dialog.addEventListener('click', (event) => onClick(event, all))
  const sync = (): void => follow(all)
  addEventListener('popstate', sync)
  addEventListener('hashchange', sync)
  // The figures of the page get their tools first, so that what was opened by its address can be closed onto them.
  queueMicrotask(sync)
  return (figure) => {
    history.pushState(null, '', writePlace({id: figure.id}))
    all.isPushed = true
    open(all, figure)
  }
}

/** Do what the address says. */
function follow(all: Viewer): void {
  const place = readPlace(decodeURIComponent(location.hash))
  const figure = place && document.getElementById(place.id)
  if (!place || !figure) all.dialog.close()
  else if (all.figure !== figure) open(all, figure, place.spot)
}

function open(all: Viewer, figure: Element, spot?: Spot): void {
  const shown = shownOf(figure, location.href.split('#', 1)[0] ?? '')
  const frame = figure.querySelector<HTMLElement>('.view')
  if (!shown || !frame) return
  // The page keeps its height while the drawing is away.
  frame.style.minBlockSize = `${frame.offsetHeight}px`
  all.figure = figure
  all.trail = []
  if (!all.dialog.open) all.dialog.showModal()
  show(all, [shown], spot)
  all.stage.focus()
}

/** Give the drawing back to its figure, and the address to the page. */
function closed(all: Viewer): void {
  const [own] = all.trail
  light(all, -1)
  const frame = all.figure?.querySelector<HTMLElement>('.view')
  if (own && frame) {
    own.svg.style.transform = ''
    frame.style.minBlockSize = ''
    frame.append(own.svg)
  }
  const place = readPlace(decodeURIComponent(location.hash))
  if (place && all.isPushed) history.back()
  else if (place) history.replaceState(null, '', `#${place.id}`)
  all.isPushed = false
  all.trail = []
  delete all.figure
}

/** Write the place into the address: only what a link to this page can show again. */
function remember(all: Viewer): void {
  const {figure, trail, pan: {spot: where}} = all
  if (!figure || trail.length > 1) return
  const spot = where()
  const place: Place = {id: figure.id, ...(spot ? {spot} : {})}
  clearTimeout(all.timer)
  all.timer = setTimeout(() => readPlace(location.hash) && history.replaceState(history.state, '', writePlace(place)), 200)
}
