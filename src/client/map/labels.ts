/** Names on the map's canvases: text with a halo of paper, so that it is read over whatever it stands on; none on another. */

export const labelFont = 'Inter, system-ui, sans-serif'
export const regionFont = "600 17px 'Ledger Serif', Georgia, serif"
/** Pixels. */
export const labelSize = 12.5
const longest = 44

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Ink {
  readonly ink: string
  readonly halo: string
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

/** Write a text with its halo. */
export function write(context: CanvasRenderingContext2D, text: string, {x, y, ink, halo, width = 4}: Ink & {readonly x: number; readonly y: number; readonly width?: number}): void {
  context.lineJoin = 'round'
  context.lineWidth = width
  context.strokeStyle = halo
  context.strokeText(text, x, y)
  context.fillStyle = ink
  context.fillText(text, x, y)
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

/**
 * Write as many names as there is room for, the first wishes first.
 *
 * @param taken Where nothing may stand; grows by what is written.
 * @param dots Where only the boldest may stand: the largest note without its name would be a riddle.
 */
export function writeNames(context: CanvasRenderingContext2D, wishes: readonly Wish[], {taken, dots, most, boldest, inks}: {taken: Box[]; dots: readonly Box[]; most: number; boldest: number; inks: {readonly plain: Ink; readonly strong: Ink}}): void {
  let written = 0
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  for (const [rank, wish] of wishes.entries()) {
    if (written === most) break
    const isFree = (box: Box): boolean => !taken.some((other) => overlap(box, other)) && (rank < boldest || !dots.some((other) => overlap(box, other)))
    context.font = `${wish.strong ? 500 : 400} ${labelSize}px ${labelFont}`
    const width = context.measureText(wish.text).width
    const spot = spotsOf(wish, width).find(isFree)
    if (!spot) continue
    taken.push(spot)
    written += 1
    write(context, wish.text, {x: spot.left + 3, y: (spot.top + spot.bottom) / 2 + 0.5, ...(wish.strong ? inks.strong : inks.plain)})
  }
  context.textBaseline = 'alphabetic'
}
