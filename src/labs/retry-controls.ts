import type {RetrySettings} from './retry-run.ts'
import type {Group} from './controls.ts'

/** Everything that can be set, in the order of the page. */
export const retryControls = [
  {
    name: 'calls',
    controls: [
      {key: 'burst', min: 0, max: 2000, step: 1},
      {key: 'rate', min: 0, max: 200, step: 10},
      {key: 'deadline', min: 0, max: 10_000, step: 100}
    ]
  },
  {
    name: 'fault',
    controls: [
      {key: 'failing', min: 0, max: 100, step: 5},
      {key: 'faultLength', min: 0, max: 12, step: 1},
      {key: 'attemptTime', min: 0, max: 1000, step: 50},
      {key: 'capacity', min: 0, max: 2000, step: 50}
    ]
  },
  {
    name: 'waits',
    controls: [
      {key: 'attempts', min: 1, max: 5, step: 1},
      {key: 'layers', min: 1, max: 3, step: 1},
      {key: 'base', min: 10, max: 2000, step: 10},
      {key: 'cap', min: 10, max: 20_000, step: 10},
      {key: 'jitter', options: ['none', 'full', 'equal', 'decorrelated']}
    ]
  },
  {
    name: 'budget',
    controls: [
      {key: 'budget', options: ['none', 'ratio', 'tokens']},
      {key: 'share', min: 1, max: 50, step: 1},
      {key: 'tokens', min: 1, max: 100, step: 1},
      {key: 'seed', min: 1, max: 99, step: 1}
    ]
  }
] as const satisfies readonly Group<RetrySettings>[]
