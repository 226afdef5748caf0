/** What a pane shows of another page: its text, with ids of its own, and the style sheets that it brings. */

import {styled} from '../sheet.ts'
import {addressOf} from '../site.ts'

/** References to ids, by attribute. */
const references = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget', 'headers']

export interface Fetched {
  readonly title: string
  readonly body: Element
}

/** Fetch a page; `undefined` where there is none. */
export async function fetchPage(slug: string, prefix: string): Promise<Fetched | undefined> {
  const address = addressOf(slug)
  const response = await fetch(address).catch(() => undefined)
  if (!response?.ok) return undefined
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const found = page.querySelector('main > .entry, main > .sheet')
  if (!found) return undefined
  await dress(page)
  // What belongs to a whole page only: its contents, its viewer, its sheets.
  for (const part of found.querySelectorAll('.toc, .crumbs, dialog, template, [data-marks], script, link')) part.remove()
  const body = document.importNode(found, true)
  rename(body, prefix, address)
  return {title: page.querySelector('h1')?.textContent ?? slug, body}
}

/** Put a prefix before ids and before what names them, so that no pane speaks of another's. */
function rename(body: Element, prefix: string, address: string): void {
  const ids = new Set([...body.querySelectorAll('[id]')].map(({id}) => id))
  const own = (id: string): string => (ids.has(id) ? prefix + id : id)
  for (const element of [body, ...body.querySelectorAll('*')]) {
    if (element.id) element.id = prefix + element.id
    for (const name of references) {
      const value = element.getAttribute(name)
      if (value) element.setAttribute(name, value.split(' ').map(own).join(' '))
    }
    renameLinks(element, own, address)
  }
}

function renameLinks(element: Element, own: (id: string) => string, address: string): void {
  for (const {name, value} of [...element.attributes]) {
    if (value.includes('url(#')) element.setAttribute(name, value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${own(id)})`))
    if ((name !== 'href' && name !== 'xlink:href') || !value.startsWith('#')) continue
    const id = decodeURIComponent(value.slice(1))
    element.setAttribute(name, own(id) === id ? `${address}${value}` : `#${encodeURIComponent(own(id))}`)
  }
}

const dressed = new Set<string>()

/** Bring the page's own rules; a sheet made by a script needs no leave of this page's policy. */
async function dress(page: Document): Promise<void> {
  for (const {textContent} of page.querySelectorAll('head > style')) {
    if (!textContent || dressed.has(textContent)) continue
    dressed.add(textContent)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(textContent)
    document.adoptedStyleSheets.push(sheet)
  }
  await Promise.all([...page.querySelectorAll('link[rel=stylesheet]')].map((link) => styled(link.getAttribute('href') ?? '')))
}
