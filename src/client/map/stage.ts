/** The stage: a canvas that shows notes and links from where the camera stands, and says when it moves and rests. */

import {between, type Frame, type Lens, lensOf, type Point, sightOf, toPixels, whole} from './camera.ts'
import type {MapData} from './data.ts'
import {colourOf, type Ground, discsOf, linesOf, type Looks, sizeOf} from './marks.ts'
import type {Pen} from './pen.ts'
import type {Picked, Sight} from './pick.ts'
import type {Camera} from './state.ts'

export interface Stage {
  readonly frame: () => Frame
  readonly lens: () => Lens
  readonly camera: () => Camera
  readonly sight: () => Sight
  /** Look from elsewhere, at once or on a way of some milliseconds. */
  readonly look: (camera: Camera, milliseconds?: number) => void
  /** While a hand holds the map, it does not rest. */
  readonly hold: (isHeld: boolean) => void
  /** Draw these notes and links. */
  readonly draw: (picked: Picked, looks: Looks, ground: Ground | undefined) => void
  /** The drawn note at a pixel, with some room around it. */
  readonly noteAt: (pixel: Point, room: number) => number | undefined
  /** Draw with another pen, as the one before lost all that it had. */
  readonly repen: (pen: Pen) => void
}

export interface StageOptions {
  readonly data: MapData
  readonly pen: Pen
  /** What is in sight at first, in the map's units. */
  readonly box: Sight
  /** Called when the camera begins to move, and when it has come to rest. */
  readonly moves: () => void
  readonly rests: () => void
}

/** Milliseconds that the camera rests before links and names are drawn again. */
const rest = 90

interface Drawn {
  readonly notes: readonly number[]
  readonly looks: Looks
}

/** Set up a stage. */
export function stage(container: HTMLElement, {data, pen: first, box, moves, rests}: StageOptions): Stage {
  let [pen, camera] = [first, whole]
  let frame = measured(container, box)
  let lens = lensOf(frame, camera)
  let drawn: Drawn | undefined
  const paintNow = (): void => {
    if (drawn) pen.paint(lens, {paper: colourOf(drawn.looks.theme.paper), lines: !motion.isOn()})
  }
  const paint = onceAFrame(paintNow)
  const motion = moving(moves, () => {
    rests()
    paint()
  })
  const walk = walking((next) => {
    camera = next
    lens = lensOf(frame, camera)
    motion.go()
    paint()
  })
  const fit = (): void => {
    frame = measured(container, box)
    lens = lensOf(frame, camera)
    pen.resize(frame.width, frame.height)
  }
  fit()
  whenResized(container, () => {
    fit()
    rests()
    // At once: a canvas of a new size is empty.
    paintNow()
  })
  return {
    frame: () => frame,
    lens: () => lens,
    camera: () => camera,
    sight: () => sightOf(frame, lens),
    look: (next, milliseconds = 0) => walk(camera, next, milliseconds),
    hold: motion.hold,
    draw(picked, looks, ground) {
      drawn = {notes: picked.notes, looks}
      pen.setDiscs(discsOf(data, picked, {looks, ground}))
      pen.setLines(linesOf(data, picked, {looks, ground}))
      paint()
    },
    noteAt: (pixel, room) => (drawn ? nearest(data, drawn, {lens, pixel, room}) : undefined),
    repen(next) {
      pen = next
      fit()
    }
  }
}

function measured({clientWidth, clientHeight}: HTMLElement, box: Sight): Frame {
  return {width: Math.max(1, clientWidth), height: Math.max(1, clientHeight), box}
}

/** Call back when an element has another size; not for the first, nor while it is put away. */
function whenResized(element: HTMLElement, call: () => void): void {
  let [width, height] = [element.clientWidth, element.clientHeight]
  new ResizeObserver(() => {
    if (element.clientWidth === 0 || (element.clientWidth === width && element.clientHeight === height)) return
    ;[width, height] = [element.clientWidth, element.clientHeight]
    call()
  }).observe(element)
}

/** A note by its coordinates: the one whose disc is nearest to a pixel, or under it. */
function nearest(data: MapData, {notes, looks}: Drawn, {lens, pixel, room}: {lens: Lens; pixel: Point; room: number}): number | undefined {
  let best: {readonly note: number; readonly off: number} | undefined
  for (const note of notes) {
    const {x, y} = toPixels(lens, {x: data.x[note] ?? 0, y: data.y[note] ?? 0})
    const off = Math.hypot(x - pixel.x, y - pixel.y) - sizeOf(looks.linksOf(note)) * lens.growth
    if (off <= room && (!best || off < best.off)) best = {note, off}
  }
  return best?.note
}

/** However often it is asked for between two frames, it is done once. */
function onceAFrame(call: () => void): () => void {
  let isAsked = false
  return () => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      call()
    })
  }
}

interface Motion {
  /** It goes on. */
  readonly go: () => void
  readonly hold: (isHeld: boolean) => void
  readonly isOn: () => boolean
}

/** Whether something goes on: until it was not told for some milliseconds that it does, and nobody holds it. */
function moving(begins: () => void, ends: () => void): Motion {
  let [isOn, isHeld] = [false, false]
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (): void => {
    clearTimeout(timer)
    // A slow machine may take longer for a frame than the reader for the next move: what is held does not rest.
    if (isHeld || !isOn) return
    timer = setTimeout(() => {
      isOn = false
      ends()
    }, rest)
  }
  return {
    isOn: () => isOn,
    go() {
      if (!isOn) begins()
      isOn = true
      wait()
    },
    hold(next) {
      isHeld = next
      wait()
    }
  }
}

/** Go from one camera to another; a new way takes the place of the one before. */
function walking(set: (camera: Camera) => void): (from: Camera, to: Camera, milliseconds: number) => void {
  let way = 0
  return (from, to, milliseconds) => {
    way += 1
    const own = way
    if (milliseconds === 0) {
      set(to)
      return
    }
    const began = performance.now()
    const step = (): void => {
      if (own !== way) return
      const share = Math.min(1, (performance.now() - began) / milliseconds)
      set(share === 1 ? to : between(from, to, share))
      if (share < 1) requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  }
}
