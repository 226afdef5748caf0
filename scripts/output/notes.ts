/** Names of a vault's notes, as a directory listing has them: nobody's idea of what is public is in them. */
import {readdirSync} from 'node:fs'
import {join, sep} from 'node:path'

/** A note as it lies on the disk. */
export interface VaultFile {
  /** Path under the vault's folder, `/`-separated, NFC. */
  readonly path: string
  /** Where it is read, in the letters of the disk. */
  readonly file: string
}

/** All notes under a folder. */
export function vaultNotes(vault: string): VaultFile[] {
  return readdirSync(vault, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.mdx?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({path: file.slice(vault.length + 1).replaceAll(sep, '/').normalize('NFC'), file}))
}
