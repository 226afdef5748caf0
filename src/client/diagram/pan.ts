/** A drawing on a stage that can be moved and magnified. Places are pixels of the stage; sizes count from the drawing's own. */

export interface Spot {
  readonly size: number
  /** Point of the drawing in the middle of the stage, in pixels of the drawing at its own size. */
  readonly x: number
  readonly y: number
}

/** What of a drawing is on the stage, in shares of its width and height. */
export interface Window {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Pan {
  readonly show: (drawing: SVGSVGElement | HTMLImageElement, spot?: Spot) => void
  readonly fit: () => void
  /** Magnify by a factor, about a point or the middle. */
  readonly zoom: (by: number, x?: number, y?: number) => void
  readonly move: (x: number, y: number) => void
  /** Bring a point of the drawing, in shares of its width and height, into the middle. */
  readonly centre: (x: number, y: number) => void
  readonly size: () => number
  /** Where the reader is, unless all of the drawing is shown. */
  readonly spot: () => Spot | undefined
  readonly window: () => Window
}

const least = 0.1
const most = 8
/** Share of the stage that a drawing fills when it fits. */
const filled = 0.94

/** Make a stage. `changed` is called after each move. */
export function pan(stage: HTMLElement, changed: () => void): Pan {
  const at = {x: 0, y: 0, size: 1, width: 1, height: 1, fits: true}
  let drawing: SVGSVGElement | HTMLImageElement | undefined

  const put = (): void => {
    drawing?.style.setProperty('transform', `translate(${at.x}px, ${at.y}px) scale(${at.size})`)
    changed()
  }
  const fit = (): void => {
    at.size = Math.min(stage.clientWidth / at.width, stage.clientHeight / at.height, 2.2) * filled
    at.x = (stage.clientWidth - at.width * at.size) / 2
    at.y = (stage.clientHeight - at.height * at.size) / 2
    at.fits = true
    put()
  }
  const move = (x: number, y: number): void => {
    at.x += x
    at.y += y
    at.fits = false
    put()
  }
  const zoom = (by: number, x = stage.clientWidth / 2, y = stage.clientHeight / 2): void => {
    const size = bounded(at.size * by)
    const factor = size / at.size
    at.size = size
    move((x - at.x) * (1 - factor), (y - at.y) * (1 - factor))
  }
  const look = (x: number, y: number): void => move(stage.clientWidth / 2 - x * at.size - at.x, stage.clientHeight / 2 - y * at.size - at.y)
  const show = (shown: SVGSVGElement | HTMLImageElement, spot?: Spot): void => {
    drawing = shown
    at.width = sizeOf(shown.width)
    at.height = sizeOf(shown.height)
    stage.replaceChildren(shown)
    if (!spot) return fit()
    at.size = bounded(spot.size)
    look(spot.x, spot.y)
  }

  // The window is not all that changes the stage: a line of text below it does too.
  new ResizeObserver(() => drawing && at.fits && stage.clientWidth > 0 && fit()).observe(stage)
  return {
    ...{show, fit, zoom, move},
    size: () => at.size,
    centre: (x, y) => look(x * at.width, y * at.height),
    spot: () => (at.fits ? undefined : {size: at.size, x: (stage.clientWidth / 2 - at.x) / at.size, y: (stage.clientHeight / 2 - at.y) / at.size}),
    window: () => windowOf(at, stage)
  }
}

function bounded(size: number): number {
  return Math.min(most, Math.max(least, size))
}

function windowOf({x, y, size, width, height}: Spot & Pick<Window, 'width' | 'height'>, {clientWidth, clientHeight}: HTMLElement): Window {
  const [across, down] = [size * width, size * height]
  return {left: -x / across, top: -y / down, width: clientWidth / across, height: clientHeight / down}
}

function sizeOf(length: SVGAnimatedLength | number): number {
  return typeof length === 'number' ? length : length.baseVal.value
}
