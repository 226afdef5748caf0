/** What a note's formulas say to each other (M-16): definitions hold for those after them, numbers of lines for all. */

import type {Nodes, Root} from 'mdast'
import {endOfGroup, forKatex, hasChemistry, longestFormula, type Writing} from './formula-source.ts'
import type {Definitions, InlineMath, Macros, MathNode} from './syntax/nodes.ts'

/** Give each formula of a note what it has to know of the others. */
export function connectFormulas(tree: Root): void {
  const found = formulasIn(tree).filter(({value}) => value.length <= longestFormula)
  if (!found.some(({value}) => speaks.test(value))) return
  const tags = new Map(found.flatMap(({value}) => tagsOf(value)))
  // A definition may name what the formula that uses it does not.
  const chemistry = found.some(({value}) => hasChemistry(value))
  let before: Definitions = {display: {}, inline: {}}
  for (const node of found) {
    const {here, after, rest} = speaks.test(node.value) ? readDefinitions(node.value, before, tags) : {here: before, after: before, rest: node.value}
    before = after
    node.context = {macros: here, tags, hasChemistry: chemistry, ...(rest === node.value ? {} : {without: rest.trim()})}
  }
}

const speaks = /\\(?:(?:re)?newcommand|providecommand|def|let|DeclareMathOperator|label)(?![A-Za-z])/

function formulasIn(node: Nodes): (InlineMath | MathNode)[] {
  if (node.type === 'math' || node.type === 'inlineMath') return [node]
  const title = node.type === 'callout' ? node.title.flatMap(formulasIn) : []
  return 'children' in node ? [...title, ...node.children.flatMap(formulasIn)] : title
}

/** Names of lines with the number that the author gave each. */
function tagsOf(source: string): [string, string][] {
  if (!source.includes('\\label')) return []
  return source.split('\\\\').flatMap((row): [string, string][] => {
    const from = /\\tag\*?\s*(?=\{)/.exec(row)
    const start = from ? from.index + from[0].length : -1
    const end = from ? endOfGroup(row, start) : -1
    return end < 0 ? [] : [...row.matchAll(/\\label\s*\{([^{}]*)\}/g)].map(([, name = '']) => [name.trim(), row.slice(start + 1, end - 1)])
  })
}

// ── Definitions ─────────────────────────────────────────────────────────────

/** Most definitions of a note, and signs that one may come to, that hold beyond their formula: each formula after them could use them all. */
const [most, longest] = [200, 1000]

const definition = /\\(newcommand|renewcommand|providecommand|def|DeclareMathOperator)(?![A-Za-z])(\*?)\s*(?:\{\s*(\\(?:[A-Za-z@]+|[^A-Za-z]))\s*\}|(\\(?:[A-Za-z@]+|[^A-Za-z])))\s*(?:\[([0-9])\]\s*|((?:#[0-9])+)\s*)?(?=\{)|\\let(?![A-Za-z])\s*(\\(?:[A-Za-z@]+|[^A-Za-z]))\s*(?:=\s*)?(\\(?:[A-Za-z@]+|[^A-Za-z]))/g

/** What one formula defines. */
interface Reading {
  /** What holds in all of it. */
  readonly here: Definitions
  /** What holds in the formulas after it. */
  readonly after: Definitions
  /** The formula without what is defined for all of it. */
  readonly rest: string
}

/** Take the definitions out of a formula and add them to those that hold already. */
function readDefinitions(source: string, before: Definitions, tags: Writing['tags']): Reading {
  const here = copyOf(before)
  const after = copyOf(before)
  let rest = ''
  let at = 0
  for (const defined of definitionsIn(source)) {
    rest += source.slice(at, defined.start)
    at = defined.end
    const {name} = defined
    const isKnown = Object.hasOwn(after.display, name)
    if (defined.isDefault && isKnown) continue
    const bodies = bodiesOf(defined, after, tags)
    const isCarried = carries(after.display, name, bodies.display)
    if (isCarried) define(after, name, bodies)
    if (isCarried && holdsBefore(defined, rest, isKnown || source.slice(0, defined.start).includes(name))) define(here, name, bodies)
    else rest += inPlace(defined)
  }
  return {here, after, rest: rest + source.slice(at)}
}

/** Whether a definition may hold in all of its formula: what stands before it, as here in the rest, knows nothing of it. */
function holdsBefore({of}: Definition, rest: string, isNamed: boolean): boolean {
  return of === undefined && (!isNamed || rest.trim() === '')
}

/** Whether a definition can be carried along; what is too much holds where it stands. */
function carries(macros: Macros, name: string, body: string): boolean {
  return sizeOf(body, macros) <= longest && (Object.hasOwn(macros, name) || Object.keys(macros).length < most)
}

function copyOf({display, inline}: Definitions): Definitions {
  return {display: {...display}, inline: {...inline}}
}

function define({display, inline}: Definitions, name: string, bodies: Record<keyof Definitions, string>): void {
  display[name] = bodies.display
  inline[name] = bodies.inline
}

/** What a definition stands for; another name for a command stands for what that does now. */
function bodiesOf(defined: Definition, {display, inline}: Definitions, tags: Writing['tags']): Record<keyof Definitions, string> {
  const {of} = defined
  if (of !== undefined) return {display: display[of] ?? of, inline: inline[of] ?? of}
  return {display: bodyOf(defined, {display: true, tags}), inline: bodyOf(defined, {display: false, tags})}
}

/** A definition as KaTeX takes it, whether the name is known or not, to the end of the formula. */
function inPlace({name, body, count, of}: Definition): string {
  if (of !== undefined) return `\\global\\let${name}${of}`
  const names = Array.from({length: count}, (_, index) => `#${index + 1}`)
  return `\\gdef${name}${names.join('')}{${body}}`
}

interface Definition {
  readonly name: string
  readonly body: string
  /** The command that it is another name for. */
  readonly of?: string
  /** How many arguments it takes. */
  readonly count: number
  readonly start: number
  readonly end: number
  /** Whether one that holds already goes before it. */
  readonly isDefault: boolean
}

function* definitionsIn(source: string): Generator<Definition> {
  const pattern = new RegExp(definition)
  for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
    const [whole, command = '', star = '', braced, bare, count, numbers = '', name = '', of] = found
    if (of !== undefined) {
      if (of !== name) yield {name, body: of, of, count: 0, start: found.index, end: found.index + whole.length, isDefault: false}
      continue
    }
    const end = endOfGroup(source, pattern.lastIndex)
    if (end < 0) return
    const written = source.slice(pattern.lastIndex + 1, end - 1)
    const body = command === 'DeclareMathOperator' ? `\\operatorname${star}{${written}}` : written
    yield {name: braced ?? bare ?? '', body, count: Number(count ?? numbers.length / 2), start: found.index, end, isDefault: command === 'providecommand'}
    pattern.lastIndex = end
  }
}

/** How many signs a body comes to, with those of the definitions in it, which may hold others. */
function sizeOf(body: string, macros: Macros, deep = 0): number {
  let size = body.length
  if (size > longest || deep > 4) return size
  for (const [name] of body.matchAll(/\\(?:[A-Za-z@]+|[^A-Za-z])/g)) {
    if (Object.hasOwn(macros, name)) size += sizeOf(macros[name] ?? '', macros, deep + 1)
    if (size > longest) break
  }
  return size
}

/** What a definition stands for, as a macro of KaTeX; it counts the arguments that occur: those that do not are named where nothing shows. */
function bodyOf({body, count}: Definition, writing: Writing): string {
  // A sign that a number follows would be an argument to it, with a backslash or without.
  const written = forKatex(body, {...writing, hasArguments: count > 0}).replace(/\\./gs, (sign) => (sign === '\\#' ? '\\#{}' : sign))
  const names = Array.from({length: count}, (_, index) => `#${index + 1}`)
  return names.every((name) => written.includes(name)) ? written : `\\@secondoftwo{${names.join('')}}{${written}}`
}
