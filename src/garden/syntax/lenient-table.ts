/** Tables that Obsidian reads and GFM does not: with a bare bar in `[[Note|words]]` (L-14), under `lenientTables`; and with a lone bar for a head. */

import {codeLines} from './code-lines.ts'

/**
 * Escape bare bars of wiki links in lines that look like rows of a table.
 * Columns behind such a bar count one more than the author's.
 */
export function escapePipes(text: string): string {
  return outsideCode(text, (line) => (/^\s*\|.*\|\s*$/.test(line) && line.includes('[[') ? escapeLine(line) : line))
}

/** Change lines that are not code. */
function outsideCode(text: string, change: (line: string, next: string) => string): string {
  const lines = text.split('\n')
  const isCode = codeLines(lines)
  return lines.map((line, at) => (isCode[at] ? line : change(line, lines[at + 1] ?? ''))).join('\n')
}

function escapeLine(line: string): string {
  let out = ''
  let at = 0
  for (let open = line.indexOf('[[', at); open >= 0; open = line.indexOf('[[', at)) {
    const close = line.indexOf(']]', open)
    if (close < 0) break
    out += line.slice(at, open) + line.slice(open, close).replace(/([^\\])\|/, '$1\\|')
    at = close
  }
  return out + line.slice(at)
}

/** A line with nothing but a bar, and a row of dashes under it; both may stand in quotes and callouts. */
const loneBar = /^((?:[ \t]*>)*[ \t]*)\|[ \t]*$/
const dashes = /^(?:[ \t]*>)*[ \t]*(?:\|[ \t]*)?(:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+)(?:\|[ \t]*)?$/

/**
 * Give heads that are a lone bar as many cells as the dashes under them have: so the boxes of facts of many vaults are written,
 * and GFM asks for as many.
 */
export function withHeads(text: string): string {
  // Most notes have none, and need no look at what is code.
  if (!/^(?:[ \t]*>)*[ \t]*\|[ \t]*\r?$/m.test(text)) return text
  return outsideCode(text, (line, next) => {
    const [, before] = loneBar.exec(line.trimEnd()) ?? []
    const [, columns] = before === undefined ? [] : (dashes.exec(next.trimEnd()) ?? [])
    return columns === undefined ? line : `${before}|${' |'.repeat(columns.split('|').length)}`
  })
}
