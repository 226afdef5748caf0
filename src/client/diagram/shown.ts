/** A diagram as the viewer shows it, from a figure of this page or of another. */

export interface Shown {
  readonly svg: SVGSVGElement
  readonly title: string
  /** The diagram as lines of text. */
  readonly lines: readonly string[]
  readonly source: string
  /** Where it stands. */
  readonly address: string
}

/** Read a figure. */
export function shownOf(figure: Element, page: string): Shown | undefined {
  const svg = figure.querySelector<SVGSVGElement>('.view > svg')
  if (!svg) return undefined
  return {
    svg,
    title: svg.getAttribute('aria-label') ?? '',
    lines: [...figure.querySelectorAll('.lines li')].map((line) => line.textContent),
    source: figure.querySelector('.source code')?.textContent ?? '',
    address: `${page}#${figure.id}`
  }
}

let fetched = 0

/** Fetch the page of a diagram and read its first figure; its ids are made different from all on this page. */
export async function fetchShown(address: string): Promise<Shown | undefined> {
  const response = await fetch(address).catch(() => undefined)
  if (!response?.ok) return undefined
  fetched += 1
  const html = (await response.text()).replaceAll(/( id="|\(#| href="#)(?=d\d+-)/g, `$1f${fetched}-`)
  const figure = new DOMParser().parseFromString(html, 'text/html').querySelector('.plate')
  return figure ? shownOf(figure, response.url) : undefined
}
