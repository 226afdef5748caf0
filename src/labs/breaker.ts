/** One circuit breaker, as the note *Circuit Breaker* states its rules: values in, a fresh value out, no clock of its own. */

import {noise} from './random.ts'

export type State = 'closed' | 'open' | 'half-open'

/** The rules of a breaker. Rates are percentages, 0 to 100; times are milliseconds. */
export interface Rules {
  /** `count`: the last `windowSize` calls. `time`: the last `windowSize` seconds. */
  readonly window: 'count' | 'time'
  readonly windowSize: number
  /** Outcomes that must be known before a rate means anything. */
  readonly minimumCalls: number
  readonly failureRate: number
  /** A call that takes longer is slow, whatever it answers. */
  readonly slowCall: number
  readonly slowRate: number
  readonly wait: number
  /** The wait is longer or shorter by up to this share of itself, in percent. */
  readonly jitter: number
  /** What the wait is multiplied by after each failed round of probes. */
  readonly growth: number
  /** Calls that pass in one half-open round, in each process. */
  readonly probes: number
  readonly seed: number
}

/** Outcomes of one second, or of one call. */
interface Bucket {
  readonly second: number
  readonly calls: number
  readonly failed: number
  readonly slow: number
}

export interface Breaker {
  /** Which process it stands in: each has one of its own. */
  readonly process: number
  readonly state: State
  /** Counts changes of state: a call belongs to the period in which it began. */
  readonly period: number
  /** When an open breaker may be asked again, in milliseconds. */
  readonly until: number
  /** Outcomes of this period. */
  readonly window: readonly Bucket[]
  /** Probes let through in this half-open period. */
  readonly probes: number
  /** Rounds of probes that failed since it was last closed. */
  readonly failedRounds: number
}

/** What became of a call that was let through. */
export interface Outcome {
  /** When it ended, in milliseconds. */
  readonly at: number
  /** The breaker's period when it began. */
  readonly period: number
  readonly failed: boolean
  readonly slow: boolean
}

/** What the window holds: calls counted, and the two rates in percent. */
export interface Rates {
  readonly calls: number
  readonly failed: number
  readonly slow: number
}

/** A breaker that has seen nothing: closed. */
export function closedBreaker(process: number): Breaker {
  return {process, state: 'closed', period: 0, until: 0, window: [], probes: 0, failedRounds: 0}
}

/**
 * Ask whether a call may pass.
 *
 * An open breaker moves to half-open when it is asked after its wait, not by itself: without traffic nothing is probed.
 */
export function ask(breaker: Breaker, now: number, rules: Rules): {readonly breaker: Breaker; readonly passes: boolean} {
  if (breaker.state === 'closed') return {breaker, passes: true}

  const due = breaker.state === 'open' && now >= breaker.until
  const asked = due ? change(breaker, 'half-open', 0) : breaker
  if (asked.state === 'open' || asked.probes >= rules.probes) return {breaker: asked, passes: false}
  return {breaker: {...asked, probes: asked.probes + 1}, passes: true}
}

/**
 * Count an outcome, and change state if that is what it takes.
 *
 * A call that began in an earlier period says nothing about this one and is not counted.
 */
export function record(breaker: Breaker, outcome: Outcome, rules: Rules): Breaker {
  if (outcome.period !== breaker.period) return breaker

  const counted = {...breaker, window: windowWith(breaker.window, outcome, rules)}
  const {calls, failed, slow} = rates(counted, outcome.at, rules)
  if (calls < enough(counted, rules)) return counted

  const bad = failed >= rules.failureRate || slow >= rules.slowRate
  if (bad) return open(counted, outcome.at, rules)
  return counted.state === 'half-open' ? {...change(counted, 'closed', 0), failedRounds: 0} : counted
}

/** What the window says at a time. */
export function rates({state, window}: Breaker, now: number, rules: Rules): Rates {
  let calls = 0
  let failed = 0
  let slow = 0
  for (const bucket of state === 'half-open' ? window : kept(window, now, rules)) {
    calls += bucket.calls
    failed += bucket.failed
    slow += bucket.slow
  }
  return calls === 0 ? {calls, failed: 0, slow: 0} : {calls, failed: (100 * failed) / calls, slow: (100 * slow) / calls}
}

/** A round of probes is judged when all of them have answered. */
function enough({state}: Breaker, rules: Rules): number {
  if (state === 'half-open') return rules.probes
  // A count window that holds fewer calls than asked for would otherwise never be judged.
  return rules.window === 'count' ? Math.min(rules.minimumCalls, rules.windowSize) : rules.minimumCalls
}

function open(breaker: Breaker, now: number, rules: Rules): Breaker {
  const failedRounds = breaker.state === 'half-open' ? breaker.failedRounds + 1 : 0
  const spread = (rules.jitter / 100) * (2 * noise(rules.seed, breaker.process, breaker.period) - 1)
  const wait = rules.wait * rules.growth ** failedRounds * (1 + spread)
  return {...change(breaker, 'open', now + Math.round(wait)), failedRounds}
}

function change(breaker: Breaker, state: State, until: number): Breaker {
  return {...breaker, state, period: breaker.period + 1, until, window: [], probes: 0}
}

function windowWith(window: readonly Bucket[], {at, failed, slow}: Outcome, rules: Rules): readonly Bucket[] {
  const second = Math.floor(at / 1000)
  const last = window.at(-1)
  const joins = rules.window === 'time' && last?.second === second ? last : undefined
  const bucket = {
    second,
    calls: (joins?.calls ?? 0) + 1,
    failed: (joins?.failed ?? 0) + Number(failed),
    slow: (joins?.slow ?? 0) + Number(slow)
  }
  return kept([...(joins ? window.slice(0, -1) : window), bucket], at, rules)
}

/** A time window is kept by whole seconds, the running one among them, as Resilience4j keeps it. */
function kept(window: readonly Bucket[], now: number, rules: Rules): readonly Bucket[] {
  if (rules.window === 'count') return window.slice(-rules.windowSize)
  const oldest = Math.floor(now / 1000) - rules.windowSize
  return window.filter(({second}) => second > oldest)
}
