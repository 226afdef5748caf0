import assert from 'node:assert/strict'
import test from 'node:test'
import {pause, type Jitter} from '../../src/labs/backoff.ts'
import {noise} from '../../src/labs/random.ts'

function waits(jitter: Jitter, retry: number): number[] {
  return Array.from({length: 5000}, (_, call) => pause({base: 100, cap: 1000, jitter}, retry, (turn) => noise(1, call, turn)))
}

test('without jitter the wait doubles up to its cap, and is the same for all', () => {
  const found = [0, 1, 2, 3, 4, 5].map((retry) => pause({base: 100, cap: 1000, jitter: 'none'}, retry, () => 0.5))
  assert.deepEqual(found, [100, 200, 400, 800, 1000, 1000])
})

for (const [jitter, retry, least, most, mean] of [
  ['full', 0, 0, 100, 50],
  ['full', 2, 0, 400, 200],
  ['full', 5, 0, 1000, 500],
  ['equal', 0, 50, 100, 75],
  ['equal', 2, 200, 400, 300],
  ['equal', 5, 500, 1000, 750],
  ['decorrelated', 0, 100, 300, 200],
  ['decorrelated', 1, 100, 900, 350],
  ['decorrelated', 5, 100, 1000, undefined]
] as const) {
  test(`${jitter} jitter of retry ${retry} lies between ${least} and ${most} ms`, () => {
    const found = waits(jitter, retry)
    const tenth = (most - least) / 10
    assert.ok(Math.min(...found) >= least && Math.min(...found) < least + tenth)
    assert.ok(Math.max(...found) <= most && Math.max(...found) > most - tenth)
    if (mean !== undefined) {
      const average = found.reduce((sum, wait) => sum + wait, 0) / found.length
      assert.ok(Math.abs(average - mean) < mean / 20, `mean ${average}`)
    }
  })
}

test('a decorrelated wait is at most three times the one before', () => {
  for (let call = 0; call < 1000; call++) {
    const chance = (turn: number) => noise(1, call, turn)
    const chain = [0, 1, 2, 3, 4].map((retry) => pause({base: 100, cap: 1000, jitter: 'decorrelated'}, retry, chance))
    for (const [index, wait] of chain.entries()) assert.ok(wait <= Math.min(1000, 3 * (chain[index - 1] ?? 100)))
  }
})
