/** What a run of the Retry Lab comes to, as numbers that a sentence can say. */

import type {RetryRun, RetrySample} from './retry-run.ts'

export interface RetryTotals {
  readonly calls: number
  readonly attempts: number
  readonly answered: number
  readonly givenUp: number
  /** Retries that a budget refused. */
  readonly refused: number
  /** Most retries in one sample. */
  readonly most: number
}

/** Count a run up to its first so many samples; all of them if nothing is said. */
export function retryTotals({samples}: RetryRun, upTo = samples.length): RetryTotals {
  const seen = samples.slice(0, upTo)
  const sum = (key: keyof RetrySample) => seen.reduce((total, sample) => total + sample[key], 0)
  return {
    calls: sum('first'),
    attempts: sum('first') + sum('retries'),
    answered: sum('answered'),
    givenUp: sum('givenUp'),
    refused: sum('refused'),
    most: Math.max(0, ...seen.map(({retries}) => retries))
  }
}
