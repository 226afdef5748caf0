import type {Slug} from '../garden/model.ts'
import {folderName} from './format.ts'

/** A note or folder of the explorer, as its file has it: title, address, and what is in it. An address that begins with `/` goes on from the folder's. */
export type ExplorerRow = readonly [title: string, slug: string, rows?: readonly ExplorerRow[]]

interface Entry {
  readonly title: string
  readonly slug: Slug
  readonly twigs?: readonly Entry[]
}

/** The explorer's tree as small arrays: it is one file, and holds every note. */
export function explorerRows(entries: readonly Entry[], folder = ''): readonly ExplorerRow[] {
  return entries.map(({title, slug, twigs}) => {
    const short = folder !== '' && slug.startsWith(`${folder}/`) ? slug.slice(folder.length) : slug
    return twigs ? [folderName(title), short, explorerRows(twigs, slug)] : [title, short]
  })
}

/** Notes in a tree, at any depth. */
export function notesIn(rows: readonly ExplorerRow[]): number {
  return rows.reduce((sum, [, , inner]) => sum + (inner ? notesIn(inner) : 1), 0)
}
