import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Frontmatter} from '../../src/garden/frontmatter.ts'
import type {Diagnostic} from '../../src/garden/model.ts'
import {visibilityOf} from '../../src/garden/visibility.ts'
import {growFiles, path} from './support.ts'

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

test('what is unsure and stands nowhere in particular is told at the beginning of the note', () => {
  const told: Diagnostic[] = []
  const frontmatter: Frontmatter = {properties: new Map([['publish', 'maybe']]), overwritten: [], places: new Map(), lines: new Map(), body: '', bodyLine: 0, state: 'read', source: '', diagnostics: []}
  assert.equal(visibilityOf(frontmatter, {path: path('Note.md'), publish: 'all', exclude: []}, told), 'private')
  assert.deepEqual(told.map(({rule, place}) => [rule, place]), [['unsure-if-private', {line: 1, column: 1}]])
})
