/** The public notes as one file to take away: the same bytes from the same notes. */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Zippable, zipSync} from 'fflate'
import type {Garden} from '../../src/garden/model.ts'

/** Name of the file under the published folder. */
export const zipName = 'garden.zip'

/** Zip's times have no zone, and are those of the machine: so is this one, and it is the first there is. */
const date = new Date(1980, 0, 1)
/** What is compressed already. */
const packed = /\.(?:png|jpe?g|gif|webp|avif|mp[34]|m4a|webm|ogg|flac|pdf|zip|gz|woff2?)$/i

/** Write the archive of a garden; a garden without notes has none. */
export function writeZip({archive}: Garden, out: string): void {
  const files: Zippable = {}
  for (const entry of archive()) {
    const bytes = 'text' in entry ? new TextEncoder().encode(entry.text) : new Uint8Array(readFileSync(entry.file))
    files[entry.path] = [bytes, {mtime: date, level: packed.test(entry.path) ? 0 : 5}]
  }
  if (Object.keys(files).length > 0) writeFileSync(join(out, zipName), zipSync(files))
}
