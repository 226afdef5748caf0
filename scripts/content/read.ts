/** The garden's notes, read from disk. */

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Note, readNote} from './note.ts'

const root = join(import.meta.dirname, '..', '..')
const vault = 'src/content'

/** Read every note, in the order of their paths. Folders and files with a dot in front are Obsidian's. */
export function readGarden(): Note[] {
  return readdirSync(join(root, vault), {recursive: true, encoding: 'utf8'})
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.mdx?$/.test(file) && !file.split('/').some((segment) => segment.startsWith('.')))
    .sort()
    .map((file) => readNote(file, readFileSync(join(root, vault, file), 'utf8'), `${vault}/${file}`))
}
