/** A formula as HTML and MathML (M-16), made by KaTeX at build. */

import {createRequire} from 'node:module'
import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {inlineMacros, macros} from './formula-macros.ts'
import {plainReason} from './formula-reasons.ts'
import {forKatex, hasChemistry, longestFormula} from './formula-source.ts'
import type {FormulaContext} from './syntax/nodes.ts'

const load = createRequire(import.meta.url)

type Katex = Pick<typeof import('katex'), 'renderToString'>

let katex: Katex | undefined
let chemistry = false

function isKatex(value: unknown): value is Katex {
  return typeof value === 'object' && value !== null && 'renderToString' in value
}

/** Loaded on the first formula: most notes have none. Chemistry adds three commands, and is there for whoever names one: it must not matter which notes came before. */
function renderer(needsChemistry: boolean): Katex | undefined {
  const loaded: unknown = katex ?? load('katex')
  if (isKatex(loaded)) katex = loaded
  if (!chemistry && needsChemistry) {
    load('katex/contrib/mhchem')
    chemistry = true
  }
  return katex
}

/** What a formula is set with besides its source. */
export interface Setting {
  /** What it has to know of the others of its note. */
  readonly context?: FormulaContext | undefined
  /** Told why it cannot be set. */
  readonly onFailure?: ((reason: string) => void) | undefined
}

/**
 * Set a formula. One that cannot be set is shown as it is written, with the reason.
 *
 * @param display Whether it stands on lines of its own.
 * @returns An element of ours; its inline styles are for the printer to make classes of.
 */
export function formula(source: string, display: boolean, {context, onFailure}: Setting = {}): Element {
  // One that only defines shows nothing.
  if (context?.without === '') return {type: 'element', tagName: display ? 'div' : 'span', properties: {hidden: true}, children: []}
  const made = tryToSet(source, {display, context, output: 'htmlAndMathml'})
  if (typeof made === 'string') {
    onFailure?.(plainReason(made))
    return failed(source, made)
  }
  nameSource(made, source)
  return display ? {type: 'element', tagName: 'div', properties: {className: ['math'], tabIndex: 0}, children: [made]} : made
}

interface Wanted {
  readonly display: boolean
  readonly context: FormulaContext | undefined
  readonly output: 'htmlAndMathml' | 'mathml'
}

/** A definition whose first argument may be left out. */
const defaults = /\\(?:(?:re)?new|provide)command(?![A-Za-z])\*?\s*(?:\{[^{}]*\}|\\(?:[A-Za-z@]+|[^A-Za-z]))\s*\[[0-9]\]\s*\[/

/** A formula of KaTeX's, or the reason why there is none. */
function tryToSet(source: string, {display, context, output}: Wanted): Element | string {
  if (source.length > longestFormula) return 'it is too long'
  if (defaults.test(source)) return 'arguments with a default are not known here'
  try {
    const written = forKatex(context?.without ?? source, {display, tags: context?.tags})
    // KaTeX writes into its macros; no formula sees those of another but by its context.
    const html = renderer(context?.hasChemistry ?? hasChemistry(written))?.renderToString(written, {displayMode: display, output, throwOnError: true, trust: false, strict: 'ignore', maxSize: 40, macros: {...(display ? macros : inlineMacros), ...context?.macros[display ? 'display' : 'inline']}})
    const made = fromHtml(html ?? '', {fragment: true}).children[0]
    return made?.type === 'element' ? made : 'there is nothing to show'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Who copies a formula gets what its author wrote. */
function nameSource(node: Element, source: string): boolean {
  if (node.tagName !== 'annotation') return node.children.some((child) => child.type === 'element' && nameSource(child, source))
  node.children = [{type: 'text', value: source}]
  return true
}

/** The MathML of a formula, if it can be set. */
export function mathOf(source: string, context?: FormulaContext): Element | undefined {
  const made = tryToSet(source, {display: false, context, output: 'mathml'})
  const math = typeof made === 'string' ? undefined : made.children[0]
  return math?.type === 'element' ? math : undefined
}

function failed(source: string, reason: string): Element {
  return {type: 'element', tagName: 'span', properties: {className: ['math-error'], title: reason.split('\n', 1)[0] ?? ''}, children: [{type: 'text', value: source}]}
}
