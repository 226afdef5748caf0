/** A plane in a box that scrolls: scrolling stays the browser's own, so touch, keys and screen readers work as everywhere; only the size is ours. */

export interface Parts {
  readonly box: HTMLElement
  /** As large as the plane looks. */
  readonly sheet: HTMLElement
  readonly plane: HTMLElement
}

export interface Board {
  /** Magnify by a factor; the point of the box stays where it is, or its middle. */
  readonly zoom: (by: number, x?: number, y?: number) => void
  readonly fit: () => void
  readonly move: (x: number, y: number) => void
}

const least = 0.08
const most = 3
/** A canvas does not begin smaller than this: what it says could not be read. */
const leastAtFirst = 0.4

/** Make a board. It begins as large as its box allows. */
export function board({box, sheet, plane}: Parts): Board {
  const {offsetWidth: width, offsetHeight: height} = plane
  let size = 1

  const put = (next: number): void => {
    size = Math.min(most, Math.max(least, next))
    plane.style.transform = `scale(${size})`
    sheet.style.width = `${width * size}px`
    sheet.style.height = `${height * size}px`
  }
  const fitting = (): number => Math.min(1, box.clientWidth / width, box.clientHeight / height)
  const zoom = (by: number, x = box.clientWidth / 2, y = box.clientHeight / 2): void => {
    const before = size
    // A sheet smaller than its box stands in the middle.
    const left = box.scrollLeft + x - sheet.offsetLeft
    const top = box.scrollTop + y - sheet.offsetTop
    put(size * by)
    box.scrollTo({left: (left * size) / before + sheet.offsetLeft - x, top: (top * size) / before + sheet.offsetTop - y, behavior: 'instant'})
  }
  const fit = (): void => put(fitting())
  const move = (x: number, y: number): void => box.scrollBy({left: -x, top: -y, behavior: 'instant'})

  box.classList.add('is-live')
  put(Math.max(leastAtFirst, fitting()))
  return {zoom, fit, move}
}
