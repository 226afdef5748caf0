/** What a reader has read and knows: a value that goes out and comes back, and a schedule that never forgets. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {dayAfter, intervals, isDue, join, nothing, printReading, readReading, withAnswer, withMark, type Reading} from '../../src/client/reading/record.ts'

const day = fc.date({min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true}).map((date) => date.toISOString().slice(0, 10))
// Addresses of notes hold neither sign, and V8's `JSON.parse` (Node 24.21) mistakes one for the other where an object before had it as a key.
const key = fc.oneof(fc.string().map((text) => text.replace(/["\\]/g, '')), fc.constantFrom('__proto__', 'constructor', 'a/b', ''))
const mark = fc.record({state: fc.constantFrom('read' as const, 'later' as const), on: day, title: fc.string({maxLength: 300})}, {noNullPrototype: true})
const card = fc.record({box: fc.integer({min: 0, max: intervals.length - 1}), due: day}, {noNullPrototype: true})
const reading: fc.Arbitrary<Reading> = fc.record({notes: fc.array(fc.tuple(key, mark)), cards: fc.array(fc.tuple(key, card))}).map(({notes, cards}) => ({notes: new Map(notes), cards: new Map(cards)}))

test('what is exported is what is imported, whatever notes are called', () => {
  fc.assert(fc.property(reading, (each) => assert.deepEqual(readReading(printReading(each)), {notes: new Map([...each.notes].sort(([a], [b]) => (a < b ? -1 : 1))), cards: new Map([...each.cards].sort(([a], [b]) => (a < b ? -1 : 1)))}, printReading(each))))
})

test('two records joined are the same in either order, and joining again adds nothing', () => {
  fc.assert(
    fc.property(reading, reading, (a, b) => {
      // Titles of one note can differ between two records; which of them stays is of no weight.
      const bare = (each: Reading): string => printReading({...each, notes: new Map([...each.notes].map(([slug, note]) => [slug, {...note, title: ''}]))})
      assert.equal(bare(join(a, b)), bare(join(b, a)))
      assert.equal(bare(join(join(a, b), b)), bare(join(a, b)))
    })
  )
})

test('nothing of a file that is not ours is taken in, and nothing of it breaks', () => {
  for (const text of ['', 'null', '[]', '{}', '{"version":2,"notes":{}}', 'version: 1', '{"version":1']) assert.equal(readReading(text), undefined, text)
  const found = readReading('{"version":1,"notes":{"a":{"state":"read","on":"2026-01-01"},"b":{"state":"x","on":"2026-01-01"},"c":7,"d":{"state":"later","on":"<b>"}},"cards":{"a#^q":{"box":1,"due":"2026-01-01"},"b":{"box":99,"due":"2026-01-01"},"c":{"box":-1,"due":"2026-01-01"},"d":{"box":0.5,"due":"2026-01-01"}}}')
  assert.deepEqual([...(found?.notes.keys() ?? [])], ['a'])
  assert.deepEqual([...(found?.cards.keys() ?? [])], ['a#^q'])
})

test('any text at all is read without a fault', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readReading(text)))
})

test('a mark comes and goes', () => {
  const marked = withMark(nothing, 'a', {state: 'read', on: '2026-11-25', title: 'A'})
  assert.equal(marked.notes.get('a')?.state, 'read')
  assert.equal(withMark(marked, 'a', undefined).notes.size, 0)
  assert.equal(nothing.notes.size, 0)
})

test('who knows a card sees it ever later, who does not sees it at once again', () => {
  let now = nothing
  let today = '2026-02-27'
  const waits: number[] = []
  for (let round = 0; round < 8; round += 1) {
    assert.ok(isDue(now, 'a#^q', today))
    now = withAnswer(now, 'a#^q', {knew: true, today})
    const due = now.cards.get('a#^q')?.due ?? ''
    waits.push((Date.parse(due) - Date.parse(today)) / 86_400_000)
    assert.ok(!isDue(now, 'a#^q', today))
    today = due
  }
  assert.deepEqual(waits, [1, 3, 7, 16, 35, 80, 80, 80])
  const forgotten = withAnswer(now, 'a#^q', {knew: false, today})
  assert.ok(isDue(forgotten, 'a#^q', today))
})

test('days are days, over months, years and the change of clocks', () => {
  for (const [from, days, to] of [['2026-02-28', 1, '2026-03-01'], ['2028-02-28', 1, '2028-02-29'], ['2026-12-31', 1, '2027-01-01'], ['2026-03-28', 3, '2026-03-31'], ['2026-10-24', 7, '2026-10-31']] as const) {
    assert.equal(dayAfter(from, days), to)
  }
})
