/** The page for what is not kept: lists the pages that are. */

import {base, slugAt} from '../site.ts'

interface Kept {
  readonly address: string
  readonly title: string
}

/** Most pages listed; what was read last comes first. */
const most = 60

/** What a page is called, by its own title without the site's name. */
function titleOf(html: string): string {
  const made = new DOMParser().parseFromString(html, 'text/html')
  return made.querySelector('h1')?.textContent?.trim() || made.title
}

/** Pages of this garden in the worker's caches, but those of the reader's own. */
async function keptPages(): Promise<readonly Kept[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(`trellis:${base}:`))
  const found = new Map<string, Kept>()
  for (const name of names) {
    const cache = await caches.open(name)
    const pages = (await cache.keys()).map(({url}) => url).filter((url) => isShown(slugAt(new URL(url))))
    for (const address of pages.reverse().slice(0, most)) {
      const response = await cache.match(address)
      if (response) found.set(address, {address, title: titleOf(await response.text())})
    }
  }
  return [...found.values()]
}

function isShown(slug: string | undefined): boolean {
  return slug !== undefined && slug !== 'reader' && !slug.startsWith('reader/')
}

async function list(section: HTMLElement): Promise<void> {
  const pages = await keptPages()
  const items = pages.map(({address, title}) => {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.href = address
    link.dir = 'auto'
    link.textContent = title
    item.append(link)
    return item
  })
  section.querySelector('ul')?.append(...items)
  section.hidden = items.length === 0
}

const section = document.querySelector<HTMLElement>('[data-kept]')
// Where the browser keeps nothing there are no caches to ask.
if (section && 'caches' in globalThis) list(section).catch(() => {})
