import assert from 'node:assert/strict'
import {test} from 'node:test'
import {growFiles} from './support.ts'

for (const [properties, published] of [
  ['publish: true', true],
  ['publish: true\ndraft: false', true],
  ['draft: false', false],
  ['publish:\ndraft: false', false],
  ['private: no\npublish: ""', false],
  ['publish: true\nprivate: yes', false],
  ['', false]
] as const) {
  test(`where only \`publish: true\` is published, ${JSON.stringify(properties)} is ${published ? 'public' : 'private'}`, async () => {
    const garden = await growFiles(new Map([['Note.md', `---\n${properties}\n---\nText`]]), {publish: 'explicit'})
    assert.equal(garden.pages.length, published ? 1 : 0)
  })
}
