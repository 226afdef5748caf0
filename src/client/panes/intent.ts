/** Whether links open beside the text: where a reader wants it, or an address has a stack, and there is room. */

import {setting} from '../settings.ts'
import {isPlain} from '../site.ts'

/** Width from which panes have room, as in `panes.css`. */
const wide = matchMedia('(width >= 64rem)')

/** Look out for the wish. */
export function panes(): void {
  const start = (): void => {
    const isAsked = setting('panes') === 'on' || new URLSearchParams(location.search).has('panes')
    if (isAsked && wide.matches && document.querySelector('main > .entry')) void load()
  }
  addEventListener('trellis:setting', start)
  start()
}

let isThere = false

/** Load the code, and let it look at the address. A link clicked meanwhile would lead away: it is clicked again when the code is there, or is not to be had. */
async function load(): Promise<void> {
  let clicked: Element | undefined
  const hold = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('main a[href]') : null
    if (!link || !isPlain(event)) return
    event.preventDefault()
    event.stopPropagation()
    clicked = link
  }
  if (!isThere) document.addEventListener('click', hold, {capture: true})
  try {
    const {stack} = await import('./panes.ts')
    isThere = true
    stack()
  } finally {
    document.removeEventListener('click', hold, {capture: true})
    // Links of diagrams are SVG's own and have no `click()`.
    clicked?.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))
  }
}
