/** Work that can wait until a page has been painted and is left alone. */

/** Milliseconds of work in one go: on a phone four times as slow it is still no long task. */
const piece = 6
/** Milliseconds after which a page that is never idle is no reason to wait any longer. */
const patience = 500

/** Do something once the page has loaded. */
export function whenLoaded(act: () => void): void {
  if (document.readyState === 'complete') act()
  else addEventListener('load', act, {once: true})
}

/** Do something when nothing else is to be done. */
export function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, {timeout: patience})
  else setTimeout(act, 30)
}

/** Let the page do what else it has to do, and go on. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** Whether something is held down: what moved under it now would be let go of elsewhere, and that is no click. */
function isPressed(): boolean {
  return document.documentElement.matches(':active')
}

/** Do something to the page for each of many when nothing else is to be done, a few at a time. */
export function inPieces<Item>(items: readonly Item[], act: (item: Item) => void): void {
  const rest = items.values()
  const next = (): void => {
    if (isPressed()) return whenIdle(next)
    const end = performance.now() + piece
    do {
      const {value, done} = rest.next()
      if (done) return
      act(value)
    } while (performance.now() < end)
    whenIdle(next)
  }
  if (items.length > 0) whenIdle(next)
}
