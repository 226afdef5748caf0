import {hex, short} from '../css/colour.ts'
import {inks, tokenOf} from '../palette.ts'
import type {Attributes, Element, Node} from './tree.ts'

const colours = new Set(['fill', 'stroke', 'color', 'stop-color'])

/** Light values of all tokens: a drawing that holds no other colour needs no second render. */
const byLight = new Map<string, string>(Object.entries(inks).map(([token, {light}]) => [light, `var(${token})`]))

/**
 * Print the colours of a light drawing as tokens.
 *
 * @param fixed
 *   Tokens by the colours that mermaid fixes for this type.
 * @returns
 *   The drawing, and whether it is done: a colour that is no token needs a dark
 *   render to tell what it becomes.
 */
export function withTokens(light: Element, fixed: ReadonlyMap<string, string>): {svg: Element; done: boolean} {
  let foreign = false
  const visit = (element: Element): Element => ({
    ...element,
    attributes: new Map([...element.attributes].map(([name, value]) => [name, print(name, value)])),
    children: element.children.map((child) => (child.kind === 'element' ? visit(child) : child))
  })
  const print = (name: string, value: string): string => {
    if (!colours.has(name) || hex(value) === undefined) return value
    const token = fixed.get(value) ?? byLight.get(value)
    foreign ||= token === undefined
    return token ?? value
  }
  const svg = visit(light)
  return {svg, done: !foreign}
}

/**
 * Make one drawing of two that differ only in their colours.
 *
 * A pair of colours becomes the token that it stands for, or else `light-dark(…)`.
 *
 * @returns
 *   The drawing; `undefined` when the two differ in more than colours.
 */
export function mergeThemes(light: Element, dark: Element, fixed: ReadonlyMap<string, string>): Element | undefined {
  if (light.name !== dark.name || light.children.length !== dark.children.length) return undefined
  const attributes = mergeAttributes(light.attributes, dark.attributes, fixed)
  const children: Node[] = []
  for (const [index, child] of light.children.entries()) {
    const other = dark.children[index]
    const merged = child.kind === 'element' && other?.kind === 'element' ? mergeThemes(child, other, fixed) : same(child, other)
    if (!merged) return undefined
    children.push(merged)
  }
  return attributes && {...light, attributes, children}
}

function same(one: Node, two: Node | undefined): Node | undefined {
  return one.kind === 'text' && two?.kind === 'text' && one.value === two.value ? one : undefined
}

function mergeAttributes(light: Attributes, dark: Attributes, fixed: ReadonlyMap<string, string>): Attributes | undefined {
  if (light.size !== dark.size) return undefined
  const merged = new Map<string, string>()
  for (const [name, value] of light) {
    const other = dark.get(name)
    if (other === undefined || (value !== other && !colours.has(name))) return undefined
    merged.set(name, colours.has(name) ? mergeColours(value, other, fixed) : value)
  }
  return merged
}

function mergeColours(light: string, dark: string, fixed: ReadonlyMap<string, string>): string {
  const known = fixed.get(light)
  if (known || light === dark) return known ?? light
  const token = tokenOf(light, dark)
  return token ? `var(${token})` : `light-dark(${short(light)},${short(dark)})`
}
