/** The mutants of a file: the same program with one small mistake each. */

import ts from 'typescript'

export interface Mutant {
  readonly line: number
  readonly was: string
  readonly becomes: string
  readonly source: string
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly becomes: string
}

/** Table: what each operator is mistaken for. */
const operators = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+']
])

/** All mutants, in the order of the text. */
export function mutantsOf(source: string): Mutant[] {
  const file = ts.createSourceFile('mutated.ts', source, ts.ScriptTarget.Latest, true)
  const edits: Edit[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node)) return
    edits.push(...editsAt(node))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return edits
    .toSorted((a, b) => a.start - b.start)
    .map(({start, end, becomes}) => ({
      line: file.getLineAndCharacterOfPosition(start).line + 1,
      was: source.slice(start, end),
      becomes,
      source: source.slice(0, start) + becomes + source.slice(end)
    }))
}

function replace(at: ts.Node, becomes: string): Edit {
  return {start: at.getStart(), end: at.end, becomes}
}

/** Both answers to a question. */
function answered(question: ts.Expression): Edit[] {
  return [replace(question, 'true'), replace(question, 'false')]
}

function editsAt(node: ts.Node): Edit[] {
  if (ts.isIfStatement(node)) return answered(node.expression)
  if (ts.isConditionalExpression(node)) return answered(node.condition)
  if (ts.isReturnStatement(node) && node.expression) return [replace(node.expression, 'undefined')]
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return [replace(node, node.operand.getText())]
  const becomes = ts.isBinaryExpression(node) ? operators.get(node.operatorToken.kind) : literal(node)
  return becomes === undefined ? [] : [replace(ts.isBinaryExpression(node) ? node.operatorToken : node, becomes)]
}

/** Another value than the one that is written. */
function literal(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return 'false'
  if (node.kind === ts.SyntaxKind.FalseKeyword) return 'true'
  if (ts.isNumericLiteral(node)) return String(Number(node.text) + 1)
  if (!ts.isStringLiteral(node)) return undefined
  return node.text === '' ? '\'mutated\'' : '\'\''
}
