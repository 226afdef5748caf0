/** What a base can see: public files and what is public of them. Types only. */

import type {PropertyValue, VaultPath} from '../model.ts'
import type {LinkValue} from './value.ts'

/** A published file: a note, a canvas, a base, or an attachment that a public page uses. */
export interface BaseFile {
  readonly path: VaultPath
  readonly name: string
  readonly basename: string
  readonly folder: string
  readonly ext: string
  /** Size in bytes, where it is known. */
  readonly size?: number
  /** ISO dates. */
  readonly created?: string
  readonly updated?: string
  readonly tags: readonly string[]
  /** Names in the author's order; hidden ones are not there. */
  readonly properties: readonly (readonly [name: string, value: PropertyValue])[]
  readonly links: readonly LinkValue[]
  readonly embeds: readonly LinkValue[]
}

export interface BaseWorld {
  readonly files: readonly BaseFile[]
  readonly byPath: ReadonlyMap<VaultPath, BaseFile>
  /** The garden's today, ISO date. */
  readonly today?: string
  readonly lang: string
  /** What `[[…]]` in a file leads to, if that is published. */
  readonly resolve: (target: string, from: VaultPath) => {readonly path: VaultPath; readonly anchor?: string} | undefined
  readonly backlinks: (path: VaultPath) => readonly VaultPath[]
  /** Address and title of a file's page, or address of an attachment. */
  readonly pageOf: (path: VaultPath, anchor?: string) => {readonly href: string; readonly title: string} | undefined
  /** The picture that a file is. */
  readonly pictureOf: (path: VaultPath) => {readonly href: string; readonly width?: number; readonly height?: number} | undefined
  /** Address of a tag's page; nothing for what no note is tagged with, such as a colour. */
  readonly tagHref: (name: string) => string | undefined
  /** Whether pictures of other sites are shown. */
  readonly remoteImages: boolean
  /** What links to other sites say of themselves. */
  readonly externalRel: string
}
