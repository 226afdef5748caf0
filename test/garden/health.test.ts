/** The garden's stock-taking, on a garden that has one of each. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {healthOf} from '../../src/garden/relations/health.ts'
import {growFiles} from './support.ts'

const long = 'word '.repeat(80)
const garden = await growFiles(new Map([
  ['index.md', `# Home\n\n${long}`],
  ['Hub.md', `---\ncreated: 2025-11-30\nreview_by: 2026-05-01\n---\n[[A]] [[B]] [[A]] [[Missing]] ${long}`],
  ['A.md', `---\ncreated: 2026-02-01\nreview_by: 2026-03-01\n---\n[[B]] [[missing.md]] [[Missing]] ${long}`],
  ['B.md', '---\ncreated: 2026-02-14\n---\nShort.'],
  ['Alone.md', long],
  ['Drawn.md', '[[B]]\n\n```mermaid\nflowchart LR\n  a --> b\n```'],
  ['Secret.md', `---\nprivate: true\ncreated: 2020-01-01\n---\n[[A]] [[Nowhere]]`]
]))
const health = healthOf(garden.pages, garden.unresolved)
const titles = (rows: readonly {title: string}[]): string[] => rows.map(({title}) => title)

test('notes, links and words are counted, private ones not', () => {
  assert.equal(health.notes, 6)
  assert.equal(health.links, 4)
  assert.equal(health.words, garden.pages.reduce((sum, {words}) => sum + words, 0))
})

test('growth has every month from the first note to the last, with none left out', () => {
  assert.deepEqual(health.months.map(({month, added, total}) => [month, added, total]), [['2025-11', 1, 1], ['2025-12', 0, 1], ['2026-01', 0, 1], ['2026-02', 2, 3]])
})

test('notes are told by their links', () => {
  assert.deepEqual(health.mostLinked.map(({title, incoming}) => [title, incoming]), [['B', 3], ['A', 1]])
  assert.deepEqual(health.hubs.map(({title, outgoing}) => [title, outgoing]), [['Hub', 2], ['A', 1], ['Drawn', 1]])
  assert.deepEqual(titles(health.orphans.rows), ['Alone'], 'the first page is nobody’s orphan')
  assert.equal(health.unreferenced, 2)
})

test('a stub is short and shows nothing', () => {
  assert.deepEqual(titles(health.stubs.rows), ['B'])
})

test('what links ask for is counted by notes, under one spelling', () => {
  assert.deepEqual(health.wanted, {rows: [{name: 'missing.md', count: 2}], count: 1})
})

test('the next checks stand by their dates', () => {
  assert.deepEqual(health.due.rows.map(({title, review}) => [title, review]), [['A', '2026-03-01'], ['Hub', '2026-05-01']])
})

test('a garden without notes is healthy too', () => {
  assert.deepEqual(healthOf([], []).months, [])
})
