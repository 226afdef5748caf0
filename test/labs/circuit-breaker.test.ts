import assert from 'node:assert/strict'
import test from 'node:test'
import {breakerControls} from '../../src/labs/circuit-breaker-controls.ts'
import {breakerExperiments} from '../../src/labs/circuit-breaker-experiments.ts'
import {breakerDefaults, breakerSpan, type BreakerRun, type BreakerSettings} from '../../src/labs/circuit-breaker-run.ts'
import {breakerTotals, processesIn, stateAt} from '../../src/labs/circuit-breaker-totals.ts'
import {runBreaker} from '../../src/labs/circuit-breaker.ts'
import {note, says, written} from './note.ts'

const text = note('Circuit Breaker Lab')

type Name = (typeof breakerExperiments)[number]['name']

function experiment(name: Name, more: Partial<BreakerSettings> = {}): BreakerRun {
  const found = breakerExperiments.find((candidate) => candidate.name === name)
  return runBreaker({...breakerDefaults, ...found?.settings, ...more})
}

function firstProcess(run: BreakerRun): string[] {
  return run.changes.filter(({process}) => process === 0).map(({at, state}) => `${written(at / 1000, 1)} ${state}`)
}

test('the same settings give the same run, another seed another one', () => {
  assert.deepEqual(experiment('shard'), experiment('shard'))
  assert.notDeepEqual(experiment('shard').changes, experiment('shard', {seed: 2}).changes)
})

test('every call is answered, fails, is refused or finds the pool full', () => {
  for (const {name} of breakerExperiments) {
    const run = experiment(name)
    assert.equal(breakerTotals(run).calls, 120 * run.settings.rate * run.settings.processes, name)
  }
})

test('in flight is arrival rate times latency, as the pattern note says: 6 when well, a full pool when slow', () => {
  const run = runBreaker({...breakerDefaults, rate: 200, fault: 'slow', slowLatency: 5000, timeout: 5000, breaker: 'off'})
  assert.equal(run.samples.find(({at}) => at === -5000)?.inFlight, 6)
  assert.equal(run.samples.find(({at}) => at === 0)?.inFlight, 200)
})

test('one request per second and a minimum of 100 keep a breaker closed until the hundredth call has failed', () => {
  const run = experiment('library', {rate: 1, faultLength: 100})
  assert.equal((breakerTotals(run).firstOpen ?? 0) - breakerSpan.from, 99_030)
})

test('without a breaker nothing is refused', () => {
  assert.equal(breakerTotals(experiment('payment', {breaker: 'off'})).refused, 0)
})

test('half-open lets each process probe with its ration: forty processes send forty times as many', () => {
  const run = runBreaker({...breakerDefaults, processes: 40, rate: 50, probes: 10, slowLatency: 5000, timeout: 4000, fault: 'slow', faultLength: 60})
  const halfOpen = run.changes.find(({state}) => state === 'half-open')?.at ?? 0
  const sent = run.samples.filter(({at}) => at >= halfOpen - 1000 && at < halfOpen + 4000).reduce((sum, {answered, failed}) => sum + answered + failed, 0)
  assert.equal(sent, 400)
})

test('totals up to a place count what has begun by then', () => {
  const run = experiment('payment')
  const half = breakerTotals(run, 25)
  assert.equal(half.calls, 125)
  assert.equal(half.failed, 25)
  assert.equal(half.opened, 0)
  assert.equal(stateAt(run, 0, 15_000), 'open')
  assert.equal(processesIn(run, 'open', 15_000), 1)
})

test('the note tells the default and the library settings as they run', () => {
  const payment = experiment('payment')
  assert.deepEqual(firstProcess(payment), ['9.8 open', '20.0 half-open', '20.4 closed'])
  says(text, `Opens after 9.8 s, ${breakerTotals(payment).failed} calls failed. Half-open at 20 s, closed at 20.4 s`)

  const library = experiment('library')
  const late = library.samples.filter(({at}) => at >= 20_000).reduce((sum, {refused}) => sum + refused, 0)
  assert.deepEqual(firstProcess(library).slice(0, 2), ['9.8 open', '70.0 half-open'])
  says(text, `${breakerTotals(library).refused} calls refused, ${late} of them after the dependency was well again`)
})

test('the note tells slow dependencies as they run', () => {
  const slow = breakerTotals(experiment('slow'))
  assert.equal(slow.opened, 0)
  assert.equal(experiment('slow').samples.find(({at}) => at === 0)?.inFlight, 200)
  says(text, `All ${slow.busiest} threads are taken within a second, and ${written(slow.full)} calls find the pool full`)

  const counted = breakerTotals(experiment('slow', {slowCall: 800, slowRate: 60}))
  assert.equal(counted.full, slow.full)
  says(text, `only at ${written((counted.firstOpen ?? 0) / 1000)} s, and the same ${written(counted.full)} calls`)

  const deadline = breakerTotals(experiment('deadline'))
  assert.equal(deadline.full, 0)
  says(text, `At most ${deadline.busiest} in flight, so the pool never fills; opens after ${written((deadline.firstOpen ?? 0) / 1000)} s`)

  const count = breakerTotals(experiment('deadline', {window: 'count', windowSize: 100}))
  assert.equal(count.opened, 2)
  says(text, `it opens after ${written((count.firstOpen ?? 0) / 1000, 1)} s, and reopens once`)
})

test('the note tells the shard as it runs', () => {
  const one = breakerTotals(experiment('shard'))
  says(text, `Opens ${one.opened} times and refuses ${written(one.refused)} calls, though three shards are well; only ${one.failed} calls fail`)

  const higher = breakerTotals(experiment('shard', {failureRate: 50}))
  assert.equal(higher.opened, 0)
  assert.equal(higher.refused, 0)
  says(text, `nothing opens, ${higher.failed} calls fail instead of ${one.failed}, and none is refused. Of ${written(higher.calls)} calls ${written(higher.answered)} are answered, against ${written(one.answered)}`)
})

test('the note tells the fleet as it runs', () => {
  const fleet = breakerTotals(experiment('fleet'))
  says(text, `Down again ${fleet.fallen} times in 100 s; only ${written(fleet.answered)} of ${written(fleet.calls)} calls are answered`)

  const spread = breakerTotals(experiment('spread'))
  assert.equal(spread.fallen, 0)
  says(text, `Not once down again; ${written(spread.answered)} calls are answered`)

  const fallen = (name: Name, more: Partial<BreakerSettings>) => breakerTotals(experiment(name, more)).fallen
  assert.equal(fallen('fleet', {growth: 2}), 1)
  says(text, `Jitter alone still goes down ${fallen('fleet', {jitter: 50})} times, the growing wait alone once`)
  says(text, `(3 instead of 10: ${fallen('fleet', {probes: 3})} times)`)
  says(text, `with seed 5 even experiment 7 goes down ${fallen('spread', {seed: 5})} times`)
})

test('what an experiment sets, a reader can set too', () => {
  const controls = breakerControls.flatMap((group) => [...group.controls])
  assert.deepEqual(new Set(controls.map(({key}) => key)), new Set(Object.keys(breakerDefaults)))
  for (const {name, settings} of breakerExperiments) {
    for (const [key, value] of Object.entries({...breakerDefaults, ...settings})) {
      const control = controls.find((candidate) => candidate.key === key)
      assert.ok(control)
      if ('options' in control) assert.ok(control.options.some((option) => option === value), `${name}: ${key}`)
      else assert.ok(typeof value === 'number' && value >= control.min && value <= control.max && ((value - control.min) / control.step) % 1 === 0, `${name}: ${key}`)
    }
  }
})
