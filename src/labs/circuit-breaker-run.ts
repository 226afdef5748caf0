/** What goes into the Circuit Breaker Lab's model, and what comes out. */

import type {Rules, State} from './breaker.ts'

/** What the reader can set. Rates are percentages; times of the dependency are milliseconds, of the fault seconds. */
export interface BreakerSettings extends Rules {
  /** Whether there is a breaker at all. */
  readonly breaker: 'on' | 'off'
  readonly processes: number
  /** Calls per second that each process wants to make. */
  readonly rate: number
  /** Calls that a process can have in flight: its threads. */
  readonly pool: number
  readonly timeout: number
  /** `errors`: a call that is hit fails at once. `slow`: it answers well, after `slowLatency`. */
  readonly fault: 'errors' | 'slow'
  /** Share of calls that the fault hits: 25 is one of four shards. */
  readonly share: number
  readonly slowLatency: number
  readonly faultLength: number
  /** How long the dependency is cold after the fault: it answers in 300 ms, and more than `capacity` at once push it over for 5 s. */
  readonly warmUp: number
  readonly capacity: number
}

/** First and last moment of a run; the fault begins at 0. Milliseconds. */
export const breakerSpan = {from: -20_000, to: 100_000} as const

/** One second of all processes together; a call is counted in the second in which it began. */
export interface BreakerSample {
  /** When the second begins, in milliseconds. */
  readonly at: number
  readonly answered: number
  /** Calls that answered well but slowly; they are among `answered`. */
  readonly slow: number
  readonly failed: number
  /** Refused by the breaker, without touching the dependency. */
  readonly refused: number
  /** Turned away because the pool of the process was full. */
  readonly full: number
  /** Most calls that the first process had in flight. */
  readonly inFlight: number
  /** Rates of the first process's window at the end of the second, and calls in it. */
  readonly failureRate: number
  readonly slowRate: number
  readonly counted: number
  /** Probes that the first process has let through in this round. */
  readonly probes: number
}

/** A breaker changed state. */
export interface Change {
  readonly at: number
  readonly process: number
  readonly state: State
}

export interface BreakerRun {
  readonly settings: BreakerSettings
  readonly samples: readonly BreakerSample[]
  readonly changes: readonly Change[]
  /** When the dependency was down: the fault, and each time it was pushed over. */
  readonly faults: readonly {readonly from: number; readonly to: number}[]
}

/** The settings that the note *Circuit Breaker* gives for a payment service, under a total outage of 20 s. */
export const breakerDefaults: BreakerSettings = {
  breaker: 'on',
  processes: 1,
  rate: 5,
  pool: 200,
  timeout: 800,
  fault: 'errors',
  share: 100,
  slowLatency: 4000,
  faultLength: 20,
  warmUp: 0,
  capacity: 100,
  window: 'time',
  windowSize: 20,
  minimumCalls: 20,
  failureRate: 50,
  slowCall: 800,
  slowRate: 60,
  wait: 10_000,
  jitter: 0,
  growth: 1,
  probes: 3,
  seed: 1
}
