/** The map by keys: arrows go along links, Shift and arrows move the sheet, plus and minus change its size. */

import type {Model} from './model.ts'
import {firstOf, type Picture} from './picture.ts'

const step = 0.12
const nearer = 1 / 1.5

/** Ways that arrows point, on the screen: x to the right, y downwards. */
const ways = new Map<string, readonly [x: number, y: number]>([
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]]
])

export interface KeyActs {
  /** Look at a note, and bring it into sight. */
  readonly visit: (note: number) => void
  readonly leave: () => void
  /** Go to the page of the note that is looked at. */
  readonly open: () => void
}

/** Let keys act on the map while it has the focus. */
export function keys(element: HTMLElement, {model, picture, acts}: {model: Model; picture: Picture; acts: KeyActs}): void {
  const table: Readonly<Record<string, () => void>> = {
    '+': () => picture.zoom(nearer),
    '=': () => picture.zoom(nearer),
    '-': () => picture.zoom(1 / nearer),
    '0': () => picture.fit(),
    Enter: acts.open,
    Escape: acts.leave,
    Home: () => {
      const first = firstOf(model.now(), picture.drawn(), model.data.notes)
      if (first !== undefined) acts.visit(first)
    }
  }
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const way = ways.get(event.key)
    const act = way ? () => arrow(way, event.shiftKey) : Object.entries(table).find(([key]) => key === event.key)?.[1]
    // With nothing to let go of, Escape is the browser's.
    if (!act || (event.key === 'Escape' && model.now().note === undefined)) return
    event.preventDefault()
    event.stopPropagation()
    act()
  })

  function arrow(way: readonly [number, number], shift: boolean): void {
    const {note} = model.now()
    if (shift) picture.move(way[0] * step, way[1] * step)
    else if (note === undefined) table['Home']?.()
    else {
      const next = along(model, note, way)
      if (next !== undefined) acts.visit(next)
    }
  }
}

/** The linked note that lies best in a way: straight ahead and near. */
export function along({data, now}: Pick<Model, 'data' | 'now'>, note: number, [wayX, wayY]: readonly [number, number]): number | undefined {
  const [fromX, fromY] = [data.x[note] ?? 0, data.y[note] ?? 0]
  let best: {readonly note: number; readonly cost: number} | undefined
  for (const other of now().neighbours) {
    const [dx, dy] = [(data.x[other] ?? 0) - fromX, (data.y[other] ?? 0) - fromY]
    const length = Math.max(1, Math.hypot(dx, dy))
    const ahead = (dx * wayX + dy * wayY) / length
    if (ahead < 0.35 || other >= data.notes) continue
    const cost = length / ahead ** 2
    if (!best || cost < best.cost) best = {note: other, cost}
  }
  return best?.note
}
