/** Canvases: what is read of a file, where things stand, what no file may do. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {boundsOf, readingOrder, sidesOf, wayOf} from '../../src/garden/canvas/geometry.ts'
import {isProblem, readJson} from '../../src/garden/canvas/json.ts'
import type {Card} from '../../src/garden/canvas/model.ts'
import {mostCards, readCanvas} from '../../src/garden/canvas/read.ts'
import {linesOf} from '../../src/garden/canvas/sheet.ts'
import type {Json} from '../../src/garden/canvas/json.ts'
import {growFiles, htmlOf, rulesOf} from './support.ts'

const card = (more: object): string => JSON.stringify({id: 'a', type: 'text', text: 'words', x: 0, y: 0, width: 100, height: 100, ...more})
const canvas = (nodes: readonly string[], edges: readonly object[] = []): string => `{"nodes":[${nodes.join(',')}],"edges":${JSON.stringify(edges)}}`

function plainOf(json: Json): unknown {
  if (json.kind === 'array') return json.items.map(plainOf)
  return json.kind === 'object' ? Object.fromEntries([...json.entries].map(([key, value]) => [key, plainOf(value)])) : json.value
}

test('JSON is read as `JSON.parse` reads it', () => {
  fc.assert(fc.property(fc.json(), (text) => {
    const read = readJson(text)
    assert.ok(!isProblem(read))
    assert.deepEqual(plainOf(read), JSON.parse(text))
  }))
})

test('what is not JSON is a problem with a place, never an exception', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json().map((text) => text.slice(0, -1)), fc.json().map((text) => `${text}x`)), (text) => {
    const read = readJson(text)
    let valid = true
    try {
      JSON.parse(text)
    } catch {
      valid = false
    }
    // A byte order mark is passed over here.
    if (!text.includes('\uFEFF')) assert.equal(isProblem(read), !valid, text)
    if (isProblem(read)) assert.ok(read.at >= 0 && read.at <= text.length)
  }))
})

const hostile: readonly (readonly [name: string, text: string, cards: number])[] = [
  ['nothing', '', 0],
  ['white space', ' \n', 0],
  ['an unclosed text', '{"nodes":[{"id":"a', 0],
  ['a list at the top', '[]', 0],
  ['nodes that are no list', '{"nodes":{"a":1}}', 0],
  ['nodes that are no objects', '{"nodes":[1,null,"x",[]]}', 0],
  ['a number past all numbers', canvas([card({}).replace('"x":0', '"x":1e999')]), 0],
  ['NaN', canvas([card({}).replace('"x":0', '"x":NaN')]), 0],
  ['numbers as text', canvas([card({x: '0'})]), 0],
  ['a negative width', canvas([card({width: -5})]), 0],
  ['a place out of the world', canvas([card({y: -2e6})]), 0],
  ['a fraction', canvas([card({x: 0.4, width: 0.2})]), 1],
  ['names of prototypes', canvas([card({id: '__proto__'}), card({id: 'constructor'}), card({id: 'toString'})], [{fromNode: '__proto__', toNode: 'constructor'}]), 3],
  ['two of one id', canvas([card({}), card({})]), 1],
  ['nesting without end', `{"nodes":${'['.repeat(100_000)}`, 0],
  ['a text of a megabyte', canvas([card({text: 'x'.repeat(1_000_000)})]), 1],
  ['a byte order mark', `\uFEFF${canvas([card({})])}`, 1]
]

for (const [name, text, cards] of hostile) {
  test(`a canvas of ${name} has ${cards} cards`, () => {
    assert.equal(readCanvas(text).canvas.cards.length, cards)
  })
}

test('a canvas of ten thousand cards is drawn as far as a page can carry it, and says so', async () => {
  const nodes = Array.from({length: 10_000}, (_, index) => card({id: String(index), x: (index % 100) * 120, y: Math.floor(index / 100) * 120}))
  const edges = nodes.slice(1).map((_, index) => ({fromNode: String(index), toNode: String(index + 1)}))
  const garden = await growFiles(new Map([['Big.canvas', canvas(nodes, edges)]]))
  assert.deepEqual(rulesOf(garden.diagnostics).filter((rule) => rule === 'canvas-syntax'), ['canvas-syntax'])
  assert.equal(htmlOf(garden, 'Big.canvas').match(/class="cv-card /g)?.length, mostCards)
})

test('canvases that show each other end in a link', async () => {
  const shows = (file: string): string => canvas([JSON.stringify({id: 'f', type: 'file', file, x: 0, y: 0, width: 100, height: 100})])
  const garden = await growFiles(new Map([['A.canvas', shows('B.canvas')], ['B.canvas', shows('A.canvas')], ['Self.canvas', shows('Self.canvas')]]))
  assert.ok(rulesOf(garden.diagnostics).includes('embed-cycle'))
  assert.match(htmlOf(garden, 'A.canvas'), /href="\/a-canvas\/">A</)
})

test('a card shows nothing of a private note, and the garden is as if there had never been one', async () => {
  const file = (path: string): string => JSON.stringify({id: path, type: 'file', file: path, x: 0, y: 0, width: 100, height: 100})
  const text = canvas([file('Secret/Merger.md'), file('Open.md')], [{fromNode: 'Open.md', toNode: 'Secret/Merger.md'}])
  const files = new Map([['Plan.canvas', text], ['Open.md', 'Open.']])
  const {diagnostics: _, fillers: __, ...withIt} = await growFiles(new Map([...files, ['Secret/Merger.md', '---\npublish: false\n---\nZebra']]))
  const {diagnostics: ___, fillers: ____, ...without} = await growFiles(files)
  assert.equal(JSON.stringify(withIt), JSON.stringify(without))
  assert.doesNotMatch(JSON.stringify(withIt), /Merger|Zebra/)
})

test('a canvas is as private as its own properties and its folder say', async () => {
  const said = (metadata: object): string => JSON.stringify({nodes: [], edges: [], ...metadata})
  const files = new Map([
    ['Hidden.canvas', said({metadata: {frontmatter: {publish: false}}})],
    ['Draft.canvas', said({draft: true})],
    ['templates/T.canvas', said({})],
    ['Unsure.canvas', said({metadata: {frontmatter: {publsh: false}}})],
    ['Open.canvas', said({})]
  ])
  const pages = async (publish: 'all' | 'explicit'): Promise<string[]> => (await growFiles(files, {publish})).pages.map(({path}) => path)
  assert.deepEqual(await pages('all'), ['Open.canvas'])
  assert.deepEqual(await pages('explicit'), [])
})

test('cards that name files are links, cards of text are none', async () => {
  const nodes = [
    JSON.stringify({id: 'f', type: 'file', file: 'A.md', subpath: '#Part', x: 0, y: 0, width: 100, height: 100}),
    card({id: 't', text: '[[B]] and ![[B]]', x: 200})
  ]
  const garden = await growFiles(new Map([['Plan.canvas', canvas(nodes)], ['A.md', '## Part\n\nA.'], ['B.md', 'B.']]))
  assert.deepEqual(garden.edges.map(({from, to, kind}) => [from, to, kind]), [['Plan.canvas', 'A.md', 'canvas']])
  assert.deepEqual(garden.pages.find(({path}) => path === 'A.md')?.backlinks.map(({title, mentions}) => [title, mentions[0]?.kind]), [['Plan', 'canvas']])
  assert.match(htmlOf(garden, 'Plan.canvas'), /href="\/b\/"/)
})

const someCard = fc.record({x: fc.integer({min: -2000, max: 2000}), y: fc.integer({min: -2000, max: 2000}), width: fc.integer({min: 1, max: 900}), height: fc.integer({min: 1, max: 900}), isGroup: fc.boolean()})
const someCards = fc.array(someCard, {minLength: 1, maxLength: 30}).map((all) =>
  all.map(({isGroup, ...box}, index): Card => (isGroup ? {...box, id: String(index), at: 0, type: 'group', backgroundStyle: 'cover'} : {...box, id: String(index), at: 0, type: 'text', text: '', textAt: 0}))
)

test('every card is read once, and none before the group that holds it', () => {
  fc.assert(fc.property(someCards, (cards) => {
    const order = readingOrder(cards)
    assert.deepEqual([...order].sort((a, b) => a - b), cards.map((_, index) => index))
    for (const [index, {x, y, width, height, type}] of cards.entries()) {
      if (type === 'group') continue
      const holders = cards.flatMap((group, at) => (group.type === 'group' && x + width / 2 >= group.x && x + width / 2 <= group.x + group.width && y + height / 2 >= group.y && y + height / 2 <= group.y + group.height ? [at] : []))
      if (holders.length > 0) assert.ok(holders.some((holder) => order.indexOf(holder) < order.indexOf(index)))
    }
  }))
})

test('all cards and ends of edges stand within the bounds', () => {
  fc.assert(fc.property(someCards, (cards) => {
    const {x, y, width, height} = boundsOf(cards)
    const [first] = cards
    const last = cards.at(-1)
    assert.ok(first && last)
    const {start, end} = wayOf(first, last, {})
    for (const spot of [start, end, ...cards]) assert.ok(spot.x >= x && spot.x <= x + width && spot.y >= y && spot.y <= y + height)
  }))
})

test('an edge without sides joins the nearest ones, and keeps those it names', () => {
  const [left, right] = [{x: 0, y: 0, width: 10, height: 10}, {x: 100, y: 0, width: 10, height: 10}]
  assert.deepEqual(sidesOf(left, right, {}), ['right', 'left'])
  assert.deepEqual(sidesOf(right, left, {}), ['left', 'right'])
  assert.deepEqual(sidesOf(left, right, {fromSide: 'top', toSide: 'bottom'}), ['top', 'bottom'])
})

test('a label is short lines', () => {
  assert.deepEqual(linesOf('publishes order events to the broker'), ['publishes order events to', 'the broker'])
  assert.deepEqual(linesOf(`${'x'.repeat(40)} y`), [`${'x'.repeat(27)}…`, 'y'])
  assert.equal(linesOf('word '.repeat(400)).length, 6)
})

test('a canvas is the same every time', async () => {
  const text = canvas([card({id: 'a', text: '# One [[B]]'}), card({id: 'b', x: 300, color: '#abc'})], [{fromNode: 'a', toNode: 'b', label: 'to'}])
  const grown = async (): Promise<string> => JSON.stringify((await growFiles(new Map([['P.canvas', text], ['B.md', 'B']]))).pages)
  assert.equal(await grown(), await grown())
})
