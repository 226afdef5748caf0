import type {BreakerSettings} from './circuit-breaker-run.ts'
import type {Group} from './controls.ts'

/** Everything that can be set, in the order of the page. */
export const breakerControls = [
  {
    name: 'callers',
    controls: [
      {key: 'processes', min: 1, max: 50, step: 1},
      {key: 'rate', min: 1, max: 200, step: 1},
      {key: 'pool', min: 10, max: 400, step: 10},
      {key: 'timeout', min: 50, max: 10_000, step: 50}
    ]
  },
  {
    name: 'fault',
    controls: [
      {key: 'fault', options: ['errors', 'slow']},
      {key: 'share', min: 0, max: 100, step: 5},
      {key: 'slowLatency', min: 100, max: 10_000, step: 100},
      {key: 'faultLength', min: 0, max: 100, step: 5},
      {key: 'warmUp', min: 0, max: 60, step: 5},
      {key: 'capacity', min: 10, max: 500, step: 10}
    ]
  },
  {
    name: 'opens',
    controls: [
      {key: 'breaker', options: ['on', 'off']},
      {key: 'window', options: ['time', 'count']},
      {key: 'windowSize', min: 5, max: 200, step: 5},
      {key: 'minimumCalls', min: 1, max: 200, step: 1},
      {key: 'failureRate', min: 5, max: 100, step: 5},
      {key: 'slowCall', min: 50, max: 60_000, step: 50},
      {key: 'slowRate', min: 5, max: 100, step: 5}
    ]
  },
  {
    name: 'returns',
    controls: [
      {key: 'wait', min: 1000, max: 60_000, step: 1000},
      {key: 'jitter', min: 0, max: 100, step: 10},
      {key: 'growth', min: 1, max: 3, step: 0.5},
      {key: 'probes', min: 1, max: 50, step: 1},
      {key: 'seed', min: 1, max: 99, step: 1}
    ]
  }
] as const satisfies readonly Group<BreakerSettings>[]
