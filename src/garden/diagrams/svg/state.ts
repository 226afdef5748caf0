import {type Element, hasClass, mapElements, type Node, withClass} from './tree.ts'

/** In boxes of states the first line is the name and the rest says what happens there; each becomes a line of its own. */
export function stateNames(svg: Element): Element {
  return mapElements(svg, (element) => (hasClass(element, 'statediagram-state') ? mapElements(element, split) : element))
}

function split(element: Element): Element {
  if (element.name !== 'p' || !element.children.some(isBreak)) return element
  const lines: Node[][] = [[]]
  for (const child of element.children) {
    if (isBreak(child)) lines.push([])
    else lines.at(-1)?.push(child)
  }
  const spans = lines.map((children): Element => withClass({kind: 'element', name: 'span', attributes: new Map(), children}, 'ln'))
  return {...element, children: spans}
}

function isBreak(node: Node): boolean {
  return node.kind === 'element' && node.name === 'br'
}
