/** Chains between notes, beside a search through every way there is; and the files that they are found with. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {columns} from '../../src/client/connections/columns.ts'
import {chains, readWeb, shared} from '../../src/client/connections/web.ts'
import {textWidth} from '../../src/components/chip.ts'
import {connectionFiles} from '../../src/connections/files.ts'
import {growFiles} from '../garden/support.ts'
import {allChains} from '../oracle-related.ts'

const size = 8
const graphs = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), {maxLength: 16}).map((pairs) => pairs.filter(([from, to]) => from !== to))

function webOf(pairs: readonly (readonly [number, number])[]) {
  const lists = Array.from({length: size}, (_, from) => [...new Set(pairs.filter(([note]) => note === from).map(([, to]) => to))].sort((a, b) => a - b))
  return readWeb({notesPerFile: 2, notes: lists.flatMap((_, index) => [`n${index}`, `Note ${index}`]), links: lists.map((list) => list.map((to, index) => to - (list[index - 1] ?? 0))), drawn: lists.map(() => [])})
}

for (const indirect of [false, true]) {
  test(`the chains ${indirect ? 'beside the direct link' : 'between two notes'} are the shortest of all ways, those through lesser notes first`, () => {
    fc.assert(
      fc.property(graphs, fc.nat(size - 1), fc.nat(size - 1), (pairs, from, to) => {
        const expected = allChains(indirect ? pairs.filter(([a, b]) => !(a === from && b === to) && !(a === to && b === from)) : pairs, [from, to], pairs)
        const found = chains(webOf(pairs), [from, to], {most: 1000, indirect})
        assert.deepEqual(found.map(String).sort(), expected.map(({notes}) => String(notes)).sort())
        const cost = (notes: readonly number[]): number => expected.find((each) => String(each.notes) === String(notes))?.cost ?? -1
        const costs = found.map(cost)
        assert.deepEqual(costs, [...costs].sort((a, b) => a - b))
        assert.deepEqual(chains(webOf(pairs), [from, to], {most: 2, indirect}).map(cost), costs.slice(0, 2))
      }),
      {numRuns: 1000, seed: 11}
    )
  })
}

test('what two lists share keeps its order', () => {
  assert.deepEqual(shared([1, 3, 5, 7], [7, 3, 4]), [3, 7])
  assert.deepEqual(shared(undefined, [1]), [])
})

test('the files hold every link with its sentence, and no note that graphs leave out', async () => {
  const {pages} = await growFiles(new Map([
    ['A.md', '---\ntags: [t/u]\nup: "[[C]]"\n---\n\n## Part\n\nFirst, A needs [[B]] to *work*.'],
    ['B.md', 'Back to [[A]].'],
    ['C.md', '```mermaid\nflowchart LR\n  x["[[A]]"] --> y\n```'],
    ['Secret.md', '---\nprivate: true\n---\n[[A]]']
  ]))
  const {index, files} = connectionFiles(pages)
  assert.deepEqual(index.notes, ['a', 'A', 'b', 'B', 'c', 'C'])
  assert.deepEqual(index.links, [[1, 1], [0], []])
  assert.deepEqual(index.drawn, [[], [], [0]])
  assert.deepEqual(files[0]?.[0], {tags: ['t/u', 'tags/t/u'], links: [[1, 'First, A needs <b>B</b> to <em>work</em>.', 'link', 'Part', 'part'], [2, '<b>C</b>', 'property', 'up', '']]})
  const web = readWeb(index)
  assert.deepEqual(web.near, [[1, 2], [0], [0]])
  const hidden = connectionFiles(pages.map((page) => (page.title === 'A' ? {...page, hidden: true as const} : page)))
  assert.deepEqual(hidden.index.notes, ['b', 'B', 'c', 'C'])
  assert.doesNotMatch(JSON.stringify(hidden), /needs|Back to/)
})

// ── The local graph further out ─────────────────────────────────────────────

/** A web in which note 0 has many neighbours, each with some of its own. */
function star(near: number, far: number) {
  const count = 1 + near + near * far
  const links = Array.from({length: count}, (_, from) => (from === 0 ? Array.from({length: near}, (_, to) => to + 1) : from <= near ? Array.from({length: far}, (_, index) => 1 + near + (from - 1) * far + index) : []))
  return readWeb({notesPerFile: 24, notes: links.flatMap((_, index) => [`n${index}`, `A title of some length, number ${index}`]), links: links.map((list) => list.map((to, index) => to - (list[index - 1] ?? 0))), drawn: links.map(() => [])})
}

for (const [near, far, depth, room] of [[3, 2, 2, 816], [300, 3, 2, 816], [10, 10, 3, 816], [0, 0, 3, 816], [300, 3, 2, 350], [10, 10, 3, 280]] as const) {
  test(`${near} neighbours with ${far} each, ${depth} steps far in ${room} pixels: no label overlaps another, and what is left out is counted`, () => {
    const web = star(near, far)
    const {spots, leads, more, width, height} = columns(web, 0, {depth, room})
    assert.ok(width <= room)
    const boxes = spots.map(({label, x, y}) => ({left: x, right: x + textWidth(label, 13), top: y - 9, bottom: y + 5}))
    for (const [index, a] of boxes.entries()) {
      assert.ok(a.left >= 0 && a.right <= width && a.top >= 0 && a.bottom <= height, spots[index]?.label)
      for (const b of boxes.slice(index + 1)) assert.ok(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top)
    }
    const shown = new Set(spots.map(({note}) => note))
    const step1 = spots.filter(({step}) => step === 1).length
    const hidden1 = more.find(({x}) => x === spots.find(({step}) => step === 1)?.x)?.count ?? 0
    assert.equal(step1 + hidden1, near)
    for (const {from, to, out} of leads) assert.ok(shown.has(from) && shown.has(to) && out)
    for (const {note, step} of spots) assert.ok(step === 0 || leads.some(({to}) => to === note), 'every note hangs on another')
    assert.deepEqual(columns(web, 0, {depth, room}), columns(web, 0, {depth, room}))
  })
}
