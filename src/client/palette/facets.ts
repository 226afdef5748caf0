/** What results can be narrowed by, as switches. Each is a part of the query's text, so that an address holds them all. */

import type {Facet} from '../search/facets.ts'
import type {Dimension} from '../search/query.ts'
import {element} from './element.ts'
import type {Own} from './own.ts'

/** Most values of one thing to narrow by. */
const mostValues: Readonly<Record<Dimension, number>> = {kind: 5, tag: 5, level: 3, status: 3, path: 5, has: 2}

/** Switches for what would leave something out; the chosen ones first, also when nothing is left of them. */
export function printFacets(facets: readonly Facet[], total: number, {words}: Own): HTMLElement[] {
  const kinds = (facets.find(({dimension}) => dimension === 'kind')?.values ?? []).map(([value]) => value.toLowerCase())
  return facets.flatMap(({dimension, values, chosen}) => {
    const counts = new Map(values.map(([value, count]) => [value.toLowerCase(), count]))
    const on = chosen.map((value) => toggle(dimension, {value, count: counts.get(value) ?? 0, isOn: true, words}))
    const parents = new Map(values)
    const isNew = (value: string): boolean => !chosen.includes(value.toLowerCase()) && !saysKind(dimension, value.toLowerCase(), kinds)
    const useful = values.filter(([value, count]) => count < total && isNew(value) && count !== parents.get(above(value)))
    const off = useful.slice(0, mostValues[dimension] - on.length > 0 ? mostValues[dimension] - on.length : 0)
    const group = [...on, ...off.map(([value, count]) => toggle(dimension, {value, count, isOn: false, words}))]
    return group.length > 0 ? [element('div', {role: 'group', 'aria-label': words.dimensions[dimension]}, [element('span', {class: 'caps', 'aria-hidden': 'true'}, [words.dimensions[dimension]]), ...group])] : []
  })
}

/** Whether a tag, or a folder, is called as a kind of these notes and says no more than it. */
function saysKind(dimension: Dimension, value: string, kinds: readonly string[]): boolean {
  return dimension === 'tag' ? kinds.includes(value) : dimension === 'path' && kinds.some((kind) => value.startsWith(kind))
}

function above(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf('/')))
}

function toggle(dimension: Dimension, {value, count, isOn, words}: {value: string; count: number; isOn: boolean; words: Own['words']}): HTMLElement {
  const shown = words.values[value] ?? value
  return element('button', {type: 'button', 'aria-pressed': String(isOn), 'data-filter': filterText(dimension, value)}, [
    element('span', {dir: 'auto'}, [shown]),
    element('span', {class: 'num'}, [String(count)])
  ])
}

/** A filter as it is typed. */
function filterText(dimension: Dimension, value: string): string {
  return /\s/u.test(value) ? `${dimension}:"${value}"` : `${dimension}:${value}`
}

/** A query with a filter, or without it if it had it. */
export function toggled(query: string, filter: string): string {
  const parts = query.match(/(?:[^\s"]|"[^"]*"?)+/gu) ?? []
  const rest = parts.filter((part) => part.toLowerCase() !== filter.toLowerCase())
  return rest.length < parts.length ? rest.join(' ') : [...parts, filter].join(' ')
}
