import {decode} from './entities.ts'
import {svgNames, svgAttributes} from './names.ts'
import type {Element, Node} from './tree.ts'

/** An element whose end has not been seen. */
interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Node[]
}

const voids = new Set(['br', 'img', 'hr', 'wbr', 'input'])
const start = /<([a-zA-Z][\w:.-]*)/y
const attributePattern = /\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|\s*(\/?>)|["'/]/y

/**
 * Read what mermaid drew.
 *
 * Lenient, since labels hold HTML that was never checked. Nothing depends on
 * reading it as a browser would: what is printed is written anew from the tree.
 *
 * @returns
 *   The outermost `svg`; `undefined` if there is none.
 */
export function parseSvg(source: string): Element | undefined {
  const root: Open = {name: '', attributes: new Map(), children: []}
  const open: Open[] = [root]
  let at = 0
  while (at < source.length) at = source[at] === '<' ? tag(source, at, open) : characters(source, at, open)
  while (open.length > 1) close(open)
  return root.children.find((node): node is Element => node.kind === 'element' && node.name === 'svg')
}

function characters(source: string, at: number, open: Open[]): number {
  const end = indexOf(source, '<', at)
  open.at(-1)?.children.push({kind: 'text', value: decode(source.slice(at, end))})
  return end
}

function tag(source: string, at: number, open: Open[]): number {
  if (source.startsWith('<!--', at)) return indexOf(source, '-->', at) + 3
  if (source[at + 1] === '!' || source[at + 1] === '?') return indexOf(source, '>', at) + 1
  if (source[at + 1] === '/') return endTag(source, at, open)
  start.lastIndex = at
  const match = start.exec(source)
  if (match) return startTag(source, start.lastIndex, {name: nameOf(match[1] ?? ''), open})
  open.at(-1)?.children.push({kind: 'text', value: '<'})
  return at + 1
}

function endTag(source: string, at: number, open: Open[]): number {
  const end = indexOf(source, '>', at)
  const name = nameOf(source.slice(at + 2, end).trim())
  const depth = open.findLastIndex((element) => element.name === name)
  while (depth > 0 && open.length > depth) close(open)
  return end + 1
}

function startTag(source: string, from: number, {name, open}: {name: string; open: Open[]}): number {
  const {attributes, end, at} = readAttributes(source, from)
  const self = end === '/>'
  open.push({name, attributes, children: []})
  if (name === 'style' && !self) return rawText(source, at, open)
  if (self || voids.has(name)) close(open)
  return at
}

function readAttributes(source: string, from: number): {attributes: ReadonlyMap<string, string>; end: string; at: number} {
  const attributes = new Map<string, string>()
  let at = from
  while (at < source.length) {
    attributePattern.lastIndex = at
    const match = attributePattern.exec(source)
    at = match ? attributePattern.lastIndex : source.length
    const [, written = '', double, single, bare, end] = match ?? []
    if (end) return {attributes, end, at}
    const attribute = svgAttributes.get(written.toLowerCase()) ?? written
    if (attribute && !attributes.has(attribute)) attributes.set(attribute, decode(double ?? single ?? bare ?? ''))
  }
  return {attributes, end: '', at}
}

function rawText(source: string, at: number, open: Open[]): number {
  const end = indexOf(source, '</style', at)
  open.at(-1)?.children.push({kind: 'text', value: source.slice(at, end)})
  close(open)
  return indexOf(source, '>', end) + 1
}

function close(open: Open[]): void {
  const element = open.pop()
  if (element) open.at(-1)?.children.push({kind: 'element', ...element})
}

function nameOf(written: string): string {
  const name = written.replace(/^(?:xhtml|svg):/, '')
  return svgNames.get(name.toLowerCase()) ?? name.toLowerCase()
}

function indexOf(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from)
  return at < 0 ? source.length : at
}
