/** The map: places, communities and their names. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {noCache, type Cache} from '../../src/garden/cache.ts'
import {findCommunities, modularity} from '../../src/garden/map/communities.ts'
import {nameCommunities} from '../../src/garden/map/community-names.ts'
import {layOut} from '../../src/garden/map/layout.ts'
import {makeMap, type MapPage} from '../../src/garden/map/map.ts'
import {repulsion} from '../../src/garden/map/quadtree.ts'
import {type Join, weave} from '../../src/garden/map/web.ts'
import type {GraphEdge, LinkKind, VaultPath} from '../../src/garden/model.ts'
import {asSlug, vaultPath} from '../../src/garden/names.ts'
import {numbers, plainCommunities, plainModularity, plainRepulsion, planted} from './map-oracle.ts'

function path(written: string): VaultPath {
  const made = vaultPath(written)
  assert.ok(made)
  return made
}

function page(name: string, tags: readonly string[] = [], hidden?: true): MapPage {
  return {slug: asSlug(name), path: path(`${name}.md`), title: name, tags: tags.map((tag) => ({name: tag, slug: asSlug(tag)})), ...(hidden && {hidden})}
}

function link(from: string, to: string, kind: LinkKind = 'link'): GraphEdge {
  return {from: path(`${from}.md`), to: path(`${to}.md`), kind, text: to, line: 1}
}

/** Webs of up to 30 notes, with links to themselves and several between two. */
const webs = fc.integer({min: 0, max: 30}).chain((count) =>
  fc.record({
    count: fc.constant(count),
    joins: count === 0 ? fc.constant([]) : fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.constantFrom(0.5, 1, 1.5)), {maxLength: 90})
  })
)

function keysOf(count: number): string[] {
  return Array.from({length: count}, (_, index) => `${String(index).padStart(3, '0')}.md`)
}

// ── Places ──────────────────────────────────────────────────────────────────

test('every note has a place of finite numbers, and the same one each time', () => {
  fc.assert(
    fc.property(webs, ({count, joins}) => {
      const web = weave(keysOf(count), joins)
      const community = findCommunities(web)
      const {x, y} = layOut(web, community)
      assert.equal(x.length, count)
      for (const value of [...x, ...y]) assert.ok(Number.isFinite(value))
      assert.deepEqual(layOut(web, community), {x, y})
    }),
    {numRuns: 60, seed: 23}
  )
})

test('the order in which links are met moves nothing', () => {
  const {keys, joins} = planted(60, 4, 3)
  const web = weave(keys, joins)
  const turned = weave(keys, joins.toReversed().map(([a, b, weight]): Join => [b, a, weight]))
  assert.deepEqual(turned, web)
})

test('linked notes stand nearer than others, and those of one community nearer than those of two', () => {
  const {keys, joins, group} = planted(300, 6, 11)
  const web = weave(keys, joins)
  const {x, y} = layOut(web, findCommunities(web))
  const distance = (a: number, b: number): number => Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0))
  const mean = (pairs: readonly (readonly [number, number])[]): number => pairs.reduce((sum, [a, b]) => sum + distance(a, b), 0) / pairs.length
  const all = keys.flatMap((_, a) => keys.flatMap((__, b) => (a < b ? [[a, b] as const] : [])))
  const apart = mean(all.filter(([a, b]) => group[a] !== group[b]))
  assert.ok(mean(joins.filter(([a, b]) => a !== b).map(([a, b]) => [a, b] as const)) < apart / 1.5)
  assert.ok(mean(all.filter(([a, b]) => group[a] === group[b])) < apart / 2.5)
})

for (const seed of [1, 2, 3, 4, 5]) {
  test(`one new note moves the median note by little (${seed})`, () => {
    const {keys, joins} = planted(240, 5, seed)
    const next = numbers(seed + 100)
    const targets = Array.from({length: 3}, () => Math.floor(next() * keys.length))
    const before = weave(keys, joins)
    // It comes first, so that every note has another number than before.
    const shift = (index: number): number => index + 1
    const after = weave(['a new note.md', ...keys], [...joins.map(([a, b, weight]): Join => [shift(a), shift(b), weight]), ...targets.map((to): Join => [0, shift(to), 1])])
    const old = layOut(before, findCommunities(before))
    const now = layOut(after, findCommunities(after))
    const moved = keys.map((_, index) => Math.hypot((old.x[index] ?? 0) - (now.x[shift(index)] ?? 0), (old.y[index] ?? 0) - (now.y[shift(index)] ?? 0))).sort((a, b) => a - b)
    // The map is about 2 wide: half of the notes move by less than a twentieth of that.
    assert.ok((moved[Math.floor(moved.length / 2)] ?? 1) < 0.1, `${moved[Math.floor(moved.length / 2)]}`)
  })
}

test('notes without links stand around the others, where their names say', () => {
  const keys = [...keysOf(20), 'lonely.md']
  const joins = Array.from({length: 19}, (_, index): Join => [index, index + 1, 1])
  const web = weave(keys, joins)
  const {x, y} = layOut(web, findCommunities(web))
  const fromMiddle = (index: number): number => Math.hypot(x[index] ?? 0, y[index] ?? 0)
  assert.ok(fromMiddle(20) > 1.05 && fromMiddle(20) < 1.35)
  const alone = layOut(weave(['lonely.md'], []), new Int32Array([-1]))
  assert.deepEqual([alone.x[0], alone.y[0]], [x[20], y[20]])
})

test('far groups push as all their notes would', () => {
  const next = numbers(5)
  const x = Array.from({length: 400}, () => next() * 1000)
  const y = Array.from({length: 400}, () => next() * 1000)
  // Some in one place: they must neither hang nor push each other into nothing.
  for (let index = 0; index < 5; index += 1) [x[index], y[index]] = [500, 500]
  const [pushX, pushY] = [new Float64Array(400), new Float64Array(400)]
  repulsion({x: Float64Array.from(x), y: Float64Array.from(y), charge: new Float64Array(400).fill(1)})(pushX, pushY, 1)
  const expected = plainRepulsion(x, y)
  const off = expected.reduce((sum, push, index) => sum + Math.hypot((pushX[index] ?? 0) - push.x, (pushY[index] ?? 0) - push.y), 0)
  const size = expected.reduce((sum, push) => sum + Math.hypot(push.x, push.y), 0)
  assert.ok(off / size < 0.05, `${off / size}`)
})

// ── Communities ─────────────────────────────────────────────────────────────

test('modularity is what its definition says', () => {
  fc.assert(
    fc.property(webs, ({count, joins}) => {
      const community = Int32Array.from({length: count}, (_, index) => (index % 4) - 1)
      const web = weave(keysOf(count), joins)
      assert.ok(Math.abs(modularity(web, community) - plainModularity(count, joins, [...community])) < 1e-9)
    })
  )
})

test('communities are no worse than those of a plain, slow search', () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const {keys, joins} = planted(28, 4, seed)
    const found = findCommunities(weave(keys, joins))
    const slow = plainModularity(keys.length, joins, plainCommunities(keys.length, joins))
    // Both are greedy; neither wins always.
    assert.ok(plainModularity(keys.length, joins, [...found]) >= slow - 0.03, `seed ${seed}`)
  }
})

test('groups that were put there are found', () => {
  const {keys, joins, group} = planted(200, 5, 2)
  const found = findCommunities(weave(keys, joins))
  const pairs = keys.flatMap((_, a) => keys.flatMap((__, b) => (a < b ? [[a, b] as const] : [])))
  const agree = pairs.filter(([a, b]) => (group[a] === group[b]) === (found[a] === found[b])).length
  assert.ok(agree / pairs.length > 0.97)
})

test('communities are numbered by size; two notes alone are none', () => {
  const joins: Join[] = [[0, 1, 1], [2, 3, 1], [3, 4, 1], [2, 4, 1], [5, 6, 1], [6, 7, 1], [7, 8, 1], [8, 5, 1], [5, 7, 1]]
  assert.deepEqual([...findCommunities(weave(keysOf(10), joins))], [-1, -1, 1, 1, 1, 0, 0, 0, 0, -1])
})

// ── Names ───────────────────────────────────────────────────────────────────

/** Two triangles with these tags. */
function namesOf(first: readonly (readonly string[])[], second: readonly (readonly string[])[]): string[] {
  const notes = [...first, ...second].map((tags, index) => ({title: `Note ${index}`, tags}))
  const web = weave(keysOf(6), [[0, 1, 1], [1, 2, 1], [0, 2, 2], [3, 4, 1], [4, 5, 2], [3, 5, 1]])
  return nameCommunities(web, new Int32Array([0, 0, 0, 1, 1, 1]), notes).map(({name}) => name)
}

for (const [first, second, expected, why] of [
  [[['a'], ['a'], []], [['b'], ['b'], ['b']], ['a', 'b'], 'the tag of most'],
  [[['x/a'], ['x/b'], ['x/c']], [['y'], [], []], ['x', 'y'], 'a tag above others'],
  [[['a'], ['a'], ['a']], [['a'], ['a'], ['a']], ['a', 'Note 4'], 'a tag once, then the hub'],
  [[['all'], ['all', 'own'], ['all', 'own']], [['all'], ['all'], ['all']], ['own', 'all'], 'not the tag of everything'],
  [[[], [], []], [['constructor'], ['constructor'], ['__proto__']], ['Note 0', 'constructor'], 'the hub where there are no tags'],
  [[['A'], ['a'], ['á']], [['á'], ['á'], []], ['A', 'á'], 'tags that differ in case are one']
] as const) {
  test(`a community is called by ${why}`, () => assert.deepEqual(namesOf(first, second), expected))
}

// ── The whole map ───────────────────────────────────────────────────────────

test('links between two notes are one edge, which knows its directions, its count and whether only diagrams say so', () => {
  const pages = ['a', 'b', 'c'].map((name) => page(name))
  const {edges, notes} = makeMap(pages, [link('b', 'a'), link('a', 'b'), link('b', 'a', 'diagram'), link('c', 'a', 'diagram'), link('a', 'a')], noCache)
  assert.deepEqual(edges, [
    {a: 0, b: 1, count: 3, forth: true, back: true, diagramOnly: false},
    {a: 0, b: 2, count: 1, forth: false, back: true, diagramOnly: true}
  ])
  assert.deepEqual(notes.map(({links}) => links), [2, 1, 1])
})

test('a hidden note is not on the map, nor are its links', () => {
  const seen = [page('a'), page('c')]
  assert.deepEqual(makeMap([...seen, page('b', [], true)], [link('a', 'b'), link('a', 'c')], noCache), makeMap(seen, [link('a', 'c')], noCache))
})

test('what comes from the cache is what would be made', () => {
  const kept = new Map<string, string>()
  const cache: Cache = {read: (key) => kept.get(key), write: (key, text) => kept.set(key, text), prune: () => {}}
  const {keys, joins} = planted(40, 3, 9)
  const names = keys.map((key) => key.slice(0, -'.md'.length))
  const pages = names.map((name) => page(name))
  const links = joins.map(([a, b]) => link(names[a] ?? '', names[b] ?? ''))
  const fresh = makeMap(pages, links, cache)
  assert.equal(kept.size, 1)
  assert.deepEqual(makeMap(pages, links, cache), fresh)
  assert.equal(kept.size, 1)
  makeMap(pages, links.slice(1), cache)
  assert.equal(kept.size, 2)
})

test('each community has its own ink while there are enough', () => {
  const {keys, joins} = planted(120, 6, 4)
  const names = keys.map((key) => key.slice(0, -'.md'.length))
  const {communities} = makeMap(names.map((name) => page(name)), joins.map(([a, b]) => link(names[a] ?? '', names[b] ?? '')), noCache)
  assert.ok(communities.length > 3)
  assert.equal(new Set(communities.map(({ink}) => ink)).size, communities.length)
  assert.equal(new Set(communities.map(({name}) => name)).size, communities.length)
})
