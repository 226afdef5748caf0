import {matches, type Reader} from '../css/selector.ts'
import {ownRank, parseDeclarations, parseSheet, type Rule, rank} from '../css/sheet.ts'
import {number} from './matrix.ts'

/** What measuring needs to know of an element's style. */
export interface Style {
  /** Pixels. */
  readonly size: number
  readonly weight: number
  readonly anchor: string
  readonly baseline: string
  readonly whiteSpace: string
  readonly lineHeight: string
  readonly display: string
  readonly slant: string
}

const root: Style = {
  size: 16,
  weight: 400,
  anchor: 'start',
  baseline: '',
  whiteSpace: '',
  lineHeight: '',
  display: '',
  slant: 'normal'
}

const properties = new Set([
  'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'alignment-baseline', 'white-space', 'line-height', 'display'
])

const domReader: Reader<Element> = {
  name: (element) => element.localName,
  attribute: (element, name) => element.getAttribute(name) ?? undefined,
  parent: (element) => element.parentElement ?? undefined,
  previous: (element) => element.previousElementSibling ?? undefined
}

/** Computes styles of elements, under the style sheet of the diagram that they stand in. */
export interface Styles {
  of(element: Element): Style
  /** Forget all: another diagram begins. */
  reset(): void
}

export function openStyles(xHeight: number): Styles {
  let sheet: {readonly text: string; readonly rules: readonly Rule[]} = {text: '', rules: []}
  let known = new WeakMap<Element, {readonly key: string; readonly parent: Style; readonly style: Style}>()

  function rulesFor(element: Element): readonly Rule[] {
    const svg = outermost(element)
    const text = [...(svg?.children ?? [])].find((child) => child.localName === 'style')?.textContent ?? ''
    if (text !== sheet.text) sheet = {text, rules: parseSheet(text).filter(({declarations}) => declarations.some(({name}) => properties.has(name)))}
    return sheet.rules
  }

  function of(element: Element): Style {
    const parent = element.parentElement ? of(element.parentElement) : root
    const key = ['style', 'class', 'font-size'].map((name) => element.getAttribute(name) ?? '').join('|')
    const before = known.get(element)
    if (before && before.key === key && before.parent === parent) return before.style
    const style = computed(element, {parent, values: specified(element, rulesFor(element)), xHeight})
    known.set(element, {key, parent, style})
    return style
  }

  return {
    of,
    reset() {
      known = new WeakMap()
    }
  }
}

function outermost(element: Element): Element | undefined {
  let found: Element | undefined
  for (let at: Element | null = element; at; at = at.parentElement) if (at.localName === 'svg') found = at
  return found
}

/** The winning value of each property: attribute, sheet, own style. */
function specified(element: Element, rules: readonly Rule[]): Map<string, string> {
  const won = new Map<string, {value: string; rank: number}>()
  const offer = (name: string, value: string, at: number): void => {
    if (properties.has(name) && at >= (won.get(name)?.rank ?? -2)) won.set(name, {value, rank: at})
  }
  for (const name of properties) {
    const value = element.getAttribute(name)
    if (value) offer(name, value, -1)
  }
  for (const rule of rules) {
    if (!matches(rule.selector, element, domReader)) continue
    for (const declaration of rule.declarations) offer(declaration.name, declaration.value, rank(rule, declaration))
  }
  for (const {name, value, important} of parseDeclarations(element.getAttribute('style') ?? '')) {
    offer(name, value, important ? ownRank.important : ownRank.plain)
  }
  return new Map([...won].filter(([, {value}]) => value !== 'inherit').map(([name, {value}]) => [name, value]))
}

interface Cascade {
  readonly parent: Style
  readonly values: ReadonlyMap<string, string>
  readonly xHeight: number
}

function computed(element: Element, {parent, values, xHeight}: Cascade): Style {
  const weight = values.get('font-weight') ?? (/^(?:b|strong|th)$/.test(element.localName) ? '700' : undefined)
  const slant = values.get('font-style') ?? (/^(?:i|em)$/.test(element.localName) ? 'italic' : undefined)
  const size = values.get('font-size')
  return {
    size: size === undefined ? parent.size : fontSize(size, parent.size, xHeight),
    weight: weight === undefined ? parent.weight : fontWeight(weight, parent.weight),
    slant: slant ?? parent.slant,
    anchor: values.get('text-anchor') ?? parent.anchor,
    baseline: values.get('dominant-baseline') ?? values.get('alignment-baseline') ?? parent.baseline,
    whiteSpace: values.get('white-space') ?? parent.whiteSpace,
    lineHeight: values.get('line-height') ?? parent.lineHeight,
    display: values.get('display') ?? ''
  }
}

function fontWeight(value: string, parent: number): number {
  if (value === 'bold' || value === 'bolder') return 700
  return value === 'normal' ? 400 : number(value) || parent
}

const keywords = new Map([['small', 13], ['medium', 16], ['large', 18]])

function fontSize(value: string, parent: number, xHeight: number): number {
  const written = number(value)
  if (/^[\d.]+(?:px)?$/.test(value)) return written
  if (value.endsWith('rem')) return written * root.size
  if (value.endsWith('em')) return written * parent
  if (value.endsWith('ex')) return written * parent * xHeight
  if (value.endsWith('pt')) return (written * 4) / 3
  if (value.endsWith('%')) return (written / 100) * parent
  return keywords.get(value) ?? parent
}
