/** Expressions of bases (Ba-04) as trees: a parser with limits, and a printer that gives back what means the same. Never `eval`. */

import {type ExpressionProblem, type Token, tokensOf} from './tokens.ts'

export type Expression =
  | {readonly kind: 'value'; readonly value: string | number | boolean | null}
  | {readonly kind: 'regex'; readonly source: string; readonly flags: string}
  | {readonly kind: 'list'; readonly items: readonly Expression[]}
  | {readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: Expression])[]}
  | {readonly kind: 'name'; readonly name: string}
  | {readonly kind: 'member'; readonly of: Expression; readonly name: string}
  | {readonly kind: 'index'; readonly of: Expression; readonly index: Expression}
  | {readonly kind: 'call'; readonly of: Expression; readonly args: readonly Expression[]}
  | {readonly kind: 'not' | 'minus'; readonly of: Expression}
  | {readonly kind: 'binary'; readonly sign: BinarySign; readonly left: Expression; readonly right: Expression}

/** Strength of each sign between two values; a stronger one binds first. */
const strengths = {'||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '>': 4, '<=': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6} as const

export type BinarySign = keyof typeof strengths

/** Deepest nesting, and most parts. */
const deepest = 60

interface Parser {
  readonly tokens: readonly Token[]
  readonly end: number
  at: number
  depth: number
  problem?: ExpressionProblem
}

/** Whether parsing failed. */
export function isExpressionProblem(parsed: Expression | ExpressionProblem): parsed is ExpressionProblem {
  return 'reason' in parsed
}

/** Parse an expression. */
export function parseExpression(text: string): Expression | ExpressionProblem {
  const tokens = tokensOf(text)
  if (!Array.isArray(tokens)) return tokens
  const parser: Parser = {tokens, end: text.length, at: 0, depth: 0}
  const parsed = binary(parser, 1)
  if (!parser.problem && parser.at < tokens.length) fail(parser, 'an operator or the end was expected')
  return parser.problem ?? parsed
}

const nothing: Expression = {kind: 'value', value: null}

function fail(parser: Parser, reason: string): Expression {
  parser.problem ??= {at: parser.tokens[parser.at]?.at ?? parser.end, reason}
  // Nothing more is read after the first problem.
  parser.at = parser.tokens.length
  return nothing
}

function peek({tokens, at}: Parser): string | undefined {
  const token = tokens[at]
  return token?.kind === 'sign' ? token.value : undefined
}

function take(parser: Parser, sign: string): boolean {
  if (peek(parser) !== sign) return false
  parser.at += 1
  return true
}

function expect(parser: Parser, sign: string): void {
  if (!take(parser, sign)) fail(parser, `“${sign}” was expected`)
}

function isBinary(sign: string | undefined): sign is BinarySign {
  return sign !== undefined && Object.hasOwn(strengths, sign)
}

function binary(parser: Parser, least: number): Expression {
  let left = unary(parser)
  for (let sign = peek(parser); isBinary(sign) && strengths[sign] >= least; sign = peek(parser)) {
    parser.at += 1
    left = {kind: 'binary', sign, left, right: binary(parser, strengths[sign] + 1)}
  }
  return left
}

function unary(parser: Parser): Expression {
  parser.depth += 1
  const made = parser.depth > deepest ? fail(parser, `it is nested more than ${deepest} deep`) : unaryInside(parser)
  parser.depth -= 1
  return made
}

function unaryInside(parser: Parser): Expression {
  if (take(parser, '!')) return {kind: 'not', of: unary(parser)}
  if (take(parser, '-')) return {kind: 'minus', of: unary(parser)}
  let made = operand(parser)
  // A chain is a tree that leans left: it is walked as deep as it is long.
  for (let links = 0; !parser.problem; links += 1) {
    if (links > deepest) return fail(parser, `it has more than ${deepest} links in a chain`)
    const next = link(parser, made)
    if (!next) return made
    made = next
  }
  return made
}

/** What follows a value: a member, an index, a call. */
function link(parser: Parser, of: Expression): Expression | undefined {
  if (take(parser, '.')) {
    const token = parser.tokens[parser.at]
    if (token?.kind !== 'name') return fail(parser, 'a name was expected')
    parser.at += 1
    return {kind: 'member', of, name: token.value}
  }
  if (take(parser, '[')) {
    const index = binary(parser, 1)
    expect(parser, ']')
    return {kind: 'index', of, index}
  }
  return take(parser, '(') ? {kind: 'call', of, args: listed(parser, ')', () => binary(parser, 1))} : undefined
}

function listed<Item>(parser: Parser, close: string, one: () => Item): Item[] {
  const items: Item[] = []
  if (take(parser, close)) return items
  do items.push(one())
  while (take(parser, ','))
  expect(parser, close)
  return items
}

const constants = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null]
])

function operand(parser: Parser): Expression {
  const token = parser.tokens[parser.at]
  if (!token) return fail(parser, 'a value was expected')
  parser.at += 1
  switch (token.kind) {
    case 'number':
    case 'text':
      return {kind: 'value', value: token.value}
    case 'regex':
      return {kind: 'regex', source: token.source, flags: token.flags}
    case 'name': {
      const constant = constants.get(token.value)
      return constant === undefined ? {kind: 'name', name: token.value} : {kind: 'value', value: constant}
    }
    default:
      return bracketed(parser, token.value)
  }
}

function bracketed(parser: Parser, sign: string): Expression {
  if (sign === '(') {
    const inner = binary(parser, 1)
    expect(parser, ')')
    return inner
  }
  if (sign === '[') return {kind: 'list', items: listed(parser, ']', () => binary(parser, 1))}
  if (sign === '{') return {kind: 'object', entries: listed(parser, '}', () => entry(parser))}
  parser.at -= 1
  return fail(parser, 'a value was expected')
}

function entry(parser: Parser): readonly [string, Expression] {
  const token = parser.tokens[parser.at]
  if (token?.kind !== 'name' && token?.kind !== 'text') return ['', fail(parser, 'a name was expected')]
  parser.at += 1
  expect(parser, ':')
  return [token.value, binary(parser, 1)]
}

/** Print an expression so that it parses to the same tree. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'value':
      return JSON.stringify(expression.value)
    case 'regex':
      return `/${expression.source}/${expression.flags}`
    case 'list':
      return `[${expression.items.map(printExpression).join(', ')}]`
    case 'object':
      return `{${expression.entries.map(([key, value]) => `${JSON.stringify(key)}: ${printExpression(value)}`).join(', ')}}`
    case 'name':
      return expression.name
    case 'member':
      return `${atom(expression.of)}.${expression.name}`
    case 'index':
      return `${atom(expression.of)}[${printExpression(expression.index)}]`
    case 'call':
      return `${atom(expression.of)}(${expression.args.map(printExpression).join(', ')})`
    case 'not':
    case 'minus':
      return `${expression.kind === 'not' ? '!' : '-'}${tight(expression.of)}`
    case 'binary':
      return `${tight(expression.left)} ${expression.sign} ${tight(expression.right)}`
  }
}

function tight(expression: Expression): string {
  return expression.kind === 'binary' ? `(${printExpression(expression)})` : printExpression(expression)
}

/** What a member, an index or a call may follow without brackets. */
function atom(expression: Expression): string {
  const isPlain = expression.kind !== 'binary' && expression.kind !== 'not' && expression.kind !== 'minus' && !(expression.kind === 'value' && typeof expression.value === 'number')
  return isPlain ? printExpression(expression) : `(${printExpression(expression)})`
}
