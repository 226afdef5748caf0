import assert from 'node:assert/strict'
import test from 'node:test'
import {retryControls} from '../../src/labs/retry-controls.ts'
import {retryExperiments} from '../../src/labs/retry-experiments.ts'
import {retryDefaults, type RetryRun, type RetrySettings} from '../../src/labs/retry-run.ts'
import {retryTotals} from '../../src/labs/retry-totals.ts'
import {runRetry} from '../../src/labs/retry.ts'
import {note, says, written} from './note.ts'

const text = note('Retry Lab')

type Name = (typeof retryExperiments)[number]['name']

function experiment(name: Name, more: Partial<RetrySettings> = {}): RetryRun {
  const found = retryExperiments.find((candidate) => candidate.name === name)
  return runRetry({...retryDefaults, ...found?.settings, ...more})
}

function loads({samples}: RetryRun): number[] {
  return samples.map(({first, retries}) => first + retries)
}

/** Attempts per second in the last five seconds, when a lasting fault has settled. */
function settled(run: RetryRun): number {
  return loads(run).slice(-25).reduce((sum, load) => sum + load, 0) / 5
}

/** When the dependency last got more than it can answer: the end of that sample, in seconds. */
function overloadedUntil(run: RetryRun): number {
  const most = run.settings.capacity / 5
  return ((run.samples.findLast(({first, retries}) => first + retries > most)?.at ?? 0) + 200) / 1000
}

test('the same settings give the same run, another seed another one', () => {
  assert.deepEqual(experiment('jitter'), experiment('jitter'))
  assert.notDeepEqual(experiment('jitter').samples, experiment('jitter', {seed: 2}).samples)
})

test('without jitter 1,000 clients come back together after 1, 3 and 7 s', () => {
  const {samples} = experiment('spikes')
  assert.deepEqual(samples.filter(({retries}) => retries > 0).map(({at, retries}) => [at, retries]), [[1000, 1000], [3000, 1000], [7000, 1000]])
})

test('full jitter sends the same 3,000 retries and never much more than 300 in 200 ms', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const {attempts, most} = retryTotals(experiment('jitter', {seed}))
    assert.equal(attempts, 4000)
    assert.ok(most < 350, `${most} with seed ${seed}`)
  }
})

test('three attempts in each of three layers make 27, in one layer 3', () => {
  assert.equal(experiment('layers').attemptsPerCall, 27)
  assert.equal(experiment('one').attemptsPerCall, 3)
  assert.ok(Math.abs(settled(experiment('layers')) - 2700) < 27)
  assert.ok(Math.abs(settled(experiment('one')) - 300) < 6)
})

test('when nothing fails, nothing is retried', () => {
  const totals = retryTotals(experiment('layers', {failing: 0}))
  assert.equal(totals.attempts, totals.calls)
  assert.equal(totals.answered, totals.calls)
})

test('a call has one end: answered, given up, or still waiting', () => {
  for (const {name} of retryExperiments) {
    const run = experiment(name)
    const {calls, answered, givenUp} = retryTotals(run)
    assert.equal(answered + givenUp + (run.samples.at(-1)?.waiting ?? 0), calls, name)
  }
})

test('no attempt begins that could not end before the deadline', () => {
  const card = {burst: 1, attempts: 3, base: 200, cap: 200, jitter: 'none', attemptTime: 400} as const
  assert.equal(retryTotals(experiment('jitter', {...card, deadline: 1000})).attempts, 2)
  assert.equal(retryTotals(experiment('jitter', {...card, deadline: 1600})).attempts, 3)
  assert.equal(retryTotals(experiment('jitter', card)).attempts, 3)
})

test('attempts above the capacity fail', () => {
  const {samples} = experiment('overload')
  assert.ok(samples.every(({answered}) => answered <= 40))
  assert.equal(samples.find(({at}) => at === 3000)?.answered, 40)
})

test('the note tells jitter as it runs', () => {
  const [full, none] = [retryTotals(experiment('jitter')), retryTotals(experiment('spikes'))]
  says(text, `| 1 · Full jitter | ${written(experiment('jitter').attemptsPerCall, 1)} | At most ${full.most} retries in 200 ms, spread over 7 s |`)
  says(text, `| 2 · No jitter | ${written(experiment('spikes').attemptsPerCall, 1)} | ${written(none.most)} at once, at 1, 3 and 7 s |`)
  says(text, `the peak rises to ${retryTotals(experiment('jitter', {jitter: 'equal'})).most}`)
  const decorrelated = experiment('jitter', {jitter: 'decorrelated'})
  says(text, `a peak of ${retryTotals(decorrelated).most}, and pays with time: after 12 s, ${decorrelated.samples.at(-1)?.waiting} calls are still waiting`)
  says(text, `${written(Math.max(...loads(experiment('spikes'))))} attempts in 200 ms, experiment 1 has ${written(Math.max(...loads(experiment('jitter'))))}`)
})

test('the note tells layers and budgets as they run', () => {
  const [ratio, bucket] = [experiment('ratio'), experiment('bucket')]
  says(text, `| 3 · Three attempts, one layer | ${written(experiment('one').attemptsPerCall, 1)} |`)
  says(text, `| 4 · Three attempts, three layers | ${written(experiment('layers').attemptsPerCall, 1)} |`)
  says(text, `| 5 · Budget: 10 % of requests | ${written(ratio.attemptsPerCall, 1)} | ${written(retryTotals(ratio).refused)} retries refused |`)
  says(text, `| 6 · Budget: token bucket | ${written(bucket.attemptsPerCall, 1)} | ${retryTotals(bucket).attempts - retryTotals(bucket).calls} retries, then none |`)
  says(text, `as it is in experiment 5 (${written(ratio.attemptsPerCall, 2)})`)
  says(text, `${written(experiment('ratio', {layers: 3}).attemptsPerCall, 2)} attempts for a call`)
})

test('the note tells the overload as it runs', () => {
  const run = experiment('overload')
  says(text, `| 7 · Three layers, and the fault ends | ${written(run.attemptsPerCall, 1)} | The fault is over at 3 s; the overload goes on to ${written(overloadedUntil(run), 1)} s |`)
  says(text, `keeps it full for ${written(overloadedUntil(run) - 3, 1)} s more`)
  assert.equal(overloadedUntil(experiment('overload', {layers: 1})), 3)
  says(text, `ends the overload after ${written(overloadedUntil(experiment('overload', {budget: 'ratio'})), 1)} s`)
})

test('what an experiment sets, a reader can set too', () => {
  const controls = retryControls.flatMap((group) => [...group.controls])
  assert.deepEqual(new Set(controls.map(({key}) => key)), new Set(Object.keys(retryDefaults)))
  for (const {name, settings} of retryExperiments) {
    for (const [key, value] of Object.entries({...retryDefaults, ...settings})) {
      const control = controls.find((candidate) => candidate.key === key)
      assert.ok(control)
      if ('options' in control) assert.ok(control.options.some((option) => option === value), `${name}: ${key}`)
      else assert.ok(typeof value === 'number' && value >= control.min && value <= control.max && ((value - control.min) / control.step) % 1 === 0, `${name}: ${key}`)
    }
  }
})
