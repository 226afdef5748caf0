import {attribute, type Element, elements, mapElements, type Node, rebuild, withAttributes} from './tree.ts'

/** Attributes whose numbers are rounded to hundredths of a pixel. */
const numeric = new Set([
  'd', 'transform', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'width', 'height', 'points', 'viewBox', 'refX', 'refY',
  'stroke-width', 'font-size', 'offset'
])

const long = /-?\d*\.\d{2,}(?:e[-+]?\d+)?/gi

function round(value: string): string {
  return value.replace(long, (number) => String(Math.round(Number(number) * 100) / 100 || 0))
}

/** Round the numbers; labels get a hair's breadth more, lest rounding breaks a line. */
export function roundNumbers(svg: Element): Element {
  return mapElements(svg, (element) => {
    const attributes = new Map([...element.attributes].map(([name, value]) => [name, numeric.has(name) ? round(value) : value]))
    const width = Number.parseFloat(attributes.get('width') ?? '')
    if (element.name === 'foreignObject' && width > 0) attributes.set('width', String(Math.ceil(width * 4 + 1) / 4))
    return {...element, attributes}
  })
}

/** Ids that something in the drawing refers to. */
function referencedIds(svg: Element): Set<string> {
  const found = new Set<string>()
  for (const element of elements(svg)) {
    for (const [name, value] of element.attributes) for (const id of idsIn(name, value)) found.add(id)
  }
  return found
}

function idsIn(name: string, value: string): string[] {
  if (name === 'aria-labelledby' || name === 'aria-describedby') return value.split(/\s+/)
  if (name.endsWith('href')) return value.startsWith('#') ? [value.slice(1)] : []
  return [...value.matchAll(/url\(["']?#([^"')]+)["']?\)/g)].map(([, id]) => id ?? '')
}

/** Drop what shows nothing: hidden parts, markers without use, empty groups, ids that nothing refers to. */
export function prune(svg: Element): Element {
  const used = referencedIds(svg)
  const next = rebuild(svg, (element) => {
    const id = element.attributes.get('id')
    const kept = id === undefined || used.has(id) ? element : withAttributes(element, {id: undefined})
    return isIdle(kept) ? undefined : kept
  })
  return next?.kind === 'element' ? next : svg
}

const needsId = new Set(['marker', 'symbol', 'linearGradient', 'radialGradient', 'clipPath', 'pattern', 'mask', 'filter'])
const containers = new Set(['g', 'defs', 'text', 'tspan', 'a', 'foreignObject'])

function isIdle(element: Element): boolean {
  if (attribute(element, 'display') === 'none') return true
  if (needsId.has(element.name)) return !element.attributes.has('id')
  if (!containers.has(element.name)) return isPoint(element)
  return element.children.every((child: Node) => child.kind === 'text' && child.value.trim() === '')
}

/** Mermaid leaves an empty `rect` behind each label. */
function isPoint(element: Element): boolean {
  return element.name === 'rect' && !element.attributes.has('width') && !element.attributes.has('height')
}

/** Give the ids that are left their final names, in document order: `d0`, `d1` … */
export function canonicalIds(svg: Element): Element {
  const names = new Map<string, string>()
  for (const element of elements(svg)) {
    const id = element.attributes.get('id')
    if (id !== undefined && !names.has(id)) names.set(id, `d${names.size.toString(36)}`)
  }
  const nameOf = (id: string): string => names.get(id) ?? ''
  return mapElements(svg, (element) => {
    const attributes = new Map([...element.attributes].map(([name, value]): [string, string] => [name, rename(name, value, nameOf)]))
    return {...element, attributes}
  })
}

function rename(name: string, value: string, nameOf: (id: string) => string): string {
  if (name === 'id') return nameOf(value)
  if (name.endsWith('href') && value.startsWith('#')) return `#${nameOf(value.slice(1))}`
  if (name === 'aria-labelledby' || name === 'aria-describedby') return value.split(/\s+/).map(nameOf).filter(Boolean).join(' ')
  return value.replace(/url\(["']?#([^"')]+)["']?\)/g, (_whole, id: string) => `url(#${nameOf(id)})`)
}

/** Inherited properties. */
const passed = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'color', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'stroke-dasharray', 'stroke-linecap']

/** Take away what an element would inherit anyway. */
export function dropInherited(svg: Element, initial: ReadonlyMap<string, string>): Element {
  const visit = (element: Element, above: ReadonlyMap<string, string>): Element => {
    const here = new Map(above)
    const attributes = new Map(element.attributes)
    for (const name of passed) {
      const value = element.attributes.get(name)
      if (value !== undefined && value === above.get(name) && element.name !== 'stop') attributes.delete(name)
      else if (value !== undefined) here.set(name, value)
    }
    // A marker inherits from where it stands, not from where it is used.
    return {...element, attributes, children: element.children.map((child) => (child.kind === 'element' ? visit(child, here) : child))}
  }
  return visit(svg, initial)
}
