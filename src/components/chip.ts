/**
 * The local graph as a drawing: the note is a chip, its neighbours are pins.
 *
 * Links in stand on the left, links out on the right, and a neighbour that goes
 * both ways has a filled pin on either side. Every pin has a row of its own, so
 * labels cannot overlap; places are whole numbers counted from the order of the
 * neighbours alone, so the drawing is the same on every build.
 */

import type {Neighbour} from '../garden/model.ts'

/** More pins than this are not a picture but a list; the rest are counted. */
export const mostPins = 30

export interface Pin {
  readonly slug: string
  /** The whole title. */
  readonly title: string
  /** The title as it fits beside the pin. */
  readonly label: string
  readonly side: 'in' | 'out'
  readonly both: boolean
  /** Pixels from the top of the drawing. */
  readonly y: number
}

/** The drawing, in pixels of its view box. */
export interface Chip {
  readonly width: number
  readonly height: number
  readonly box: {readonly x: number; readonly y: number; readonly width: number; readonly height: number}
  /** Lines of the title inside the box, each with its baseline. */
  readonly title: readonly {readonly text: string; readonly y: number}[]
  readonly pins: readonly Pin[]
  /** Neighbours that are drawn, in the order given. */
  readonly shown: readonly Neighbour[]
  /** How many are not. */
  readonly hidden: number
}

const width = 816
const box = {x: 324, y: 24, width: 168} as const
/** Room for a label: from the drawing's edge to its pin. */
const labelWidth = 218
const titleWidth = box.width - 28
const titleLine = 20
const mostTitleLines = 4
/** Distance of rows; closer when there are many. */
const pitch = {few: 30, many: 24, from: 12} as const

/**
 * Lay out the local graph.
 *
 * @param title
 *   Title of the note in the middle.
 * @param neighbours
 *   Neighbours, the weightiest first.
 * @param alreadyHidden
 *   Neighbours that were left out before.
 */
export function chip(title: string, neighbours: readonly Neighbour[], alreadyHidden = 0): Chip {
  const shown = fitting(neighbours)
  const incoming = side(shown, 'in')
  const outgoing = side(shown, 'out')
  const rows = Math.max(incoming.length, outgoing.length, 1)
  const step = rows > pitch.from ? pitch.many : pitch.few
  const lines = wrap(title)
  const inner = Math.max(rows * step + 10, lines.length * titleLine + 56)
  const middle = box.y + inner / 2
  const first = Math.round(middle - ((lines.length - 1) * titleLine) / 2 + 5)

  return {
    width,
    height: box.y + inner + 8,
    box: {...box, height: inner},
    title: lines.map((text, index) => ({text, y: first + index * titleLine})),
    pins: [...pins(incoming, 'in', {middle, step}), ...pins(outgoing, 'out', {middle, step})],
    shown,
    hidden: alreadyHidden + neighbours.length - shown.length
  }
}

/** The weightiest neighbours whose pins there is room for; one that goes both ways takes two. */
function fitting(neighbours: readonly Neighbour[]): readonly Neighbour[] {
  let room = mostPins
  const end = neighbours.findIndex(({direction}) => {
    room -= direction === 'both' ? 2 : 1
    return room < 0
  })
  return end < 0 ? neighbours : neighbours.slice(0, end)
}

/** Neighbours of one side, those that go both ways first. */
function side(neighbours: readonly Neighbour[], direction: 'in' | 'out'): readonly Neighbour[] {
  return [...neighbours.filter((other) => other.direction === 'both'), ...neighbours.filter((other) => other.direction === direction)]
}

function pins(neighbours: readonly Neighbour[], on: Pin['side'], {middle, step}: {middle: number; step: number}): readonly Pin[] {
  const first = Math.round(middle - ((neighbours.length - 1) * step) / 2)
  return neighbours.map(({slug, title, direction}, index) => ({
    slug,
    title,
    label: fit(title, labelWidth, 13),
    side: on,
    both: direction === 'both',
    y: first + index * step
  }))
}

/** The title in lines that fit the box; what does not fit the last is cut. */
function wrap(title: string): readonly string[] {
  const lines: string[] = []
  let line = ''

  for (const word of title.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, 15) > titleWidth) {
      lines.push(line)
      line = word
    } else line = longer
  }
  lines.push(line)

  const kept = lines.slice(0, mostTitleLines)
  const last = kept.length < lines.length ? `${kept.at(-1)} …` : kept.at(-1)
  return [...kept.slice(0, -1), last ?? ''].map((text) => fit(text, titleWidth, 15))
}

/** Cut a text, at a word where it can, so that it is surely no wider than so many pixels. */
export function fit(text: string, pixels: number, size: number): string {
  if (textWidth(text, size) <= pixels) return text

  let kept = ''
  let used = textWidth(' …', size)
  for (const character of text) {
    used += advance(character) * size
    if (used > pixels) break
    kept += character
  }
  const space = kept.lastIndexOf(' ')
  return `${space > kept.length / 2 ? kept.slice(0, space) : kept.trimEnd()} …`
}

/** Width of a text in pixels, rather more than less. */
export function textWidth(text: string, size: number): number {
  let sum = 0
  for (const character of text) sum += advance(character)
  return sum * size
}

/** Advance of a character in ems of the sans at weight 500, rounded up by class. */
function advance(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0
  if (/[ijl.,:;!|'’ ]/.test(character)) return 0.29
  if (/[frtI()[\]/-]/.test(character)) return 0.4
  if (/[mMW@%…—]/.test(character)) return 0.98
  if (/[A-Zw&]/.test(character)) return 0.77
  if (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/.test(character)) return 1
  if (/\p{Extended_Pictographic}/u.test(character) && !/\d/.test(character)) return 1.4
  return 0.615
}
