/** What goes into the Retry Lab's model, and what comes out. */

import type {Backoff} from './backoff.ts'
import type {BudgetRules} from './budget.ts'

/** What the reader can set. Times are milliseconds, but for the fault's length in seconds; shares are percentages. */
export interface RetrySettings extends Backoff, BudgetRules {
  /** Calls that begin together, at the moment of the fault. */
  readonly burst: number
  /** Calls per second, evenly spaced, before, in and after the fault. */
  readonly rate: number
  /** Share of attempts that fail while the fault lasts. */
  readonly failing: number
  readonly faultLength: number
  /** Attempts that the dependency can answer in a second; those above fail. 0: no limit. */
  readonly capacity: number
  /** Attempts that each layer makes, the first among them. */
  readonly attempts: number
  /** Layers that retry, one around the other. */
  readonly layers: number
  /** After this no attempt begins, and an answer comes too late. 0: no deadline. */
  readonly deadline: number
  /** How long a failed attempt takes; a good one takes no time worth drawing. */
  readonly attemptTime: number
  readonly seed: number
}

/** First and last moment of a run; the fault begins at 0. Milliseconds. */
export const retrySpan = {from: -2000, to: 12_000} as const

/** Length of a sample in milliseconds: that of the note's chart. */
export const retryBin = 200

/** What happened in 200 ms. */
export interface RetrySample {
  /** When it begins, in milliseconds. */
  readonly at: number
  /** First attempts of calls, and all others. */
  readonly first: number
  readonly retries: number
  /** Calls that ended. */
  readonly answered: number
  readonly givenUp: number
  /** Retries that a budget refused, in any layer. */
  readonly refused: number
  /** Calls between their beginning and their end, when the sample ends. */
  readonly waiting: number
}

export interface RetryRun {
  readonly settings: RetrySettings
  readonly samples: readonly RetrySample[]
  /** Attempts for each call that began in the fault and ended within the run. */
  readonly attemptsPerCall: number
}

/** The note's chart: 1,000 clients fail together, base 1 s, three retries with full jitter, nothing recovers. */
export const retryDefaults: RetrySettings = {
  burst: 1000,
  rate: 0,
  failing: 100,
  faultLength: 12,
  capacity: 0,
  attempts: 4,
  layers: 1,
  base: 1000,
  cap: 20_000,
  jitter: 'full',
  budget: 'none',
  share: 10,
  tokens: 10,
  deadline: 0,
  attemptTime: 0,
  seed: 1
}
