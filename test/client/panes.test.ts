/** The stack of panes in an address. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {follow, panesIn, withPanes} from '../../src/client/panes/address.ts'

const segment = fc.stringMatching(/^[\p{L}\p{N}_-]{1,12}$/u).map((text) => text.normalize('NFC'))
const slug = fc.array(segment, {minLength: 1, maxLength: 3}).map((segments) => segments.join('/'))
const slugs = fc.uniqueArray(slug, {maxLength: 12})

test('a stack that is written into an address is read back from it, and other words stay', () => {
  fc.assert(
    fc.property(slugs, (stack) => {
      assert.deepEqual(panesIn(withPanes('', stack)), stack)
      assert.deepEqual(panesIn(withPanes('?panes=old', stack)), stack)
      assert.equal(new URLSearchParams(withPanes('?q=x&panes=a', stack)).get('q'), 'x')
    })
  )
  assert.equal(withPanes('?panes=a', []), '')
})

test('an address asks for each page once, and for no more than there is room to think of', () => {
  assert.deepEqual(panesIn('?panes=a,,a,/b/,c/d'), ['a', 'b', 'c/d'])
  assert.equal(panesIn(`?panes=${Array.from({length: 100}, (_, at) => `n${at}`).join(',')}`).length, 12)
  assert.deepEqual(panesIn(''), [])
  assert.deepEqual(panesIn('?panes=..,../..,a/../b,%2e%2e%2f,\\\\x.example,javascript:1,a%00'), [])
})

test('a link opens beside the pane it stands in; what stood there goes; what is open is not opened twice', () => {
  assert.deepEqual(follow([], -1, 'a'), ['a'])
  assert.deepEqual(follow(['a', 'b', 'c'], 0, 'd'), ['a', 'd'])
  assert.deepEqual(follow(['a', 'b', 'c'], 2, 'd'), ['a', 'b', 'c', 'd'])
  assert.deepEqual(follow(['a', 'b', 'c'], 2, 'a'), ['a', 'b', 'c'])
})
