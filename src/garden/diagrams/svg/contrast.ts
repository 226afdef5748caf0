import {hex, luminance} from '../css/colour.ts'
import {attribute, type Element, elements, hasClass, mapElements, type Node, withAttributes} from './tree.ts'

const shapes = new Set(['rect', 'path', 'polygon', 'circle', 'ellipse'])

/** Above this luminance black is easier to read on a colour, below it white. */
const middle = 0.18

/**
 * Make text readable on fills that authors chose.
 *
 * Such a fill is the same in both themes, so the text on it has to be too.
 * Authors who chose the colour of the text as well are left alone.
 */
export function contrast(svg: Element): Element {
  return mapElements(svg, (element) => {
    if (element.name !== 'g' || !(hasClass(element, 'node') || hasClass(element, 'cluster'))) return element
    const inner = [...elements(element)]
    const fill = inner.filter(({name}) => shapes.has(name)).map((shape) => hex(attribute(shape, 'fill'))).find((colour) => colour !== undefined)
    if (fill === undefined || inner.some((one) => one.name === 'foreignObject' && one.attributes.has('color'))) return element
    const colour = luminance(fill) > middle ? '#111' : '#fff'
    return {...element, children: element.children.map((child) => coloured(child, colour))}
  })
}

function coloured(node: Node, colour: string): Node {
  if (node.kind !== 'element') return node
  if (node.name === 'foreignObject') return withAttributes(node, {color: colour})
  if (node.name === 'text') return withAttributes(node, {fill: colour})
  return {...node, children: node.children.map((child) => coloured(child, colour))}
}
