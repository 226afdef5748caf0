/** What the map's page does with its files and its address: the parts that need no browser. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {flag, type MapData, none, readMap, stretched} from '../../src/client/map/data.ts'
import {groupsBy} from '../../src/client/map/groups.ts'
import {mostNotes, pick} from '../../src/client/map/pick.ts'
import {neighboursOf, show} from '../../src/client/map/shown.ts'
import {choices, colours, everything, type MapState, printState, readState, wishes} from '../../src/client/map/state.ts'
import {noCache} from '../../src/garden/cache.ts'
import {type FacetPage, facetsOf} from '../../src/garden/map/facets.ts'
import {mapFile, missingOf} from '../../src/garden/map/file.ts'
import {makeMap} from '../../src/garden/map/map.ts'
import type {LinkKind, PropertyValue, VaultPath} from '../../src/garden/model.ts'
import {asSlug, vaultPath} from '../../src/garden/names.ts'
import type {MapNames} from '../../src/map-files.ts'
import {planted} from '../garden/map-oracle.ts'

function path(written: string): VaultPath {
  const made = vaultPath(written)
  assert.ok(made)
  return made
}

interface Written {
  readonly path: string
  readonly kind?: string
  readonly status?: string
  readonly tags?: readonly string[]
  readonly updated?: string
}

type Line = readonly [from: string, to: string, kind?: LinkKind]

/** The two files of a garden, read back. */
function open(notes: readonly Written[], lines: readonly Line[], unresolved: readonly (readonly [from: string, target: string])[] = []): {data: MapData; names: MapNames; bytes: number; edges: number} {
  const sorted = [...notes].sort((a, b) => (a.path < b.path ? -1 : 1))
  const pages = sorted.map(({path: at, kind, status, tags = [], updated}) => {
    const properties: (readonly [string, PropertyValue])[] = status === undefined ? [] : [['Status', status]]
    return {slug: asSlug(at), path: path(`${at}.md`), title: at.toUpperCase(), tags: tags.map((name) => ({name, slug: asSlug(name)})), properties, dates: updated === undefined ? {} : {updated}, ...(kind === undefined ? {} : {noteKind: kind})}
  })
  const map = makeMap(pages, lines.map(([from, to, kind = 'link']) => ({from: path(`${from}.md`), to: path(`${to}.md`), kind, text: '', line: 1})), noCache)
  const facets = facetsOf(pages satisfies readonly FacetPage[])
  const missing = missingOf(unresolved.map(([from, target]) => ({from: path(`${from}.md`), target, line: 1})), new Map(pages.map((page, index) => [page.path, index])))
  const file = mapFile(map, facets, missing)
  return {
    data: readMap(file.buffer),
    names: {
      titles: pages.map(({title}) => title),
      slugs: pages.map(({slug}) => slug),
      missing: missing.names,
      kinds: facets.kind.names,
      statuses: facets.status.names,
      folders: facets.folder.names,
      tags: facets.tags.names,
      communities: map.communities.map(({name}) => ({name, label: name}))
    },
    bytes: file.length,
    edges: map.edges.length + missing.links.length
  }
}

const garden = open(
  [
    {path: 'a', kind: 'Tool', status: 'done', tags: ['x/y'], updated: '2026-01-10'},
    {path: 'b', kind: 'tool', tags: ['x', 'z'], updated: '2026-02-10T12:00'},
    {path: 'dir/c', kind: 'idea', status: 'draft', tags: ['xy']},
    {path: 'dir/in/d', kind: 'idea', updated: '1969-01-01'},
    {path: 'dirt/e', tags: ['X/Y']},
    {path: 'f'}
  ],
  [['a', 'b'], ['b', 'a'], ['b', 'dir/c'], ['dir/c', 'dir/in/d'], ['dir/in/d', 'dirt/e', 'diagram']],
  [['a', 'Nobody'], ['b', 'nobody'], ['a', 'Nobody'], ['f', ' ']]
)

/** Titles that are shown by what is asked for. */
function titles(asked: string, read: readonly string[] = []): string[] {
  const {data, names} = garden
  const {notes} = show(data, names, {state: readState(asked), read: new Set(read)})
  return [...notes].flatMap((mark, note) => (mark ? [names.titles[note] ?? names.missing[note - data.notes] ?? ''] : []))
}

test('the file of numbers is read as it was written', () => {
  const {data, names} = garden
  assert.deepEqual([data.notes, data.all, data.edges], [6, 7, 6])
  assert.deepEqual(names.missing, ['Nobody'])
  assert.deepEqual([...data.flags], [flag.forth | flag.back, flag.forth, flag.forth, flag.forth | flag.diagramOnly, flag.forth | flag.missing, flag.forth | flag.missing])
  assert.deepEqual([...data.strength], [2, 1, 1, 1, 1, 1])
  assert.deepEqual([...data.kind].map((kind) => names.kinds[kind] ?? ''), ['Tool', 'Tool', 'idea', 'idea', '', ''])
  assert.deepEqual([...data.day].map((day) => day === none), [false, false, true, true, true, true])
})

test('a file that is another one is refused', () => {
  assert.throws(() => readMap(new ArrayBuffer(32)))
  assert.throws(() => readMap(new TextEncoder().encode('not a map but forty characters of plain text').slice(0, 40).buffer))
})

test('an edge takes at most 12 bytes, and a note with its tags at most 40', () => {
  const {keys, joins} = planted(300, 6, 1)
  const names = keys.map((key) => key.slice(0, -'.md'.length))
  const {bytes, edges} = open(
    names.map((name, index) => ({path: name, kind: 'a', tags: Array.from({length: 8}, (_, tag) => `tag-${(index + tag) % 90}`), updated: '2026-01-01'})),
    joins.map(([a, b]): Line => [names[a] ?? '', names[b] ?? ''])
  )
  assert.ok(bytes <= 12 * edges + 40 * 300, `${bytes}`)
})

for (const [asked, expected] of [
  ['', ['A', 'B', 'DIR/C', 'DIR/IN/D']],
  ['orphans=1', ['A', 'B', 'DIR/C', 'DIR/IN/D', 'DIRT/E', 'F']],
  ['diagrams=1', ['A', 'B', 'DIR/C', 'DIR/IN/D', 'DIRT/E']],
  ['unresolved=1', ['A', 'B', 'DIR/C', 'DIR/IN/D', 'Nobody']],
  ['unresolved=1&kind=idea', ['DIR/C', 'DIR/IN/D']],
  ['kind=Tool', ['A', 'B']],
  ['kind=nothing-like-it', []],
  ['tag=x', ['A', 'B']],
  ['tag=x/y', ['A']],
  ['tag=x/y&orphans=1', ['A', 'DIRT/E']],
  ['folder=dir', ['DIR/C', 'DIR/IN/D']],
  ['folder=dir/in', ['DIR/IN/D']],
  ['status=draft', ['DIR/C']],
  ['since=2026-01-11', ['B']],
  ['until=2026-01-10', ['A']],
  ['since=2026-01-10&until=2026-02-10', ['A', 'B']],
  ['since=yesterday', ['A', 'B', 'DIR/C', 'DIR/IN/D']],
  ['reading=read', ['DIR/C']],
  ['reading=unread', ['A', 'B', 'DIR/IN/D']]
] as const) {
  test(`“?${asked}” shows ${expected.length} notes`, () => assert.deepEqual(titles(asked, ['dir/c']), expected))
}

test('a filter that takes a note’s neighbours away does not take the note', () => {
  assert.deepEqual(titles('status=done'), ['A'])
})

test('neighbours are the notes at the other ends of the links that are shown', () => {
  const {data, names} = garden
  const shown = (asked: string) => show(data, names, {state: readState(asked), read: new Set()})
  assert.deepEqual(neighboursOf(data, shown(''), 1), [2, 0])
  assert.deepEqual(neighboursOf(data, shown('kind=Tool'), 1), [0])
  assert.deepEqual(neighboursOf(data, shown('unresolved=1'), 0), [1, 6])
})

test('the colours of groups do not change when a filter leaves some of them out', () => {
  const {data, names} = garden
  const words = {none: 'none', read: 'read', unread: 'unread'}
  for (const colour of colours) {
    const inks = (asked: string) => new Map(groupsBy(colour, {data, names, shown: show(data, names, {state: readState(asked), read: new Set()}), read: new Set(), words}).list.map(({name, ink}) => [name, ink]))
    const all = inks('orphans=1')
    for (const [name, ink] of inks('kind=idea')) assert.equal(ink, all.get(name), `${colour} ${name}`)
  }
})

test('however many notes there are, so many are drawn; those that are pinned always', () => {
  const count = mostNotes + 400
  const {keys, joins} = planted(count, 30, 3)
  const names = keys.map((key) => key.slice(0, -'.md'.length))
  const {data, names: told} = open(names.map((name) => ({path: name})), joins.map(([a, b]): Line => [names[a] ?? '', names[b] ?? '']))
  const shown = show(data, told, {state: everything, read: new Set()})
  const far = pick(data, shown, {sight: undefined, pinned: [7]})
  assert.ok(far.notes.length < mostNotes && far.notes.includes(7))
  assert.equal(far.dots.length, shown.count)
  assert.deepEqual(far.edges, [])
  const near = pick(data, shown, {sight: {left: 0, right: 4000, top: 0, bottom: 4000}, pinned: []})
  assert.ok(near.dots.length === 0 && near.notes.length > 0)
  for (const note of near.notes) assert.ok((data.x[note] ?? -1) >= 0 && (data.x[note] ?? 5000) <= 4000)
  const drawn = new Set(near.notes)
  for (const edge of near.edges) assert.ok(drawn.has(data.a[edge] ?? -1) && drawn.has(data.b[edge] ?? -1))
})

test('a stretched map fits its stage better, and stays in its numbers', () => {
  const {data} = garden
  for (const aspect of [0.4, 1, 2.5]) {
    const {x, y} = stretched(data, aspect)
    for (const [index, value] of x.entries()) assert.ok(Math.abs(value) <= Math.abs(data.x[index] ?? 0) + 1)
    for (const [index, value] of y.entries()) assert.ok(Math.abs(value) <= Math.abs(data.y[index] ?? 0) + 1)
  }
})

// ── The address ─────────────────────────────────────────────────────────────

const words = fc.string({unit: 'grapheme', maxLength: 20})
const days = fc.constantFrom('', '2026-01-31', '1999-12-01')
const states: fc.Arbitrary<MapState> = fc.record({
  chosen: fc.record({kind: words, tag: words, folder: words, status: words, community: words, reading: fc.constantFrom('', 'read', 'unread')}, {noNullPrototype: true}),
  since: days,
  until: days,
  wished: fc.subarray([...wishes]).map((each) => new Set(each)),
  colour: fc.constantFrom(...colours),
  find: words,
  note: fc.option(fc.constantFrom('', 'a', 'dir/größe', 'a b&c=d#e'), {nil: undefined}),
  camera: fc.option(fc.record({x: fc.constantFrom(0, 0.5, -0.25), y: fc.constantFrom(0.125, 1), ratio: fc.constantFrom(0.05, 1, 2)}, {noNullPrototype: true}), {nil: undefined})
}, {noNullPrototype: true})

test('the address says all of what is shown', () => {
  fc.assert(fc.property(states, (state) => assert.deepEqual(readState(printState(state)), state)))
})

test('nothing chosen is no query', () => {
  assert.equal(printState(everything), '')
  assert.deepEqual(readState(''), everything)
})

for (const asked of ['at=1,2', 'at=a,b,c', 'at=1e9,0,1', 'at=0,0,0', 'at=0,0,NaN', 'colour=constructor', 'reading=__proto__', 'since=2026-1-1', 'orphans=yes', '%E0%A4%A', 'nothing=1']) {
  test(`“?${asked}” is as if it were not there`, () => assert.deepEqual(readState(asked), everything))
}

test('every filter has its field in the address', () => {
  for (const name of choices) assert.notDeepEqual(readState(`${name}=read`), everything, name)
})
