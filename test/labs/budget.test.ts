import assert from 'node:assert/strict'
import test from 'node:test'
import {freshBudget, noteRequest, noteSuccess, spend, type Budget, type BudgetRules} from '../../src/labs/budget.ts'

const ratio: BudgetRules = {budget: 'ratio', share: 10, tokens: 10}
const bucket: BudgetRules = {...ratio, budget: 'tokens'}

function requests(budget: Budget, count: number, now: number): Budget {
  return Array.from({length: count}).reduce<Budget>((current) => noteRequest(current, now), budget)
}

/** How many of a number of retries asked for at one moment are granted. */
function granted(budget: Budget, {asked, now, rules}: {asked: number; now: number; rules: BudgetRules}): {count: number; budget: Budget} {
  let current = budget
  let count = 0
  for (let turn = 0; turn < asked; turn++) {
    const answer = spend(current, now, rules)
    current = answer.budget
    count += Number(answer.granted)
  }
  return {count, budget: current}
}

test('without a budget every retry is granted', () => {
  assert.equal(granted(freshBudget(ratio), {asked: 500, now: 0, rules: {...ratio, budget: 'none'}}).count, 500)
})

test('a ratio budget grants one retry for ten requests', () => {
  assert.equal(granted(requests(freshBudget(ratio), 100, 0), {asked: 50, now: 0, rules: ratio}).count, 10)
  assert.equal(granted(requests(freshBudget(ratio), 9, 0), {asked: 50, now: 0, rules: ratio}).count, 0)
})

test('a ratio budget looks at the last ten seconds, for requests as for retries', () => {
  const used = granted(requests(freshBudget(ratio), 100, 0), {asked: 50, now: 0, rules: ratio}).budget
  assert.equal(granted(used, {asked: 50, now: 9999, rules: ratio}).count, 0)
  assert.equal(granted(requests(used, 50, 9999), {asked: 50, now: 9999, rules: ratio}).count, 5)
  assert.equal(granted(requests(freshBudget(ratio), 100, 0), {asked: 50, now: 10_000, rules: ratio}).count, 0)
})

test('a token bucket grants what it holds and nothing more while nothing succeeds', () => {
  assert.equal(granted(freshBudget(bucket), {asked: 50, now: 0, rules: bucket}).count, 10)
  assert.equal(granted(requests(granted(freshBudget(bucket), {asked: 50, now: 0, rules: bucket}).budget, 1000, 5000), {asked: 50, now: 5000, rules: bucket}).count, 0)
})

test('ten successes put one token in, and a full bucket takes no more', () => {
  const empty = granted(freshBudget(bucket), {asked: 10, now: 0, rules: bucket}).budget
  const filled = (budget: Budget, count: number) => Array.from({length: count}).reduce<Budget>((current) => noteSuccess(current, bucket), budget)
  assert.equal(granted(filled(empty, 9), {asked: 50, now: 0, rules: bucket}).count, 0)
  assert.equal(granted(filled(empty, 10), {asked: 50, now: 0, rules: bucket}).count, 1)
  assert.equal(granted(filled(freshBudget(bucket), 500), {asked: 50, now: 0, rules: bucket}).count, 10)
})
