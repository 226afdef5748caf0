/** What headings are called in addresses, and when two spellings mean one heading. */
import {emojiMarks} from './names.ts'

/** Id of a heading (H-05): letters, digits, marks, `-` and `_` of its text; never one of the site's own (`kg-…`, `diagram-1`). */
export function headingId(text: string): string {
  const id = text
    .normalize('NFC')
    .toLowerCase()
    .replace(emojiMarks, '')
    .replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '')
    .trim()
    .replace(/\s+/g, '-')
  if (id === '') return 'section'
  return /^(?:kg-|diagram-\d+$|\^)/.test(id) ? `h-${id}` : id
}

/** Give each text its id in a document: the second of a name gets `-1` (H-03). */
export function uniqueIds(): (wanted: string) => string {
  const taken = new Map<string, number>()
  return (wanted) => {
    let id = wanted
    let count = taken.get(wanted) ?? 0
    while (taken.has(id)) {
      count += 1
      id = `${wanted}-${count}`
    }
    taken.set(wanted, count)
    if (id !== wanted) taken.set(id, 0)
    return id
  }
}

/** What two spellings of one heading share (H-01): NFC, case, punctuation and runs of spaces do not count. */
export function headingKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
