import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {chip, fit, mostPins, textWidth} from '../../src/components/chip.ts'
import {neighbour} from './sample.ts'

const neighbours = fc
  .array(
    fc.record({
      title: fc.string({unit: 'grapheme', maxLength: 60}),
      direction: fc.constantFrom('in' as const, 'out' as const, 'both' as const)
    }),
    {maxLength: 60}
  )
  .map((all) => all.map(({title, direction}) => neighbour(title, direction)))

test('links in stand on the left, links out on the right, and both ways on either side', () => {
  const {pins} = chip('Saga', [neighbour('a', 'in'), neighbour('b', 'out'), neighbour('c', 'both')])

  assert.deepEqual(
    pins.map(({title, side, both}) => [title, side, both]),
    [
      ['c', 'in', true],
      ['a', 'in', false],
      ['c', 'out', true],
      ['b', 'out', false]
    ]
  )
})

test('a drawing has at most thirty pins, and counts the neighbours it leaves out', () => {
  fc.assert(
    fc.property(neighbours, fc.nat(9), (all, hidden) => {
      const drawn = chip('Note', all, hidden)
      assert.ok(drawn.pins.length <= mostPins)
      assert.equal(drawn.shown.length + drawn.hidden, all.length + hidden)
      assert.deepEqual(drawn.shown, all.slice(0, drawn.shown.length))
    })
  )
})

test('labels never overlap, and stand inside the drawing', () => {
  fc.assert(
    fc.property(neighbours, fc.string({maxLength: 200}), (all, title) => {
      const drawn = chip(title, all)
      for (const side of ['in', 'out'] as const) {
        const rows = drawn.pins.filter((pin) => pin.side === side).map(({y}) => y)
        for (const [index, y] of rows.entries()) {
          assert.ok(y - 12 >= drawn.box.y && y + 12 <= drawn.box.y + drawn.box.height)
          assert.ok(y - (rows[index - 1] ?? -100) >= 24)
        }
      }
      for (const {label} of drawn.pins) assert.ok(textWidth(label, 13) <= 222)
      for (const line of drawn.title) {
        assert.ok(textWidth(line.text, 15) <= drawn.box.width)
        assert.ok(line.y > drawn.box.y + 15 && line.y < drawn.box.y + drawn.box.height - 5)
      }
    })
  )
})

test('a note without neighbours is a chip without pins', () => {
  const drawn = chip('Alone', [])
  assert.deepEqual([drawn.pins, drawn.hidden, drawn.title.map(({text}) => text)], [[], 0, ['Alone']])
})

test('a long title is broken into lines, and cut after the fourth', () => {
  const {title} = chip('How would you design a microservices architecture for a ride-sharing application in one hour', [])
  assert.equal(title.length, 4)
  assert.match(title[3]?.text ?? '', /…$/)
})

test('a text is cut at a word where it can be', () => {
  assert.equal(fit('Understanding Microservices for Senior DevOps Engineers', 218, 13), 'Understanding Microservices …')
  assert.equal(fit('Short', 218, 13), 'Short')
  assert.match(fit('x'.repeat(99), 100, 13), /^x+ …$/)
})
