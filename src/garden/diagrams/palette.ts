/**
 * The colours that mermaid is given, light and dark, and the tokens that they stand for.
 *
 * Mermaid calculates with colours, so that it cannot be given `var(--ink)`.
 * It draws twice instead, and a pair that stands here is printed as its token.
 * The values are those of `styles/tokens.css` and `styles/diagram.css`; a test compares them.
 */

export type Theme = 'light' | 'dark'

interface Ink {
  readonly light: string
  readonly dark: string
}

export const inks = {
  '--dia-ground': {light: '#fbf9f4', dark: '#181614'},
  '--dia-shape': {light: '#fffdf9', dark: '#262320'},
  '--dia-group': {light: '#f6f3eb', dark: '#1c1a17'},
  '--dia-outline': {light: '#3a362f', dark: '#b9b2a3'},
  '--dia-line': {light: '#5d574d', dark: '#958e80'},
  '--dia-note': {light: '#f7ecdf', dark: '#2b241e'},
  '--ink': {light: '#1c1a17', dark: '#e3ded2'},
  '--ink-2': {light: '#524d45', dark: '#b3ac9d'},
  '--ink-3': {light: '#6c665c', dark: '#948d7f'},
  '--rule': {light: '#ddd7c9', dark: '#36332d'},
  '--rule-2': {light: '#a69f91', dark: '#66604f'},
  '--rubric': {light: '#a9371b', dark: '#ef8f68'},
  '--rubric-wash': {light: '#f5e2d6', dark: '#4b2d20'},
  /* Grounds of kinds that stand side by side: sections, slices, lanes. Ink reads on each. */
  '--dia-1': {light: '#e9e1cf', dark: '#3a3428'},
  '--dia-2': {light: '#dde3d5', dark: '#2c352b'},
  '--dia-3': {light: '#f0dfd2', dark: '#412f26'},
  '--dia-4': {light: '#dbe2e5', dark: '#29343a'},
  '--dia-5': {light: '#ecdfe2', dark: '#3b2d32'},
  '--dia-6': {light: '#efe6c6', dark: '#3e3720'},
  '--dia-7': {light: '#d9e4e0', dark: '#263733'},
  '--dia-8': {light: '#e3dfe8', dark: '#322f3b'},
  /* Lines of kinds: branches, plots, flows. */
  '--dia-a': {light: '#a9381c', dark: '#ef8f69'},
  '--dia-b': {light: '#3f6076', dark: '#8fb4cb'},
  '--dia-c': {light: '#5c6e3a', dark: '#a9bd7f'},
  '--dia-d': {light: '#8d6a10', dark: '#d6b259'},
  '--dia-e': {light: '#7a4a68', dark: '#c897b5'},
  '--dia-f': {light: '#2c6b63', dark: '#7cbcb1'},
  '--dia-g': {light: '#74553a', dark: '#c2a180'},
  '--dia-h': {light: '#5b5b7d', dark: '#a9a9d0'}
} as const satisfies Record<string, Ink>

export type Token = keyof typeof inks

export const grounds = ['--dia-1', '--dia-2', '--dia-3', '--dia-4', '--dia-5', '--dia-6', '--dia-7', '--dia-8'] as const satisfies Token[]
export const lines = ['--dia-b', '--dia-a', '--dia-c', '--dia-d', '--dia-e', '--dia-f', '--dia-g', '--dia-h'] as const satisfies Token[]

/** The token that a light and a dark colour stand for, both in lower-case hex. */
export function tokenOf(light: string, dark: string): Token | undefined {
  return byPair.get(`${light} ${dark}`)
}

const byPair = new Map<string, Token>()
for (const [token, {light, dark}] of Object.entries(inks)) if (isToken(token)) byPair.set(`${light} ${dark}`, token)

function isToken(name: string): name is Token {
  return name in inks
}

/** The colour of a token in a theme. */
export function ink(token: Token, theme: Theme): string {
  return inks[token][theme]
}
