/**
 * Attachments that public pages use: cleaned, measured, and at their final
 * address, `attachments/name.hash8.ext` (F-08). All others stay in the vault.
 */

import {createHash} from 'node:crypto'
import {createReadStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Sharp} from 'sharp'
import {diagnose} from './diagnostics.ts'
import {activeTypes, embedKind} from './embeds.ts'
import type {Asset, AttachmentFile, Diagnostic, VaultPath} from './model.ts'
import {baseName, extensionOf, slugSegment} from './names.ts'
import {type PictureService, pictureSizes} from './pictures.ts'
import {cleanSvg, svgSize} from './svg.ts'

/** Part of a cleaned copy's name: change it when cleaning changes. */
const cleaning = '2'

export interface AssetStore {
  readonly folder: string
  readonly service?: PictureService | undefined
}

export interface PreparedAssets {
  readonly assets: ReadonlyMap<VaultPath, Asset>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Prepare attachments for publishing.
 *
 * @param store Absolute path of the folder for cleaned copies, made when needed; and what makes smaller ones.
 */
export async function prepareAssets(files: readonly AttachmentFile[], store: AssetStore): Promise<PreparedAssets> {
  const assets = new Map<VaultPath, Asset>()
  const diagnostics: Diagnostic[] = []
  for (const file of files) {
    try {
      const asset = await prepareAsset(file, store)
      if (typeof asset === 'string') diagnostics.push(diagnose('attachment-refused', {path: file.path}, {reason: asset}))
      else assets.set(file.path, asset)
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
      diagnostics.push(diagnose('attachment-refused', {path: file.path}, {reason}))
    }
  }
  return {assets, diagnostics}
}

/** One attachment, or why it is refused. */
async function prepareAsset(file: AttachmentFile, {folder, service}: AssetStore): Promise<Asset | string> {
  const extension = extensionOf(file.path)
  if (activeTypes.has(extension)) return 'a browser would run it as a page of this site'
  const type = embedKind(file.path)
  if (type !== 'image') {
    const hash = await hashFile(file.file)
    return {path: file.path, url: urlOf(file.path, hash), type: type === 'audio' || type === 'video' || type === 'pdf' ? type : 'file', size: file.size, file: file.file}
  }
  const bytes = readFileSync(file.file)
  const image = extension === 'svg' ? cleanVector(bytes) : await cleanRaster(bytes, extension)
  if (typeof image === 'string') return image
  const hash = createHash('sha256').update(image.bytes).digest('hex')
  const published = image.bytes === bytes ? file.file : storeCopy(image.bytes, {folder, hash, extension})
  const original = {bytes: image.bytes, hash, width: image.moves ? undefined : image.size.width, extension}
  const sizes = service ? await pictureSizes(original, {folder, service, urlOf: (copy, format) => urlOf(file.path, copy, format)}) : []
  return {path: file.path, url: urlOf(file.path, hash), type: 'image', size: image.bytes.length, ...image.size, file: published, ...(sizes.length > 0 ? {sizes} : {})}
}

function urlOf(file: VaultPath, hash: string, format?: string): string {
  const name = baseName(file)
  const dot = name.lastIndexOf('.')
  const extension = format ?? (dot > 0 ? name.slice(dot + 1).toLowerCase().replace(/[^a-z0-9]/g, '') : '')
  return `attachments/${slugSegment(dot > 0 ? name.slice(0, dot) : name)}.${hash.slice(0, 8)}${extension === '' ? '' : `.${extension}`}`
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

function storeCopy(bytes: Buffer, {folder, hash, extension}: {folder: string; hash: string; extension: string}): string {
  const file = path.join(folder, `${hash}-${cleaning}.${extension}`)
  if (existsSync(file)) return file
  mkdirSync(folder, {recursive: true})
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, bytes)
  renameSync(temporary, file)
  return file
}

interface CleanImage {
  readonly bytes: Buffer
  readonly size: {readonly width?: number; readonly height?: number}
  /** Whether it is a film of several pictures, which a copy would stop. */
  readonly moves?: boolean
}

function cleanVector(bytes: Buffer): CleanImage | string {
  const text = bytes.toString('utf8')
  const clean = cleanSvg(text)
  return clean === undefined ? 'it is not an SVG image' : {bytes: Buffer.from(clean), size: svgSize(clean)}
}

/** Formats that a picture can be written in again when it carries what nobody should see. */
const encoders = new Map<string, (image: Sharp) => Sharp>([
  ['jpg', (image) => image.jpeg({quality: 92})],
  ['jpeg', (image) => image.jpeg({quality: 92})],
  ['png', (image) => image.png()],
  ['webp', (image) => image.webp({quality: 92})],
  ['avif', (image) => image.avif({quality: 75})]
])

/**
 * Measure a picture, and take out what it tells besides the picture: place,
 * camera, owner (hazard 28). One that tells nothing is published as it is.
 */
async function cleanRaster(bytes: Buffer, extension: string): Promise<CleanImage | string> {
  // Loaded when there is a picture: many gardens have none.
  const {default: sharp} = await import('sharp')
  const image = sharp(bytes, {failOn: 'none', limitInputPixels: 268_402_689})
  const found = await image.metadata().catch(() => undefined)
  if (!found) return extension === 'bmp' ? {bytes, size: {}} : 'it is not the picture that its name says'
  const turned = (found.orientation ?? 1) >= 5
  const size = turned ? {width: found.height, height: found.width} : {width: found.width, height: found.height}
  const tells = found.exif ?? found.xmp ?? found.iptc ?? (found.comments && found.comments.length > 0)
  const encode = encoders.get(extension)
  const moves = (found.pages ?? 1) > 1
  if (!tells || !encode) return {bytes, size, moves}
  const whole = moves ? sharp(bytes, {failOn: 'none', limitInputPixels: 268_402_689, animated: true}) : image.autoOrient()
  return {bytes: await encode(whole).toBuffer(), size, moves}
}
