/** Table: callout types (C-02). A type is one row here; nothing else in the garden knows their names. */

interface CalloutType {
  /** Name of its sign in `public/icons.svg`. */
  readonly icon: string
  readonly aliases: readonly string[]
}

export const callouts = {
  note: {icon: 'note', aliases: []},
  abstract: {icon: 'abstract', aliases: ['summary', 'tldr']},
  info: {icon: 'info', aliases: []},
  todo: {icon: 'todo', aliases: []},
  tip: {icon: 'tip', aliases: ['hint', 'important']},
  success: {icon: 'success', aliases: ['check', 'done']},
  question: {icon: 'question', aliases: ['help', 'faq']},
  warning: {icon: 'warning', aliases: ['caution', 'attention']},
  failure: {icon: 'failure', aliases: ['fail', 'missing']},
  danger: {icon: 'danger', aliases: ['error']},
  bug: {icon: 'bug', aliases: []},
  example: {icon: 'example', aliases: []},
  quote: {icon: 'quote', aliases: ['cite']}
} as const satisfies Record<string, CalloutType>

export type CalloutGroup = keyof typeof callouts

const byName = new Map<string, CalloutGroup>(
  Object.entries(callouts).flatMap(([name, {aliases}]) => [name, ...aliases].map((word): [string, CalloutGroup] => [word, name as CalloutGroup]))
)

/** The group of a callout by the word after `!`; an unknown word is a plain note, as in Obsidian (C-04). */
export function calloutGroup(word: string): CalloutGroup {
  return byName.get(word.toLowerCase()) ?? 'note'
}

/** Whether a word is a type of callout, or another name of one. */
export function isCalloutType(word: string): boolean {
  return byName.has(word.toLowerCase())
}

/** Title of a callout that has none of its own: its word with a capital (C-05). */
export function defaultTitle(word: string): string {
  const [first = ''] = word
  return first.toUpperCase() + word.slice(first.length)
}
