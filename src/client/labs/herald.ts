/** Least time between two messages, in milliseconds: a screen reader needs that long to say one. */
const rest = 1500

/** Say things in a live region: never more often than can be heard, and always the newest. */
export function herald(live: HTMLElement): (text: string) => void {
  let newest = ''
  let waiting = false

  return (text) => {
    newest = text
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      live.textContent = newest
    }, rest)
  }
}
