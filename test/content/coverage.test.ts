/** What the garden's first note names: each item has a note that owns it, written out and public. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {vaultPath} from '../../src/garden/names.ts'
import {readProperties} from '../../src/garden/properties.ts'
import {readGarden} from '../../scripts/content/read.ts'

interface Item {
  readonly section: string
  readonly item: string
  /** The first owns the item. */
  readonly notes: readonly string[]
}

const items: readonly Item[] = JSON.parse(readFileSync(join(import.meta.dirname, 'coverage.json'), 'utf8'))
const notes = new Map(readGarden().map((note) => [note.name, note]))

test('the list of items is whole', () => {
  assert.equal(items.length, 117)
})

for (const {section, item, notes: names} of items) {
  test(`“${item}” (${section}) has a note of its own, public and written out`, () => {
    const note = notes.get(names[0] ?? '')
    assert.ok(note, `There is no note “${names[0]}”.`)
    assert.notEqual(note.status, 'seedling')
    const path = vaultPath(note.path)
    assert.ok(path)
    assert.equal(readProperties(note.frontmatter, {path, publish: 'all', exclude: [], linkText: 'app'}).visibility, 'public')
  })

  test(`every note named for “${item}” (${section}) exists`, () => {
    assert.deepEqual(names.filter((name) => !notes.has(name)), [])
  })
}
