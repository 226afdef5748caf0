import {actions} from './actions.ts'

/** Shapes of the icons: what stands inside `<svg viewBox="0 0 24 24">`. Stroked 1.5 px by the style sheet. */
export const icons = {
  brand: '<circle cx="12" cy="12" r="8.5"/><path d="m15.5 8.5-2 5-5 2 2-5zM12 2v3M12 19v3M2 12h3M19 12h3"/>',
  tree: '<path d="M4 5h16M9 12h11M9 19h11M5 9v10"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  contents: '<path d="M4 6h16M4 12h10M4 18h13"/>',
  links:
    '<path d="M7 7v10M17 7v10M7 12h10"/><circle cx="7" cy="5" r="2"/><circle cx="17" cy="5" r="2"/><circle cx="7" cy="19" r="2"/><circle cx="17" cy="19" r="2"/>',
  hash: '<path d="M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>',
  theme: '<circle cx="12" cy="12" r="8"/><path d="M12 4v16M12 4a8 8 0 0 1 0 16M15 5v14M18 7v10"/>',
  reader: '<path d="M12 6.5C10 5 7 4.5 3.5 4.5v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14C17 4.5 14 5 12 6.5zM12 6.5v14"/>',
  pattern: '<path d="M2 17h4M18 17h4M9 15.5 15.5 6"/><circle cx="8" cy="17" r="2"/><circle cx="16" cy="17" r="2"/>',
  tool: '<path d="M4 20l9-9M14.5 4.5a5 5 0 0 0 5 7l-2.5-2.5.5-2.5 2.5-.5a5 5 0 0 0-5.5-1.5zM13 11l1.5-1.5"/>',
  concept: '<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="3"/>',
  question: '<path d="M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5"/><circle cx="12" cy="12" r="9"/>',
  design: '<path d="M3 5h7v5H3zM14 14h7v5h-7zM6.5 10v6.5H14"/>',
  comparison: '<path d="M12 4v16M7 20h10M4 8h16M4 8l-2 6h5L5 8M20 8l-2 6h5l-3-6"/>',
  hub: '<circle cx="12" cy="12" r="3"/><path d="M12 3v6M12 15v6M3 12h6M15 12h6"/>',
  enlarge: '<path d="M14 4h6v6M10 20H4v-6M20 4l-7 7M4 20l7-7"/>',
  note: '<path d="M6 4h12v16H6zM9 8.5h6M9 12h6M9 15.5h4"/>',
  path: '<circle cx="5" cy="19" r="2"/><circle cx="19" cy="5" r="2"/><path d="M7 19h6a3.5 3.5 0 0 0 0-7h-2a3.5 3.5 0 0 1 0-7h6"/>'
} as const

export type IconName = keyof typeof icons

/** Icon of a note's kind, where that kind has one. */
export function kindIcon(kind: string): IconName | undefined {
  const name = kind.toLowerCase()
  return kindNames.find((known) => known === name)
}

/** Kinds of notes that have an icon of the same name. */
export const kindNames = ['pattern', 'tool', 'concept', 'question', 'design', 'comparison', 'hub', 'path'] as const satisfies readonly IconName[]

/** Icons of the palette as one drawing of symbols (`client/palette/element.ts`): the kinds of notes, a note of any other kind, a section, a figure, actions. */
export function sprite(): string {
  const shapes = [...new Set([...kindNames, 'note', 'hash', ...actions.map(({icon}) => icon)] as const)]
  const symbols = [...shapes.map((name) => [name, icons[name]] as const), ['figure', icons.design] as const]
  return `<svg xmlns="http://www.w3.org/2000/svg" hidden="">${symbols.map(([id, shape]) => `<symbol id="kg-i-${id}" viewBox="0 0 24 24">${shape}</symbol>`).join('')}</svg>`
}
