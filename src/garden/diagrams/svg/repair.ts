import {pathBox} from '../dom/curve.ts'
import {attribute, type Element, elements, hasClass, mapElements, type Node, withAttributes, withClass} from './tree.ts'

/** What mermaid leaves to the browser, or leaves undone, made plain. */
export function repair(svg: Element): Element {
  const foot = footOf(svg)
  return mapElements(svg, (element) => {
    if (hasClass(element, 'actor-line')) return lifeline(element, foot)
    if (hasClass(element, 'statediagram-state')) return state(element)
    return element.children.some(isSwitch) ? {...element, children: element.children.flatMap(plainText)} : element
  })
}

function footOf(svg: Element): number {
  const [, top = 0, , height = 0] = attribute(svg, 'viewBox').split(/[\s,]+/).map(Number)
  return top + height
}

/** Without boxes at the foot lifelines run on for ever. */
function lifeline(line: Element, foot: number): Element {
  const end = Number(attribute(line, 'y2'))
  return end > foot && foot > 0 ? withAttributes(line, {y2: String(foot)}) : line
}

function isSwitch(node: Node): node is Element {
  return node.kind === 'element' && node.name === 'switch'
}

/** Of an HTML label and its fallback in SVG, the fallback: it needs no style sheet to stand in the middle. */
function plainText(node: Node): readonly Node[] {
  return isSwitch(node) ? node.children.filter((child) => child.kind === 'element' && child.name !== 'foreignObject') : [node]
}

/** Bars where states fork and join are known by their shape alone. */
function state(element: Element): Element {
  const inner = [...elements(element)]
  if (inner.some(({name}) => name === 'foreignObject' || name === 'text')) return named(element)
  const box = pathBox(attribute(inner.find(({name}) => name === 'path') ?? element, 'd'))
  const thin = box && Math.min(box.x1 - box.x0, box.y1 - box.y0) <= 10
  return thin ? withClass(element, 'fork') : element
}

/** In boxes of states the first line is the name and the rest says what happens there; each becomes a line of its own. */
function named(element: Element): Element {
  return mapElements(element, (paragraph) => {
    if (paragraph.name !== 'p' || !paragraph.children.some(isBreak)) return paragraph
    const lines: Node[][] = [[]]
    for (const child of paragraph.children) {
      if (isBreak(child)) lines.push([])
      else lines.at(-1)?.push(child)
    }
    return {...paragraph, children: lines.map((children): Element => ({kind: 'element', name: 'span', attributes: new Map([['class', 'ln']]), children}))}
  })
}

function isBreak(node: Node): boolean {
  return node.kind === 'element' && node.name === 'br'
}
