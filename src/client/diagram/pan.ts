/** A drawing on a stage that can be moved and magnified. Places are pixels of the stage; sizes count from the drawing's own. */

/** Its size, and the point of the drawing in the middle of the stage, in pixels of the drawing at its own size. */
export type Spot = readonly number[]

export interface Pan {
  readonly show: (drawing: SVGElement | HTMLImageElement, spot?: Spot) => void
  readonly fit: () => void
  /** Magnify by a factor, about a point or the middle. */
  readonly zoom: (by: number, x?: number, y?: number) => void
  readonly move: (x: number, y: number) => void
  /** Bring a point of the drawing, in shares of its width and height, into the middle. */
  readonly centre: (x: number, y: number) => void
  readonly size: () => number
  /** Where the reader is, unless all of the drawing is shown. */
  readonly spot: () => Spot | undefined
  /** What of the drawing is off the stage at its top, right, bottom and left, in shares of its height and width. */
  readonly beyond: () => readonly number[]
}

const lowest = 0.1
const highest = 8
/** Size up to which a small drawing is magnified to fit, and the share of the stage that one fills. */
const fitting = 2.2
const filled = 0.94

/** Make a stage, whose sheet puts the corner of what it holds into its middle. `changed` is called after each move. */
export function pan(stage: HTMLElement, changed: () => void): Pan {
  let drawing: SVGElement | HTMLImageElement | undefined
  let [size, x, y, width, height, fits] = [1, 0, 0, 1, 1, true]
  const sideOf = (shown: Element, side: string): number => Number(shown.getAttribute(side))
  const setSize = (to: number): void => {
    size = Math.min(highest, Math.max(lowest, to))
  }
  /** Bring a point of the drawing into the middle. */
  const look = (toX: number, toY: number, isFit = false): void => {
    x = toX
    y = toY
    fits = isFit
    if (drawing) drawing.style.transform = `scale(${size}) translate(${-x}px, ${-y}px)`
    changed()
  }
  const fit = (): void => {
    size = Math.min(stage.clientWidth / width, stage.clientHeight / height, fitting) * filled
    look(width / 2, height / 2, true)
  }

  // The window is not all that changes the stage: a line of text below it does too.
  new ResizeObserver(() => drawing && fits && stage.clientWidth > 0 && fit()).observe(stage)
  return {
    fit,
    show(shown, spot) {
      drawing = shown
      width = sideOf(shown, 'width')
      height = sideOf(shown, 'height')
      stage.replaceChildren(shown)
      if (!spot) return fit()
      const [to = 1, atX = 0, atY = 0] = spot
      setSize(to)
      look(atX, atY)
    },
    zoom(by, atX = stage.clientWidth / 2, atY = stage.clientHeight / 2) {
      const before = size
      setSize(size * by)
      const gain = 1 / before - 1 / size
      look(x + (atX - stage.clientWidth / 2) * gain, y + (atY - stage.clientHeight / 2) * gain)
    },
    move: (right, down) => look(x - right / size, y - down / size),
    centre: (across, down) => look(across * width, down * height),
    size: () => size,
    spot: () => (fits ? undefined : [Number(size.toFixed(2)), Math.round(x), Math.round(y)]),
    beyond() {
      const [left, top] = [x / width, y / height]
      const [across, down] = [stage.clientWidth / width / size / 2, stage.clientHeight / height / size / 2]
      return [top - down, 1 - left - across, 1 - top - down, left - across]
    }
  }
}
