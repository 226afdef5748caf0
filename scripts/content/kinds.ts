/** What each kind of note is made of. A kind is a row; `sections.ts` and its neighbours read it. */

export interface Part {
  /** Words of the heading or callout; `*` at an end stands for anything. The first is the usual one. */
  readonly titles: readonly string[]
  /** May be left out. */
  readonly optional?: true
  /** Sections of the note's own may stand before it. */
  readonly free?: true
}

export interface Template {
  readonly folder: string
  /** First segment of its kind tag. */
  readonly branch: string
  readonly words: readonly [least: number, most: number]
  readonly diagrams: readonly [least: number, most: number]
  /** Fewest self-test cards. */
  readonly cards: number
  readonly parts: readonly Part[]
}

const part = (...titles: string[]): Part => ({titles})
const optional = (...titles: string[]): Part => ({titles, optional: true})
/** A part before which a note may have sections of its own. */
const after = (...titles: string[]): Part => ({titles, free: true})
const afterOptional = (...titles: string[]): Part => ({titles, free: true, optional: true})

const whenNot = ['When not*', 'When it is too much', 'When none*']
const ending = [part('Interview angle', 'In an interview'), part('Check yourself'), part('Related'), part('Sources')]

/** Kinds by name. */
export const templates: ReadonlyMap<string, Template> = new Map(Object.entries({
  hub: {
    folder: 'hubs', branch: 'kind', words: [900, 1900], diagrams: [2, 3], cards: 3,
    parts: [
      part('Why it matters'), part('Map'), part('Point by point'), part('What a senior adds'), part('Common mistakes'),
      part('Interview angle'), part('Check yourself'), part('Where next'), part('Sources')
    ]
  },
  concept: {
    folder: 'concepts', branch: 'concept', words: [700, 1400], diagrams: [1, 3], cards: 3,
    parts: [part('The idea in one example'), part('How to reason about it'), part('Consequences and trade-offs'), part('Misreadings'), ...ending]
  },
  pattern: {
    folder: 'patterns', branch: 'pattern', words: [900, 1700], diagrams: [2, 3], cards: 4,
    parts: [
      part('The problem'), part('How it works'), after('Where to implement it*', 'Library, mesh or platform?'), after('Trade-offs and failure modes'),
      part(...whenNot), part('Operating it'), ...ending
    ]
  },
  practice: {
    folder: 'practices', branch: 'practice', words: [900, 1500], diagrams: [1, 3], cards: 3,
    parts: [
      part('What good looks like'), after('How to do it*'), after('Smallest useful version'), part('Metrics'), after('Failure modes'),
      part(...whenNot), ...ending
    ]
  },
  tool: {
    folder: 'tools', branch: 'tool', words: [700, 1800], diagrams: [1, 3], cards: 3,
    parts: [
      part('Status*'), after('What it is for'), part('How it works'), after('The settings that matter', 'Durability is three settings'),
      after('Sizing*', 'Cost*'), after('Running it*'), optional('Security'), optional('Alternatives'), part(...whenNot), ...ending
    ]
  },
  comparison: {
    folder: 'comparisons', branch: 'comparison', words: [900, 1700], diagrams: [2, 3], cards: 4,
    parts: [
      part('Three shapes', 'Shapes'), part('Side by side'), part('The differences that decide'), part('Which one?'), part('Mistakes*'),
      part('What changed since May 2025'), ...ending
    ]
  },
  design: {
    folder: 'designs', branch: 'design', words: [1600, 2700], diagrams: [3, 4], cards: 4,
    parts: [
      part('Scope*'), part('Numbers*'), part('Boundaries'), part('The critical flow'), part('States', '*lifecycle'), after('Events'),
      part('What breaks*'), part('Deployment and operation'), part('Trade-offs taken'), part('What to build first'), part('Follow-ups*'),
      part('Check yourself'), part('Related'), part('Sources')
    ]
  },
  question: {
    folder: 'questions', branch: 'question', words: [1000, 1700], diagrams: [1, 3], cards: 4,
    parts: [
      part('The two-minute answer'), part('Plan*', '*minutes'), after('Follow-ups*'), part('Scoring it'), part('Red flags'),
      part('Senior signals', 'What lifts it to senior'), part('Check yourself'), part('Related'), part('Sources')
    ]
  },
  path: {
    folder: 'paths', branch: 'kind', words: [400, 1700], diagrams: [1, 3], cards: 0,
    parts: [
      part('Who it is for'), after('Trail'), part('Checkpoints'), part('Lab or exercise'), after('Exit test'), after('Where next'), part('Sources')
    ]
  },
  lab: {
    folder: 'labs', branch: 'kind', words: [300, 1200], diagrams: [0, 1], cards: 0,
    parts: [afterOptional('Related'), after('Sources')]
  },
  reference: {
    folder: 'reference', branch: 'kind', words: [200, 2000], diagrams: [0, 1], cards: 0,
    parts: [afterOptional('Related'), after('Sources')]
  }
} satisfies Record<string, Template>))

/** Fewest words of a seedling: an outline, but a useful one. */
export const seedlingWords = 150
