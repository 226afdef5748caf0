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
    if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && /^[A-Z]/.test(node.name ?? '')) {
      used.push({name: (node.name ?? '').split('.', 1)[0] ?? '', line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1})
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return used.filter(({name}) => !known.has(name))
}

/** Every name that starts with a capital in the note's imports and exports: more than are bound, so that nothing sound is refused. */
function namesIn(code: string): string[] {
  return code.match(/[A-Z][A-Za-z0-9_$]*/g) ?? []
}
