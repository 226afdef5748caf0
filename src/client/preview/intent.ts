/** When a reader means to look where a link leads: by resting on it, by the focus, by a long press. */

import {setting} from '../settings.ts'
import {type Wanted, wantedAt} from './where.ts'

/** Milliseconds until an intent is prepared for, and until it is followed, by how it is shown. */
const prepare = 90
const rest = 350
const dwell = 600
const press = 450

let timers: ReturnType<typeof setTimeout>[] = []
/** Whether the finger that is down has opened a preview: its click is no click then. */
let pressed = false

function cancel(): void {
  for (const timer of timers) clearTimeout(timer)
  timers = []
}

/** Load what shows previews, and show one. */
async function open(wanted: Wanted): Promise<void> {
  const {openPreview} = await import('./open.ts')
  await openPreview(wanted)
}

function after(wanted: Wanted, delay: number, then: () => void = () => void open(wanted)): void {
  cancel()
  timers.push(
    setTimeout(() => void import('./open.ts').then(({fetchPreview}) => fetchPreview(wanted.file)), Math.min(prepare, delay)),
    setTimeout(then, delay)
  )
}

/** Look out for intents on a page. */
export function previews(): void {
  const wanted = (target: EventTarget | null): Wanted | undefined => (setting('previews') === 'on' ? wantedAt(target) : undefined)
  addEventListener('pointerover', ({target, pointerType, buttons}) => {
    const found = pointerType === 'mouse' && buttons === 0 ? wanted(target) : undefined
    if (found) after(found, rest)
  })
  addEventListener('pointerout', ({pointerType}) => pointerType === 'mouse' && cancel())
  addEventListener('focusin', ({target}) => {
    const found = target instanceof Element && target.matches(':focus-visible') ? wanted(target) : undefined
    if (found) after(found, dwell)
    else cancel()
  })
  addEventListener('pointerdown', ({target, pointerType}) => {
    cancel()
    pressed = false
    const found = pointerType === 'touch' ? wanted(target) : undefined
    if (found) after(found, press, () => {
      pressed = true
      void open(found)
    })
  })
  for (const end of ['pointerup', 'pointercancel', 'scroll', 'keydown'] as const) addEventListener(end, cancel, {passive: true})
  // A long press would open the browser's own menu, and then follow the link.
  addEventListener('contextmenu', (event) => pressed && event.preventDefault())
  addEventListener('click', (event) => {
    if (!pressed) return
    pressed = false
    if (wantedAt(event.target)) event.preventDefault()
  }, {capture: true})
}
