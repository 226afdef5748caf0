/** Names of a vault's notes, as a directory listing has them: nobody's idea of what is public is in them. */
import {readdirSync} from 'node:fs'
import {join, sep} from 'node:path'

/** Paths of all notes under a folder, `/`-separated, NFC. */
export function vaultNotes(vault: string): string[] {
  return readdirSync(vault, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.mdx?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(vault.length + 1).replaceAll(sep, '/').normalize('NFC'))
}
