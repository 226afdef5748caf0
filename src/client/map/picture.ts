/** The picture follows the model: notes, names, camera. */

import {cameraAt, heldRatio, placeOf, type Point, pulled, toPixels, whole, zoomed} from './camera.ts'
import {later} from './later.ts'
import type {Ground} from './marks.ts'
import type {Model, Now} from './model.ts'
import type {Pen} from './pen.ts'
import {mostLinked, pick, type Picked, type Sight} from './pick.ts'
import {bridges, regionDiscs} from './regions.ts'
import {sheet, type Sheet, type SheetLooks} from './sheet.ts'
import {type Stage, stage} from './stage.ts'
import {isStill, onTheme, readTheme} from './theme.ts'

/** How far the camera goes near to a note, in its ratio, if it is not nearer already. */
const closeUp = 0.42
/** Milliseconds that the camera is on its way. */
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
  /** Draws the first picture, a piece at a time. */
  readonly begin: readonly (() => void)[]
  /** Draw all again with another pen. */
  readonly repen: (pen: Pen) => void
}

interface Place {
  readonly container: HTMLElement
  readonly over: SVGSVGElement
  /** The buttons that lie over it. */
  readonly zoom: HTMLElement
  readonly pen: Pen
}

/** Draw a model: at first when told to, then after each change. */
export function picture(model: Model, {container, over, zoom, pen}: Place): Picture {
  const {data} = model
  let theme = readTheme(container)
  const names = sheet(over, data, zoom)
  const made = stage(container, {data, pen, box: boxOf(model), moves: () => away(), rests: () => rest()})
  const pickNow = (now: Now): Picked => pick(data, now.shown, {sight: now.shown.count === 0 ? undefined : made.sight(), pinned: pinnedOf(now)})
  const groundOf = grounds(model)
  let picked: Picked = {notes: [], edges: [], dots: []}
  const write = later(() => {
    const now = model.now()
    if (now.named) names.paint(writtenOf(now, picked, data.notes), {frame: made.frame(), lens: made.lens(), ratio: made.camera().ratio})
  })
  function away(): void {
    write.forget()
    names.hide()
  }
  const choose = (): void => {
    picked = pickNow(model.now())
  }
  const put = (): void => {
    const now = model.now()
    made.draw(picked, {theme, inkOf: now.groups.inkOf, linksOf: (note) => now.shown.links[note] ?? 0, lit: litOf(now), focus: now.note}, groundOf(picked))
    write.ask()
  }
  const draw = (): void => {
    choose()
    put()
  }
  const {camera: asked} = model.now().state
  if (asked) made.look({...asked, ratio: heldRatio(asked.ratio)})
  model.follow((now, before) => {
    if (before && isOther(now, before)) draw()
  })
  function rest(): void {
    if (!isSame(model.now().state.camera ?? whole, made.camera())) model.set({camera: made.camera()})
    if (model.now().shown.count > picked.notes.length && !isSamePick(pickNow(model.now()), picked)) draw()
    else write.ask()
  }
  onTheme(() => {
    theme = readTheme(container)
    draw()
  })
  const repen = (next: Pen): void => {
    made.repen(next)
    draw()
  }
  return {stage: made, sheet: names, drawn: () => picked, begin: [choose, () => void groundOf(picked), put], repen, ...moves(made, data)}
}

/** Communities under far notes, while colours tell of them; what follows from the links is counted once for all that is shown. */
function grounds(model: Model): (picked: Picked) => Ground | undefined {
  let known: {readonly of: Now['shown']; readonly ground: Omit<Ground, 'dots'>} | undefined
  return ({dots}) => {
    if (dots.length === 0) return undefined
    const {shown, state} = model.now()
    if (state.colour !== 'community') return {dots, regions: [], bridges: []}
    if (known?.of !== shown) {
      const regions = regionDiscs(model.data, shown)
      known = {of: shown, ground: {regions, bridges: bridges(model.data, shown, regions)}}
    }
    return {dots, ...known.ground}
  }
}

function isSame(one: typeof whole, other: typeof whole): boolean {
  return one.x === other.x && one.y === other.y && one.ratio === other.ratio
}

function isSamePick(one: Picked, other: Picked): boolean {
  return one.dots.length === other.dots.length && one.notes.length === other.notes.length && one.notes.every((note, index) => note === other.notes[index])
}

/** Whether anything changed that is drawn. */
function isOther(now: Now, before: Now): boolean {
  return now.shown !== before.shown || now.groups !== before.groups || now.note !== before.note || now.state.find !== before.state.find || now.names !== before.names
}

/** What is in the light: the note looked at with its neighbours, or what was found. */
function litOf({note, neighbours, found}: Now): ReadonlySet<number> | undefined {
  if (note !== undefined) return new Set([note, ...neighbours])
  return found && new Set(found)
}

/** What the sheet is to say. */
function writtenOf(now: Now, picked: Picked, notes: number): SheetLooks {
  const {names, shown} = now
  const named = namedOf(picked, now, litOf(now)).map((note) => ({note, title: names.titles[note] ?? names.missing[note - notes] ?? '', links: shown.links[note] ?? 0, strong: note === now.note}))
  return {names, far: picked.dots.length > 0, regions: regionsOf(now), named}
}

/** Notes in the order in which their names are written: the one looked at, then the most linked; in the light only. */
function namedOf({notes}: Picked, {shown, note}: Now, lit: ReadonlySet<number> | undefined): number[] {
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

function moves(made: Stage, data: Model['data']): Pick<Picture, 'goTo' | 'goToRegion' | 'move' | 'zoom' | 'fit'> {
  const go = (camera: typeof whole): void => made.look(camera, isStill() ? 0 : turn)
  const show = (place: Point): void => {
    const frame = made.frame()
    const {width, height} = frame
    const camera = cameraAt(frame, place, Math.min(made.camera().ratio, closeUp))
    // The card takes a side, or on small screens the lower half: the middle is that of the rest.
    go(pulled(frame, camera, width > 640 ? {x: -cardWidth / 2, y: 0} : {x: 0, y: -height * 0.22}))
  }
  return {
    goTo: (note) => show({x: data.x[note] ?? 0, y: data.y[note] ?? 0}),
    goToRegion: (region) => show({x: data.regions.x[region] ?? 0, y: data.regions.y[region] ?? 0}),
    move(byX, byY) {
      const {width, height} = made.frame()
      go(pulled(made.frame(), made.camera(), {x: -byX * width, y: -byY * height}))
    },
    zoom(by) {
      const frame = made.frame()
      go(zoomed(frame, made.camera(), {by, at: toPixels(made.lens(), placeOf(frame, made.camera()))}))
    },
    fit: () => go(whole)
  }
}

/** The note from which keys begin: the most linked of those drawn. */
export function firstOf(now: Now, {notes}: Picked, count: number): number | undefined {
  return mostLinked(notes.filter((note) => note < count), now.shown, 1)[0]
}
