/** Keys among the nodes of a drawing: one of them is a tab stop, and arrows lead from it to the next in their direction. */

import {nodeSelector} from './lines.ts'

const directions: ReadonlyMap<string, readonly [x: number, y: number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]]
])

/** How much farther a node counts for each unit that it lies aside of the way. */
const aside = 2

/** Make nodes reachable; `name` says what each is and is joined to. Nodes that are links are tab stops already. */
export function rove(svg: SVGSVGElement, name: (node: Element) => string): void {
  const nodes = [...svg.querySelectorAll(nodeSelector)]
  const plain = nodes.filter((node) => stopOf(node) === node)
  for (const [index, node] of plain.entries()) {
    node.setAttribute('tabindex', index === 0 ? '0' : '-1')
    node.setAttribute('role', 'img')
    node.setAttribute('aria-label', name(node))
  }
  svg.addEventListener('keydown', (event) => {
    const way = event.ctrlKey || event.metaKey || event.altKey ? undefined : directions.get(event.key)
    const at = way && nodes.find((node) => stopOf(node) === event.target)
    if (!at) return
    event.preventDefault()
    event.stopPropagation()
    const next = nextIn(nodes, at, way)
    if (next) visit(next, plain)
  })
}

/** Go to a node; one of those that are no links stays a tab stop. */
function visit(next: Element, plain: readonly Element[]): void {
  const kept = plain.includes(next) ? next : plain[0]
  for (const node of plain) node.setAttribute('tabindex', node === kept ? '0' : '-1')
  stopOf(next).focus()
}

/** What takes the focus for a node: the link that it is or holds, else itself. */
function stopOf(node: Element): SVGElement {
  const stop = node.closest('a') ?? node.querySelector('a') ?? node
  if (!(stop instanceof SVGElement)) throw new TypeError('A node of a drawing is not of it.')
  return stop
}

function nextIn(nodes: readonly Element[], at: Element, [x, y]: readonly [number, number]): Element | undefined {
  const own = at.getBoundingClientRect()
  let found: Element | undefined
  let least = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    const box = node.getBoundingClientRect()
    const [right, down] = [box.left + box.width / 2 - own.left - own.width / 2, box.top + box.height / 2 - own.top - own.height / 2]
    const along = right * x + down * y
    const off = Math.abs(right * y) + Math.abs(down * x)
    if (node === at || along <= 0 || along + off * aside >= least || off > along * aside) continue
    found = node
    least = along + off * aside
  }
  return found
}
