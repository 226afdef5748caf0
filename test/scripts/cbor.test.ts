import assert from 'node:assert/strict'
import {test} from 'node:test'
import {arrayOf, countOf, itemsOf, numberOf, textOf} from '../../scripts/output/cbor.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

for (const [what, bytes, items] of [
  ['nothing', '80', []],
  ['numbers of every size', '87 00 18ff 190100 1a00010000 1b0000000100000000 20 3863', ['00', '18ff', '190100', '1a00010000', '1b0000000100000000', '20', '3863']],
  ['texts and bytes', '83 60 6161 420102', ['60', '6161', '420102']],
  ['lists in lists', '82 83 01 80 8102 03', ['8301808102', '03']],
  ['maps, tags and simple values', '84 a1 6161 01 c1 00 f6 fb3ff0000000000000', ['a1616101', 'c100', 'f6', 'fb3ff0000000000000']]
] as const) {
  test(`a list of ${what} comes apart and together`, () => {
    const found = itemsOf(hex(bytes))
    assert.deepEqual(found.map((item) => item.toString('hex')), items)
    assert.equal(arrayOf(found).toString('hex'), hex(bytes).toString('hex'))
  })
}

for (const length of [0, 23, 24, 255, 256, 65_535, 65_536]) {
  test(`a list of ${length} items comes back and is counted`, () => {
    const list = arrayOf(Array.from({length}, () => Buffer.of(0)))
    assert.equal(itemsOf(list).length, length)
    assert.equal(countOf(list), length)
  })
}

for (const [what, bytes] of [
  ['a text', '6161'],
  ['a list cut short', '8201'],
  ['a list with more behind it', '800'.padEnd(4, '0')],
  ['a list without a length', '9f01ff'],
  ['no bytes', '']
] as const) {
  test(`${what} is no list`, () => {
    assert.throws(() => itemsOf(hex(bytes)))
  })
}

test('a number is no text, and a text no number and no list', () => {
  assert.throws(() => textOf(Buffer.of(1)))
  assert.throws(() => numberOf(hex('6161')))
  assert.throws(() => countOf(hex('6161')))
  assert.equal(textOf(hex('6161')), 'a')
  assert.deepEqual(['00', '18ff', '190100', '1a00010000'].map((bytes) => numberOf(hex(bytes))), [0, 255, 256, 65_536])
})
