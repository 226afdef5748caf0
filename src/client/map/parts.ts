/** What the page has for the map, found and known by kind. */

export interface Parts {
  readonly form: HTMLFormElement
  readonly input: HTMLInputElement
  readonly found: HTMLElement
  readonly count: HTMLElement
  readonly live: HTMLElement
  readonly still: HTMLElement
  readonly view: HTMLElement
  readonly marks: HTMLCanvasElement
  readonly over: SVGSVGElement
  readonly ring: HTMLElement
  readonly zoom: HTMLElement
  readonly card: HTMLElement
  readonly said: HTMLElement
  readonly legend: HTMLElement
  readonly body: HTMLTableSectionElement
  readonly more: HTMLButtonElement
}

/**
 * Find the parts.
 *
 * @throws
 *   If one is missing.
 */
export function partsOf(root: HTMLElement): Parts {
  const one = <Part extends Element>(selector: string, kind: new () => Part): Part => {
    const found = root.querySelector(selector)
    if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`)
    return found
  }
  return {
    form: one('.map-tools', HTMLFormElement),
    input: one('[name=find]', HTMLInputElement),
    found: one('.map-found', HTMLElement),
    count: one('.map-count', HTMLElement),
    live: one('.map-live', HTMLElement),
    still: one('.map-still', HTMLElement),
    view: one('.map-view', HTMLElement),
    marks: one('.map-marks', HTMLCanvasElement),
    over: one('.map-over', SVGSVGElement),
    ring: one('.map-ring', HTMLElement),
    zoom: one('.map-zoom', HTMLElement),
    card: one('.map-card', HTMLElement),
    said: one('.map-said', HTMLElement),
    legend: one('.map-legend', HTMLElement),
    body: one('tbody', HTMLTableSectionElement),
    more: one('.map-more', HTMLButtonElement)
  }
}
