/** Grow gardens from notes written in the test: in English, without a cache, without worker threads. */

import {preparedWords} from '../../src/garden/words.ts'
import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {strings} from '../../src/components/strings.ts'
import {format} from '../../src/garden/diagnostics.ts'
import {type GrowContext, grow} from '../../src/garden/garden.ts'
import type {AttachmentFile, Diagnostic, Garden, PreparedNote, SourceFile, Vault, VaultPath} from '../../src/garden/model.ts'
import {byCodePoint, extensionOf, isPageFile, vaultPath} from '../../src/garden/names.ts'
import {type GardenConfig, type Options, parseOptions, parsingOptions} from '../../src/garden/options.ts'
import {type ParseOptions, parseNote} from '../../src/garden/parse.ts'

/** Text by path; a file that is not a note gets its bytes from {@link bytesOf}, whatever its text. */
export type Files = ReadonlyMap<string, string>

const words = strings('en').body

/** Options with their defaults. */
export function optionsOf(config: GardenConfig = {}): Options {
  const {options, problems} = parseOptions(config)
  if (!options) throw new Error(JSON.stringify(problems))
  return options
}

/** Brand a path that a test writes. */
export function path(written: string): VaultPath {
  const made = vaultPath(written)
  if (made === undefined) throw new Error(`“${written}” is not a path in a vault.`)
  return made
}

export function source(file: string, text: string): SourceFile {
  return {path: path(file), text, hash: createHash('sha256').update(text).digest('hex')}
}

/** A note parsed alone. */
export function parse(text: string, more: Partial<ParseOptions> & {readonly file?: string} = {}): PreparedNote {
  const {file = 'Here.md', ...options} = more
  return parseNote(source(file, text), {
    ...parsingOptions(optionsOf()),
    strictLineBreaks: false,
    words: preparedWords(words),
    ...options
  })
}

// ── Vaults ──────────────────────────────────────────────────────────────────

const folders: string[] = []

/** A folder that goes when the tests end. */
export function temporaryFolder(): string {
  if (folders.length === 0) process.on('exit', () => folders.map((folder) => rmSync(folder, {recursive: true, force: true})))
  const folder = mkdtempSync(join(tmpdir(), 'garden-test-'))
  folders.push(folder)
  return folder
}

/** Write files under a folder. */
export function writeFiles(folder: string, files: Iterable<readonly [string, string | Uint8Array]>): void {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), bytes)
  }
}

/** A picture of one pixel. */
export const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

let shared: string | undefined

/** Attachments of one kind share their bytes on disk: many vaults, few files. */
function attachment(file: VaultPath): AttachmentFile {
  const image = ['png', 'jpg', 'webp', 'gif'].includes(extensionOf(file))
  return {path: file, size: image ? pixel.length : 5, file: join(sharedFolder(), image ? 'pixel.png' : 'bytes.bin')}
}

function sharedFolder(): string {
  if (shared !== undefined) return shared
  shared = temporaryFolder()
  writeFiles(shared, [['pixel.png', pixel], ['bytes.bin', 'bytes']])
  return shared
}

/** A vault of files in the test's own words. */
export function vaultOf(files: Files): Vault {
  const sorted = [...files].sort(([a], [b]) => byCodePoint(a, b))
  const notes = sorted.filter(([name]) => isPageFile(name))
  const others = sorted.filter(([name]) => !isPageFile(name))
  return {notes: notes.map(([name, text]) => source(name, text)), attachments: others.map(([name]) => attachment(path(name))), settings: {}}
}

/** Grow a garden in this thread. */
export function growVault(vault: Vault, config: GardenConfig = {}, more: Partial<GrowContext> = {}): Promise<Garden> {
  return grow(vault, optionsOf({dates: 'none', ...config}), {
    words,
    cacheFolder: join(sharedFolder(), 'cache'),
    fontFile: join(import.meta.dirname, '../../public/fonts/inter-400-600.woff2'),
    parse: 'here',
    keepDrawing: true,
    ...more
  })
}

export function growFiles(files: Files, config: GardenConfig = {}): Promise<Garden> {
  return growVault(vaultOf(files), config)
}

/** The HTML of one note's page. */
export function htmlOf(garden: Garden, file: string): string {
  const page = garden.pages.find((each) => each.path === file)
  if (!page) throw new Error(`“${file}” has no page.`)
  return page.html
}

/** All that may be published of two gardens is the same, to the letter; the first difference is shown, not the whole. */
export function same(left: Garden, right: Garden): void {
  const pieces = ({fillers: _, diagnostics: __, previews, archive, ...rest}: Garden): string[] =>
    Object.entries({...rest, previews: [...previews()], archive: archive()}).flatMap(([key, value]) => (Array.isArray(value) ? value.map((each) => `${key} ${JSON.stringify(each)}`) : [`${key} ${JSON.stringify(value)}`]))
  const [a, b] = [pieces(left), pieces(right)]
  const at = a.findIndex((piece, index) => piece !== b[index])
  assert.equal(a[at], b[at])
  assert.equal(a.length, b.length)
}

/** Rules of diagnostics, in the order told. */
export function rulesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({rule}) => rule)
}

/** Diagnostics as the author reads them. */
export function printed(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((each) => `${format(each)}\n`).join('')
}
