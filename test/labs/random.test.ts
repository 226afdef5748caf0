import assert from 'node:assert/strict'
import test from 'node:test'
import {noise} from '../../src/labs/random.ts'

const many = Array.from({length: 20_000}, (_, place) => place)

test('chance is the same whenever it is asked', () => {
  assert.equal(noise(7, 42, 3), noise(7, 42, 3))
})

test('seed, place and turn each give another number', () => {
  const numbers = [noise(1, 1, 1), noise(2, 1, 1), noise(1, 2, 1), noise(1, 1, 2), noise(1, -1, 1)]
  assert.equal(new Set(numbers).size, numbers.length)
})

test('chance is at least 0, less than 1, and even', () => {
  const numbers = many.map((place) => noise(1, place))
  assert.ok(numbers.every((number) => number >= 0 && number < 1))
  for (let tenth = 0; tenth < 10; tenth++) {
    const found = numbers.filter((number) => Math.floor(number * 10) === tenth).length
    assert.ok(found > 1800 && found < 2200, `${found} of 20,000 in tenth ${tenth}`)
  }
})

test('neighbours in place and turn have nothing to do with each other', () => {
  for (const next of [(place: number) => noise(1, place + 1), (place: number) => noise(1, place, 1), (place: number) => noise(2, place)]) {
    const sum = many.reduce((total, place) => total + (noise(1, place) - 0.5) * (next(place) - 0.5), 0)
    assert.ok(Math.abs(sum / many.length) * 12 < 0.03, `correlation ${(sum / many.length) * 12}`)
  }
})
