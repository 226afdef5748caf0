/** Blocks of HTML that only their end closes, and that never end: all after them is taken for theirs (CommonMark 4.6, kinds 1 to 5). */

import type {Html, Nodes, Root} from 'mdast'

interface Kind {
  readonly opens: RegExp
  readonly ends: RegExp
  /** What the author writes to end it. */
  readonly end: (opened: string) => string
}

const kinds: readonly Kind[] = [
  {opens: /^ *<(?:script|style|pre|textarea)(?=[\s>]|$)/i, ends: /<\/(?:script|style|pre|textarea)>/i, end: (opened) => `${opened.replace('<', '</')}>`},
  {opens: /^ *<!--/, ends: /-->/, end: () => '-->'},
  {opens: /^ *<\?/, ends: /\?>/, end: () => '?>'},
  {opens: /^ *<!\[CDATA\[/, ends: /\]\]>/, end: () => ']]>'},
  {opens: /^ *<![a-z]/i, ends: />/, end: () => '>'}
]

/** What holds words: HTML in it is none of these blocks. */
const lines: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])

export interface Endless {
  readonly line: number
  readonly column: number
  /** As it is written, such as `<style`. */
  readonly opened: string
  readonly end: string
}

/** Such blocks of a tree as it was parsed, in the order of the text. */
export function endlessHtml(tree: Root): Endless[] {
  const found: Endless[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'html') found.push(...endless(node))
    else if ('children' in node && !lines.has(node.type)) stack.push(...[...node.children].reverse())
  }
  return found
}

function endless({value, position}: Html): Endless[] {
  const kind = kinds.find(({opens}) => opens.test(value))
  const written = kind?.opens.exec(value)?.[0] ?? ''
  if (!kind || !position || kind.ends.test(value.slice(written.length))) return []
  const opened = written.trimStart()
  return [{line: position.start.line, column: position.start.column + written.length - opened.length, opened, end: kind.end(opened)}]
}
