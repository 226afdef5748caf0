import assert from 'node:assert/strict'
import {test} from 'node:test'
import {setImmediate as later} from 'node:timers/promises'
import {inTurn} from '../../src/in-turn.ts'

const fails = (error: unknown): void => assert.fail(String(error))

/** Work that ends when the test says so. */
function byHand() {
  const begun: PromiseWithResolvers<void>[] = []
  const work = (): Promise<void> => {
    const each = Promise.withResolvers<void>()
    begun.push(each)
    return each.promise
  }
  return {begun, work}
}

test('work begins when what is before it has ended, well or badly, and what was asked for meanwhile is done once', async () => {
  for (const end of ['resolve', 'reject'] as const) {
    const before = Promise.withResolvers<void>()
    const {begun, work} = byHand()
    const ask = inTurn(work, before.promise, fails)
    ask()
    ask()
    await later()
    assert.equal(begun.length, 0)
    before[end]()
    await later()
    assert.equal(begun.length, 1)
    begun[0]?.resolve()
    await later()
    assert.equal(begun.length, 1)
  }
})

test('work that is asked for while it is being done is done once more, after it', async () => {
  const {begun, work} = byHand()
  const ask = inTurn(work, Promise.resolve(), fails)
  ask()
  await later()
  for (let times = 0; times < 5; times += 1) ask()
  await later()
  assert.equal(begun.length, 1)
  begun[0]?.resolve()
  await later()
  assert.equal(begun.length, 2)
  begun[1]?.resolve()
  await later()
  ask()
  await later()
  assert.equal(begun.length, 3)
})

test('work that fails is told, and keeps no other from its turn', async () => {
  const {begun, work} = byHand()
  const told: unknown[] = []
  const ask = inTurn(work, Promise.resolve(), (error) => told.push(error))
  ask()
  await later()
  ask()
  begun[0]?.reject(new Error('no disk'))
  await later()
  assert.equal(begun.length, 2)
  begun[1]?.resolve()
  await later()
  assert.deepEqual(told.map(String), ['Error: no disk'])
})
