import assert from 'node:assert/strict'
import {test} from 'node:test'
import {titlePieces} from '../../src/client/search/pieces.ts'
import type {Piece} from '../../src/client/search/result.ts'
import {actions} from '../../src/components/actions.ts'
import {kindNames, sprite} from '../../src/components/icons.ts'

/** Pieces as one line, what was found in brackets. */
function line(pieces: readonly Piece[]): string {
  return pieces.map(({text, isFound}) => (isFound ? `[${text}]` : text)).join('')
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

test('the sprite has a symbol for each kind, for other notes, sections, actions and figures', () => {
  const ids = [...sprite().matchAll(/<symbol id="kg-i-([^"]+)"/g)].map((match) => match[1])
  for (const id of [...kindNames, 'note', 'hash', 'figure', ...actions.map(({icon}) => icon)]) assert.ok(ids.includes(id), id)
  assert.equal(new Set(ids).size, ids.length)
})
