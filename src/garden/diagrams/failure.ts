import type {DrawingFailure} from '../model.ts'
import {read, string} from './model/read.ts'

/** What went wrong, in an author's words, with the line of the source where mermaid knows it. */
export function failureOf(error: unknown, source: string): DrawingFailure {
  const whole = string(read(error, 'message')) || 'Mermaid could not draw this.'
  const line = lineOf(error, whole)
  const mapped = line === undefined ? undefined : (lineMap(source)[line - 1] ?? source.split('\n').length)
  return {ok: false, message: sentence(error, whole), ...(mapped !== undefined && {line: mapped})}
}

function lineOf(error: unknown, message: string): number | undefined {
  const first = read(read(read(error, 'hash'), 'loc'), 'first_line')
  if (typeof first === 'number') return first
  const match = /(?:error on line|line:?) {0,3}(\d{1,6})/i.exec(message)
  return match ? Number(match[1]) : undefined
}

/** Mermaid's first line, and what it expected, without its picture of the source and without a stack. */
function sentence(error: unknown, message: string): string {
  const [head = ''] = message.split('\n')
  if (/no diagram type detected/i.test(message)) return 'No diagram type is named: the first line should say `flowchart`, `sequenceDiagram`, `stateDiagram-v2` or another type of Mermaid.'
  if (/edges? .{0,40}exceed|maxEdges/i.test(message)) return 'The diagram has more than 500 edges, the most that is drawn. Split it.'
  const token = string(read(read(error, 'hash'), 'text'))
  const expected = expectedOf(message)
  if (/^(?:parse|lexical) error/i.test(head)) return [token.trim() ? `“${token.trim().slice(0, 40)}” is not understood here.` : 'The text is not understood here.', expected].filter(Boolean).join(' ')
  return head.replace(/^(?:Error|SyntaxError|TypeError): /, '').slice(0, 300)
}

function expectedOf(message: string): string {
  const match = /Expecting ([^\n]{1,2000}?), got '([^'\n]{1,60})'/.exec(message)
  if (!match) return ''
  const names = (match[1] ?? '').split(', ').map((name) => name.replaceAll("'", ''))
  return `Expected ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' …' : ''}; found ${match[2]}.`
}

/**
 * Lines of the source by the lines that mermaid counts: front matter and
 * comments are gone when it counts, and so are blank lines at the top.
 */
export function lineMap(source: string): number[] {
  const lines = source.split('\n')
  const fence = /^\s*---\s*$/
  const closing = fence.test(lines[0] ?? '') ? lines.findIndex((line, index) => index > 0 && fence.test(line)) : -1
  const map: number[] = []
  for (let index = closing + 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (/^\s*%%(?!\{)/.test(line)) continue
    if (map.length === 0 && (line.trim() === '' || /^\s*%%\{.*\}%%\s*$/.test(line))) continue
    map.push(index + 1)
  }
  return map
}
