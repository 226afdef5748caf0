import {matches, type Reader} from '../css/selector.ts'
import {ownRank, parseDeclarations, parseSheet, type Rule, rank} from '../css/sheet.ts'
import {presentation} from './names.ts'
import {type Attributes, attribute, type Element, elements, type Node, type Place, words} from './tree.ts'

const reader: Reader<Place> = {
  name: ({element}) => element.name,
  attribute: ({element}, name) => element.attributes.get(name),
  parent: ({parent}) => parent,
  previous: ({previous}) => previous
}

/** A value, and whether an author wrote it: mermaid writes what they say with `!important`. */
export interface Value {
  readonly value: string
  readonly own: boolean
}

/** The styles of elements: the winning value of each property that was set on the element itself. */
export type Cascade = (place: Place) => ReadonlyMap<string, Value>

/** The cascade of a drawing's own `<style>`: attributes, rules, `style`. */
function cascadeOf(svg: Element): Cascade {
  const sheets = [...elements(svg)].filter(({name}) => name === 'style')
  const rules = parseSheet(sheets.map((style) => style.children.map((child) => (child.kind === 'text' ? child.value : '')).join('')).join('\n'))
  return (place) => specified(place, rules)
}

function specified(place: Place, rules: readonly Rule[]): ReadonlyMap<string, Value> {
  const won = new Map<string, Value & {readonly rank: number}>()
  const offer = (name: string, value: Value, at: number): void => {
    if (at >= (won.get(name)?.rank ?? -2)) won.set(name, {...value, rank: at})
  }
  for (const name of [...presentation, 'display']) {
    const value = place.element.attributes.get(name)
    if (value !== undefined && value !== '') offer(name, {value, own: false}, -1)
  }
  for (const rule of rules) {
    if (!matches(rule.selector, place, reader)) continue
    for (const declaration of rule.declarations) offer(declaration.name, {value: declaration.value, own: false}, rank(rule, declaration))
  }
  for (const {name, value, important} of parseDeclarations(attribute(place.element, 'style'))) {
    offer(name, {value, own: important}, important ? ownRank.important : ownRank.plain)
  }
  return won
}

/** What becomes of an element's style: the presentation attributes, and classes beside its own. */
export type Dress = (place: Place, cascade: Cascade) => {readonly attributes: Attributes; readonly classes?: readonly string[]}

/** Turn style sheet and `style` into presentation attributes; both are gone after it. */
export function inline(svg: Element, dress: Dress): Element {
  const cascade = cascadeOf(svg)
  return visit({element: svg, parent: undefined, previous: undefined})

  function visit(place: Place): Element {
    const {element} = place
    const {attributes: styles, classes = []} = dress(place, cascade)
    const attributes = new Map([...element.attributes].filter(([name]) => name !== 'style' && !presentational.has(name)))
    for (const [name, value] of styles) attributes.set(name, value)
    const all = [attribute(element, 'class'), ...classes].filter(Boolean).join(' ')
    if (all) attributes.set('class', all)
    return {...element, attributes, children: visitChildren(place)}
  }

  function visitChildren(parent: Place): Node[] {
    const children: Node[] = []
    let previous: Place | undefined
    for (const child of parent.element.children) {
      if (child.kind !== 'element') children.push(child)
      else if (child.name !== 'style') {
        previous = {element: child, parent, previous}
        children.push(visit(previous))
      }
    }
    return children
  }
}

const presentational = new Set([...presentation, 'display', 'font-family', 'alignment-baseline', 'white-space', 'line-height'])

/** The first place below that holds characters: what a label's look is read from. */
export function firstText(place: Place): Place | undefined {
  let previous: Place | undefined
  for (const child of place.element.children) {
    if (child.kind === 'text' && child.value.trim()) return place
    if (child.kind !== 'element') continue
    const inner: Place = {element: child, parent: place, previous}
    previous = inner
    if (words(child).trim()) return firstText(inner)
  }
  return undefined
}
