/** The tree of a regular expression, read by hand: what would need looking back or ahead is refused. */

/** Whether a character is the one meant, by its code point. */
export type Test = (code: number) => boolean

/** Deepest nesting of groups. */
const deepest = 30

interface Compiler {
  readonly source: string
  readonly ignoreCase: boolean
  at: number
  groups: number
  problem?: string
}

export type Node =
  | {readonly is: 'char'; readonly test: Test}
  | {readonly is: 'empty'}
  | {readonly is: 'assert'; readonly what: '^' | '$' | 'b' | 'B'}
  | {readonly is: 'all' | 'any'; readonly nodes: readonly Node[]}
  | {readonly is: 'group'; readonly node: Node; readonly index: number}
  | {readonly is: 'repeat'; readonly node: Node; readonly least: number; readonly most: number; readonly lazy: boolean}

/** Read a pattern, or say what is wrong with it. */
export function readPattern(source: string, ignoreCase: boolean): {readonly node: Node; readonly groups: number} | string {
  const compiler: Compiler = {source, ignoreCase, at: 0, groups: 0}
  const node = alternatives(compiler, 0)
  if (compiler.problem === undefined && compiler.at < source.length) compiler.problem = 'a bracket has no partner'
  return compiler.problem ?? {node, groups: compiler.groups}
}

function alternatives(compiler: Compiler, depth: number): Node {
  if (depth > deepest) compiler.problem ??= 'this pattern is nested too deep'
  const nodes = [sequence(compiler, depth)]
  while (compiler.problem === undefined && compiler.source[compiler.at] === '|') {
    compiler.at += 1
    nodes.push(sequence(compiler, depth))
  }
  return nodes.length === 1 && nodes[0] ? nodes[0] : {is: 'any', nodes}
}

function sequence(compiler: Compiler, depth: number): Node {
  const nodes: Node[] = []
  while (compiler.problem === undefined && compiler.at < compiler.source.length && !'|)'.includes(compiler.source[compiler.at] ?? '')) {
    nodes.push(repeated(compiler, atom(compiler, depth)))
  }
  return {is: 'all', nodes}
}

const counted = /\{(\d{1,3})(,(\d{1,3})?)?\}/y

const signs = new Map([
  ['*', {least: 0, most: Infinity}],
  ['+', {least: 1, most: Infinity}],
  ['?', {least: 0, most: 1}]
])

function repeated(compiler: Compiler, node: Node): Node {
  const count = countAt(compiler)
  if (!count) return node
  compiler.at += count.length
  const lazy = compiler.source[compiler.at] === '?'
  if (lazy) compiler.at += 1
  return {is: 'repeat', node, least: count.least, most: count.most, lazy}
}

/** How often what stands before is repeated, and how long that is written. */
function countAt({source, at}: Compiler): {least: number; most: number; length: number} | undefined {
  const sign = signs.get(source[at] ?? '')
  if (sign) return {...sign, length: 1}
  counted.lastIndex = at
  const written = counted.exec(source)
  if (!written) return undefined
  const [whole, least, hasMost, most] = written
  return {least: Number(least), most: hasMost === undefined ? Number(least) : Number(most ?? Infinity), length: whole.length}
}

function atom(compiler: Compiler, depth: number): Node {
  const sign = compiler.source[compiler.at] ?? ''
  compiler.at += 1
  switch (sign) {
    case '(':
      return group(compiler, depth)
    case '[':
      return {is: 'char', test: set(compiler)}
    case '.':
      return {is: 'char', test: (code) => code !== 10 && code !== 13}
    case '^':
    case '$':
      return {is: 'assert', what: sign}
    case '\\':
      return escaped(compiler)
    case '*':
    case '+':
    case '?':
      compiler.problem ??= `“${sign}” repeats nothing`
      return {is: 'empty'}
    default:
      compiler.at -= 1
      return {is: 'char', test: literal(codeAt(compiler), compiler.ignoreCase)}
  }
}

/** The code point here; goes past it. */
function codeAt(compiler: Compiler): number {
  const code = compiler.source.codePointAt(compiler.at) ?? 0
  compiler.at += code > 0xffff ? 2 : 1
  return code
}

function group(compiler: Compiler, depth: number): Node {
  const isPlain = compiler.source.startsWith('?:', compiler.at)
  if (compiler.source[compiler.at] === '?' && !isPlain) compiler.problem ??= 'patterns cannot look ahead or back here'
  if (isPlain) compiler.at += 2
  const index = isPlain ? -1 : ++compiler.groups
  const node = alternatives(compiler, depth + 1)
  if (compiler.source[compiler.at] !== ')') compiler.problem ??= 'a bracket is not closed'
  compiler.at += 1
  return index < 0 ? node : {is: 'group', node, index}
}

function folded(code: number): number {
  const lower = String.fromCodePoint(code).toLowerCase()
  return lower.codePointAt(0) ?? code
}

function literal(code: number, ignoreCase: boolean): Test {
  const wanted = folded(code)
  return ignoreCase ? (other) => folded(other) === wanted : (other) => other === code
}

const isDigit: Test = (code) => code >= 48 && code <= 57
const isWord: Test = (code) => isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
const isSpace: Test = (code) => /\s/.test(String.fromCodePoint(code))
const negated = (test: Test): Test => (code) => !test(code)

const classes = new Map<string, Test>([
  ['d', isDigit],
  ['D', negated(isDigit)],
  ['w', isWord],
  ['W', negated(isWord)],
  ['s', isSpace],
  ['S', negated(isSpace)]
])

const controls = new Map([
  ['n', 10],
  ['t', 9],
  ['r', 13],
  ['f', 12],
  ['v', 11],
  ['0', 0]
])

function escaped(compiler: Compiler): Node {
  const sign = compiler.source[compiler.at] ?? ''
  if (sign === 'b' || sign === 'B') {
    compiler.at += 1
    return {is: 'assert', what: sign}
  }
  if (/[1-9kpPu]/.test(sign) || sign === '') compiler.problem ??= `“\\${sign}” is not known in patterns here`
  return {is: 'char', test: escapedTest(compiler)}
}

function escapedTest(compiler: Compiler): Test {
  const sign = compiler.source[compiler.at] ?? ''
  const known = classes.get(sign)
  const code = controls.get(sign)
  if (known || code !== undefined) compiler.at += 1
  return known ?? literal(code ?? codeAt(compiler), compiler.ignoreCase)
}

function set(compiler: Compiler): Test {
  const isNegated = compiler.source[compiler.at] === '^'
  if (isNegated) compiler.at += 1
  const tests: Test[] = []
  while (compiler.at < compiler.source.length && compiler.source[compiler.at] !== ']') tests.push(member(compiler))
  if (compiler.at >= compiler.source.length) compiler.problem ??= 'a set is not closed'
  compiler.at += 1
  const test: Test = (code) => tests.some((each) => each(code))
  return isNegated ? negated(test) : test
}

function member(compiler: Compiler): Test {
  if (compiler.source[compiler.at] === '\\') {
    compiler.at += 1
    const sign = compiler.source[compiler.at] ?? ''
    if (classes.has(sign)) return escapedTest(compiler)
    const code = controls.get(sign)
    if (code !== undefined) compiler.at += 1
    return range(code ?? codeAt(compiler), compiler)
  }
  return range(codeAt(compiler), compiler)
}

function range(from: number, compiler: Compiler): Test {
  const {source, at, ignoreCase} = compiler
  if (source[at] !== '-' || source[at + 1] === ']' || at + 1 >= source.length) return literal(from, ignoreCase)
  compiler.at += source[at + 1] === '\\' ? 2 : 1
  const to = codeAt(compiler)
  const isIn: Test = (code) => code >= from && code <= to
  return ignoreCase ? (code) => isIn(code) || isIn(folded(code)) || isIn(String.fromCodePoint(code).toUpperCase().codePointAt(0) ?? code) : isIn
}
