/** A node under the pointer, or with the focus, lights up with its neighbours and the lines between them; arrows lead from node to node. */

import {all, around, boxOf, filled, isBrowsers, least, mark, middle, wordsOf} from './dom.ts'
import {type Line, linesOf, nodeSelector} from './lines.ts'
import {dressed} from '../sheet.ts'
import {dialog, words} from './screen.ts'

/** Keys, and the way that each goes: rightwards and downwards. */
export const ways: Readonly<Record<string, readonly [right: number, down: number]>> = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}

/** A drawing, but for the small one of the map. */
const drawing = '.view > svg, .stage > svg'

/** How much farther a node counts for each unit that it lies aside of the way. */
const aside = 2

const known = new WeakMap<Element, readonly Line[]>()

/** Let the nodes of all drawings on the page light up, those too that come later. Types whose lines lead to no nodes stay as they are. */
export function lightUp(): void {
  document.addEventListener('pointerover', light)
  document.addEventListener('focusin', (event) => {
    // Who comes by keyboard comes to its box first, or back from what stands after it.
    const svg = around(event, '.plate, .viewer')?.querySelector<SVGElement>(drawing)
    if (svg) linesIn(svg)
    light(event)
  })
  // Before the viewer, whose arrows move the stage.
  document.addEventListener('keydown', step, true)
}

function light(event: Event): void {
  const svg = around<SVGElement>(event, drawing)
  // The node that something belongs to, or that a link goes around.
  const at = around(event, nodeSelector) ?? around(event, 'a')?.querySelector(nodeSelector)
  const touching = svg && at ? linesIn(svg).filter(({ends}) => ends.includes(at)) : []
  mark(document, 'is-lit', touching.flatMap(({path, ends, labels}) => [path, ...ends, ...labels]))
}

/** The lines of a drawing. Once they are known, its nodes are named and can be reached: the first by tab; links are tab stops already. */
function linesIn(svg: SVGElement): readonly Line[] {
  const lines = known.get(svg) ?? linesOf(svg)
  if (known.has(svg)) return lines
  // Not before somebody is near: with the page, the sheet would have all of it styled once more.
  void dressed(dialog)
  known.set(svg, lines)
  const named = (node: Element, mine: number, sentence: string | undefined): string => {
    const names = new Set(lines.flatMap(({ends}) => ends.flatMap((end, its) => (end && its !== mine && ends[mine] === node ? wordsOf(end) : []))))
    return names.size > 0 ? ` ${filled(sentence, {names: [...names].join(', ')})}` : ''
  }
  for (const [index, node] of all(svg, nodeSelector).filter((each) => stopOf(each) === each).entries()) {
    node.tabIndex = index > 0 ? -1 : 0
    node.role = 'img'
    node.ariaLabel = `${wordsOf(node)}.${named(node, 1, words['from'])}${named(node, 0, words['to'])}`
  }
  return lines
}

/** What takes the focus for a node: the link that it is or holds, else itself. */
function stopOf(node: SVGElement): SVGElement {
  return node.closest<SVGElement>('a') ?? node.querySelector<SVGElement>('a') ?? node
}

/** From a node to the nearest in the direction of an arrow. */
function step(event: KeyboardEvent): void {
  const way = isBrowsers(event) ? undefined : ways[event.key]
  const svg = around(event, drawing)
  const nodes = svg ? all(svg, nodeSelector) : []
  const own = nodes.find((node) => stopOf(node) === event.target)
  if (!way || !own) return
  const [right, down] = way
  event.preventDefault()
  event.stopPropagation()
  const from = middle(boxOf(own))
  const next = least(nodes, (node) => {
    const to = middle(boxOf(node))
    const [x, y] = [to.x - from.x, to.y - from.y]
    const along = x * right + y * down
    return along > 0 ? along + Math.abs(x * down + y * right) * aside : Number.POSITIVE_INFINITY
  })
  if (!next) return
  // What is no link is a tab stop only where the reader is.
  for (const node of nodes) if (stopOf(node) === node) node.tabIndex = -1
  const stop = stopOf(next)
  stop.tabIndex = 0
  stop.focus()
}
