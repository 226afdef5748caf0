/** What the parts of diagrams ask of a page, in a word each. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** The first element under another that matches; a page that has diagrams has it. */
export function part<Kind extends Element = HTMLElement>(selector: string, root: ParentNode = document): Kind {
  const found = root.querySelector<Kind>(selector)
  if (!found) throw new TypeError(selector)
  return found
}

export function all<Kind extends Element = SVGElement>(root: ParentNode, selector: string): Kind[] {
  return [...root.querySelectorAll<Kind>(selector)]
}

/** What an event is about: what it happened to, or what is around that. */
export function around<Kind extends Element = HTMLElement>({target}: Event, selector: string): Kind | null {
  return target instanceof Element ? target.closest<Kind>(selector) : null
}

/** Whether a key or a click comes with one that makes it the browser's. */
export function isBrowsers({ctrlKey, metaKey, altKey}: KeyboardEvent | MouseEvent): boolean {
  return ctrlKey || metaKey || altKey
}

/** Give a class to these alone. */
export function mark(root: ParentNode, name: string, elements: readonly (Element | undefined)[] = []): void {
  for (const element of all(root, `.${name}`)) element.classList.remove(name)
  for (const element of elements) element?.classList.add(name)
}

/** Where an element is in the window, in pixels. */
export function boxOf(element: Element): DOMRect {
  return element.getBoundingClientRect()
}

export function middle({x, y, width, height}: DOMRect): Point {
  return {x: x + width / 2, y: y + height / 2}
}

/** What measures least, and less than a limit. */
export function least<Each>(items: readonly Each[], measure: (item: Each) => number, limit = Number.POSITIVE_INFINITY): Each | undefined {
  let found: Each | undefined
  let lowest = limit
  for (const item of items) {
    const measured = measure(item)
    if (measured >= lowest) continue
    lowest = measured
    found = item
  }
  return found
}

/** Words of the interface with their blanks filled. */
export function filled(sentence = '', values: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => `${values[name]}`)
}

/** The text of an element on one line. */
export function wordsOf(element: Element): string {
  const labels = all<HTMLElement>(element, 'foreignObject > div').map(({innerText}) => innerText).join(' ')
  return (labels || element.textContent || '').replace(/\s+/g, ' ').trim()
}
