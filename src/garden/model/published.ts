/** What is published: the notes past the door, where links lead, and the files that pages use. */

import type {Slug, VaultPath} from './base.ts'
import type {PreparedNote} from './prepared.ts'

declare const published: unique symbol
/** A note that went through `publish`: the only kind that names, links, pages, feeds and search may hold. */
export type PublicNote = PreparedNote & {readonly [published]: true}

/** Where a link leads. A private note is `unresolved`: the reader cannot tell it from one never written. */
export type Resolution =
  | {readonly kind: 'note'; readonly path: VaultPath; readonly anchor?: string}
  | {readonly kind: 'folder'; readonly slug: Slug}
  | {readonly kind: 'attachment'; readonly path: VaultPath}
  | {readonly kind: 'unresolved'}

/** An attachment that public pages use, at its final address. */
export interface Asset {
  readonly path: VaultPath
  /** Address under the base path: `attachments/kafka.1a2b3c4d.png`. */
  readonly url: string
  readonly type: 'image' | 'audio' | 'video' | 'pdf' | 'file'
  /** Size in bytes, as published. */
  readonly size: number
  /** Pixels; known for images. */
  readonly width?: number
  readonly height?: number
  /** Where the bytes to publish stand on disk (cleaned copies stand in the cache). */
  readonly file: string
  /** Lighter copies of a picture, the narrowest first. */
  readonly sizes?: readonly PictureSize[]
}

/** A copy of a picture, of another width and format. */
export interface PictureSize {
  /** Pixels. */
  readonly width: number
  readonly format: 'webp'
  /** Address under the base path. */
  readonly url: string
  readonly file: string
}
