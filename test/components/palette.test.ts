import assert from 'node:assert/strict'
import {test} from 'node:test'
import {excerptPieces, titlePieces} from '../../src/client/palette/pieces.ts'
import type {Piece} from '../../src/client/palette/provider.ts'
import {actions} from '../../src/components/actions.ts'
import {kindNames, sprite} from '../../src/components/icons.ts'

/** Pieces as one line, what was found in brackets. */
function line(pieces: readonly Piece[]): string {
  return pieces.map(({text, isFound}) => (isFound ? `[${text}]` : text)).join('')
}

for (const [what, html, title, expected] of [
  ['marked words are found words', 'One <mark>breaker.</mark> A <mark>call</mark>.', '', 'One [breaker.] A [call].'],
  ['any other markup is text', '<img src=x onerror=alert(1)> <b>bold</b> <mark>a</mark>.', '', '<img src=x onerror=alert(1)> <b>bold</b> [a].'],
  ['markup inside a mark is text', '<mark><script></mark>.', '', '<mark><script></mark>.'],
  ['a mark that never closes is text', 'A <mark>b', '', 'A <mark>b …'],
  ['entities are read once', '&lt;script&gt; &amp;lt; <mark>&lt;b&gt;</mark>.', '', '<script> &amp;lt; [<b>].'],
  ['what is cut off is said to be', 'lets <mark>probes</mark> through', '', '… lets [probes] through …'],
  ['the heading above is not said again', '<mark>Breaker</mark> states. One <mark>breaker</mark>.', 'Breaker states', 'One [breaker].'],
  ['a heading alone leaves nothing to say', '<mark>Breaker</mark> states.', 'Breaker states', ''],
  ['nothing is nothing', '', '', '']
] as const) {
  test(`in an excerpt ${what}`, () => {
    assert.equal(line(excerptPieces(html, title)), expected)
  })
}

for (const [title, query, expected] of [
  ['Circuit Breaker', 'break', 'Circuit [Breaker]'],
  ['Retry with Backoff', 'retry  BACK', '[Retry] with [Backoff]'],
  ['Çay ve Süt', 'çay', '[Çay] ve Süt'],
  ['CI/CD', 'ci/cd', '[CI]/[CD]'],
  ['C++', '+++', 'C++'],
  ['Tea', '', 'Tea']
] as const) {
  test(`the title “${title}” shows what was asked by “${query}”`, () => {
    assert.equal(line(titlePieces(title, query)), expected)
  })
}

test('an excerpt of any length is read in one pass', () => {
  const many = 50_000
  assert.equal(line(excerptPieces('<mark>'.repeat(many))).length, '<mark>'.length * many + ' …'.length)
})

test('the sprite has a symbol for each kind, for other notes, sections, actions and figures', () => {
  const ids = [...sprite().matchAll(/<symbol id="([^"]+)"/g)].map((match) => match[1])
  for (const id of [...kindNames, 'note', 'hash', 'figure', ...actions.map(({icon}) => icon)]) assert.ok(ids.includes(id), id)
  assert.equal(new Set(ids).size, ids.length)
})
