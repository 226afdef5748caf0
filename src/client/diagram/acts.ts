/** What a reader can do in the viewer: its buttons say by name and value what they do, and by which keys. */

import {around, isBrowsers, part, wordsOf} from './dom.ts'
import {ways} from './near.ts'
import {save} from './save.ts'
import {dialog, field, light, reveal, say, shown, stage, step, view, words} from './screen.ts'
import {goTo, keysOf} from './viewer.ts'

/** Pixels that an arrow key moves. */
const stride = 60

const offer = part('.offer', dialog)
/** Address of the diagram behind the link that was pressed. */
let behind = ''

const acts: Readonly<Record<string, (button: HTMLButtonElement) => unknown>> = {
  close: () => dialog.close(),
  zoom: ({value}) => view.zoom(Number(value)),
  fit: () => view.fit(),
  step: ({value}) => light(step + Number(value)),
  source: () => copy('source'),
  link: () => copy('address'),
  save: ({value}) => download(value),
  stay() {
    offer.hidden = true
    stage.focus()
  },
  drill: () => goTo([...keysOf(), behind]),
  back: ({value}) => goTo(keysOf().slice(0, Number(value)))
}

/** Let buttons, keys and links act. */
export function listen(): void {
  dialog.addEventListener('click', onClick)
  dialog.addEventListener('keydown', onKey)
  stage.addEventListener('focusin', ({target}) => {
    // A browser scrolls what has the focus into view; the stage moves instead.
    stage.scrollTo(0, 0)
    if (target instanceof SVGElement && target.matches(':focus-visible')) reveal(target)
  })
}

/** Keys of the viewer; those of the browser stay the browser's. */
function onKey(event: KeyboardEvent): void {
  const {key} = event
  if (isBrowsers(event)) return
  const way = ways[key]
  const button = dialog.querySelector<HTMLElement>(`[data-keys~="${CSS.escape(key)}"]`)
  if (way) view.move(-way[0] * stride, -way[1] * stride)
  else if (button) button.click()
  else if (key === '/') {
    field.focus()
    field.select()
  } else return
  event.preventDefault()
}

/** Links whose note has a diagram are asked about before they lead away. */
function onClick(event: MouseEvent): void {
  const button = around<HTMLButtonElement>(event, '[name]')
  if (button) acts[button.name]?.(button)
  const link = around(event, '.stage a[data-diagram]')
  if (!link || isBrowsers(event) || event.shiftKey) return
  event.preventDefault()
  behind = (link.getAttribute('data-diagram') ?? '').slice(words['root']?.length, -1)
  offer.hidden = false
  part('b', offer).textContent = wordsOf(link)
  part('a', offer).setAttribute('href', link.getAttribute('href') ?? '')
  part('button', offer).focus()
}

async function copy(what: 'source' | 'address'): Promise<void> {
  say(await navigator.clipboard.writeText(shown?.[what] ?? '').then(() => words['copied'], () => words['failed']))
}

async function download(type: string): Promise<void> {
  if (shown) await save(shown, words['font'] ?? '', type).catch(() => say(words['failed']))
}
