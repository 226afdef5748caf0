/** A formula as words in a line: for descriptions, search, outlines and the sentences around links, where none can be set. */

import type {Element, ElementContent} from 'hast'
import {mathOf} from './formula.ts'
import type {FormulaContext} from './syntax/nodes.ts'

/**
 * A formula in the signs of plain text, as one would type it: `x^2` is “x²”, `\frac{a}{b+c}` “a/(b + c)”.
 *
 * @returns The source, when it cannot be set.
 */
export function formulaWords(source: string, context?: FormulaContext): string {
  // Letters, digits and spaces set nothing; most formulas in prose are a name or a number.
  if (/^[\p{L}\p{N} ]*$/u.test(source)) return source.trim()
  if (context?.without === '') return ''
  const math = mathOf(source, context)
  const said = math === undefined ? '' : tidy(childWords(math))
  return said === '' ? source.replace(/\s+/g, ' ').trim() : said
}

/** Without spaces that no one types: inside brackets, and after a sign that only says which side of zero. */
function tidy(words: string): string {
  return words
    .replace(/\u2061 *(?=\()/g, '')
    .replace(/[\s\u2061]+/g, ' ')
    .replace(/([([{√]) | (?=[)\]},;!])/g, '$1')
    .trim()
    .replace(/(^|[([{]|[,;=<>≤≥≈→⇒×⋅/^] )([−+±∓]) /g, '$1$2')
}

/** Signs that stand apart from what they join. */
const apart = /^[=<>≤≥≠≈≡∼≃≅∝∈∉∋⊂⊃⊆⊇∪∩∧∨→←↔⇒⇐⇔↦⟶⟹⟺+−±∓×÷⋅∘∣∥:∖⊕⊗≪≫≺≻⊢⊨∀∃]+$/u

const raised = new Map([...'0123456789+−()n i'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ ⁱ'][index] ?? sign]))
const lowered = new Map([...'0123456789+−()aeijkmnortux'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑᵢⱼₖₘₙₒᵣₜᵤₓ'][index] ?? sign]))

/** Table: how an element of MathML is told; all others are what stands in them. */
const tellers = new Map<string, (parts: readonly string[]) => string>([
  ['msup', ([base = '', above = '']) => scripted(base, '', above)],
  ['msub', ([base = '', below = '']) => scripted(base, below, '')],
  ['msubsup', ([base = '', below = '', above = '']) => scripted(base, below, above)],
  ['mover', ([base = '', above = '']) => (accent.test(above) ? accented(base, above.trim()) : scripted(base, '', above))],
  ['munder', ([base = '', below = '']) => scripted(base, accent.test(below) ? '' : below, '')],
  ['munderover', ([base = '', below = '', above = '']) => scripted(base, below, above)],
  ['mfrac', ([above = '', below = '']) => `${grouped(above)}/${grouped(below)}`],
  ['msqrt', (parts) => `√${grouped(parts.join(''))}`],
  ['mroot', ([inside = '', degree = '']) => `${script(degree, '', raised)}√${grouped(inside)}`],
  ['mtr', (parts) => parts.filter((cell) => cell.trim() !== '').join(', ')],
  ['mtable', (parts) => parts.join('; ')],
  ['mi', (parts) => (/\p{L}{2}/u.test(parts.join('')) ? ` ${parts.join('')}` : parts.join(''))],
  ['mo', (parts) => sign(parts.join(''))],
  ['mspace', () => ' '],
  ['mphantom', () => ''],
  ['annotation', () => '']
])

/** Bars, arrows and braces over or under a name. */
const accent = /^\s*[^\p{Lu}\p{Ll}\p{N}\s]*\s*$/u

/** Table: what stands over a name, as a mark that joins a letter. */
const marks = new Map([...'^ˆˉ¯‾⃗→~˜˙¨ˇ˘ˊ´ˋ`˚'].map((sign, index) => [sign, [...'\u0302\u0302\u0304\u0304\u0305\u20d7\u20d7\u0303\u0303\u0307\u0308\u030c\u0306\u0301\u0301\u0300\u0300\u030a'][index] ?? '']))

/** Letters with a mark over each; over anything longer or other than a name it is left out. */
function accented(base: string, above: string): string {
  const mark = marks.get(above) ?? ''
  return /^\p{L}[\p{L}\p{N}]{0,3}$/u.test(base) ? base.replace(/./gu, (letter) => letter + mark).normalize('NFC') : base
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const teller = tellers.get(node.tagName)
  return teller ? teller(node.children.map(wordsOf)) : childWords(node)
}

function childWords(node: Element): string {
  return node.children.map(wordsOf).join('')
}

/** A sign with the spaces around it; the one that only says that a function is applied is a space. */
function sign(written: string): string {
  const text = written.trim()
  if (text === '\u2061') return text
  if (/^[\u2062-\u2064]$/.test(text)) return ''
  return apart.test(text) ? ` ${text} ` : /^[,;]$/.test(text) ? `${text} ` : text
}

/** A base with what stands below and above it; sums, integrals and functions stand apart from what comes next. */
function scripted(base: string, below: string, above: string): string {
  const named = base.replace(/[\s\u2061]+$/, '')
  const words = `${named}${script(below, '_', lowered)}${script(above, '^', raised)}`
  return /[∑∏∐∫∬∭∮⋃⋂⨁⨂]$|\p{L}{2}$/u.test(named) ? `${words} ` : words
}

/** A raised or lowered part, in small signs where all of it has them. */
function script(part: string, mark: string, small: ReadonlyMap<string, string>): string {
  const text = tidy(part).replace(/ ?([=+−±→≤≥<>]) ?/g, '$1')
  if (text === '' || /^[′″‴]+$/.test(text)) return text
  const signs = [...text]
  if (signs.every((each) => small.has(each))) return signs.map((each) => small.get(each)).join('')
  return `${mark}${/^.\p{M}*$/u.test(text) ? text : `(${text})`}`
}

/** More than a word stands in brackets. */
function grouped(part: string): string {
  const text = tidy(part)
  return /^[\p{L}\p{M}\p{N}.′∞⁰-⁹₀-₉²³¹ⁿ]*(?:\([^()]*\))?$/u.test(text) ? text : `(${text})`
}
