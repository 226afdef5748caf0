import assert from 'node:assert/strict'
import {test} from 'node:test'
import {buildGraph} from '../../src/garden/graph.ts'
import type {PublicNote, Resolution} from '../../src/garden/model.ts'
import {publish} from '../../src/garden/publish.ts'
import {parse, path} from './support.ts'

/** A graph of notes by their links: `a: ['b', 'b']` links twice to `b`. */
function graphOf(links: Readonly<Record<string, readonly string[]>>) {
  const notes: PublicNote[] = publish(Object.entries(links).map(([name, to]) => parse(to.map((other) => `[[${other}]]`).join(' and '), {file: `${name}.md`})))
  const resolutions = new Map(notes.map((note) => [note.path, {links: note.links.map(({target}): Resolution => ({kind: 'note', path: path(`${target}.md`)})), embeds: []}]))
  return buildGraph({notes, resolutions, refs: new Map(), hidden: new Set(), mentions: {unlinked: true, commonWords: 0}})
}

const graph = graphOf({a: ['b', 'c', 'c'], b: ['d'], c: [], d: ['e'], e: [], f: ['a']})

for (const [hops, limit, expected] of [
  [0, 10, []],
  [1, 10, ['c 1', 'b 1', 'f 1']],
  [2, 10, ['c 1', 'b 1', 'f 1', 'd 2']],
  [3, 10, ['c 1', 'b 1', 'f 1', 'd 2', 'e 3']],
  [3, 2, ['c 1', 'b 1']],
  [1, 0, []]
] as const) {
  test(`within ${hops} hops, ${limit} at most, stand ${expected.join(', ') || 'none'}`, () => {
    assert.deepEqual(graph.neighbourhood(path('a.md'), hops, limit).map((near) => `${near.path.replace('.md', '')} ${near.hops}`), expected)
  })
}

test('a note that links to nobody and that nobody links to stands alone', () => {
  assert.deepEqual(graphOf({x: [], y: ['z'], z: []}).neighbourhood(path('x.md'), 3, 10), [])
})
