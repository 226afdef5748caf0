/** Whether links open beside the text: where a reader wants it, or an address has a stack, and there is room. */

import {setting} from '../settings.ts'

/** Width from which panes have room, as in `panes.css`. */
const wide = matchMedia('(width >= 64rem)')

/** Look out for the wish. */
export function panes(): void {
  const start = (): void => {
    const isAsked = setting('panes') === 'on' || new URLSearchParams(location.search).has('panes')
    if (isAsked && wide.matches && document.querySelector('main > .entry')) void import('./panes.ts').then(({stack}) => stack())
  }
  addEventListener('trellis:setting', start)
  start()
}
