/** Bring the map to life: its numbers first, so that there is a picture; its names with the first label. */

import type {MapNames} from '../../map-files.ts'
import {breath} from '../idle.ts'
import {fetchMap, fetchNames, stretched} from './data.ts'
import type {MapWords} from './elements.ts'
import type {GroupWords} from './groups.ts'
import {model} from './model.ts'
import {type Parts, partsOf} from './parts.ts'
import {penFor} from './pen.ts'
import {type Picture, picture} from './picture.ts'
import {isFiltered, readState} from './state.ts'
import {pieces} from './wire.ts'

/**
 * Start the map. What is done is done in short pieces, so that the page answers in between.
 *
 * @returns
 *   Whether there is WebGL to draw it with.
 *
 * @throws
 *   If the files cannot be had.
 */
export async function start(root: HTMLElement): Promise<boolean> {
  const parts = partsOf(root)
  const words: MapWords = JSON.parse(root.dataset['words'] ?? '{}')
  const asked = readState(location.search)
  const names = fetchNames(root.dataset['names'] ?? '')
  const numbers = fetchMap(root.dataset['numbers'] ?? '').then(arrived)
  // Whoever waits for them first hears of it if they do not come.
  for (const each of [names, numbers]) each.catch(() => {})
  const come: MapNames[] = []
  void names.then((each) => come.push(each))
  const pen = await penFor(parts.marks)
  if (!pen) return false
  const data = await numbers
  parts.live.hidden = false
  // The canvas takes its memory: where there is no graphics card, that is a piece of its own.
  pen.resize(parts.view.clientWidth, parts.view.clientHeight)
  await breath()
  const wide = stretched(data, parts.live.clientWidth / Math.max(1, parts.live.clientHeight))
  await breath()
  const made = model(wide, asked, wordsOf(words))
  // Filters are by name: a picture without them would show what was not asked for. What has come by now is not waited for.
  const [here] = isFiltered(asked) ? [await names] : come
  if (here) made.setNames(here)
  await breath()
  const drawn = picture(made, {container: parts.view, over: parts.over, zoom: parts.zoom, pen})
  for (const piece of drawn.begin) {
    await breath()
    piece()
  }
  await nextFrame()
  await pen.painted()
  await nextFrame()
  reveal(parts)
  // The next frame begins when the first one has been painted.
  requestAnimationFrame(() => performance.mark('map-picture'))
  await breath()
  if (!made.now().named) made.setNames(await names)
  for (const piece of pieces(made, drawn, {parts, words})) {
    await breath()
    piece()
  }
  restore(parts.marks, drawn)
  const {note} = made.now()
  if (note !== undefined && !asked.camera) drawn.goTo(note)
  root.dataset['ready'] = ''
  return true
}

function wordsOf({others = '', read = '', unread = ''}: MapWords): GroupWords {
  return {none: others, read, unread}
}

function arrived<Data>(data: Data): Data {
  performance.mark('map-data')
  return data
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}

/** Show the map that moves in the frame in which it is drawn: a canvas that shows nothing would cost as much as one that does. */
function reveal({live, form, still}: Parts): void {
  live.classList.remove('is-coming')
  form.hidden = false
  still.hidden = true
}

/** What was lost with the graphics card's memory is drawn again when there is one again. */
function restore(canvas: HTMLCanvasElement, {repen}: Picture): void {
  canvas.addEventListener('webglcontextlost', (event) => event.preventDefault())
  canvas.addEventListener('webglcontextrestored', async () => {
    const pen = await penFor(canvas)
    if (pen) repen(pen)
  })
}
