/** A node under the pointer, or with the focus, lights up with its neighbours and the lines between them. */

interface Line {
  readonly path: Element
  readonly ends: readonly (Element | undefined)[]
}

/** Farthest that a line's end may be from its node, in units of the drawing: arrowheads stand between them. */
const reach = 14

/** Let the nodes of a drawing light up. Types whose lines lead to no nodes stay as they are. */
export function lightUp(svg: SVGSVGElement): void {
  let lines: readonly Line[] | undefined
  const light = ({target}: Event): void => {
    dim(svg)
    const at = target instanceof Element ? (target.closest('.node') ?? target.closest('a')?.querySelector('.node')) : undefined
    if (!at) return
    lines ??= linesOf(svg)
    const touching = lines.filter(({ends}) => ends.includes(at))
    if (touching.length === 0) return
    svg.classList.add('has-lit')
    for (const each of [at, ...touching.flatMap(({path, ends}) => [path, ...ends])]) each?.classList.add('is-lit')
  }
  svg.addEventListener('pointerover', light)
  svg.addEventListener('focusin', light)
  svg.addEventListener('pointerleave', () => dim(svg))
  svg.addEventListener('focusout', () => dim(svg))
}

function dim(svg: SVGSVGElement): void {
  svg.classList.remove('has-lit')
  for (const lit of svg.querySelectorAll('.is-lit')) lit.classList.remove('is-lit')
}

/** Which nodes each line joins, read off the drawing: the ends of a line stand at the borders of its nodes. */
function linesOf(svg: SVGSVGElement): Line[] {
  const nodes = [...svg.querySelectorAll('.node')].map((node) => ({node, box: node.getBoundingClientRect()}))
  const paths = svg.querySelectorAll<SVGPathElement>('path:is(.flowchart-link, .transition, .relation, .relationshipLine)')
  return [...paths].map((path) => {
    const matrix = path.getScreenCTM()
    const ends = [0, path.getTotalLength()].map((length) => {
      const {x, y} = path.getPointAtLength(length).matrixTransform(matrix ?? undefined)
      const near = nodes.map(({node, box}) => ({node, far: Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))}))
      return near.filter(({far}) => far <= reach * (matrix?.a ?? 1)).sort((a, b) => a.far - b.far)[0]?.node
    })
    return {path, ends}
  })
}
