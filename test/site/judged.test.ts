/** The bundled garden's search holds its figures; they are shares of answers, not times. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {indexProvider} from '../../src/client/search/provider.ts'
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

const {search} = indexProvider('', async (path) => new Uint8Array(readFileSync(join(folder, 'pagefind', path))))

test('filters alone list notes with their descriptions, and all of them on request', async () => {
  const few = await search('kind:pattern', new AbortController().signal)
  assert.equal(few.results.length, 8)
  const all = await search('kind:pattern', new AbortController().signal, 100)
  assert.equal(all.results.length, few.total)
  assert.deepEqual(all.results.slice(0, 8), few.results)
  for (const {excerpt, description} of all.results) assert.equal(excerpt.map(({text}) => text).join(''), description)
})

test('a name that is being typed keeps its note, letter by letter', async () => {
  const title = 'How do you build pipelines for fifty services?'
  for (let length = 5; length <= title.length; length += 1) {
    const {results} = await search(title.slice(0, length), new AbortController().signal, 20)
    assert.ok(results.some((each) => each.title.map(({text}) => text).join('') === title), title.slice(0, length))
  }
})

test('there are enough queries, each with a reason, and a third of each class stands aside', () => {
  assert.ok(queries.length >= 150)
  assert.ok(queries.every(({right, why}) => right.length > 0 && why !== ''))
  for (const [name, all] of Map.groupBy(queries, (query) => query.class)) {
    assert.ok(all.length >= 15, name)
    assert.ok(all.filter(({aside}) => aside).length >= Math.floor(all.length / 3), name)
  }
})
