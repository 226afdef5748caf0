import {hex} from '../css/colour.ts'
import {htmlElements, mathElements, presentation} from './names.ts'
import {type Cascade, type Dress, firstText, type Value} from './inline.ts'
import {type Attributes, attribute, hasClass, type Place} from './tree.ts'

/**
 * Types that `diagram.css` colours by class alone: their drawings carry no
 * colours but those that authors chose, and one render does for both themes.
 */
export const inked: ReadonlySet<string> = new Set(['flowchart', 'sequence', 'stateDiagram'])

const colours = new Set(['fill', 'stroke', 'color', 'stop-color'])

/** What an inked drawing leaves to `diagram.css`, unless an author chose it. */
const left = new Set([...colours, 'stroke-width', 'stroke-dasharray', 'opacity', 'stroke-linecap', 'stroke-linejoin', 'font-weight', 'text-decoration'])

/** Dress a drawing that `diagram.css` colours. */
export const ink: Dress = (place, cascade) => dressed(place, cascade, inkValue)

/** Dress a drawing that brings its colours. */
export const paint: Dress = (place, cascade) => dressed(place, cascade, paintValue)

type Choose = (name: string, value: Value, place: Place) => string | undefined

function dressed(place: Place, cascade: Cascade, choose: Choose): ReturnType<Dress> {
  const {name} = place.element
  if (isInLabel(place)) return {attributes: new Map(), classes: name === 'div' ? labelClasses(place) : []}
  const values = cascade(place)
  if (values.get('display')?.value === 'none') return {attributes: new Map([['display', 'none']])}
  const attributes = chosen(place, values, choose)
  if (name !== 'foreignObject') return {attributes}
  return {attributes: new Map([...attributes, ...labelLook(place, {cascade, choose})])}
}

function chosen(place: Place, values: ReadonlyMap<string, Value>, choose: Choose): Attributes {
  const attributes = new Map<string, string>()
  for (const name of presentation) {
    const value = values.get(name)
    const result = value && choose(name, value, place)
    if (result !== undefined) attributes.set(name, result)
  }
  return attributes
}

function isInLabel({element, parent}: Place): boolean {
  if (!htmlElements.has(element.name) && !mathElements.has(element.name)) return false
  for (let at = parent; at; at = at.parent) if (at.element.name === 'foreignObject') return true
  return false
}

function labelClasses({element}: Place): string[] {
  const style = attribute(element, 'style')
  return ['lb', ...(style.includes('break-spaces') ? ['lb-w'] : [])]
}

/**
 * The look of an HTML label, for its `foreignObject`: presentation attributes
 * are for SVG only, but HTML inherits from them.
 */
function labelLook(place: Place, {cascade, choose}: {cascade: Cascade; choose: Choose}): Attributes {
  const found = new Map<string, Value>()
  for (let at = firstText(place); at && at.element !== place.element; at = at.parent) {
    for (const [name, value] of cascade(at)) {
      const before = found.get(name)
      if (inherited.has(name) && (!before || (value.own && !before.own))) found.set(name, value)
    }
  }
  return chosen(place, found, choose)
}

const inherited = new Set(['color', 'font-size', 'font-weight', 'font-style'])

function inkValue(name: string, value: Value, place: Place): string | undefined {
  const next = paintValue(name, value)
  if (next === 'none' && (name === 'fill' || name === 'stroke')) return next
  const own = value.own || (name === 'fill' && hasClass(place.element, 'rect'))
  return left.has(name) && !own ? undefined : next
}

/** The value as an attribute: colours in hex, and nothing that says what is so anyway. */
function paintValue(name: string, {value}: Value): string | undefined {
  if (colours.has(name)) return colour(value)
  if (name === 'stroke-dasharray') return /^(?:none|[01][,\s]+0|0|1 0)$/.test(value) ? undefined : value
  if (name === 'opacity' && value === '1') return undefined
  return /^(?:inherit|initial|revert|unset|auto)$/.test(value) ? undefined : value.replace(/px$/, '')
}

function colour(value: string): string | undefined {
  if (value === 'transparent') return 'none'
  return hex(value) ?? (/^(?:none|currentcolor|url\(.*\))$/i.test(value) ? value : undefined)
}
