/** What a reader looked for and read last: kept in this browser alone, and forgotten on request. */

/** A note that was read. */
export interface Read {
  readonly title: string
  readonly href: string
}

const keys = {searches: 'trellis.searches', notes: 'trellis.notes'} as const

/** Most of each that are kept. */
const most = 8

/** Searches that led to a note, the last one first. */
export function lastSearches(): string[] {
  return kept(keys.searches).filter((each) => typeof each === 'string')
}

/** Notes that were read, the last one first. */
export function lastNotes(): Read[] {
  return kept(keys.notes).filter(isRead)
}

export function keepSearch(text: string): void {
  if (text !== '') keep(keys.searches, [text, ...lastSearches().filter((each) => each !== text)])
}

export function keepNote(note: Read): void {
  keep(keys.notes, [note, ...lastNotes().filter(({href}) => href !== note.href)])
}

/** Forget all of it. */
export function forget(): void {
  for (const key of Object.values(keys)) keep(key, [])
}

function isRead(value: unknown): value is Read {
  return typeof value === 'object' && value !== null && 'title' in value && 'href' in value && typeof value.title === 'string' && typeof value.href === 'string' && value.href.startsWith('/')
}

// Storage may be forbidden, full, or another program's: then there is nothing to remember.
function kept(key: string): unknown[] {
  try {
    const values: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(values) ? values : []
  } catch {
    return []
  }
}

function keep(key: string, values: readonly unknown[]): void {
  try {
    if (values.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(values.slice(0, most)))
  } catch {
    // As above.
  }
}
