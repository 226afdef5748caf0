/** Names on the map: where each may stand, so that none is on another. Pure: no browser here. */

/** Faces as a canvas takes them, which measures what the sheet's text will take (`map.css` has the same). */
const labelFont = 'Inter, system-ui, sans-serif'
export const regionFont = "600 17px 'Ledger Serif', Georgia, serif"
/** Pixels. */
const labelSize = 12.5
const longest = 44

/** The face of a note's name. */
export function fontOf(strong: boolean): string {
  return `${strong ? 500 : 400} ${labelSize}px ${labelFont}`
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A name that wants to stand beside a dot. */
export interface Wish {
  readonly text: string
  /** The dot's middle and half its width, in pixels. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly strong: boolean
}

/** A name with its place: where it begins, and its middle. */
export interface Placed {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly strong: boolean
}

/** A title cut where it would cross half the map. */
export function short(title: string): string {
  return title.length <= longest ? title : `${title.slice(0, longest - 1).trimEnd()}…`
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Names stand to the right of their dots, else to the left, below or above. */
function spotsOf({x, y, size}: Wish, width: number): Box[] {
  const half = labelSize / 2 + 2
  const at = (left: number, middle: number): Box => ({left: left - 3, right: left + width + 3, top: middle - half, bottom: middle + half})
  return [at(x + size + 4, y), at(x - size - 4 - width, y), at(x - width / 2, y + size + half + 1), at(x - width / 2, y - size - half - 1)]
}

/** What stands in the way of names. */
interface Room {
  /** Where nothing may stand. */
  readonly taken: readonly Box[]
  /** Where only the boldest may stand: the largest note without its name would be a riddle. */
  readonly dots: readonly Box[]
  readonly most: number
  readonly boldest: number
}

/**
 * Place as many names as there is room for, the first wishes first.
 *
 * @param widthOf Pixels that a name takes.
 */
export function placeNames(wishes: readonly Wish[], widthOf: (wish: Wish) => number, {taken, dots, most, boldest}: Room): Placed[] {
  const boxes = [...taken]
  const placed: Placed[] = []
  for (const [rank, wish] of wishes.entries()) {
    if (placed.length === most) break
    const isFree = (box: Box): boolean => !boxes.some((other) => overlap(box, other)) && (rank < boldest || !dots.some((other) => overlap(box, other)))
    const spot = spotsOf(wish, widthOf(wish)).find(isFree)
    if (!spot) continue
    boxes.push(spot)
    placed.push({text: wish.text, x: spot.left + 3, y: (spot.top + spot.bottom) / 2 + 0.5, strong: wish.strong})
  }
  return placed
}
