/** Components that an MDX note uses and does not bring: told with their place, before anything is compiled. */

import type {Nodes, Root} from 'mdast'

interface Missing {
  readonly name: string
  readonly line: number
  readonly column: number
}

/** Components without an import or an export of the note's own. */
export function unknownComponents(tree: Root): Missing[] {
  const known = new Set<string>()
  const used: Missing[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'mdxjsEsm') for (const name of namesIn(node.value)) known.add(name)
    used.push(...componentIn(node))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return used.filter(({name}) => !known.has(name))
}

function componentIn(node: Nodes): Missing[] {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return []
  const name = node.name?.split('.', 1)[0] ?? ''
  const {line, column} = node.position?.start ?? {line: 1, column: 1}
  return /^[A-Z]/.test(name) ? [{name, line, column}] : []
}

/** Every name that starts with a capital in the note's imports and exports: more than are bound, so that nothing sound is refused. */
function namesIn(code: string): string[] {
  return code.match(/[A-Z][A-Za-z0-9_$]*/g) ?? []
}
