/** When notes were written and changed, and what day it is in the garden (decision 13). */

import type {PublicNote, SourceFile, VaultPath} from './model.ts'
import type {Options} from './options.ts'

/** First and last day of files in the repository's history. */
export type History = ReadonlyMap<VaultPath, {readonly created: string; readonly updated: string}>

/** Gives notes the dates that they do not say themselves: from history, or the disk, as the author chose. */
export function dating(files: readonly SourceFile[], {dates}: Pick<Options, 'dates'>, history: History | undefined): (note: PublicNote) => PublicNote {
  const touched = new Map(dates === 'mtime' ? files.map(({path, mtime}) => [path, mtime]) : [])
  return (note) => {
    if (note.dates.updated !== undefined || dates === 'none') return note
    const known = dates === 'git' ? history?.get(note.path) : undefined
    const updated = known?.updated ?? touched.get(note.path)
    const created = note.dates.created ?? known?.created
    return {...note, dates: {...(created === undefined ? {} : {created}), ...(updated === undefined ? {} : {updated})}}
  }
}

/** The garden's day: as told, else the newest date among its notes; none where no note has one. */
export function todayOf(notes: readonly PublicNote[], options: Options): {today?: string} {
  if (options.today !== undefined) return {today: options.today}
  const newest = notes.flatMap((note) => [note.dates.updated ?? '', note.dates.created ?? '']).reduce((a, b) => (a > b ? a : b), '')
  return newest === '' ? {} : {today: newest.slice(0, 10)}
}
