/** A diagram as the viewer shows it, from a figure of this page or of another. */

export interface Shown {
  readonly svg: SVGSVGElement
  readonly title: string
  /** The diagram as lines of text. */
  readonly lines: readonly string[]
  readonly source: string
  /** Where it stands. */
  readonly address: string
  /** Its own page's address under that of the list of diagrams: `tools/kafka/1`. Empty for a figure of this page. */
  readonly key: string
}

/** Read a figure. */
export function shownOf(figure: Element, page: string, key = ''): Shown | undefined {
  const svg = figure.querySelector<SVGSVGElement>('.view > svg')
  if (!svg) return undefined
  return {
    svg,
    title: svg.getAttribute('aria-label') ?? '',
    lines: [...figure.querySelectorAll('.lines li')].map((line) => line.textContent),
    source: figure.querySelector('.source code')?.textContent ?? '',
    address: `${page}#${figure.id}`,
    key
  }
}

let fetched = 0

/**
 * Fetch the page of a diagram and read its first figure; its ids are made different from all on this page.
 *
 * @param root Address of the list of diagrams: nothing outside of it is fetched, whatever an address says.
 */
export async function fetchShown(root: string, key: string): Promise<Shown | undefined> {
  const list = new URL(root, location.href)
  const address = new URL(`./${encodeURIComponent(key).replaceAll('%2F', '/')}/`, list)
  if (!address.href.startsWith(list.href) || address.href === list.href) return undefined
  const response = await fetch(address).catch(() => undefined)
  if (!response?.ok) return undefined
  fetched += 1
  const html = (await response.text()).replaceAll(/( id="|\(#| href="#)(?=d\d+-)/g, `$1f${fetched}-`)
  const figure = new DOMParser().parseFromString(html, 'text/html').querySelector('.plate')
  return figure ? shownOf(figure, response.url, key) : undefined
}

/** The key of a diagram by the address of its page. */
export function keyOf(root: string, address: string): string {
  const {pathname} = new URL(address, location.href)
  return decodeURIComponent(pathname.slice(new URL(root, location.href).pathname.length)).replace(/\/$/, '')
}
