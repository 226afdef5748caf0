import assert from 'node:assert/strict'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {test, type TestContext} from 'node:test'
import fc from 'fast-check'
import {openPackedCache} from '../../src/garden/packed-cache.ts'

function folderFor(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'packs-'))
  t.after(() => rmSync(folder, {recursive: true, force: true}))
  return path.join(folder, 'made', 'when', 'needed')
}

const packsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.pack'))

function keep(folder: string, texts: Readonly<Record<string, string>>): void {
  const cache = openPackedCache(folder)
  for (const [key, text] of Object.entries(texts)) cache.write(key, text)
  cache.prune()
}

test('what was written is read by the next run, letter by letter', (t) => {
  const folder = folderFor(t)
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-f0-9]{8}$/), fc.string({unit: 'grapheme', maxLength: 200}), {maxKeys: 20}), (texts) => {
      keep(folder, texts)
      const cache = openPackedCache(folder)
      for (const [key, text] of Object.entries(texts)) assert.equal(cache.read(key), text)
      assert.equal(cache.read('another'), undefined)
      cache.prune()
    }),
    {numRuns: 50, seed: 23}
  )
})

test('what a run did not use is gone once most of its pack is waste', (t) => {
  const folder = folderFor(t)
  keep(folder, {a: 'A', b: 'B', c: 'C', d: 'D'})
  const second = openPackedCache(folder)
  assert.equal(second.read('b'), 'B')
  second.prune()
  const third = openPackedCache(folder)
  assert.equal(third.read('a'), undefined)
  assert.equal(third.read('b'), 'B')
  assert.equal(packsIn(folder).length, 1)
})

test('many small packs become one', (t) => {
  const folder = folderFor(t)
  const keys = Array.from({length: 70}, (_, index) => `key${index}`)
  for (const [index, key] of keys.entries()) {
    const cache = openPackedCache(folder)
    for (const earlier of keys.slice(0, index)) assert.equal(cache.read(earlier), earlier.repeat(3))
    cache.write(key, key.repeat(3))
    cache.prune()
  }
  assert.ok(packsIn(folder).length < 20, String(packsIn(folder).length))
})

test('more than fits one pack is kept whole', (t) => {
  const folder = folderFor(t)
  const texts = Object.fromEntries(Array.from({length: 7}, (_, index) => [`k${index}`, String(index).repeat(3_000_000)]))
  keep(folder, texts)
  assert.ok(packsIn(folder).length > 1)
  const cache = openPackedCache(folder)
  for (const [key, text] of Object.entries(texts)) assert.equal(cache.read(key), text)
})

const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['cut short', (bytes) => bytes.subarray(0, bytes.length - 1)],
  ['empty', () => Buffer.alloc(0)],
  ['not JSON', () => Buffer.from('[[\n')],
  ['of another shape', () => Buffer.from('{"a":1}\nA')],
  ['other letters', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')])]
]

for (const [name, damage] of damages) {
  test(`a pack that is ${name} is as if it had never been written`, (t) => {
    const folder = folderFor(t)
    keep(folder, {a: 'text'})
    const [pack = ''] = packsIn(folder)
    const file = path.join(folder, pack)
    writeFileSync(file, damage(readFileSync(file)))
    const cache = openPackedCache(folder)
    assert.equal(cache.read('a'), undefined)
    cache.write('a', 'again')
    cache.prune()
    assert.equal(openPackedCache(folder).read('a'), 'again')
  })
}
