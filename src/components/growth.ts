import type {Strings} from './strings.ts'

/** How far a note has grown, from seed to tree. */
export type Growth = keyof Strings['growth']

const stages: readonly {readonly growth: Growth; readonly words: readonly string[]}[] = [
  {growth: 'seedling', words: ['seedling', 'seed', 'sprout', 'setzling', 'keimling', '🌱']},
  {growth: 'budding', words: ['budding', 'bud', 'growing', 'sapling', 'knospend', 'wachsend', '🌿']},
  {growth: 'evergreen', words: ['evergreen', 'tree', 'mature', 'immergrün', '🌳', '🌲']}
]

/** All stages, from the first. */
export const growths = stages.map(({growth}) => growth)

/** The stage that an author's word means; other words are no stages. */
export function growthOf(word: string): Growth | undefined {
  const known = word.trim().toLowerCase()
  return stages.find(({words}) => words.includes(known))?.growth
}
