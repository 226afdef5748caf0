/** What is read: the files of a vault and its own settings. */

import type {VaultPath} from './base.ts'

/** A note as it stands on disk. */
export interface SourceFile {
  readonly path: VaultPath
  readonly text: string
  /** SHA-256 of the bytes, hex. */
  readonly hash: string
  /** Last modification on disk, ISO 8601; only used under `dates: 'mtime'`. */
  readonly mtime?: string
}

/** A file of the vault that is not a note. Its bytes are read only when a public page uses it. */
export interface AttachmentFile {
  readonly path: VaultPath
  /** Size in bytes. */
  readonly size: number
  /** Absolute path on disk. */
  readonly file: string
}

/** What the vault's own settings say (`.obsidian/app.json`), where it has any. */
export interface VaultSettings {
  readonly strictLineBreaks?: boolean
  readonly userIgnoreFilters?: readonly string[]
  /** Order and hidden entries of Obsidian Publish's navigation (`site-options.json`, Pu-07). */
  readonly navigationOrdering?: readonly string[]
  readonly navigationHiddenItems?: readonly string[]
  /** Its name, first page and theme. */
  readonly siteName?: string
  readonly indexFile?: string
  readonly defaultTheme?: string
  /** Whether search engines are asked to leave it out. */
  readonly noindex?: boolean
}

export interface Vault {
  readonly notes: readonly SourceFile[]
  readonly attachments: readonly AttachmentFile[]
  readonly settings: VaultSettings
}
