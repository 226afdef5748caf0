/**
 * Smaller copies of raster pictures in a modern format, so that a phone need not fetch what a large screen shows (I-01).
 * Made once: a copy's name in the cache says what it was made of.
 */

import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {PictureSize} from './model.ts'

/** Makes one copy of a picture: Astro's image service, given by whoever grows the garden. */
export type PictureService = (bytes: Uint8Array, wanted: {readonly width: number; readonly format: PictureSize['format']}) => Promise<Uint8Array>

/** Part of a copy's name: change it when copies are made in another way. */
const making = '1'

/** Widths of copies in pixels: a phone's, the column's, and twice those. */
const widths = [400, 800, 1200, 1600]

/** Pictures below this many pixels or bytes are what they are. */
const smallest = {width: 400, bytes: 15_000}

const formats: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'png', 'webp', 'avif', 'bmp'])

export interface Original {
  readonly bytes: Uint8Array
  readonly hash: string
  readonly width: number | undefined
  readonly extension: string
}

/**
 * Make the copies of a picture.
 *
 * @param folder Absolute path of the folder for copies; made when needed.
 * @param urlOf Address of a copy under the base path, by the hash of its bytes.
 * @returns Copies by width, each lighter than the picture itself.
 */
export async function pictureSizes({bytes, hash, width, extension}: Original, {folder, service, urlOf}: {readonly folder: string; readonly service: PictureService; readonly urlOf: (hash: string, format: string) => string}): Promise<PictureSize[]> {
  if (width === undefined || width < smallest.width || bytes.length < smallest.bytes || !formats.has(extension)) return []
  const wanted = [...widths.filter((each) => each < width), Math.min(width, 2 * 1000)]
  const made: PictureSize[] = []
  for (const each of wanted) {
    const format = 'webp'
    const file = path.join(folder, `${hash}-${each}-${making}.${format}`)
    const copy = existsSync(file) ? readFileSync(file) : await service(bytes, {width: each, format})
    if (!existsSync(file)) store(copy, file)
    if (copy.length < bytes.length) made.push({width: each, format, file, url: urlOf(createHash('sha256').update(copy).digest('hex'), format)})
  }
  return made
}

function store(bytes: Uint8Array, file: string): void {
  mkdirSync(path.dirname(file), {recursive: true})
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, bytes)
  renameSync(temporary, file)
}
