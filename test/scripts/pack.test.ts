import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {keepPacked, readPacked} from '../../scripts/output/pack.ts'
import {temporaryFolder} from '../site/support.ts'

const files = [
  {path: 'a/é.bin', content: Uint8Array.of(0, 10, 255)},
  {path: 'empty', content: new Uint8Array()},
  {path: 'z', content: Uint8Array.of(1)}
]

test('what was kept under a key comes back as it was', () => {
  const file = join(temporaryFolder(), 'deep', 'pack')
  keepPacked(file, {key: 'k', files})
  assert.deepEqual(readPacked(file, 'k')?.map(({path, content}) => ({path, content: Uint8Array.from(content)})), files)
})

test('another key, a missing file and a damaged one are as if nothing had been kept', () => {
  const file = join(temporaryFolder(), 'pack')
  assert.equal(readPacked(file, 'k'), undefined)
  keepPacked(file, {key: 'k', files})
  assert.equal(readPacked(file, 'other'), undefined)

  const whole = readFileSync(file)
  const damaged = [
    whole.subarray(0, -1),
    Buffer.concat([whole, Buffer.from('x')]),
    Buffer.from(whole.toString('latin1').replace('empty', '../up'), 'latin1'),
    Buffer.from('{"key":"k"}\n'),
    Buffer.from('')
  ]
  for (const bytes of damaged) {
    writeFileSync(file, bytes)
    assert.equal(readPacked(file, 'k'), undefined)
  }
})

test('a folder that cannot be written to keeps nothing and stops nothing', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  keepPacked(join(folder, 'file', 'pack'), {key: 'k', files})
  assert.equal(readPacked(join(folder, 'file', 'pack'), 'k'), undefined)
})
