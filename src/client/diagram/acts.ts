/** What a reader can do in the viewer, by the names of its buttons and by keys. */

import {lightUp} from './near.ts'
import {download, png, svgText} from './save.ts'
import {fetchShown} from './shown.ts'
import {light, say, show, type Viewer} from './state.ts'

/** Pixels that an arrow key moves, and the factor of a press on plus. */
const stride = 60
const factor = 1.25

type Act = (all: Viewer) => unknown

const acts: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['close', ({dialog}) => dialog.close()],
  ['closer', (all) => all.pan.zoom(factor)],
  ['farther', (all) => all.pan.zoom(1 / factor)],
  ['fit', (all) => all.pan.fit()],
  ['previous', (all) => light(all, all.step - 1)],
  ['next', (all) => light(all, all.step + 1)],
  ['source', (all) => copy(all, all.trail.at(-1)?.source)],
  ['link', (all) => copy(all, all.trail.at(-1)?.address)],
  ['svg', (all) => save(all, 'svg')],
  ['png', (all) => save(all, 'png')],
  ['stay', (all) => {
    all.part('.offer').hidden = true
    all.stage.focus()
  }],
  ['drill', (all) => drill(all)],
  ['+', (all) => all.pan.zoom(factor)],
  ['=', (all) => all.pan.zoom(factor)],
  ['-', (all) => all.pan.zoom(1 / factor)],
  ['0', (all) => all.pan.fit()],
  ['ArrowLeft', (all) => all.pan.move(stride, 0)],
  ['ArrowRight', (all) => all.pan.move(-stride, 0)],
  ['ArrowUp', (all) => all.pan.move(0, stride)],
  ['ArrowDown', (all) => all.pan.move(0, -stride)],
  ['PageUp', (all) => light(all, all.step - 1)],
  ['PageDown', (all) => light(all, all.step + 1)]
])

/** Keys of the viewer; those of the browser stay the browser's. */
export function onKey(event: KeyboardEvent, all: Viewer): void {
  const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts.get(event.key)
  if (!act) return
  event.preventDefault()
  act(all)
}

/** Buttons, and links whose note has a diagram: these are asked about before they lead away. */
export function onClick(event: MouseEvent, all: Viewer): void {
  if (!(event.target instanceof Element)) return
  const name = event.target.closest<HTMLElement>('[data-do]')?.dataset['do']
  if (name !== undefined) acts.get(name)?.(all)
  const link = event.target.closest('.stage a[data-diagram]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  all.drill = link.getAttribute('data-diagram') ?? ''
  all.part('.offer').hidden = false
  all.part('.offer b').textContent = link.textContent.trim()
  all.part('.offer a').setAttribute('href', link.getAttribute('href') ?? '')
  all.part('[data-do=drill]').focus()
}

async function drill(all: Viewer): Promise<void> {
  const shown = await fetchShown(all.drill)
  if (!shown) return say(all, all.dialog.dataset['failed'])
  lightUp(shown.svg)
  show(all, [...all.trail, shown])
  all.stage.focus()
}

async function copy(all: Viewer, text = ''): Promise<void> {
  const {copied, failed} = all.dialog.dataset
  say(all, await navigator.clipboard.writeText(text).then(() => copied, () => failed))
}

async function save(all: Viewer, type: 'svg' | 'png'): Promise<void> {
  const shown = all.trail.at(-1)
  const {font = '', failed} = all.dialog.dataset
  const blob = shown && (await (type === 'png' ? png(shown.svg, font) : svgText(shown.svg, font).then((text) => new Blob([text], {type: 'image/svg+xml'}))).catch(() => null))
  if (blob) download(blob, `${shown.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.${type}`)
  else say(all, failed)
}
