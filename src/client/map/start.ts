/** Bring the map to life: its numbers first, so that there is a picture; its names with the first label. */

import {fetchMap, fetchNames, stretched} from './data.ts'
import type {MapWords} from './elements.ts'
import type {GroupWords} from './groups.ts'
import {model} from './model.ts'
import {partsOf} from './parts.ts'
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
  const pen = await penFor(parts.marks)
  if (!pen) return false
  const data = await numbers
  // All in one go: the frame around them keeps its height, so nothing moves.
  for (const part of [parts.live, parts.form]) part.hidden = false
  parts.still.hidden = true
  // The canvas takes its memory: where there is no graphics card, that is a piece of its own.
  pen.resize(parts.view.clientWidth, parts.view.clientHeight)
  await breath()
  const wide = stretched(data, parts.live.clientWidth / Math.max(1, parts.live.clientHeight))
  await breath()
  const made = model(wide, asked, wordsOf(words))
  // Filters are by name: a picture without them would show what was not asked for.
  if (isFiltered(asked)) made.setNames(await names)
  await breath()
  const drawn = picture(made, {container: parts.view, over: parts.over, zoom: parts.zoom, pen})
  for (const piece of drawn.begin) {
    await breath()
    piece()
  }
  // The next frame begins when the first one has been painted.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('map-picture')))
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

/** Let the page do what else it has to do. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** What was lost with the graphics card's memory is drawn again when there is one again. */
function restore(canvas: HTMLCanvasElement, {repen}: Picture): void {
  canvas.addEventListener('webglcontextlost', (event) => event.preventDefault())
  canvas.addEventListener('webglcontextrestored', async () => {
    const pen = await penFor(canvas)
    if (pen) repen(pen)
  })
}
