/** A note's pictures, large: opened by a click or a key, moved by hand, left and right to the others (I-08). */

import {hands} from './diagram/hands.ts'
import {type Pan, pan} from './diagram/pan.ts'
import {dressed} from './sheet.ts'

/** Factor of a press on plus. */
const factor = 1.25

/** Pixels that a finger moves sideways to turn to another picture. */
const swipe = 70

interface Box {
  readonly dialog: HTMLDialogElement
  readonly stage: HTMLElement
  readonly pan: Pan
  readonly pictures: readonly HTMLImageElement[]
  at: number
}

const dialog = document.querySelector<HTMLDialogElement>('dialog.lightbox')
const stage = dialog?.querySelector<HTMLElement>('.stage')
if (dialog && stage) {
  const candidates = document.querySelectorAll<HTMLImageElement>('.prose :is(.image-embed:not(.is-icon) > img, p > img)')
  const pictures = [...candidates].filter((image) => !image.closest('a'))
  const box: Box = {dialog, stage, pan: pan(stage, () => {}), pictures, at: 0}
  for (const [index, image] of pictures.entries()) offer(image, index, box)
  listen(box)
}

/** A picture that can be opened is a button. */
function offer(image: HTMLImageElement, index: number, box: Box): void {
  image.tabIndex = 0
  image.setAttribute('role', 'button')
  image.setAttribute('aria-haspopup', 'dialog')
  image.setAttribute('aria-label', [box.dialog.dataset['open'], image.alt].filter((word) => word).join(': '))
  image.classList.add('opens')
  const dress = (): Promise<void> => dressed(box.dialog)
  const open = async (): Promise<void> => {
    // What does not look like a viewer is none.
    await dress()
    if (box.dialog.open) return
    box.dialog.showModal()
    show(box, index)
    box.stage.focus()
  }
  for (const move of ['pointerenter', 'focus']) image.addEventListener(move, dress, {once: true})
  image.addEventListener('click', open)
  image.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    void open()
  })
}

function show(box: Box, index: number): void {
  const {dialog, pictures} = box
  const from = pictures.at(index)
  if (!from) return
  box.at = index
  const image = new Image()
  image.alt = from.alt
  image.draggable = false
  // The page knows the size, so the frame stands before the bytes come.
  image.width = Number(from.getAttribute('width')) || from.naturalWidth
  image.height = Number(from.getAttribute('height')) || from.naturalHeight
  image.addEventListener('load', () => {
    if (box.at !== index || !image.naturalWidth) return
    image.width = image.naturalWidth
    image.height = image.naturalHeight
    box.pan.show(image)
  })
  image.src = from.src
  box.pan.show(image)
  const title = dialog.querySelector('.title')
  const count = (dialog.dataset['count'] ?? '').replace('{number}', String(index + 1)).replace('{count}', String(pictures.length))
  if (title) title.textContent = [pictures.length > 1 ? count : '', from.alt].filter((word) => word).join(' · ')
  for (const button of dialog.querySelectorAll<HTMLElement>('[name=previous], [name=next]')) button.hidden = pictures.length < 2
}

/** The picture before or after, round and round. */
function turn(box: Box, by: number): void {
  show(box, (box.at + by + box.pictures.length) % box.pictures.length)
}

const acts: ReadonlyMap<string, (box: Box) => void> = new Map<string, (box: Box) => void>([
  ['close', ({dialog}) => dialog.close()],
  ['closer', ({pan}) => pan.zoom(factor)],
  ['farther', ({pan}) => pan.zoom(1 / factor)],
  ['fit', ({pan}) => pan.fit()],
  ['previous', (box) => turn(box, -1)],
  ['next', (box) => turn(box, 1)],
  ['+', ({pan}) => pan.zoom(factor)],
  ['=', ({pan}) => pan.zoom(factor)],
  ['-', ({pan}) => pan.zoom(1 / factor)],
  ['0', ({pan}) => pan.fit()],
  ['ArrowLeft', (box) => turn(box, -1)],
  ['ArrowRight', (box) => turn(box, 1)]
])

function listen(box: Box): void {
  const {dialog, stage, pan} = box
  dialog.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts.get(event.key)
    if (!act) return
    event.preventDefault()
    act(box)
  })
  dialog.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[name]') : null
    if (button) acts.get(button.name)?.(box)
  })
  stage.addEventListener('dblclick', () => (pan.spot() ? pan.fit() : pan.zoom(2)))
  swipes(box)
  hands(stage, pan)
}

/** One finger that wipes sideways over a whole picture turns to the next; over a part of it, it moves. */
function swipes(box: Box): void {
  let from: {readonly x: number; readonly y: number} | undefined
  let fingers = 0
  box.stage.addEventListener('pointerdown', ({pointerType, clientX, clientY}) => {
    fingers += 1
    from = fingers === 1 && pointerType === 'touch' && !box.pan.spot() ? {x: clientX, y: clientY} : undefined
  })
  box.stage.addEventListener('pointercancel', () => {
    fingers = 0
    from = undefined
  })
  box.stage.addEventListener('pointerup', ({clientX, clientY}) => {
    fingers = Math.max(0, fingers - 1)
    if (!from) return
    const [x, y] = [clientX - from.x, clientY - from.y]
    from = undefined
    if (Math.abs(x) > swipe && Math.abs(x) > 2 * Math.abs(y) && box.pictures.length > 1) turn(box, x < 0 ? 1 : -1)
    else if (Math.abs(x) < swipe) box.pan.fit()
  })
}
