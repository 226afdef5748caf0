/** The map drawn at build: bounded, whole, with names that do not overlap. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {gzipSync} from 'node:zlib'
import {textWidth} from '../../src/components/chip.ts'
import {communityLabel} from '../../src/components/map/labels.ts'
import {overview} from '../../src/components/map/overview.ts'
import {noCache} from '../../src/garden/cache.ts'
import {makeMap} from '../../src/garden/map/map.ts'
import type {GardenMap, VaultPath} from '../../src/garden/model.ts'
import {asSlug, vaultPath} from '../../src/garden/names.ts'
import {planted} from '../garden/map-oracle.ts'

function path(written: string): VaultPath {
  const made = vaultPath(written)
  assert.ok(made)
  return made
}

function mapOf(count: number, groups: number): GardenMap {
  const {keys, joins, group} = planted(count, groups, count)
  const pages = keys.map((key, index) => ({slug: asSlug(`notes/${index}`), path: path(key), title: `A note about something ${index}`, tags: [{name: `topic/group-${group[index]}`, slug: asSlug('x')}]}))
  return makeMap(pages, joins.map(([a, b]) => ({from: path(keys[a] ?? ''), to: path(keys[b] ?? ''), kind: 'link' as const, text: '', line: 1})), noCache)
}

const size = {width: 1080, height: 470, names: 14}

for (const [count, groups] of [[0, 1], [1, 1], [3, 1], [150, 7], [2500, 40]] as const) {
  test(`names stand inside the frame and not on each other, with ${count} notes`, () => {
    const {regions, towns, frame} = overview(mapOf(count, groups), size)
    const boxes = [...regions.map((each) => ({...each, size: 17})), ...towns.map((each) => ({...each, size: 12.5}))].map(({label, x, y, anchor, size: font}) => {
      const width = textWidth(label, font)
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
      return {left, right: left + width, top: y - font * 0.8, bottom: y + font * 0.2}
    })
    for (const [index, a] of boxes.entries()) {
      assert.ok(a.left >= frame.x && a.right <= frame.x + frame.width && a.top >= frame.y && a.bottom <= frame.y + frame.height)
      for (const b of boxes.slice(index + 1)) assert.ok(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top)
    }
  })
}

test('every linked note has its dot, up to a bound', () => {
  for (const [count, groups] of [[150, 7], [2500, 40]] as const) {
    const {dots, shown, lines} = overview(mapOf(count, groups), size)
    assert.equal(dots.reduce((sum, {path: drawn}) => sum + drawn.split('h0').length - 1, 0), shown)
    assert.equal(shown, Math.min(count, 1500))
    assert.ok(lines.split('M').length - 1 <= 900)
  }
})

test('the drawing of 150 notes is light', () => {
  const drawn = overview(mapOf(150, 7), size)
  assert.ok(gzipSync(JSON.stringify(drawn)).length < 5000)
})

for (const [name, from, expected] of [
  ['topic/event-driven', 'tag', 'Event driven'],
  ['kubernetes', 'tag', 'Kubernetes'],
  ['CI-CD Best Practices', 'note', 'CI-CD Best Practices'],
  ['---', 'tag', '---'],
  ['ärzte_und/öle', 'tag', 'Öle']
] as const) {
  test(`the community ${name} is labelled ${expected}`, () => assert.equal(communityLabel({name, from}), expected))
}
