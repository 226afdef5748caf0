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

function editsAt(node: ts.Node): Edit[] {
  const replace = (at: ts.Node, becomes: string): Edit => ({start: at.getStart(), end: at.end, becomes})
  if (ts.isBinaryExpression(node)) {
    const becomes = operators.get(node.operatorToken.kind)
    return becomes === undefined ? [] : [replace(node.operatorToken, becomes)]
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) return [replace(node, node.operand.getText())]
  if (ts.isIfStatement(node)) return [replace(node.expression, 'true'), replace(node.expression, 'false')]
  if (ts.isConditionalExpression(node)) return [replace(node.condition, 'true'), replace(node.condition, 'false')]
  if (ts.isReturnStatement(node) && node.expression) return [replace(node.expression, 'undefined')]
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replace(node, 'false')]
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replace(node, 'true')]
  if (ts.isNumericLiteral(node)) return [replace(node, String(Number(node.text) + 1))]
  if (ts.isStringLiteral(node) && !ts.isImportDeclaration(node.parent)) return [replace(node, node.text === '' ? '\'mutated\'' : '\'\'')]
  return []
}
