/** A formula as MathJax has it, written as KaTeX wants it (M-16). */

import type {FormulaContext} from './syntax/nodes.ts'

/** Longest formula that is set, in UTF-16 units. */
export const longestFormula = 10_000

/** Offset after the group in braces that begins at an offset; -1 if none does, or nothing closes it. */
export function endOfGroup(source: string, from: number): number {
  if (source[from] !== '{') return -1
  let depth = 0
  for (let at = from; at < source.length; at += 1) {
    const sign = source[at]
    if (sign === '\\') at += 1
    else if (sign === '{') depth += 1
    else if (sign === '}') depth -= 1
    if (depth === 0) return at + 1
  }
  return -1
}

/** Whether a formula names a command of chemistry. */
export function hasChemistry(source: string): boolean {
  return /\\(?:ce|pu|tripledash)(?![A-Za-z@])/.test(source)
}

/** How a formula is written. */
export interface Writing {
  /** Whether it stands on lines of its own. */
  readonly display: boolean
  /** Numbers that lines were given. */
  readonly tags?: FormulaContext['tags'] | undefined
  /** Whether it is a definition's body, in which `#1` is no sign but an argument; it is in a formula that defines where it stands, too. */
  readonly hasArguments?: boolean
}

/** Write a formula, or what a definition stands for, for KaTeX. */
export function forKatex(source: string, {display, tags, hasArguments = source.includes('\\gdef')}: Writing): string {
  // Letters and simple signs are the same for both.
  if (!source.includes('\\')) return source
  let out = source
  for (const [pattern, written] of rewrites) out = out.replace(pattern, written)
  out = withEnvironments(withReferences(out.replace(codes, character), tags), display)
  return withPlainText(display ? out : out.replace(/\\tag\*/g, '\\qquad\\text'), hasArguments)
}

/** Table: what no macro can say, as it looks at what comes before or in brackets. */
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/\\bbox\s*\[[^\]]*\]/g, ''],
  [/\\enclose(\s*\{[^{}]*\})\s*\[[^\]]*\]/g, '\\enclose$1'],
  [/\\(?:mbox|hbox)(?![A-Za-z])/g, '\\text'],
  [/\\buildrel\s*([^{}]{1,80}?|\{(?:[^{}]|\{[^{}]*\})*\})\s*\\over(?![A-Za-z])\s*(\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|\S)/g, '\\overset{$1}{$2}']
]

const codes = /\\unicode\s*(?:\[[^\]]*\])?\s*\{\s*(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}))\s*\}/g

/** The character of a code, unless no page can hold it. */
function character(_whole: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  const isOne = code >= 32 && code < 0x10ffff && (code < 0xd800 || code > 0xdfff) && (code < 127 || code > 159)
  return isOne ? `{\\char"${code.toString(16)} }` : ''
}

/** Table: environments that would number their lines, in lines of their own and in a sentence; Obsidian numbers none. */
const environments = new Map<string, readonly [display: string, inline: string]>([
  ['equation', ['equation*', 'gathered']],
  ['align', ['align*', 'aligned']],
  ['alignat', ['alignat*', 'alignedat']],
  ['flalign', ['align*', 'aligned']],
  ['gather', ['gather*', 'gathered']],
  ['multline', ['gather*', 'gathered']],
  ['eqnarray', ['darray', 'darray']]
])

function withEnvironments(source: string, display: boolean): string {
  return source.replace(/\\(begin|end)\s*\{([a-z]+)\*?\}/g, (whole: string, edge: string, name: string) => {
    const instead = environments.get(name)?.[display ? 0 : 1]
    if (instead === undefined) return whole
    return `\\${edge}{${instead}}${edge === 'begin' && instead === 'darray' ? '{rcl}' : ''}`
  })
}

/** Names of lines show nothing; references to them, the number that the author gave the line, or the name. */
function withReferences(source: string, tags: FormulaContext['tags'] | undefined): string {
  return source.replace(/\\(label|eqref|ref)\s*\{([^{}]*)\}/g, (_whole: string, command: string, name: string) => {
    if (command === 'label') return ''
    const shown = tags?.get(name.trim()) ?? name.replace(/[\\$~]/g, '')
    return command === 'eqref' ? `\\text{(${shown})}` : `\\text{${shown}}`
  })
}

/** Signs that are plain in MathJax's text, and not in KaTeX's. */
const plain = new Map([['^', '\\textasciicircum{}'], ['%', '\\%'], ['#', '\\#'], ['_', '\\_'], ['&', '\\&']])

function withPlainText(source: string, hasArguments: boolean): string {
  const signs = hasArguments ? /\\\(.*?\\\)|\\.|\$[^$]*\$|#[1-9]|[%#_^&]/gs : /\\\(.*?\\\)|\\.|\$[^$]*\$|[%#_^&]/gs
  const text = /\\(?:text(?:rm|bf|it|tt|sf|normal|up|md)?|tag\*?)\s*(?=\{)/g
  let out = ''
  let at = 0
  for (let found = text.exec(source); found; found = text.exec(source)) {
    const end = endOfGroup(source, text.lastIndex)
    if (end < 0) break
    out += source.slice(at, text.lastIndex) + source.slice(text.lastIndex, end).replace(signs, (sign) => plain.get(sign) ?? sign)
    at = end
    text.lastIndex = end
  }
  return out + source.slice(at)
}
