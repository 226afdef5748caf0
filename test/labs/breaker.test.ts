import assert from 'node:assert/strict'
import test from 'node:test'
import {ask, closedBreaker, rates, record, type Breaker, type Rules} from '../../src/labs/breaker.ts'

const rules: Rules = {window: 'count', windowSize: 10, minimumCalls: 10, failureRate: 50, slowCall: 800, slowRate: 60, wait: 10_000, jitter: 0, growth: 1, probes: 3, seed: 1}

type Result = 'ok' | 'bad' | 'slow'

/** Let calls pass one after another, 100 ms apart, and record what they answer. */
function calls(breaker: Breaker, results: readonly Result[], {from = 0, with: own = rules}: {from?: number; with?: Rules} = {}): Breaker {
  return results.reduce((current, result, index) => {
    const now = from + index * 100
    const asked = ask(current, now, own)
    if (!asked.passes) return asked.breaker
    return record(asked.breaker, {at: now, period: asked.breaker.period, failed: result === 'bad', slow: result === 'slow'}, own)
  }, breaker)
}

function times(count: number, result: Result): Result[] {
  return Array.from({length: count}, () => result)
}

const opened = calls(closedBreaker(0), times(10, 'bad'))

test('a breaker opens when the failure rate reaches its threshold, not before', () => {
  assert.equal(calls(closedBreaker(0), [...times(6, 'ok'), ...times(4, 'bad')]).state, 'closed')
  assert.equal(calls(closedBreaker(0), [...times(5, 'ok'), ...times(5, 'bad')]).state, 'open')
})

test('a breaker does not open before its minimum of calls, even if all fail', () => {
  assert.equal(calls(closedBreaker(0), times(9, 'bad')).state, 'closed')
  assert.equal(calls(closedBreaker(0), times(10, 'bad')).state, 'open')
})

test('a minimum above the size of a count window is the size of the window', () => {
  assert.equal(calls(closedBreaker(0), times(10, 'bad'), {with: {...rules, minimumCalls: 100}}).state, 'open')
})

test('slow calls that answer well open a breaker too, by a rate of their own', () => {
  assert.equal(calls(closedBreaker(0), [...times(5, 'ok'), ...times(5, 'slow')]).state, 'closed')
  assert.equal(calls(closedBreaker(0), [...times(4, 'ok'), ...times(6, 'slow')]).state, 'open')
  assert.equal(calls(closedBreaker(0), times(10, 'slow'), {with: {...rules, slowRate: 101}}).state, 'closed')
})

test('a count window forgets the oldest call', () => {
  const breaker = calls(closedBreaker(0), [...times(4, 'bad'), ...times(10, 'ok')])
  assert.deepEqual(rates(breaker, 1400, rules), {calls: 10, failed: 0, slow: 0})
})

test('a time window forgets whole seconds, and so a quiet service does not carry old failures along', () => {
  const own: Rules = {...rules, window: 'time', windowSize: 20}
  const breaker = calls(closedBreaker(0), times(9, 'bad'), {with: own})
  assert.deepEqual(rates(breaker, 19_999, own), {calls: 9, failed: 100, slow: 0})
  assert.deepEqual(rates(breaker, 20_000, own), {calls: 0, failed: 0, slow: 0})
})

test('an open breaker refuses until its wait is over, and then only when it is asked', () => {
  assert.equal(opened.state, 'open')
  assert.equal(opened.until, 10_900)
  assert.equal(ask(opened, 10_899, rules).passes, false)
  const asked = ask(opened, 10_900, rules)
  assert.equal(asked.passes, true)
  assert.equal(asked.breaker.state, 'half-open')
})

test('half-open lets its ration of probes pass and refuses the rest', () => {
  let breaker = opened
  const passed: boolean[] = []
  for (let turn = 0; turn < 6; turn++) {
    const asked = ask(breaker, 10_900, rules)
    breaker = asked.breaker
    passed.push(asked.passes)
  }
  assert.deepEqual(passed, [true, true, true, false, false, false])
})

test('good probes close a breaker, and it begins with an empty window', () => {
  const breaker = calls(opened, times(3, 'ok'), {from: 10_900})
  assert.equal(breaker.state, 'closed')
  assert.equal(rates(breaker, 11_200, rules).calls, 0)
})

test('bad or slow probes open it again, and it is judged when all probes have answered', () => {
  assert.equal(calls(opened, times(2, 'bad'), {from: 10_900}).state, 'half-open')
  assert.equal(calls(opened, times(3, 'bad'), {from: 10_900}).state, 'open')
  assert.equal(calls(opened, ['ok', 'slow', 'slow'], {from: 10_900}).state, 'open')
  assert.equal(calls(opened, ['ok', 'ok', 'bad'], {from: 10_900}).state, 'closed')
})

test('a call that began before the state changed says nothing about the new state', () => {
  const late = {at: 11_000, period: 0, failed: true, slow: true}
  const probing = ask(opened, 10_900, rules).breaker
  assert.equal(record(opened, late, rules), opened)
  assert.equal(record(probing, late, rules), probing)
})

test('the wait grows after each failed round of probes, and is itself again after a good one', () => {
  const own = {...rules, growth: 2}
  const first = calls(closedBreaker(0), times(10, 'bad'), {with: own})
  const second = calls(first, times(3, 'bad'), {from: 10_900, with: own})
  assert.equal(second.until - 11_100, 20_000)
  const third = calls(second, times(3, 'bad'), {from: 31_100, with: own})
  assert.equal(third.until - 31_300, 40_000)
  const good = calls(third, times(3, 'ok'), {from: 71_300, with: own})
  const again = calls(good, times(10, 'bad'), {from: 80_000, with: own})
  assert.equal(again.until - 80_900, 10_000)
})

test('jitter of the wait stays within its share and differs from process to process', () => {
  const own = {...rules, jitter: 50}
  const waits = Array.from({length: 200}, (_, process) => calls(closedBreaker(process), times(10, 'bad'), {with: own}).until - 900)
  assert.ok(waits.every((wait) => wait >= 5000 && wait <= 15_000))
  assert.ok(Math.min(...waits) < 5500 && Math.max(...waits) > 14_500)
})
