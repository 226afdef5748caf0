/** The reader's menu: what in it needs a script. It opens and closes by itself (`popover`). */

import {moves} from './moves.ts'
import {setting} from './settings.ts'

/** Bring the menu to life. */
export function menu(): void {
  const card = document.querySelector<HTMLElement>('#kg-menu')
  if (!card) return
  card.addEventListener('click', ({target}) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null
    const act = Object.entries(moves).find(([name]) => name === button?.dataset['act'])?.[1]
    if (!act) return
    // Size and switches can be pressed again; what opens something is done with the menu.
    if (button?.dataset['act'] === 'shortcuts') card.hidePopover()
    act()
  })
  const show = (): void => {
    for (const button of card.querySelectorAll<HTMLElement>('[data-switch]')) button.ariaPressed = String(setting(button.dataset['switch'] === 'panes' ? 'panes' : 'focus') === 'on')
  }
  addEventListener('trellis:setting', show)
  show()
}
