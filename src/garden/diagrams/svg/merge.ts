import {hex, short} from '../css/colour.ts'
import {inks, tokenOf} from '../palette.ts'
import type {Attributes, Element, Node} from './tree.ts'

const colours = new Set(['fill', 'stroke', 'color', 'stop-color'])

/** Light values of all tokens: a drawing that holds no other colour needs no second render. */
const byLight = new Map<string, string>(Object.entries(inks).map(([token, {light}]) => [light, `var(${token})`]))

/**
 * Print the colours of a light drawing as tokens.
 *
 * @returns
 *   The drawing; `undefined` when it holds a colour that is no token, so that
 *   only a dark render can tell what it becomes.
 */
export function withTokens(light: Element): Element | undefined {
  let foreign = false
  const visit = (element: Element): Element => ({
    ...element,
    attributes: new Map([...element.attributes].map(([name, value]) => [name, print(name, value)])),
    children: element.children.map((child) => (child.kind === 'element' ? visit(child) : child))
  })
  const print = (name: string, value: string): string => {
    if (!colours.has(name) || hex(value) === undefined) return value
    foreign ||= !byLight.has(value)
    return byLight.get(value) ?? value
  }
  const drawing = visit(light)
  return foreign ? undefined : drawing
}

/**
 * Make one drawing of two that differ only in their colours.
 *
 * A pair of colours becomes the token that it stands for, or else `light-dark(…)`.
 *
 * @returns
 *   The drawing; `undefined` when the two differ in more than colours.
 */
export function mergeThemes(light: Element, dark: Element): Element | undefined {
  if (light.name !== dark.name || light.children.length !== dark.children.length) return undefined
  const attributes = mergeAttributes(light.attributes, dark.attributes)
  const children: Node[] = []
  for (const [index, child] of light.children.entries()) {
    const other = dark.children[index]
    const merged = child.kind === 'element' && other?.kind === 'element' ? mergeThemes(child, other) : same(child, other)
    if (!merged) return undefined
    children.push(merged)
  }
  return attributes && {...light, attributes, children}
}

function same(one: Node, two: Node | undefined): Node | undefined {
  return one.kind === 'text' && two?.kind === 'text' && one.value === two.value ? one : undefined
}

function mergeAttributes(light: Attributes, dark: Attributes): Attributes | undefined {
  if (light.size !== dark.size) return undefined
  const merged = new Map<string, string>()
  for (const [name, value] of light) {
    const other = dark.get(name)
    const result = other === undefined ? undefined : colours.has(name) ? mergeColours(value, other) : value === other ? value : undefined
    if (result === undefined) return undefined
    merged.set(name, result)
  }
  return merged
}

function mergeColours(light: string, dark: string): string {
  if (light === dark) return light
  const token = tokenOf(light, dark)
  return token ? `var(${token})` : `light-dark(${short(light)},${short(dark)})`
}
