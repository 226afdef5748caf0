/** Single keys, and what each does: the one table that the page of shortcuts prints and the keyboard follows. */
export const keysTable = [
  ['/', 'search'],
  ['g h', 'home'],
  ['g g', 'graph'],
  ['g n', 'allNotes'],
  ['g r', 'reader'],
  ['j', 'nextHeading'],
  ['k', 'previousHeading'],
  [']', 'nextNote'],
  ['[', 'previousNote'],
  ['p', 'preview'],
  ['.', 'nextPane'],
  [',', 'previousPane'],
  ['x', 'closePane'],
  ['r', 'markRead'],
  ['l', 'markLater'],
  ['f', 'focus'],
  ['+', 'larger'],
  ['-', 'smaller'],
  ['?', 'shortcuts']
] as const satisfies readonly (readonly [keys: string, action: string])[]

export type Action = (typeof keysTable)[number][1]
