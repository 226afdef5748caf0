/** The words of an expression (Ba-04): numbers, texts, names, signs. Linear; what is no token is told with its place. */

export type Token =
  | {readonly kind: 'number'; readonly at: number; readonly value: number}
  | {readonly kind: 'text'; readonly at: number; readonly value: string}
  | {readonly kind: 'regex'; readonly at: number; readonly source: string; readonly flags: string}
  | {readonly kind: 'name'; readonly at: number; readonly value: string}
  | {readonly kind: 'sign'; readonly at: number; readonly value: string}

/** Why an expression cannot be read, and at which of its characters, from 0. */
export interface ExpressionProblem {
  readonly at: number
  readonly reason: string
}

/** Longest expression, in characters. */
const longest = 10_000

const space = /\s*/y
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?/y
const name = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*/uy
const sign = /==|!=|>=|<=|&&|\|\||[-+*/%()[\]{}.,:!<>]/y
const regex = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/y

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Divide an expression. */
export function tokensOf(text: string): Token[] | ExpressionProblem {
  if (text.length > longest) return {at: longest, reason: `it is longer than ${longest} characters`}
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    at += match(space, text, at)?.[0].length ?? 0
    if (at >= text.length) return tokens
    const found = tokenAt(text, at, tokens.at(-1))
    if ('reason' in found) return found
    tokens.push(found.token)
    at = found.end
  }
}

type Found = {readonly token: Token; readonly end: number}

function tokenAt(text: string, at: number, before: Token | undefined): Found | ExpressionProblem {
  const character = text[at] ?? ''
  if (character === '"' || character === "'") return textAt(text, at)
  if (character === '/' && isOperandNext(before)) return regexAt(text, at)
  const digits = match(number, text, at)
  if (digits) return {token: {kind: 'number', at, value: Number(digits[0])}, end: at + digits[0].length}
  const word = match(name, text, at)
  if (word) return {token: {kind: 'name', at, value: word[0]}, end: at + word[0].length}
  const found = match(sign, text, at)
  return found ? {token: {kind: 'sign', at, value: found[0]}, end: at + found[0].length} : {at, reason: `“${String.fromCodePoint(text.codePointAt(at) ?? 0)}” means nothing here`}
}

function regexAt(text: string, at: number): Found | ExpressionProblem {
  const found = match(regex, text, at)
  return found ? {token: {kind: 'regex', at, source: found[1] ?? '', flags: found[2] ?? ''}, end: at + found[0].length} : {at, reason: 'this pattern is not closed'}
}

/** Whether a value may begin after a token: a slash is a pattern there, and a division elsewhere. */
function isOperandNext(before: Token | undefined): boolean {
  return before === undefined || (before.kind === 'sign' && before.value !== ')' && before.value !== ']' && before.value !== '}')
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r']
])

function textAt(text: string, start: number): Found | ExpressionProblem {
  const quote = text[start]
  let value = ''
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === quote) return {token: {kind: 'text', at: start, value}, end: at + 1}
    if (character === '\\') {
      at += 1
      value += escapes.get(text[at] ?? '') ?? text[at] ?? ''
    } else value += character
  }
  return {at: start, reason: 'this text is not closed'}
}
