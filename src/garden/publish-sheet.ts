/** `publish.css` at the root of the vault (Pu-13): cleaned, its files published with it, under an address of its contents. */

import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {addressKind, decoded} from './addresses.ts'
import {withCalloutNames} from './callout-looks.ts'
import {cleanCss} from './clean-css.ts'
import {diagnose} from './diagnostics.ts'
import type {Asset, AttachmentFile, Diagnostic, VaultPath} from './model.ts'
import {href, shortHash, vaultPath} from './names.ts'

/** The file's name, as Obsidian Publish has it. */
const sheetName = 'publish.css'
/** Largest sheet, in bytes. */
const largest = 1_000_000

export interface PublishSheet {
  /** The sheet's text, and the files that it shows. */
  readonly text?: string
  readonly files: readonly VaultPath[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Read the sheet.
 *
 * It can lay anything over anything, so only the vault of an author who is
 * trusted has one, or one that the configuration asks for.
 */
export function readSheet(attachments: readonly AttachmentFile[], {trust, publishCss = trust === 'author'}: {readonly trust: string; readonly publishCss?: boolean | undefined}): PublishSheet {
  const found = attachments.find((file) => file.path === sheetName)
  if (!found || (publishCss === false && trust === 'author')) return {files: [], diagnostics: []}
  if (!publishCss) return {files: [], diagnostics: [diagnose('sheet-unused', {path: sheetName}, {})]}
  if (found.size > largest) return {files: [], diagnostics: [diagnose('attachment-refused', {path: sheetName}, {reason: `it holds more than ${largest / 1e6} MB`})]}
  const text = readFileSync(found.file, 'utf8')
  const known = new Set(attachments.map((file) => file.path))
  const files = new Set<VaultPath>()
  const {removed} = cleanCss(text, (written) => {
    if (isInside(written)) return written
    const file = fileOf(written, known)
    if (file !== undefined) files.add(file)
    return file
  })
  return {text, files: [...files], diagnostics: removed.map(({at, what}) => diagnose('sheet-remote', {path: sheetName, place: placeOf(text, at)}, {what}))}
}

function placeOf(text: string, at: number): {line: number; column: number} {
  const before = text.slice(0, at)
  return {line: before.split('\n').length, column: at - before.lastIndexOf('\n')}
}

/** Whether an address asks for no file: a part of the page, or a picture in the sheet itself. */
function isInside(written: string): boolean {
  return written.startsWith('#') || /^data:(?:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)|font\/(?:woff2?|ttf|otf))[;,]/i.test(written)
}

/** The file of the vault that an address names, from the root. */
function fileOf(written: string, known: ReadonlySet<VaultPath>): VaultPath | undefined {
  if (addressKind(written) !== 'internal') return undefined
  const file = vaultPath(decoded(written.replace(/[?#].*$/, '')))
  return file !== undefined && file !== sheetName && known.has(file) ? file : undefined
}

/**
 * The sheet as it is published.
 *
 * @param folder Absolute path of the folder for cleaned copies; made when needed.
 */
export function publishSheet({text}: PublishSheet, assets: ReadonlyMap<VaultPath, Asset>, {folder, base}: {folder: string; base: string}): Asset | undefined {
  if (text === undefined) return undefined
  const known = new Set(assets.keys())
  const {css: clean} = cleanCss(text, (written) => {
    if (isInside(written)) return written
    const asset = assets.get(fileOf(written, known) ?? ('' as VaultPath))
    return asset && href(asset.url, base)
  })
  const css = withCalloutNames(clean)
  const hash = createHash('sha256').update(css).digest('hex')
  const file = path.join(folder, `${hash}.css`)
  if (!existsSync(file)) {
    mkdirSync(folder, {recursive: true})
    const temporary = `${file}.${process.pid}.tmp`
    writeFileSync(temporary, css)
    renameSync(temporary, file)
  }
  return {path: sheetName as VaultPath, url: `attachments/publish.${shortHash(css)}.css`, type: 'file', size: Buffer.byteLength(css), file}
}
