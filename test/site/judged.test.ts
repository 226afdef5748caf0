/** The bundled garden's search holds its figures; they are shares of answers, not times. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {judge, queries} from '../search/judge.ts'
import {ownVault, site} from './support.ts'

const {folder} = await site(ownVault)
const figures = await judge(folder)

/** The least of each class: in the part that the order was tuned on, and in the part that was kept aside. */
const least = [
  ['title', 'first', 0.95],
  ['alias', 'first', 0.95],
  ['acronym', 'first', 0.95],
  ['identifier', 'first', 0.95],
  ['question', 'three', 0.85],
  ['misspelling', 'three', 0.9],
  ['filter', 'three', 0.9]
] as const

for (const [name, figure, share] of least) {
  test(`of each ${name} query the right note is ${figure === 'first' ? 'first' : 'among the first three'} often enough, also of those kept aside`, () => {
    const found = figures.filter((each) => each.class === name)
    assert.equal(found.length, 2)
    for (const each of found) assert.ok(each[figure] >= share, JSON.stringify(each))
  })
}

test('there are enough queries, each with a reason, and a third of each class stands aside', () => {
  assert.ok(queries.length >= 150)
  assert.ok(queries.every(({right, why}) => right.length > 0 && why !== ''))
  for (const [name, all] of Map.groupBy(queries, (query) => query.class)) {
    assert.ok(all.length >= 15, name)
    assert.ok(all.filter(({aside}) => aside).length >= Math.floor(all.length / 3), name)
  }
})
