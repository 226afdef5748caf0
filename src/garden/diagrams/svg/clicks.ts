import {call, read, rows, string} from '../model/read.ts'
import {attribute, type Element, rebuild} from './tree.ts'

/**
 * Links that mermaid leaves to a script or forgets: `click` on tasks of Gantt charts and on groups of flow charts, `$link` of
 * what stands in C4 diagrams.
 *
 * @param db
 *   The database of a diagram that was parsed.
 * @param source
 *   What was parsed.
 * @returns
 *   Addresses by the ids of elements.
 */
export function clicksOf(type: string, db: unknown, source: string): ReadonlyMap<string, string> {
  if (type === 'gantt') return new Map(rows(call(db, 'getLinks')).map(([id, address]) => [`m-${id}-text`, string(address)]))
  if (type === 'c4') return new Map(rows(call(db, 'getC4ShapeArray')).flatMap(([, row]) => linked(string(read(row, 'alias')), string(read(row, 'link')))))
  return type === 'flowchart' ? groupClicks(db, source) : new Map()
}

function linked(id: string, address: string): [string, string][] {
  return address === '' ? [] : [[`m-${id}`, address]]
}

/** Mermaid keeps addresses of nodes only. */
function groupClicks(db: unknown, source: string): ReadonlyMap<string, string> {
  const groups = new Set(rows(call(db, 'getSubGraphs')).map(([, row]) => string(read(row, 'id'))))
  return new Map([...source.matchAll(/^[ \t]*click[ \t]+(\S+)[ \t]+(?:href[ \t]+)?"([^"\n]+)"/gm)].flatMap(([, id = '', address = '']) => (groups.has(id) ? linked(id, address) : [])))
}

/** Make them links that need no script. */
export function withClicks(svg: Element, clicks: ReadonlyMap<string, string>): Element {
  if (clicks.size === 0) return svg
  const next = rebuild(svg, (element) => {
    const href = clicks.get(attribute(element, 'id'))
    return href === undefined ? element : {kind: 'element', name: 'a', attributes: new Map([['href', href]]), children: [element]}
  })
  return next?.kind === 'element' ? next : svg
}
