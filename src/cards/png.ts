/**
 * PNG of sixteen colours, for a drawing in two inks on one paper.
 *
 * The encoder that draws it would take five times the bytes for true colour, and
 * twice the time to choose a palette; here the palette is known.
 */

import {crc32, deflateSync} from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

export interface Inks {
  readonly paper: Colour
  /** Dark, and as grey as the paper. */
  readonly ink: Colour
  /** More red than the paper by far. */
  readonly accent: Colour
}

/** Steps from the paper to each ink: what edges are smoothed with. Together with the paper they are sixteen. */
const steps = {ink: 10, accent: 5} as const

export interface Raster {
  /** Bytes red, green, blue, alpha, row by row. */
  readonly data: Uint8Array
  /** Pixels; even. */
  readonly width: number
  readonly height: number
}

/** Encode a raster, each pixel as the nearest shade of one of the inks. The same pixels are the same bytes. */
export function encodePng({data, width, height}: Raster, inks: Inks): Buffer {
  const rows = packed({data, width, height}, nearest(inks))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Four bits a pixel, by palette.
  head.set([4, 3, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', palette(inks)), chunk('IDAT', deflateSync(rows, {level: 4})), chunk('IEND', Buffer.alloc(0))])
}

/** Paper, the shades of the ink, the shades of the accent. */
function palette({paper, ink, accent}: Inks): Buffer {
  const shades = (to: Colour, count: number): Colour[] => Array.from({length: count}, (_, index) => mix(paper, to, (index + 1) / count))
  return Buffer.from([paper, ...shades(ink, steps.ink), ...shades(accent, steps.accent)].flat())
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (a: number, b: number): number => Math.round(a + (b - a) * share)
  return [part(from[0], to[0]), part(from[1], to[1]), part(from[2], to[2])]
}

/** Rows of four bits a pixel, each after the number of its filter: none. */
function packed({data, width, height}: Raster, shadeOf: (red: number, green: number) => number): Buffer {
  const rows = Buffer.alloc((width / 2 + 1) * height)
  // Most pixels are as the one before.
  let [red, green, shade] = [-1, -1, 0]
  let from = 0
  let to = 0
  for (let y = 0; y < height; y += 1) {
    to += 1
    for (let x = 0; x < width; x += 1) {
      if (data[from] !== red || data[from + 1] !== green) {
        red = data[from] ?? 0
        green = data[from + 1] ?? 0
        shade = shadeOf(red, green)
      }
      from += 4
      rows[to] = ((rows[to] ?? 0) << 4) | shade
      to += x & 1
    }
  }
  return rows
}

/** Index in the palette of the shade that is nearest to a colour. */
function nearest({paper, ink, accent}: Inks): (red: number, green: number) => number {
  return (red, green) => {
    const isAccent = red - green - (paper[0] - paper[1]) > 10
    const [darkest, count] = isAccent ? [accent[1], steps.accent] : [ink[1], steps.ink]
    const step = Math.max(0, Math.min(count, Math.round(((paper[1] - green) / (paper[1] - darkest)) * count)))
    return step === 0 || !isAccent ? step : steps.ink + step
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
