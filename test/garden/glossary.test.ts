import assert from 'node:assert/strict'
import {test} from 'node:test'
import {growFiles} from './support.ts'

test('a glossary lists titles with their sentence and aliases with their title, in the order of names', async () => {
  const garden = await growFiles(new Map(Object.entries({
    'Terms.md': '---\ngenerate: glossary\ndescription: All words.\n---\n',
    'Saga.md': '---\naliases: [Sagas, A/B test]\ndescription: Steps with a way back.\n---\n',
    'Mute.md': 'No sentence of its own? This one is the description.',
    'Secret.md': '---\npublish: false\ndescription: Nobody reads this.\n---\n'
  })))
  const page = garden.pages.find(({path}) => path === 'Terms.md')
  assert.deepEqual(
    page?.glossary?.map(({term, definition, of}) => [term, definition ?? of]),
    [
      ['A/B test', 'Saga'],
      ['Mute', 'No sentence of its own? This one is the description.'],
      ['Saga', 'Steps with a way back.'],
      ['Sagas', 'Saga']
    ]
  )
})

test('a note that does not ask has no glossary', async () => {
  const garden = await growFiles(new Map([['Saga.md', 'Steps.']]))
  assert.equal(garden.pages[0]?.glossary, undefined)
})
