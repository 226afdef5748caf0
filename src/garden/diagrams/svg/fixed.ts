import type {Token} from '../palette.ts'

/**
 * Colours that mermaid writes into drawings whatever its theme, by type, and
 * the tokens that say what they are for. A type's drawings are right in both
 * themes once all of its colours are here or come from the theme.
 */
const table: Readonly<Record<string, Readonly<Partial<Record<Token, string>>>>> = {
  architecture: {'--dia-b': '#087ebf', '--dia-ground': '#ffffff'},
  c4: {'--ink': '#ffffff', '--dia-line': '#444444'},
  er: {'--dia-ground': '#ffffff'},
  eventmodeling: {'--dia-group': '#fafafa', '--rule': '#f0f0f0'},
  gitGraph: {'--dia-ground': '#ffffff', '--ink': '#000000'},
  journey: {
    '--dia-c': '#8fbc8f', '--dia-a': '#7cfc00', '--dia-b': '#00ffff', '--dia-d': '#20b2aa', '--dia-e': '#b0e0e6', '--dia-h': '#ffffe0',
    '--dia-6': '#fff8dc', '--ink-2': '#666666', '--ink': '#000000', '--rule-2': '#999999'
  },
  kanban: {'--dia-d': '#ffa500', '--rubric': '#ff0000'},
  // Curves take the grounds of sections, too pale to be told apart when they lie over each other.
  radar: {'--dia-b': '#e9e1cf', '--dia-a': '#dde3d5', '--dia-c': '#f0dfd2', '--dia-d': '#dbe2e5', '--dia-e': '#ecdfe2', '--dia-f': '#efe6c6'},
  railroad: {'--dia-6': '#ffffde'},
  railroadAbnf: {'--dia-6': '#ffffde'},
  railroadEbnf: {'--dia-6': '#ffffde'},
  railroadPeg: {'--dia-6': '#ffffde'},
  sankey: {
    '--dia-b': '#4e79a7', '--dia-d': '#f28e2c', '--dia-a': '#e15759', '--dia-f': '#76b7b2', '--dia-c': '#59a14f',
    '--dia-g': '#9c755f', '--dia-e': '#af7aa1', '--dia-h': '#bab0ab', '--rubric': '#ff9da7', '--dia-line': '#edc949'
  },
  wardley: {'--ink': '#000000', '--dia-ground': '#ffffff', '--ink-3': '#666666'}
}

/** The tokens of a type by the colours that mermaid fixes. */
export function fixedColours(type: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(table[type] ?? {}).map(([token, colour]) => [colour, `var(${token})`]))
}
