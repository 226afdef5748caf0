/** What the map draws, and from where: the camera, the communities, the numbers that the pen takes. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {between, cameraAt, type Frame, heldRatio, lensOf, placeOf, type Point, pulled, toPixels, toPlace, whole, zoomed} from '../../src/client/map/camera.ts'
import {type MapData, readMap} from '../../src/client/map/data.ts'
import {colourOf, discsOf, linesOf, type Looks} from '../../src/client/map/marks.ts'
import {mostLinked} from '../../src/client/map/pick.ts'
import {bridges, regionDiscs} from '../../src/client/map/regions.ts'
import type {Shown} from '../../src/client/map/shown.ts'
import type {Camera} from '../../src/client/map/state.ts'

const frame: Frame = {width: 1200, height: 640, box: {left: -9000, right: 11_000, top: -7000, bottom: 5000}}
const pixel = fc.record({x: fc.integer({min: 0, max: 1200}), y: fc.integer({min: 0, max: 640})})
const camera = fc.record({x: fc.double({min: -1, max: 2, noNaN: true}), y: fc.double({min: -1, max: 2, noNaN: true}), ratio: fc.double({min: 0.01, max: 2.5, noNaN: true})})

function near(one: Point, other: Point, room: number): void {
  assert.ok(Math.hypot(one.x - other.x, one.y - other.y) <= room, `${JSON.stringify(one)} is not ${JSON.stringify(other)}`)
}

test('at first all of the map stands on the stage, in its middle', () => {
  const lens = lensOf(frame, whole)
  for (const corner of [{x: -9000, y: -7000}, {x: 11_000, y: 5000}]) {
    const {x, y} = toPixels(lens, corner)
    assert.ok(x >= 0 && x <= 1200 && y >= 0 && y <= 640)
  }
  near(toPixels(lens, {x: 1000, y: -1000}), {x: 600, y: 320}, 0.001)
})

test('a pixel’s place is seen at that pixel, from wherever the camera stands', () => {
  fc.assert(
    fc.property(camera, pixel, (from, at) => {
      const lens = lensOf(frame, from)
      near(toPixels(lens, toPlace(lens, at)), at, 0.001)
      near(cameraAt(frame, placeOf(frame, from), from.ratio), from, 1e-9)
    })
  )
})

test('what is pulled follows the hand; what is zoomed at stays under it', () => {
  fc.assert(
    fc.property(camera, fc.record({start: pixel, end: pixel}), fc.double({min: 0.5, max: 2, noNaN: true}), (from, {start, end}, by) => {
      const place = toPlace(lensOf(frame, from), start)
      near(toPixels(lensOf(frame, pulled(frame, from, {x: end.x - start.x, y: end.y - start.y})), place), end, 0.001)
      const after = zoomed(frame, from, {by, at: start})
      near(toPixels(lensOf(frame, after), place), start, 0.001)
      assert.equal(after.ratio, heldRatio(from.ratio * by))
    })
  )
})

test('a way begins and ends where it should', () => {
  const to: Camera = {x: 0.2, y: 0.9, ratio: 0.1}
  assert.deepEqual(between(whole, to, 0), whole)
  near(between(whole, to, 1), to, 1e-9)
  assert.ok(Math.abs(between(whole, to, 1).ratio - 0.1) < 1e-9)
})

// ── Communities ─────────────────────────────────────────────────────────────

/** Three communities of six notes: two close by each other, one strewn over the whole map; and one of two notes. */
function strewn(): {data: MapData; shown: Shown} {
  const notes = 20
  const places = Array.from({length: notes}, (_, note): readonly [x: number, y: number, community: number] => {
    const [turn, step] = [(note % 6) * 1.05, Math.floor(note / 6)]
    if (step === 3) return [0, 9000, 3]
    const radius = step === 2 ? 9000 : 500 + 20 * (note % 6)
    return [Math.round((step === 1 ? 3000 : 0) + radius * Math.cos(turn)), Math.round(radius * Math.sin(turn)), step]
  })
  const ends: readonly (readonly [number, number])[] = [[0, 6], [1, 7], [0, 1], [0, 12], [18, 0]]
  const data: MapData = {
    ...readMap(emptyFile()),
    notes,
    all: notes,
    edges: ends.length,
    x: Int16Array.from(places, ([x]) => x),
    y: Int16Array.from(places, ([, y]) => y),
    community: Uint16Array.from(places, ([, , community]) => community),
    a: Uint32Array.from(ends, ([a]) => a),
    b: Uint32Array.from(ends, ([, b]) => b),
    regions: {x: Int16Array.of(0, 3000, 0, 0), y: Int16Array.of(0, 0, 0, 9000), ink: Uint16Array.of(2, 3, 4, 5)}
  }
  return {data, shown: {notes: new Uint8Array(notes).fill(1), edges: new Uint8Array(ends.length).fill(1), links: new Uint16Array(notes), count: notes, linkCount: ends.length}}
}

function emptyFile(): ArrayBuffer {
  const words = new Uint32Array(10)
  words.set([0x50414d54, 1])
  return words.buffer
}

test('a community is a disc around its notes; one that is strewn over the map, or of two notes, is none', () => {
  const {data, shown} = strewn()
  const discs = regionDiscs(data, shown)
  assert.deepEqual(discs.map(({region}) => region), [0, 1])
  for (const {region, x, y, radius} of discs) {
    assert.ok(radius > 500 && radius < 1000)
    for (let note = 6 * region; note < 6 * region + 6; note += 1) assert.ok(Math.hypot((data.x[note] ?? 0) - x, (data.y[note] ?? 0) - y) <= radius)
  }
  const without = {...shown, notes: shown.notes.map((_, note) => (note < 6 ? 0 : 1))}
  assert.ok(!regionDiscs(data, without).some(({region}) => region === 0))
})

test('bridges are the links between communities that are drawn', () => {
  const {data, shown} = strewn()
  assert.deepEqual(bridges(data, shown, regionDiscs(data, shown)), [{a: 0, b: 1, count: 2}])
  assert.deepEqual(bridges(data, {...shown, edges: Uint8Array.of(1, 0, 1, 1, 1)}, regionDiscs(data, shown)), [{a: 0, b: 1, count: 1}])
})

test('the most linked of many are those that sorting all would give', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 40}), {maxLength: 60}), fc.integer({min: 0, max: 70}), (links, count) => {
      const notes = [...links.keys()]
      const sorted = [...notes].sort((a, b) => (links[b] ?? 0) - (links[a] ?? 0) || a - b).slice(0, count)
      assert.deepEqual(mostLinked(notes, {...strewn().shown, links: Uint16Array.from(links)}, count), sorted)
    })
  )
})

// ── Numbers for the pen ─────────────────────────────────────────────────────

const theme = {paper: '#ffffff', ink: '#000000', text: '#111111', faint: '#777777', link: '#cccccc', strong: '#999999', rubric: '#ff0000', inks: ['#000001', '#000002', '#000003', '#000004', '#000005', '#000006'], regionInks: []}
const looks: Looks = {theme, inkOf: (note) => (note === 19 ? -1 : note % 6), linksOf: (note) => note, lit: undefined, focus: undefined}

test('a colour is three numbers', () => {
  assert.deepEqual(colourOf('#0a80ff'), [10, 128, 255])
})

test('communities come first, then dots, then notes; each in its ink, a note without one in grey', () => {
  const {data, shown} = strewn()
  const {at, ink, ground} = discsOf(data, {notes: [3, 19], edges: [], dots: [4]}, {looks, ground: {dots: [4], regions: regionDiscs(data, shown), bridges: []}})
  assert.deepEqual([ground, at.length, ink.length], [2, 4 * 5, 4 * 5])
  const inks = [0, 1, 2, 3, 4].map((index) => [...ink.subarray(4 * index, 4 * index + 3)])
  assert.deepEqual(inks, [[0, 0, 3], [0, 0, 4], [0, 0, 5], [0, 0, 4], [119, 119, 119]])
  assert.deepEqual([...at.subarray(12, 14)], [data.x[3], data.y[3]])
})

test('the note that is looked at is red and its neighbours keep their ink; the others fade and are drawn first', () => {
  const {data} = strewn()
  const {ink} = discsOf(data, {notes: [0, 1, 2], edges: [], dots: []}, {looks: {...looks, lit: new Set([0, 1]), focus: 0}, ground: undefined})
  const colours = [0, 1, 2].map((index) => [...ink.subarray(4 * index, 4 * index + 3)])
  assert.deepEqual(colours, [[191, 191, 192], [255, 0, 0], [0, 0, 2]])
})

test('links inside a community are drawn over those between two, and those of the note that is looked at over all', () => {
  const {data} = strewn()
  const colours = (with_: Partial<Looks>) => {
    const {ink, width} = linesOf(data, {notes: [], edges: [0, 1, 2], dots: []}, {looks: {...looks, ...with_}, ground: undefined})
    assert.deepEqual([...width], [1, 1, 1])
    return [0, 1, 2].map((index) => ink[4 * index + 1])
  }
  const [first = 0, second = 0, third = 0] = colours({})
  assert.ok(first === second && first > third && third === 0xcc)
  assert.deepEqual(colours({lit: new Set([0, 1, 6]), focus: 0}).slice(1), [0, 0])
})

test('bridges are as wide as they are strong, up to a limit', () => {
  const {data} = strewn()
  const widths = [1, 16, 10_000].map((count) => linesOf(data, {notes: [], edges: [], dots: []}, {looks, ground: {dots: [], regions: [], bridges: [{a: 0, b: 1, count}]}}).width[0] ?? 0)
  assert.deepEqual(widths, [1, 1.75, 5])
})
