/** The map's page: where the browser can draw it, the drawing made at build gives way to one that moves. */

const root = document.querySelector<HTMLElement>('.map[data-numbers]')

/** Whether there is WebGL. A context that is lost again is asked for once, and given back. */
function canDraw(): boolean {
  const context = document.createElement('canvas').getContext('webgl2') ?? document.createElement('canvas').getContext('webgl')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

if (root && canDraw()) {
  import('./map/start.ts').then(({start}) => start(root)).catch((error: unknown) => {
    for (const live of root.querySelectorAll<HTMLElement>('.map-live')) live.hidden = true
    for (const still of root.querySelectorAll<HTMLElement>('.map-still')) still.hidden = false
    root.dataset['ready'] = 'still'
    console.error(error)
  })
} else if (root) root.dataset['ready'] = 'still'
