/** The viewer: a dialog over the page, with an address, in which one diagram leads into another. */

import {onClick, onKey} from './acts.ts'
import {hands} from './hands.ts'
import {minimap} from './map.ts'
import {pan} from './pan.ts'
import {type Place, readPlace, writePlace} from './place.ts'
import {reveal} from './reveal.ts'
import {seek} from './seek.ts'
import {type Shown, shownOf} from './shown.ts'
import {show, tidy, type Viewer} from './state.ts'
import {depth, fetchTrail, goTo} from './way.ts'

/** Milliseconds that a place must hold before the address tells it. */
const pause = 200

/** Bring the dialog to life. What is returned opens it with a figure of this page. */
export function viewer(dialog: HTMLDialogElement): ((figure: Element) => void) | undefined {
  const stage = dialog.querySelector<HTMLElement>('.stage')
  const map = dialog.querySelector<HTMLElement>('.map')
  if (!stage || !map) return undefined
  const field = dialog.querySelector<HTMLInputElement>('input[type=search]')
  const part = (selector: string): HTMLElement => dialog.querySelector<HTMLElement>(selector) ?? dialog
  let timer: ReturnType<typeof setTimeout> | undefined
  const changed = (): void => {
    all.map.follow(all.pan)
    clearTimeout(timer)
    timer = setTimeout(() => remember(all), pause)
  }
  const all: Viewer = {
    dialog, stage, part, field, changed, pan: pan(stage, () => changed()), map: minimap(map, () => all.pan),
    trail: [], steps: [], step: -1, hits: [], hit: -1, isLeaving: false, drill: ''
  }
  hands(stage, all.pan)
  if (field) seek(all, field)
  listen(all)
  void follow(all)
  return (figure) => {
    goTo({id: figure.id, trail: []})
    void follow(all)
  }
}

function listen(all: Viewer): void {
  const {dialog, stage} = all
  dialog.addEventListener('close', () => closed(all))
  dialog.addEventListener('keydown', (event) => onKey(event, all))
  dialog.addEventListener('click', (event) => onClick(event, all))
  stage.addEventListener('focusin', ({target}) => {
    // A browser scrolls what has the focus into view; the stage moves instead.
    stage.scrollTo(0, 0)
    if (target instanceof SVGElement && target.matches(':focus-visible')) reveal(all, target.getBoundingClientRect())
  })
  addEventListener('popstate', () => follow(all))
  addEventListener('hashchange', () => follow(all))
}

/** Do what the address says. */
async function follow(all: Viewer): Promise<void> {
  const place = readPlace(location.hash)
  const figure = place && document.getElementById(place.id)
  if (!place || !figure) {
    all.isLeaving = false
    all.dialog.close()
    return
  }
  if (all.isLeaving) return left(all, place)
  if (all.figure !== figure) open(all, figure)
  const [own] = all.trail
  if (!own || location.hash === writePlace(placeOf(all))) return
  const trail = await fetchTrail(all, own, place.trail)
  // Somebody was faster: the address is another by now.
  if (all.figure !== figure || !isSame(readPlace(location.hash)?.trail ?? [], place.trail)) return
  show(all, trail, place)
  all.stage.focus()
}

/** Put a figure's drawing on the stage. */
function open(all: Viewer, figure: Element): void {
  const shown = shownOf(figure, location.href.split('#', 1)[0] ?? '')
  const frame = figure.querySelector<HTMLElement>('.view')
  if (!shown || !frame) return
  if (all.figure) giveBack(all)
  // The page keeps its height while the drawing is away.
  frame.style.minBlockSize = `${frame.offsetHeight}px`
  all.figure = figure
  all.trail = [shown]
  if (!all.dialog.open) all.dialog.showModal()
  show(all, all.trail, readPlace(location.hash)?.trail.length === 0 ? readPlace(location.hash) : {})
  all.stage.focus()
}

/** Give the drawing back to its figure. */
function giveBack(all: Viewer): void {
  const [own] = all.trail
  const frame = all.figure?.querySelector<HTMLElement>('.view')
  tidy(all)
  if (own && frame) {
    own.svg.style.transform = ''
    frame.style.minBlockSize = ''
    frame.append(own.svg)
  }
  all.trail = []
  delete all.figure
}

/** Give the address back to the page: to before the viewer was opened, or to its figure. */
function closed(all: Viewer): void {
  giveBack(all)
  const place = readPlace(location.hash)
  if (!place) return
  const back = depth()
  if (back === 0) return left(all, place)
  all.isLeaving = true
  history.go(-back)
}

/** What was opened by its address leaves the reader at its figure. */
function left(all: Viewer, {id}: Place): void {
  all.isLeaving = false
  history.replaceState(null, '', `#${encodeURIComponent(id)}`)
}

function placeOf({figure, trail, step, pan: {spot: where}}: Viewer): Place {
  const spot = where()
  return {id: figure?.id ?? '', trail: trail.slice(1).map(({key}: Shown) => key), step, ...(spot ? {spot} : {})}
}

/** Write the place into the address, unless that leads to another diagram by now. */
function remember(all: Viewer): void {
  const [asked, shown] = [readPlace(location.hash), placeOf(all)]
  if (asked && asked.id === shown.id && isSame(asked.trail, shown.trail)) history.replaceState(history.state, '', writePlace(shown))
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index])
}
