/** What a dev server keeps between rounds changes nothing that comes out. */

import assert from 'node:assert/strict'
import {utimesSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import type {GrowMemory} from '../../src/garden/garden.ts'
import {lazily} from '../../src/garden/lazily.ts'
import {linkMemory} from '../../src/garden/links.ts'
import type {FileMemory} from '../../src/garden/read-note.ts'
import {wordMemory} from '../../src/garden/relations/words-of-texts.ts'
import {readVault} from '../../src/garden/vault.ts'
import type {MadeVault} from '../oracle.ts'
import {asVault, law} from './random-vault.ts'
import {growVault, same, temporaryFolder, writeFiles} from './support.ts'

/** Other words in one note, another note gone, and a new one. */
function edited({notes, attachments}: MadeVault, round: number): MadeVault {
  const at = round % Math.max(1, notes.length)
  const changed = notes.map((note, index) => (index === at ? {...note, pieces: [...note.pieces].reverse(), hidden: round % 5 === 4} : note))
  return {notes: round % 3 === 2 ? changed.filter((_, index) => index !== (at + 1) % notes.length) : changed, attachments}
}

test('a garden grown round after round is the garden grown at once', async () => {
  await law(100, async (made) => {
    const memory: GrowMemory = {notes: new Map(), links: linkMemory(), words: wordMemory()}
    let vault = made
    for (let round = 0; round < 5; round += 1) {
      same(await growVault(asVault(vault), {}, {memory}), await growVault(asVault(vault)))
      vault = edited(vault, round)
    }
  })
})

test('files are read again when they were touched, and only then', () => {
  const folder = temporaryFolder()
  const memory: FileMemory = new Map()
  const read = () => readVault(folder, {noteMegabytes: 1}, memory).vault.notes
  writeFiles(folder, [['a.md', 'one'], ['b.md', 'two']])
  const [a, b] = read()
  writeFiles(folder, [['b.md', 'TWO']])
  utimesSync(join(folder, 'b.md'), new Date(0), new Date(0))
  const [sameA, otherB] = read()
  assert.equal(sameA, a)
  assert.equal(b?.text, 'two')
  assert.equal(otherB?.text, 'TWO')
})

test('what is made when somebody looks is made once, and reads as the whole', () => {
  let times = 0
  const known = {values: {a: 1}, late: {d: () => undefined}, decided: new Set(['c'])}
  const whole = lazily<{a: number; b: string; c?: boolean; d?: number | undefined}>(known, () => {
    times += 1
    return {a: 1, b: 'two'}
  })
  assert.equal(whole.a, 1)
  assert.equal(whole.c, undefined)
  assert.equal(whole.d, undefined)
  assert.equal(times, 0)
  assert.equal(whole.b, 'two')
  assert.deepEqual({...whole}, {a: 1, b: 'two'})
  assert.equal(JSON.stringify(whole), '{"a":1,"b":"two"}')
  assert.equal('c' in whole, false)
  assert.equal(times, 1)
})
