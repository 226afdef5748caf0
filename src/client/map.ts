/** The map's page: where the browser can draw it, the drawing made at build gives way to one that moves. */

import {whenIdle, whenLoaded} from './idle.ts'

const root = document.querySelector<HTMLElement>('.map[data-numbers]')

/** Call back when an element is in sight, or nearly. */
function whenSeen(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({isIntersecting}) => isIntersecting)) return
        seen.disconnect()
        resolve()
      },
      {rootMargin: '25%'}
    )
    seen.observe(element)
  })
}

/** What does not move is a drawing, a table, and what can be done with them. */
function keepStill(map: HTMLElement): void {
  map.dataset['ready'] = 'still'
  for (const live of map.querySelectorAll<HTMLElement>('.map-live, .map-tools')) live.hidden = true
  for (const still of map.querySelectorAll<HTMLElement>('.map-still')) still.hidden = false
}

async function bring(map: HTMLElement): Promise<void> {
  await whenSeen(map.querySelector('.map-frame') ?? map)
  await new Promise<void>((resolve) => whenLoaded(() => whenIdle(resolve)))
  const {start} = await import('./map/start.ts')
  if (!(await start(map))) keepStill(map)
}

if (root) {
  bring(root).catch((error: unknown) => {
    keepStill(root)
    console.error(error)
  })
}
