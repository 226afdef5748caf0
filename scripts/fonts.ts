/**
 * Make the site's font files from the npm packages: `node scripts/fonts.ts`.
 *
 * The files are kept in the repository, because drawings are measured with them
 * and a build should not have to make them; a test makes them again and compares.
 */

import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
import subsetFont from 'subset-font'
import {renameFont} from './font-names.ts'

/** One file of `public/fonts/`. */
export interface FontFile {
  readonly name: string
  /** What it is made from, as a module specifier. */
  readonly source: string
  /** OpenType features that the style sheets use. */
  readonly features: readonly string[]
  readonly weight?: number | {readonly min: number; readonly max: number}
}

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght'

/** The faces: text, its italics, and those in bold, which few pages have and load; interface and code. */
export const fontFiles: readonly FontFile[] = [
  {name: 'ledger-serif-400-600.woff2', source: `${serif}-normal.woff2`, features: ['kern', 'liga'], weight: {min: 400, max: 600}},
  {name: 'ledger-serif-italic-400.woff2', source: `${serif}-italic.woff2`, features: ['kern', 'liga'], weight: 400},
  {name: 'ledger-serif-italic-600.woff2', source: `${serif}-italic.woff2`, features: ['kern', 'liga'], weight: 600},
  {
    name: 'inter-400-600.woff2',
    source: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
    features: ['kern', 'calt', 'tnum'],
    weight: {min: 400, max: 600}
  },
  {name: 'ledger-mono-400.woff2', source: '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2', features: []}
]

/** Signs of Latin-1 that stand in no sentence: the invisible hyphen, spacing accents, leftovers of old code pages. */
const dropped = new Set('\u00ad¤¦¨¬¯´¸')

/** Characters that are kept: the printable ones of Latin-1, and the signs that technical prose uses. */
export const keptText =
  `${[...range(0x20, 0x7e), ...range(0xa0, 0xff)].filter((character) => !dropped.has(character)).join('')}Œœ–—‘’‚“”„•…′″‹›€™↑↓−`

function range(first: number, last: number): readonly string[] {
  return Array.from({length: last - first + 1}, (_, index) => String.fromCodePoint(first + index))
}

/**
 * Make one font file.
 *
 * It goes through the subsetter twice: to an open format, so that it can be
 * renamed, and from there to the packed one, which also puts its checksums right.
 */
export async function makeFont({source, features, weight}: FontFile): Promise<Buffer> {
  const whole = await readFile(createRequire(import.meta.url).resolve(source))
  const cut = await subsetFont(whole, keptText, {
    targetFormat: 'truetype',
    keepFeatures: features,
    noHinting: true,
    ...(weight === undefined ? {} : {variationAxes: {wght: weight}})
  })
  return subsetFont(renameFont(cut), keptText, {targetFormat: 'woff2', keepFeatures: features, noHinting: true})
}

async function main(): Promise<void> {
  const folder = new URL('../public/fonts/', import.meta.url)
  await mkdir(folder, {recursive: true})
  for (const file of fontFiles) {
    const bytes = await makeFont(file)
    await writeFile(new URL(file.name, folder), bytes)
    console.log(`${file.name}: ${bytes.length} bytes`)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
