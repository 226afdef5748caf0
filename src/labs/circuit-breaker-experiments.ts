import type {BreakerSettings} from './circuit-breaker-run.ts'
import type {Experiment} from './controls.ts'

/** Forty processes before a dependency that is cold for 15 s after the fault. */
const fleet = {processes: 40, rate: 10, warmUp: 15, probes: 10} as const

export const breakerExperiments = [
  {name: 'payment', settings: {}},
  {name: 'library', settings: {window: 'count', windowSize: 100, minimumCalls: 100, slowCall: 60_000, slowRate: 100, wait: 60_000, probes: 10}},
  {name: 'slow', settings: {rate: 200, fault: 'slow', timeout: 5000, slowCall: 60_000, slowRate: 100}},
  {name: 'deadline', settings: {rate: 200, fault: 'slow'}},
  {name: 'shard', settings: {rate: 20, share: 25, failureRate: 20, faultLength: 60}},
  {name: 'fleet', settings: fleet},
  {name: 'spread', settings: {...fleet, jitter: 50, growth: 2}}
] as const satisfies readonly Experiment<BreakerSettings>[]
