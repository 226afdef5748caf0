/** Texts of their own: a piece of a page's text keeps the whole page in memory, which was 600 MB at 5,000 pages. */
const known = new Map<string, string>()

/** The same text, held without what it was cut from. */
export function own(text: string): string {
  const found = known.get(text)
  if (found !== undefined) return found
  const copy = Buffer.from(text, 'utf16le').toString('utf16le')
  known.set(copy, copy)
  return copy
}
