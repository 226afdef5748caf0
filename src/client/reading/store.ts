/** The reader's record in this browser: kept under one key a garden, told to all its pages. */

import {base} from '../site.ts'
import {nothing, printReading, readReading, type Reading} from './record.ts'

/** Several gardens may share an origin; each has its own record. */
export const readingKey = `trellis.reading:${base}`

/** What is kept; nothing where storage is forbidden or holds something else. */
export function reading(): Reading {
  try {
    return readReading(localStorage.getItem(readingKey) ?? '') ?? nothing
  } catch {
    return nothing
  }
}

/** Change the record; pages that show it hear of it. */
export function change(by: (now: Reading) => Reading): void {
  const next = by(reading())
  try {
    if (next.notes.size + next.cards.size === 0) localStorage.removeItem(readingKey)
    else localStorage.setItem(readingKey, printReading(next))
  } catch {
    // Storage may be forbidden or full; the reader sees that nothing is marked.
  }
  dispatchEvent(new Event('trellis:reading'))
}

/** Call back when the record changes, here or in another tab. */
export function onReading(call: () => void): void {
  addEventListener('trellis:reading', call)
  addEventListener('storage', ({key}) => key === readingKey && call())
  // A page that comes back from the browser's memory may have missed it.
  addEventListener('pageshow', ({persisted}) => persisted && call())
}

/** Today, in the reader's own time. */
export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
