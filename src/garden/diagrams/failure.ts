import type {DrawingFailure} from '../model.ts'
import {limits} from './config.ts'
import {read, string} from './model/read.ts'

/** What went wrong, in an author's words, with the line of the source where mermaid knows it. */
export function failureOf(error: unknown, source: string): DrawingFailure {
  const whole = string(read(error, 'message')) || 'Mermaid could not draw this.'
  const line = lineOf(error, whole)
  const mapped = line === undefined ? namedLine(error, whole, source) : (lineMap(source)[line - 1] ?? source.split('\n').length)
  return {ok: false, message: sentence(error, whole), ...(mapped !== undefined && {line: mapped})}
}

function lineOf(error: unknown, message: string): number | undefined {
  const hash = read(error, 'hash')
  const [first, last] = [read(read(hash, 'loc'), 'first_line'), read(hash, 'line')]
  // The first is that of the word before the one that is not understood; the other is the lexer's, which has gone on at a line's end.
  if (typeof last === 'number' && string(read(hash, 'text')).trim() !== '') return last + 1
  if (typeof first === 'number') return first
  const match = /(?:error on line|line:?) {0,3}(\d{1,6})/i.exec(message)
  return match ? Number(match[1]) : undefined
}

/** The one line that holds what a message without a place names; the last, when the text ends too early. */
function namedLine(error: unknown, message: string, source: string): number | undefined {
  const lines = source.split('\n')
  if (unexpected(error, message) === '') return lines.findLastIndex((line) => line.trim() !== '') + 1
  const quoted = [...message.matchAll(/["“'`]([^"”'`]{1,80})["”'`]|(?:date|block):? ?(\S{1,40})/gi)].flatMap(([, words = '', word = '']) => [words, word, words.split(' ').at(-1) ?? ''])
  const places = quoted.filter((words) => words.trim().length > 1).map((words) => lines.flatMap((line, index) => (line.includes(words) ? [index + 1] : [])))
  return places.find(({length}) => length === 1)?.[0]
}

/** A sentence without mermaid's picture of the source, its words for tokens and its stack. */
function sentence(error: unknown, message: string): string {
  const [head = ''] = message.split('\n')
  if (/no diagram type detected/i.test(message)) return unnamed
  if (/^Cannot read prop|is not (?:a function|iterable|defined)/.test(head)) return stumbled
  if (/edges? .{0,40}exceed|maxEdges/i.test(message)) return `The diagram has more than ${limits.edges} edges, the most that is drawn. Split it.`
  const found = unexpected(error, message)
  if (found === undefined) return head.replace(/^(?:\w*Error|Error parsing [\w ]{1,40}|Parsing failed): */, '').slice(0, 299).replace(/[^.]$/, '$&.')
  const expected = expectedIn(message)
  return [found ? `“${found.slice(0, 40)}” is not understood here.` : 'The text ends or breaks off too early here.', expected && `Expected ${expected}.`].filter(Boolean).join(' ')
}

const unnamed = 'No diagram type is named: the first line should say `flowchart`, `sequenceDiagram`, `stateDiagram-v2` or another type of Mermaid.'

const stumbled = 'Mermaid stumbles here without saying why: something that another part needs may be missing.'

/** The characters that a parser stumbled over, empty at an end; `undefined` when it is no matter of syntax. Mermaid has three kinds of parsers. */
function unexpected(error: unknown, message: string): string | undefined {
  const other = /unexpected character: ->(.{1,5})<-|but found:? [`'"]([^`'"]{0,60})[`'"]/i.exec(message)
  if (other) return (other[1] ?? other[2] ?? '').trim()
  if (!/(?:parse|lexical|lexer) error|expecting/i.test(message)) return undefined
  return string(read(read(error, 'hash'), 'text')).trim()
}

/** Names of tokens that an author can make something of. */
const tokens = new Map([
  ['NEWLINE', 'a new line'], ['NL', 'a new line'], ['EOF', 'the end'], ['SEMI', '“;”'], ['COLON', '“:”'], ['PIPE', '“|”'], ['PE', '“)”'], ['SQE', '“]”'],
  ['DIAMOND_STOP', '“}”'], ['STR', 'text in quotes'], ['QUOTE', 'a quotation mark'], ['NODE_STRING', 'a name'], ['ACTOR', 'a participant'],
  ['TXT', '“:” and a text'], ['LINK', 'an arrow'], ['ARROW', 'an arrow'], ['NUM', 'a number'], ['NUMBER', 'a number'], ['ALPHA', 'a name'], ['end', '“end”'], ['ID', 'a name']
])

function expectedIn(message: string): string {
  const list = /Expecting (?:token of type )?([^\n]{1,2000}?),? (?:got|but found)/.exec(message)?.[1] ?? ''
  const names = new Set(list.split(', ').flatMap((name) => tokens.get(name.replaceAll("'", '')) ?? []))
  return [...names].slice(0, 4).join(' or ')
}

/**
 * Lines of the source by the lines that mermaid counts: front matter and
 * comments are gone when it counts, and so are blank lines at the top and
 * before a comment.
 */
export function lineMap(source: string): number[] {
  const lines = source.split('\n')
  const fence = /^\s*---\s*$/
  const closing = fence.test(lines[0] ?? '') ? lines.findIndex((line, index) => index > 0 && fence.test(line)) : -1
  const map: number[] = []
  for (let index = closing + 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (/^\s*%%(?!\{)./.test(line)) dropBlanks(map, lines)
    else if (map.length > 0 || !isPrelude(line)) map.push(index + 1)
  }
  return map
}

function dropBlanks(map: number[], lines: readonly string[]): void {
  while (map.length > 0 && lines[(map.at(-1) ?? 0) - 1]?.trim() === '') map.pop()
}

function isPrelude(line: string): boolean {
  return line.trim() === '' || /^\s*%%\{.*\}%%\s*$/.test(line)
}
