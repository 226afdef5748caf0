/** The picture follows the model: notes, sheet, camera. */

import type {Sight} from './pick.ts'
import {mostLinked, pick, type Picked} from './pick.ts'
import type {Model, Now} from './model.ts'
import {sheet, type Sheet} from './sheet.ts'
import {stage, type Stage} from './stage.ts'
import {isStill, onTheme, readTheme} from './theme.ts'

/** Milliseconds that the camera rests before what is in sight is drawn. */
const rest = 90
/** How far the camera goes near to a note, in its ratio, if it is not nearer already. */
const closeUp = 0.42
const turn = 350
/** Pixels that the card takes of a wide stage. */
const cardWidth = 320

export interface Picture {
  readonly stage: Stage
  readonly sheet: Sheet
  /** Put a note in the middle. */
  readonly goTo: (note: number) => void
  /** Put a community in sight. */
  readonly goToRegion: (region: number) => void
  readonly move: (byX: number, byY: number) => void
  /** Nearer with less than 1, farther with more. */
  readonly zoom: (by: number) => void
  readonly fit: () => void
  /** What is drawn one by one. */
  readonly drawn: () => Picked
}

interface Canvases {
  readonly container: HTMLElement
  readonly under: HTMLCanvasElement
  readonly over: HTMLCanvasElement
}

/** Draw a model, now and after each change. */
export function picture(model: Model, {container, under, over}: Canvases): Picture {
  const {data} = model
  let theme = readTheme(container)
  const made = stage(container, data, {theme, box: boxOf(model)})
  const ground = sheet(made.sigma, data, {under, over})
  let picked: Picked = {notes: [], edges: [], far: false}
  const pickNow = (now: Now): Picked => pick(data, now.shown, {sight: now.shown.count === 0 ? undefined : made.sight(), pinned: pinnedOf(now)})
  const draw = (): void => {
    const now = model.now()
    picked = pickNow(now)
    const {inkOf} = now.groups
    const lit = litOf(now)
    const linksOf = (note: number): number => now.shown.links[note] ?? 0
    const titleOf = (note: number): string => now.names.titles[note] ?? now.names.missing[note - data.notes] ?? ''
    const named = namedOf(picked, now, lit).map((note) => ({note, title: titleOf(note), links: linksOf(note), strong: note === now.note}))
    ground.dress({theme, inkOf, names: now.named ? now.names : undefined, shown: now.shown.notes, dots: picked.far, regions: regionsOf(now), named})
    made.draw(picked, {theme, inkOf, linksOf, titleOf, lit, focus: now.note})
  }
  const camera = made.sigma.getCamera()
  const {camera: asked} = model.now().state
  if (asked) camera.setState(asked)
  model.follow((now, before) => {
    if (!before || isOther(now, before)) draw()
  })
  whenStill(made, () => {
    model.set({camera: made.camera()})
    if (model.now().shown.count > picked.notes.length && !isSame(pickNow(model.now()), picked)) draw()
  })
  onTheme(() => {
    theme = readTheme(container)
    draw()
  })
  new ResizeObserver(() => made.sigma.refresh()).observe(container)
  return {stage: made, sheet: ground, drawn: () => picked, ...moves(made, data)}
}

function isSame(one: Picked, other: Picked): boolean {
  return one.far === other.far && one.notes.length === other.notes.length && one.notes.every((note, index) => note === other.notes[index])
}

/** Whether anything changed that is drawn. */
function isOther(now: Now, before: Now): boolean {
  return now.shown !== before.shown || now.groups !== before.groups || now.note !== before.note || now.state.find !== before.state.find || now.names !== before.names
}

/** Call back when the camera has come to rest. */
function whenStill({sigma}: Stage, call: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  sigma.getCamera().on('updated', () => {
    clearTimeout(timer)
    timer = setTimeout(call, rest)
  })
}

/** What is in the light: the note looked at with its neighbours, or what was found. */
function litOf({note, neighbours, found}: Now): ReadonlySet<number> | undefined {
  if (note !== undefined) return new Set([note, ...neighbours])
  return found && new Set(found)
}

/** Notes in the order in which their names are written: the one looked at, then the most linked; in the light only. */
function namedOf({notes}: Picked, {shown, note, named}: Now, lit: ReadonlySet<number> | undefined): number[] {
  if (!named) return []
  const ranked = mostLinked(lit ? notes.filter((each) => lit.has(each)) : notes, shown, notes.length)
  return note === undefined ? ranked : [note, ...ranked.filter((each) => each !== note)]
}

function pinnedOf({note, neighbours, found}: Now): number[] {
  const most = 120
  return [...(note === undefined ? [] : [note]), ...neighbours.slice(0, most), ...(found ?? []).slice(0, most)]
}

/** Communities that have notes to show, the largest first; none while colours say something else. */
function regionsOf({groups, state, names}: Now): number[] {
  if (state.colour !== 'community') return []
  return groups.list.flatMap(({name}) => {
    const region = names.communities.findIndex((community) => community.name === name)
    return region < 0 || name === '' ? [] : [region]
  })
}

/** The box of what is shown at first. */
function boxOf({data, now}: Model): Sight {
  const {shown} = now()
  const box = {left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity}
  for (let note = 0; note < data.all; note += 1) {
    if (!shown.notes[note] || !shown.links[note]) continue
    box.left = Math.min(box.left, data.x[note] ?? 0)
    box.right = Math.max(box.right, data.x[note] ?? 0)
    box.top = Math.min(box.top, data.y[note] ?? 0)
    box.bottom = Math.max(box.bottom, data.y[note] ?? 0)
  }
  return box.left < box.right && box.top < box.bottom ? box : {left: -20_000, right: 20_000, top: -20_000, bottom: 20_000}
}

function moves({sigma}: Stage, data: Model['data']): Pick<Picture, 'goTo' | 'goToRegion' | 'move' | 'zoom' | 'fit'> {
  const camera = sigma.getCamera()
  const go = (to: {x?: number; y?: number; ratio?: number}): void => {
    // An animation of no length divides by it.
    if (isStill()) camera.setState(to)
    else void camera.animate(to, {duration: turn})
  }
  const show = (x: number, y: number): void => {
    const {width, height} = sigma.getDimensions()
    const {ratio, angle} = camera.getState()
    const cameraState = {x: 0.5, y: 0.5, angle, ratio: Math.min(ratio, closeUp)}
    const at = sigma.viewportToFramedGraph(sigma.graphToViewport({x, y: -y}))
    // The card takes a side, or on small screens the lower half: the middle is that of the rest.
    const off = width > 640 ? {x: width / 2 + cardWidth / 2, y: height / 2} : {x: width / 2, y: height * 0.72}
    const [aside, middle] = [sigma.viewportToFramedGraph(off, {cameraState}), sigma.viewportToFramedGraph({x: width / 2, y: height / 2}, {cameraState})]
    go({x: at.x + aside.x - middle.x, y: at.y + aside.y - middle.y, ratio: cameraState.ratio})
  }
  return {
    goTo: (note) => show(data.x[note] ?? 0, data.y[note] ?? 0),
    goToRegion: (region) => show(data.regions.x[region] ?? 0, data.regions.y[region] ?? 0),
    move: (byX, byY) => {
      const {x, y, ratio} = camera.getState()
      go({x: x + byX * ratio, y: y - byY * ratio})
    },
    zoom: (by) => go({ratio: camera.getBoundedRatio(camera.getState().ratio * by)}),
    fit: () => go({x: 0.5, y: 0.5, ratio: 1})
  }
}

/** The note from which keys begin: the most linked of those drawn. */
export function firstOf(now: Now, {notes}: Picked, count: number): number | undefined {
  return mostLinked(notes.filter((note) => note < count), now.shown, 1)[0]
}
