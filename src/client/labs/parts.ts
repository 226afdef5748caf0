/** The elements of a printed lab that its script needs. */
export interface Parts {
  readonly view: HTMLElement
  readonly tools: readonly HTMLElement[]
  readonly experiment: HTMLSelectElement
  readonly form: HTMLFormElement
  readonly table: HTMLElement
  readonly play: HTMLButtonElement
  readonly step: HTMLButtonElement
  readonly reset: HTMLButtonElement
  readonly speed: HTMLSelectElement
  readonly time: HTMLInputElement
  readonly clock: HTMLOutputElement
  readonly summary: HTMLElement
  readonly lines: HTMLElement
  readonly live: HTMLElement
  readonly values: readonly HTMLElement[]
  readonly switch: SVGPathElement | undefined
}

/**
 * Find the parts of a lab.
 *
 * @throws
 *   If the page was printed without one of them: a bug.
 */
export function partsOf(root: HTMLElement): Parts {
  function part<Kind extends Element>(name: string, kind: new () => Kind): Kind {
    const found = root.querySelector(`[data-part='${name}']`)
    if (!(found instanceof kind)) throw new Error(`The lab has no ${name}.`)
    return found
  }
  const path = root.querySelector("[data-part='switch']")

  return {
    view: part('view', HTMLElement),
    tools: [...root.querySelectorAll<HTMLElement>("[data-part='tools']")],
    experiment: part('experiment', HTMLSelectElement),
    form: part('form', HTMLFormElement),
    table: part('table', HTMLElement),
    play: part('play', HTMLButtonElement),
    step: part('step', HTMLButtonElement),
    reset: part('reset', HTMLButtonElement),
    speed: part('speed', HTMLSelectElement),
    time: part('time', HTMLInputElement),
    clock: part('clock', HTMLOutputElement),
    summary: part('summary', HTMLElement),
    lines: part('lines', HTMLElement),
    live: part('live', HTMLElement),
    values: [...root.querySelectorAll<HTMLElement>('[data-value]')],
    switch: path instanceof SVGPathElement ? path : undefined
  }
}
