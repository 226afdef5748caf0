/** What the reader's page says and does about reading without a network. */

import {base} from '../site.ts'

interface Told {
  readonly done?: number
  readonly of?: number
  readonly isWhole?: boolean
}

/** Bring the section to life; where no worker can be, it stays away. */
export async function offlinePage(): Promise<void> {
  const section = document.querySelector<HTMLElement>('#offline')
  const deeds = section?.querySelector<HTMLElement>('[data-whole]')
  const status = section?.querySelector<HTMLElement>('[role=status]')
  if (!section || !deeds || !status || !navigator.serviceWorker) return
  const size = await fetch(`${base}reader/offline/size.json`).then((response) => (response.ok ? response.json() : undefined), () => undefined)
  if (!size) return
  deeds.hidden = false
  for (const place of section.querySelectorAll('[data-size]')) place.textContent = megabytes(size.bytes)
  listen(deeds, status)
}

function listen(deeds: HTMLElement, status: HTMLElement): void {
  const {working = '', whole = '', failed = '', forgot = ''} = deeds.dataset
  const words = (text: string, {done = 0, of = 0}: Told): string => text.replace('{done}', String(done)).replace('{count}', String(of))
  deeds.addEventListener('click', async ({target}) => {
    const wish = target instanceof Element ? target.closest<HTMLElement>('[data-wish]')?.dataset['wish'] : undefined
    if (!wish) return
    const ended = (isWhole: boolean): string => (wish === 'forget' ? forgot : isWhole ? whole : failed)
    await ask(wish, (told) => {
      status.textContent = told.isWhole === undefined ? words(working, told) : ended(told.isWhole)
    })
  })
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString(document.documentElement.lang, {maximumFractionDigits: 1, minimumFractionDigits: 1})} MB`
}

/** Ask the worker, and hear how it goes on. */
async function ask(wish: string, hear: (told: Told) => void): Promise<void> {
  const {active} = await navigator.serviceWorker.ready
  const {port1, port2} = new MessageChannel()
  port1.onmessage = ({data}: MessageEvent<Told>) => hear(data)
  active?.postMessage(wish, [port2])
}
