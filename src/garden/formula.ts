/** A formula as HTML and MathML (M-16), made by KaTeX at build. */

import {createRequire} from 'node:module'
import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'

const load = createRequire(import.meta.url)

type Katex = Pick<typeof import('katex'), 'renderToString'>

let katex: Katex | undefined
let chemistry = false

function isKatex(value: unknown): value is Katex {
  return typeof value === 'object' && value !== null && 'renderToString' in value
}

/** Loaded on the first formula: most notes have none. */
function renderer(source: string): Katex | undefined {
  const loaded: unknown = katex ?? load('katex')
  if (isKatex(loaded)) katex = loaded
  if (!chemistry && /\\(?:ce|pu)\b/.test(source)) {
    load('katex/contrib/mhchem')
    chemistry = true
  }
  return katex
}

/** Longest formula that is set, in UTF-16 units. */
const longest = 10_000

/**
 * Set a formula. One that cannot be set is shown as it is written, with the reason.
 *
 * @param display Whether it stands on lines of its own.
 * @returns An element of ours; its inline styles are for the printer to make classes of.
 */
export function formula(source: string, display: boolean): Element {
  const made = tryToSet(source, display)
  if (typeof made === 'string') return failed(source, made)
  return display ? {type: 'element', tagName: 'div', properties: {className: ['math'], tabIndex: 0}, children: [made]} : made
}

function tryToSet(source: string, display: boolean): Element | string {
  if (source.length > longest) return 'too long'
  try {
    const html = renderer(source)?.renderToString(source, {displayMode: display, output: 'htmlAndMathml', throwOnError: true, trust: false, strict: 'ignore', maxSize: 40})
    const made = fromHtml(html ?? '', {fragment: true}).children[0]
    return made?.type === 'element' ? made : 'nothing to show'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The MathML of a formula, if it can be set. */
export function mathOf(source: string): Element | undefined {
  if (source.length > longest) return undefined
  try {
    const made = fromHtml(renderer(source)?.renderToString(source, {output: 'mathml', throwOnError: true, trust: false, strict: 'ignore', maxSize: 40}) ?? '', {fragment: true}).children[0]
    const math = made?.type === 'element' ? made.children[0] : undefined
    return math?.type === 'element' ? math : undefined
  } catch {
    return undefined
  }
}

function failed(source: string, reason: string): Element {
  return {type: 'element', tagName: 'span', properties: {className: ['math-error'], title: reason.split('\n', 1)[0] ?? ''}, children: [{type: 'text', value: source}]}
}
