import assert from 'node:assert/strict'
import {test} from 'node:test'
import {mender} from '../../src/client/search/mend.ts'
import {filesByBits, searchVocabulary} from '../../src/garden/search-vocabulary.ts'
import {samplePage} from '../components/sample.ts'

const pages = ['Kubernetes', 'Saga', 'Retry Pattern'].map((title) => samplePage(title))
const files = searchVocabulary(pages, ['latency', 'listens', 'budget', 'rollout', 'saga', 'overload'].map((word) => ({word, notes: 3})))

/** What a word is mended to, and the files that were asked for. */
async function ask(word: string, isInQuestion = false): Promise<{meant: string | undefined; asked: string[]}> {
  const asked: string[] = []
  const meant = mender({vocabulary: filesByBits(files)}, async (path) => {
    asked.push(path)
    return new TextEncoder().encode(files.get(path.slice('words/'.length, -'.txt'.length)))
  })
  return {meant: await meant(word, isInQuestion), asked}
}

for (const [typed, right, most] of [
  ['kuberntes', 'kubernetes', 1],
  ['patern', 'pattern', 1],
  ['latncy', 'latency', 1],
  ['budgte', 'budget', 1],
  ['overlaod', 'overload', 1],
  ['ubernetes', 'kubernetes', 4],
  ['llatency', 'latency', 1],
  ['atency', 'latency', 4],
  ['jatency', 'latency', 4],
  ['altency', 'latency', 4]
] as const) {
  test(`“${typed}” means “${right}”, and few files say so`, async () => {
    const {meant, asked} = await ask(typed)
    assert.equal(meant, right)
    assert.ok(asked.length <= most, asked.join(' '))
  })
}

test('a word of a name is meant before one that notes use, where both are as near', async () => {
  assert.equal((await ask('ssaga')).meant, 'saga')
})

test('words that are near to none, and short ones, are left as they are', async () => {
  assert.equal((await ask('zzzzqq')).meant, undefined)
  assert.deepEqual(await ask('lat'), {meant: undefined, asked: []})
})

test('in a question only what is very near is taken for a mistake', async () => {
  assert.equal((await ask('budgte', true)).meant, undefined)
  assert.equal((await ask('kubernets', true)).meant, 'kubernetes')
  assert.equal((await ask('overlaad', true)).meant, 'overload')
  assert.equal((await ask('oferlaad', true)).meant, undefined)
  assert.equal((await ask('oferlaad')).meant, 'overload')
})
