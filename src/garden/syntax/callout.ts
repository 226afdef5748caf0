/** `> [!type]- Title` (C-01 … C-13): a blockquote whose first line names a type. */

import type {Blockquote, BlockContent, DefinitionContent, Paragraph, PhrasingContent, Root, RootContent, Text} from 'mdast'
import type {Callout} from './nodes.ts'

const marker = /^\[!([^\]|\n]{1,100})(?:\|([^\]\n]{0,200}))?\]([+-]?)[ \t]*/

interface Container {
  children: RootContent[]
}

/**
 * Make callouts of blockquotes.
 *
 * @param source Text that the tree was made from: an escaped `\[!note]` looks the same in the tree.
 */
export function makeCallouts(tree: Root, source: string): void {
  replaceIn(tree, source)
}

function replaceIn(parent: Container, source: string): void {
  for (const [index, node] of parent.children.entries()) {
    if ('children' in node) replaceIn(node as Container, source)
    if (node.type === 'blockquote') {
      const callout = read(node, source)
      if (callout) parent.children[index] = callout
    }
  }
}

function read(quote: Blockquote, source: string): Callout | undefined {
  const first = quote.children[0]
  if (first?.type !== 'paragraph') return undefined
  const text = first.children[0]
  if (text?.type !== 'text' || source[text.position?.start.offset ?? -1] !== '[') return undefined
  const match = marker.exec(text.value)
  if (!match?.[1]) return undefined

  const [title, rest] = splitLine([after(text, match[0].length), ...first.children.slice(1)], source)
  const body: (BlockContent | DefinitionContent)[] = quote.children.slice(1)
  const opening: Paragraph | undefined = rest.length > 0 ? {type: 'paragraph', children: rest} : undefined
  return {
    type: 'callout',
    kind: match[1].trim().toLowerCase(),
    ...(match[2] === undefined ? {} : {metadata: match[2].trim()}),
    ...(match[3] === '+' || match[3] === '-' ? {fold: match[3]} : {}),
    title,
    children: opening ? [opening, ...body] : body,
    ...(quote.data ? {data: quote.data} : {}),
    ...(quote.position ? {position: quote.position} : {})
  }
}

/** Divide inline content at its first line ending; the title never takes the second line (M-01). */
function splitLine(children: readonly PhrasingContent[], source: string): [title: PhrasingContent[], rest: PhrasingContent[]] {
  for (const [index, node] of children.entries()) {
    if (node.type === 'break') return [children.slice(0, index), children.slice(index + 1)]
    if (node.type !== 'text') continue
    const newline = node.value.indexOf('\n')
    if (newline < 0) continue
    const before = node.value.slice(0, newline).trimEnd()
    const rest = nextLine(node, newline, source)
    return [
      [...children.slice(0, index), ...(before === '' ? [] : [{...node, value: before}])],
      [...(rest.value === '' ? [] : [rest]), ...children.slice(index + 1)]
    ]
  }
  return [children.filter((node) => node.type !== 'text' || node.value !== ''), []]
}

/** A text without its first characters, all of which stand in the source as they are. */
function after(node: Text, length: number): Text {
  const {position, value} = node
  const shift = ({line, column, offset = 0}: {line: number; column: number; offset?: number | undefined}) => ({line, column: column + length, offset: offset + length})
  return {...node, value: value.slice(length), ...(position ? {position: {...position, start: shift(position.start)}} : {})}
}

/** What stands after a text's first line ending, past the marks of quotes before it in the source. */
function nextLine(node: Text, newline: number, source: string): Text {
  const value = node.value.slice(newline + 1)
  const {position} = node
  const from = position?.start.offset
  if (!position || from === undefined) return {...node, value}
  const prefix = /(?:\r\n|\n|\r)([ \t>]*)/g
  prefix.lastIndex = from
  const match = prefix.exec(source)
  const offset = match ? match.index + match[0].length : source.length
  return {...node, value, position: {...position, start: {line: position.start.line + 1, column: (match?.[1]?.length ?? 0) + 1, offset}}}
}
