/** A block of code as HTML (M-09): its colours are classes, its name stands above it, its marked lines are marked. */

import type {Element, ElementContent, Text} from 'hast'
import type {Code} from 'mdast'
import {grammarOf} from './code-languages.ts'
import {type Run, runsOf} from './code-tokens.ts'

/** What stands after the signs that open a fence: `ts title="app.ts" {1,3-5} showLineNumbers`. */
export interface Info {
  /** In lower case. */
  readonly language?: string
  readonly title?: string
  /** Numbers of the lines to mark, from 1. */
  readonly marked: ReadonlySet<number>
  readonly numbered: boolean
}

/** Read a fence's info string, as the parser divides it at its first space. */
export function readInfo(lang: string | null | undefined, meta: string | null | undefined): Info {
  const [first = ''] = /^[^{]*/.exec(lang ?? '') ?? []
  const rest = `${(lang ?? '').slice(first.length)} ${meta ?? ''}`
  const title = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)'|(\S+))/i.exec(rest)
  const named = title?.[1] ?? title?.[2] ?? title?.[3]
  const plain = title ? rest.replace(title[0], ' ') : rest
  return {
    ...(first === '' ? {} : {language: first.toLowerCase()}),
    ...(named ? {title: named} : {}),
    marked: linesIn(/\{([\d,\s-]*)\}/.exec(plain)?.[1] ?? ''),
    numbered: /(?:^|\s)(?:showLineNumbers|line-?numbers|ln)(?![\w-])/i.test(plain)
  }
}

/** `1,3-5`; a range is as long as code that is highlighted may be. */
function linesIn(written: string): Set<number> {
  const lines = new Set<number>()
  for (const part of written.split(',').slice(0, 200)) {
    const [, first = '', last = first] = /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(part) ?? []
    if (first === '') continue
    for (let line = Number(first); line <= Math.min(Number(last), Number(first) + mostLines); line += 1) lines.add(line)
  }
  return lines
}

/** Longest code that is highlighted: a grammar's patterns may take long for what is no code. */
const longest = 50_000
const mostLines = 2000

/** Longest line that fits the column, in characters. */
const column = 68

/** Print a block of code: a `pre`, in a `figure` with its title where it has one. */
export function codeBlock({lang, meta, value}: Pick<Code, 'value'> & Partial<Pick<Code, 'lang' | 'meta'>>): Element {
  const info = readInfo(lang, meta)
  const source = value === '' ? '' : `${value}\n`
  const wide = source.split('\n').some((line) => line.length > column)
  const words = /^[^{]*/.exec(lang ?? '')?.[0]
  const code = element('code', words ? {className: [`language-${words}`]} : {}, content(source, info))
  const classes = [...(wide ? ['wide'] : []), ...(info.numbered ? ['is-numbered'] : [])]
  const pre = element('pre', {...(classes.length > 0 ? {className: classes} : {}), tabIndex: 0}, [code])
  if (info.title === undefined) return pre
  const caption = element('figcaption', {}, [element('span', {}, [{type: 'text', value: info.title}])])
  return element('figure', {className: wide ? ['code', 'wide'] : ['code']}, [caption, pre])
}

/** Whether a fence is one that a plugin of Obsidian would fill. */
export function isPluginBlock(language: string | null | undefined): boolean {
  return plugins.has(language?.toLowerCase() ?? '')
}

/** Fences that plugins of Obsidian fill with what they find (M-20). */
const plugins = new Set(['dataview', 'dataviewjs', 'tracker', 'button', 'tasks', 'query'])

/**
 * What stands for a block that only a plugin can fill: its source, folded.
 *
 * @param words What is said after the plugin's name.
 */
export function pluginBlock({lang, value}: Pick<Code, 'lang' | 'value'>, words: string): Element | undefined {
  const name = lang?.toLowerCase()
  if (name === undefined || !plugins.has(name)) return undefined
  const summary = element('summary', {}, [element('code', {}, [{type: 'text', value: name}]), {type: 'text', value: ` ${words}`}])
  return element('details', {className: ['plugin-block']}, [summary, codeBlock({value})])
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}

function content(source: string, info: Info): ElementContent[] {
  const lines = source.split('\n').length - 1
  const grammar = info.language === undefined || source.length > longest || lines > mostLines ? undefined : grammarOf(info.language)
  const runs = grammar === undefined ? [{tone: '' as const, text: source}] : runsOrPlain(source, grammar)
  if (!info.numbered && info.marked.size === 0) return runs.flatMap(printRun)
  return byLine(runs).flatMap((line, index) => {
    const marked = info.marked.has(index + 1)
    return marked || info.numbered ? [element('span', {className: marked ? ['line', 'is-marked'] : ['line']}, line.flatMap(printRun))] : line.flatMap(printRun)
  })
}

/** A grammar that fails on a text leaves it as it is written. */
function runsOrPlain(source: string, grammar: string): readonly Run[] {
  try {
    return runsOf(source, grammar)
  } catch {
    return [{tone: '', text: source}]
  }
}

/** Divide runs after each line ending. */
function byLine(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = []
  let line: Run[] = []
  for (const {tone, text} of runs) {
    for (const part of text.split(/(?<=\n)/)) {
      if (part === '') continue
      line.push({tone, text: part})
      if (!part.endsWith('\n')) continue
      lines.push(line)
      line = []
    }
  }
  return line.length > 0 ? [...lines, line] : lines
}

/** White space at its end stays out of the coloured part. */
function printRun({tone, text}: Run): ElementContent[] {
  const shown = tone === '' ? '' : text.trimEnd()
  const rest = text.slice(shown.length)
  return [
    ...(shown === '' ? [] : [element('span', {className: [`tk-${tone}`]}, [{type: 'text', value: shown}])]),
    ...(rest === '' ? [] : [{type: 'text', value: rest} satisfies Text])
  ]
}
