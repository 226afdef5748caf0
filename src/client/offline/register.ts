/** Let the service worker come, once the page has all it needs. */

import {base} from '../site.ts'

/** Ask for the worker when nothing else is to be done; a browser without one reads the same. */
export function offline(): void {
  const {serviceWorker} = navigator
  // While writing there is none, and who saves data wants nothing kept.
  if (!import.meta.env.PROD || !serviceWorker || Reflect.get(Reflect.get(navigator, 'connection') ?? {}, 'saveData') === true) return
  const start = async (): Promise<void> => {
    await serviceWorker.register(`${base}sw.js`, {scope: base})
    const {active} = await serviceWorker.ready
    // The first page came before its worker; so did what it loaded.
    const loaded = performance.getEntriesByType('resource').map(({name}) => name)
    active?.postMessage([location.href.split('#', 1)[0], ...new Set(loaded)])
  }
  const soon = (): void => {
    setTimeout(() => void start().catch(() => {}), 1500)
  }
  if (document.readyState === 'complete') soon()
  else addEventListener('load', soon, {once: true})
}
