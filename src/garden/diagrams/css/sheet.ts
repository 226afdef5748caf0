import {parseSelector, type Selector} from './selector.ts'

interface Declaration {
  readonly name: string
  readonly value: string
  readonly important: boolean
}

export interface Rule {
  readonly selector: Selector
  readonly declarations: readonly Declaration[]
  /** Rank among rules of the same specificity. */
  readonly order: number
}

/** Read `name: value; …`. A `var(--x, y)` is taken as `y`: no custom property reaches a drawing. */
export function parseDeclarations(text: string): Declaration[] {
  const declarations: Declaration[] = []
  for (const part of text.split(';')) {
    const colon = part.indexOf(':')
    if (colon < 0) continue
    const name = part.slice(0, colon).trim().toLowerCase()
    const written = part.slice(colon + 1).trim()
    const bang = written.lastIndexOf('!')
    const important = bang >= 0 && written.slice(bang + 1).trim() === 'important'
    const value = withoutVariables(important ? written.slice(0, bang).trim() : written)
    if (value && name && !/^(?:undefined|null|NaN)/.test(value)) declarations.push({name, value, important})
  }
  return declarations
}

function withoutVariables(value: string): string {
  const match = /^var\(--[\w-]+,([^()]*)\)$/.exec(value)
  if (match) return (match[1] ?? '').trim()
  return value.startsWith('var(') ? '' : value
}

/**
 * Read a style sheet, as far as mermaid's go: plain rules; at-rules are left out.
 *
 * Authors can write into it (`classDef`), so that nothing in it can be trusted:
 * what comes of it is checked where it is printed.
 */
export function parseSheet(text: string): Rule[] {
  const rules: Rule[] = []
  for (const [head, body] of blocks(withoutComments(text))) {
    if (head.includes('@')) continue
    const declarations = parseDeclarations(body)
    if (declarations.length === 0) continue
    for (const part of head.split(',')) {
      const selector = parseSelector(part)
      if (selector) rules.push({selector, declarations, order: rules.length})
    }
  }
  return rules
}

function withoutComments(text: string): string {
  return text
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.slice(indexAfter(part, '*/'))))
    .join('')
}

function indexAfter(text: string, mark: string): number {
  const at = text.indexOf(mark)
  return at < 0 ? text.length : at + mark.length
}

/** The blocks at the top, braces balanced. */
function blocks(css: string): [head: string, body: string][] {
  const found: [string, string][] = []
  let depth = 0
  let start = 0
  let open = 0
  for (let index = 0; index < css.length; index++) {
    if (css[index] === '{' && depth++ === 0) open = index
    if (css[index] !== '}') continue
    if (--depth === 0) found.push([css.slice(start, open), css.slice(open + 1, index)])
    if (depth <= 0) {
      depth = 0
      start = index + 1
    }
  }
  return found
}

/** Rank of a declaration in the cascade: the greater wins, and of equals the later. */
export function rank(rule: Rule, declaration: Declaration): number {
  return rule.selector.specificity + (declaration.important ? 1e9 : 0)
}

/** Ranks of what stands in an element's own `style`. */
export const ownRank = {plain: 1e8, important: 2e9}
