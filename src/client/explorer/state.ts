/** What the explorer remembers: the folders that its reader opened, for good, and how far it is scrolled, for this visit. */

const openKey = 'trellis.tree.open'
const scrollKey = 'trellis.tree.scroll'

function read(): Set<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(openKey) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((slug) => typeof slug === 'string') : [])
  } catch {
    return new Set()
  }
}

const open = read()

/** Whether a reader left a folder open. */
export function isOpen(slug: string): boolean {
  return open.has(slug)
}

/** Remember that a folder was opened or closed. */
export function keepOpen(slug: string, isOpened: boolean): void {
  if (isOpened) open.add(slug)
  else open.delete(slug)
  try {
    localStorage.setItem(openKey, JSON.stringify([...open]))
  } catch {
    // Storage may be forbidden or full; the folder then stays open as long as the page.
  }
}

/** How far the tree was scrolled on the page before, in pixels. */
export function scrolled(): number {
  try {
    return Number(sessionStorage.getItem(scrollKey)) || 0
  } catch {
    return 0
  }
}

/** Remember how far the tree is scrolled. */
export function keepScroll(pixels: number): void {
  try {
    sessionStorage.setItem(scrollKey, `${Math.round(pixels)}`)
  } catch {
    // As above.
  }
}
