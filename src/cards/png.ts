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
  const rows = Buffer.alloc((width / 2 + 1) * height)
  const shadeOf = nearest(inks)
  let at = 0
  for (let y = 0; y < height; y += 1) {
    // Each row begins with the number of its filter: none.
    at += 1
    for (let pixel = y * width; pixel < (y + 1) * width; pixel += 2) {
      rows[at] = (shadeOf(data, pixel * 4) << 4) | shadeOf(data, pixel * 4 + 4)
      at += 1
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Four bits a pixel, by palette.
  head.set([4, 3, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', palette(inks)), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
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

/** Index in the palette of the pixel at an offset. Most pixels are as the one before. */
function nearest({paper, ink, accent}: Inks): (data: Uint8Array, offset: number) => number {
  let last = {red: -1, green: -1, shade: 0}
  return (data, offset) => {
    const red = data[offset] ?? 0
    const green = data[offset + 1] ?? 0
    if (red === last.red && green === last.green) return last.shade
    const isAccent = red - green - (paper[0] - paper[1]) > 10
    const [darkest, count] = isAccent ? [accent[1], steps.accent] : [ink[1], steps.ink]
    const step = Math.max(0, Math.min(count, Math.round(((paper[1] - green) / (paper[1] - darkest)) * count)))
    last = {red, green, shade: step === 0 || !isAccent ? step : steps.ink + step}
    return last.shade
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
