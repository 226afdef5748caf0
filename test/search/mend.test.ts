import assert from 'node:assert/strict'
import {test} from 'node:test'
import {mender} from '../../src/client/search/mend.ts'
import {readTable} from '../../src/client/search/table.ts'
import {searchTable} from '../../src/garden/search-table.ts'
import {searchVocabulary} from '../../src/garden/search-vocabulary.ts'
import {samplePage} from '../components/sample.ts'

const pages = ['Kubernetes', 'Saga', 'Retry Pattern'].map((title) => samplePage(title))
const files = searchVocabulary(pages, ['latency', 'listens', 'budget', 'rollout', 'saga', 'overload'].map((word) => ({word, notes: 3})))
const table = readTable(searchTable({lang: 'en', chunks: [], vocabulary: [...files.keys()], pages: pages.map((page) => ({page, words: 1, file: ''}))}))

/** What a word is mended to, and the files that were asked for. */
async function ask(word: string): Promise<{meant: string | undefined; asked: string[]}> {
  const asked: string[] = []
  const meant = mender(table, async (path) => {
    asked.push(path)
    return new TextEncoder().encode(files.get(path.slice('words/'.length, -'.txt'.length)))
  })
  return {meant: await meant(word), asked}
}

for (const [typed, right, why] of [
  ['kuberntes', 'kubernetes', 'a letter is missing'],
  ['patern', 'pattern', 'a letter is missing'],
  ['sagas', 'saga', 'a letter is too much'],
  ['ubernetes', 'kubernetes', 'the first letter is missing']
] as const) {
  test(`“${typed}” means a word of a name (${why}), and nothing is loaded`, async () => {
    assert.deepEqual(await ask(typed), {meant: right, asked: []})
  })
}

for (const [typed, right] of [['latncy', 'latency'], ['budgte', 'budget'], ['atency', 'latency'], ['llatency', 'latency'], ['jatency', 'latency'], ['altency', 'latency'], ['overlaod', 'overload']] as const) {
  test(`“${typed}” means “${right}”, which several notes use`, async () => {
    const {meant, asked} = await ask(typed)
    assert.equal(meant, right)
    assert.ok(asked.length <= 4)
  })
}

test('words that are near to none, and short ones, are left as they are', async () => {
  assert.equal((await ask('zzzzqq')).meant, undefined)
  assert.deepEqual(await ask('lat'), {meant: undefined, asked: []})
})
