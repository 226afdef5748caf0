/** Tables that Obsidian reads and GFM does not: what is changed before a note is read, and what is left. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {withHeads} from '../../src/garden/syntax/lenient-table.ts'

for (const row of [`${' '.repeat(80_000)}x`, `-|-${' '.repeat(80_000)}x`, '-|'.repeat(40_000), '> '.repeat(40_000)]) {
  test(`what stands under a lone bar is read in one go: ${row.slice(0, 8)}`, () => {
    const from = performance.now()
    assert.equal(withHeads(`|\n${row}x`), `|\n${row}x`)
    assert.ok(performance.now() - from < 1000)
  })
}
