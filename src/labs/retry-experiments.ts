import type {RetrySettings} from './retry-run.ts'
import type {Experiment} from './controls.ts'

/** A hundred calls per second, and three attempts in each layer. */
const steady = {burst: 0, rate: 100, attempts: 3, base: 100, cap: 1000} as const

export const retryExperiments = [
  {name: 'jitter', settings: {}},
  {name: 'spikes', settings: {jitter: 'none'}},
  {name: 'one', settings: steady},
  {name: 'layers', settings: {...steady, layers: 3}},
  {name: 'ratio', settings: {...steady, budget: 'ratio'}},
  {name: 'bucket', settings: {...steady, budget: 'tokens'}},
  {name: 'overload', settings: {...steady, layers: 3, faultLength: 3, capacity: 200}}
] as const satisfies readonly Experiment<RetrySettings>[]
