/** What a reader can do in the viewer, by the names of its buttons and by keys. */

import {download, png, svgText} from './save.ts'
import {keyOf, type Shown} from './shown.ts'
import {light, say, show, type Viewer} from './state.ts'
import {fetchTrail, goTo} from './way.ts'

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
  ['/', ({field}) => {
    field?.focus()
    field?.select()
  }],
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
  const button = event.target.closest<HTMLButtonElement>('[data-do]')
  if (button?.dataset['do'] === 'back') step(all, all.trail.slice(0, Number(button.value) + 1))
  else if (button) acts.get(button.dataset['do'] ?? '')?.(all)
  const link = event.target.closest('.stage a[data-diagram]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  all.drill = link.getAttribute('data-diagram') ?? ''
  all.part('.offer').hidden = false
  all.part('.offer b').textContent = link.textContent.trim()
  all.part('.offer a').setAttribute('href', link.getAttribute('href') ?? '')
  all.part('[data-do=drill]').focus()
}

/** Go into the diagram behind the link that was pressed. */
async function drill(all: Viewer): Promise<void> {
  const [own] = all.trail
  const key = keyOf(all.dialog.dataset['root'] ?? '', all.drill)
  const keys = [...keysOf(all.trail), key]
  const trail = own ? await fetchTrail(all, own, keys) : []
  if (trail.length <= all.trail.length) return say(all, all.dialog.dataset['failed'])
  step(all, trail)
}

/** Show a trail as a step in the history. */
function step(all: Viewer, trail: readonly Shown[]): void {
  goTo({id: all.figure?.id ?? '', trail: keysOf(trail)})
  show(all, trail)
  all.stage.focus()
}

function keysOf(trail: readonly Shown[]): string[] {
  return trail.slice(1).map(({key}) => key)
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
