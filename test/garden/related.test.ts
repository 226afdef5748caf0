/** Related notes of random gardens, beside the answers of `oracle-related.ts`; and what their reasons say. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import type {NoteRef, Related, VaultPath} from '../../src/garden/model.ts'
import {asSlug} from '../../src/garden/names.ts'
import {publish} from '../../src/garden/publish.ts'
import {type Linked, relatedFinder} from '../../src/garden/relations/related.ts'
import {type LinkedNote, nearness} from '../oracle-related.ts'
import {growFiles, parse, path} from './support.ts'

/** A garden of notes as the finder is given it. */
function finder(notes: readonly LinkedNote[], hidden: readonly string[] = []): (name: string, limit: number) => Related[] {
  const nodes = new Map<VaultPath, Linked>()
  const fileOf = (name: string): VaultPath => path(`${name}.md`)
  const linking = (name: string): [VaultPath, true][] => notes.filter(({out}) => out.includes(name)).map((note) => [fileOf(note.name), true])
  for (const {name, out, tags, text} of notes) {
    const [note] = publish([parse(`${text}\n\n${tags.map((tag) => `#${tag}`).join(' ')}`, {file: `${name}.md`})])
    assert.ok(note)
    nodes.set(note.path, {note: {...note, text}, out: new Map(out.map((to) => [fileOf(to), true])), in: new Map(linking(name))})
  }
  const refs = new Map<VaultPath, NoteRef>(notes.filter(({name}) => !hidden.includes(name)).map(({name}) => [fileOf(name), {slug: asSlug(name), title: name, description: ''}]))
  const find = relatedFinder(nodes, refs)
  return (name, limit) => find(fileOf(name), limit)
}

const names = ['na', 'nb', 'nc', 'nd', 'ne', 'nf', 'ng', 'nh', 'ni', 'nj']
const vocabulary = ['kafka', 'offset', 'lag', 'saga', 'outbox', 'pod', 'ring', 'leader', 'quorum', 'cache', 'the', 'of']

const gardens = fc.tuple(...names.map((name) =>
  fc.record({
    name: fc.constant(name),
    out: fc.uniqueArray(fc.constantFrom(...names.filter((other) => other !== name)), {maxLength: 3}),
    tags: fc.uniqueArray(fc.constantFrom('t1', 't2', 't3', 't4'), {maxLength: 2}),
    text: fc.array(fc.constantFrom(...vocabulary), {maxLength: 12}).map((words) => words.join(' '))
  })
))

const rounded = (value: number): string => value.toFixed(9)

test('who is related, in which order and why, is what comparing every note with every other says', () => {
  fc.assert(
    fc.property(gardens, (notes) => {
      const find = finder(notes)
      for (const note of notes) {
        const expected = notes
          .filter((other) => other !== note)
          .map((other) => ({other, near: nearness(notes, note, other)}))
          .filter(({near}) => near.isRelated)
        const told = find(note.name, 4)
        // Sums of the same numbers in another order differ in their last digits, so equals may change places.
        const scores = told.map(({title}) => rounded(expected.find(({other}) => other.name === title)?.near.score ?? -1))
        assert.deepEqual(scores, expected.map(({near}) => near.score).sort((a, b) => b - a).map(rounded).slice(0, 4), `${note.name}: ${told.map(({title}) => title)}`)
        for (const {title, reasons} of told) {
          const near = expected.find(({other}) => other.name === title)?.near
          const given = (kind: string): readonly string[] => reasons.find((reason) => reason.kind === kind)?.names ?? []
          assert.equal(given('links').length, Math.min(3, near?.links.length ?? 0))
          assert.ok(given('links').every((name) => near?.links.includes(name)))
          assert.equal(given('linked-by').length, Math.min(3, near?.linkedBy.length ?? 0))
          assert.deepEqual([...given('rare-tag'), ...given('tag')].sort(), [...(near?.tags ?? [])].sort())
          assert.ok(given('text').flatMap((phrase) => phrase.split(' ')).every((word) => near?.words.includes(word)))
          assert.ok(reasons.length > 0, `${note.name} and ${title} are related for a reason`)
        }
      }
    }),
    {numRuns: 150, seed: 7}
  )
})

test('a note that graphs leave out is nobody’s neighbour', () => {
  const notes = names.slice(0, 5).map((name): LinkedNote => ({name, out: [], tags: ['same'], text: ''}))
  assert.deepEqual(finder(notes, ['nb'])('na', 9).map(({title}) => title), ['nc', 'nd', 'ne'])
})

const filler = Array.from({length: 12}, (_, index): [string, string] => [`Other ${index}.md`, `Of colour${index} and form${index}, with nothing else to say.`])

test('two notes that speak of the same are told by the words that stand side by side in both', async () => {
  const garden = await growFiles(new Map([
    ['A.md', 'Watch the consumer lag of a group; consumer lag grows when it rebalances.'],
    ['B.md', 'An alert on consumer lag wakes whoever is on call.'],
    ...filler
  ]))
  const related = garden.pages.find(({title}) => title === 'A')?.related
  assert.deepEqual(related?.map(({title, reasons}) => ({title, reasons})), [{title: 'B', reasons: [{kind: 'text', names: ['consumer lag']}]}])
})

test('what a note links to or is linked from is not among its related notes', async () => {
  const garden = await growFiles(new Map([
    ['A.md', 'The consumer lag. [[B]]'],
    ['B.md', 'The consumer lag.'],
    ['C.md', 'The consumer lag. [[A]]'],
    ...filler
  ]))
  assert.deepEqual(garden.pages.find(({title}) => title === 'A')?.related, [])
  assert.deepEqual(garden.pages.find(({title}) => title === 'B')?.related.map(({title}) => title), ['C'])
})

test('scripts without spaces are compared by pairs of signs', async () => {
  const garden = await growFiles(new Map([['甲.md', '消費者の遅延を見る'], ['乙.md', '消費者の遅延と再調整'], ...filler]))
  assert.deepEqual(garden.pages.find(({title}) => title === '甲')?.related.map(({title}) => title), ['乙'])
})
