import type {Piece} from '../search/result.ts'

const svg = 'http://www.w3.org/2000/svg'

/** Make an element. Children are nodes or text, never HTML. */
export function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly (Node | string)[] = []): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** Give the page the icons of results, once: a file of their own would be asked for whenever one is first shown. */
export function addIcons(sprite: string): void {
  if (!document.getElementById('kg-i-note')) document.body.append(new DOMParser().parseFromString(sprite, 'image/svg+xml').documentElement)
}

/** An icon of the sprite. */
export function icon(name: string): SVGElement {
  const made = document.createElementNS(svg, 'svg')
  made.setAttribute('class', 'i')
  made.setAttribute('aria-hidden', 'true')
  made.append(document.createElementNS(svg, 'use'))
  made.firstElementChild?.setAttribute('href', `#kg-i-${name}`)
  return made
}

/** Text with what was asked for in `<mark>`. */
export function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({text, isFound}) => (isFound ? element('mark', {}, [text]) : text))
}
