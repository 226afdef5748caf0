/** What a run of the Circuit Breaker Lab comes to, as numbers that a sentence can say. */

import type {State} from './breaker.ts'
import type {BreakerRun, BreakerSample} from './circuit-breaker-run.ts'

/** Counts up to a moment; a fleet's processes together. */
export interface BreakerTotals {
  readonly calls: number
  readonly answered: number
  readonly failed: number
  readonly refused: number
  readonly full: number
  readonly busiest: number
  /** How often a breaker opened, and when the first did, in milliseconds. */
  readonly opened: number
  readonly firstOpen: number | undefined
  /** How often the dependency was pushed over while cold. */
  readonly fallen: number
}

/** Count a run up to its first so many samples; all of them if nothing is said. */
export function breakerTotals({samples, changes, faults}: BreakerRun, upTo = samples.length): BreakerTotals {
  const seen = samples.slice(0, upTo)
  const end = samples[upTo]?.at ?? Number.POSITIVE_INFINITY
  const opens = changes.filter(({at, state}) => state === 'open' && at < end)
  const sum = (key: keyof BreakerSample) => seen.reduce((total, sample) => total + sample[key], 0)
  const [answered, failed, refused, full] = [sum('answered'), sum('failed'), sum('refused'), sum('full')]

  return {
    calls: answered + failed + refused + full,
    answered,
    failed,
    refused,
    full,
    busiest: Math.max(0, ...seen.map(({inFlight}) => inFlight)),
    opened: opens.length,
    firstOpen: opens[0]?.at,
    fallen: faults.slice(1).filter(({from}) => from < end).length
  }
}

/** State of one process's breaker just before a moment, in milliseconds. */
export function stateAt({changes}: BreakerRun, process: number, time: number): State {
  return changes.findLast((change) => change.process === process && change.at < time)?.state ?? 'closed'
}

/** How many processes are in a state just before a moment. */
export function processesIn(run: BreakerRun, state: State, time: number): number {
  return Array.from({length: run.settings.processes}, (_, process) => stateAt(run, process, time)).filter((found) => found === state).length
}
