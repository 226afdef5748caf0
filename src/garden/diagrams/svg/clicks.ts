import {call, rows, string} from '../model/read.ts'
import {attribute, type Element, rebuild} from './tree.ts'

/**
 * Links that mermaid leaves to a script: `click` in Gantt charts.
 *
 * @param db
 *   The database of a diagram that was parsed.
 * @returns
 *   Addresses by the ids of texts.
 */
export function clicksOf(type: string, db: unknown): ReadonlyMap<string, string> {
  return new Map(type === 'gantt' ? rows(call(db, 'getLinks')).map(([id, address]) => [`m-${id}-text`, string(address)]) : [])
}

/** Make them links that need no script. */
export function withClicks(svg: Element, clicks: ReadonlyMap<string, string>): Element {
  if (clicks.size === 0) return svg
  const next = rebuild(svg, (element) => {
    const href = element.name === 'text' ? clicks.get(attribute(element, 'id')) : undefined
    return href === undefined ? element : {kind: 'element', name: 'a', attributes: new Map([['href', href]]), children: [element]}
  })
  return next?.kind === 'element' ? next : svg
}
