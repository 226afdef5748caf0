/** Suggested links: what is written, where, and what is left alone. */

import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {applyLinks} from '../../scripts/suggest/apply.ts'
import {writeLinks} from '../../scripts/suggest/files.ts'
import {writeMode} from '../../scripts/suggest/suggest.ts'
import type {LinkSuggestion} from '../../src/garden/model.ts'
import {growFiles, path} from '../garden/support.ts'

const here = path('Here.md')
const saga = (line: number, column: number, words = 'saga'): LinkSuggestion => ({path: here, place: {line, column}, words, to: path('Saga.md'), link: `[[Saga|${words}]]`})

for (const [what, text, suggestions, written] of [
  ['two on a line', 'a saga, a Saga', [saga(1, 3), saga(1, 11, 'Saga')], 'a [[Saga|saga]], a [[Saga|Saga]]'],
  ['after Windows line ends', 'a\r\nsaga\r\n', [saga(2, 1)], 'a\r\n[[Saga|saga]]\r\n'],
  ['after a byte order mark', '\uFEFFsaga', [saga(1, 1)], '\uFEFF[[Saga|saga]]'],
  ['only where the words still stand', 'a tale, a saga', [saga(1, 3), saga(1, 11)], 'a tale, a [[Saga|saga]]'],
  ['nothing past the end', 'saga', [saga(9, 1), saga(1, 40)], 'saga'],
  ['the same place once', 'saga', [saga(1, 1), saga(1, 1)], '[[Saga|saga]]']
] as const) {
  test(`links are written: ${what}`, () => {
    const applied = applyLinks(text, suggestions)
    assert.equal(applied.text, written)
    assert.equal(applied.done.length + applied.gone.length, suggestions.length)
  })
}

test('what was written is a link to the note, and is not suggested again', async () => {
  const files = new Map([['Saga.md', ''], ['Outbox.md', ''], ['Here.md', '---\nkind: saga\n---\n\nA `saga`, a saga and | an outbox.\n\n| a | b |\n| - | - |\n| the saga | one outbox |\n']])
  const garden = await growFiles(files)
  const text = applyLinks(files.get('Here.md') ?? '', garden.suggestions()).text
  const again = await growFiles(new Map([...files, ['Here.md', text]]))
  assert.deepEqual(again.suggestions(), [])
  assert.deepEqual(again.edges.map(({from, to}) => `${from} ${to}`).sort(), ['Here.md Outbox.md', 'Here.md Saga.md'])
  assert.equal(text.replaceAll(/\[\[[^\]|]*\|([^\]]*)\]\]/g, '$1'), files.get('Here.md'))
})

const folder = mkdtempSync(join(tmpdir(), 'suggest-'))
after(() => rmSync(folder, {recursive: true, force: true}))

test('a file is written whole, with its mode, and nothing is left beside it', () => {
  const file = join(folder, 'Here.md')
  writeFileSync(file, 'a saga')
  chmodSync(file, 0o640)
  assert.equal(writeLinks(file, [saga(1, 3)]).done.length, 1)
  assert.equal(readFileSync(file, 'utf8'), 'a [[Saga|saga]]')
  assert.equal(statSync(file).mode & 0o777, 0o640)
  assert.deepEqual(readdirSync(folder), ['Here.md'])
})

test('a file that is not UTF-8, a link to a file and a missing file are left alone', () => {
  const bytes = Buffer.from([0x73, 0x61, 0x67, 0x61, 0xff])
  writeFileSync(join(folder, 'Bytes.md'), bytes)
  symlinkSync(join(folder, 'Here.md'), join(folder, 'Linked.md'))
  for (const name of ['Bytes.md', 'Linked.md', 'Missing.md']) assert.throws(() => writeLinks(join(folder, name), [saga(1, 1)]), Error, name)
  assert.deepEqual(readFileSync(join(folder, 'Bytes.md')), bytes)
})

test('links are asked about at a terminal, and written all at once only on demand', () => {
  assert.equal(writeMode(new Set(), false), 'none')
  assert.equal(writeMode(new Set(['write']), true), 'ask')
  assert.equal(writeMode(new Set(['write', 'all']), false), 'all')
  assert.throws(() => writeMode(new Set(['write']), false), /no terminal to ask at/)
})

test('the command prints where and what, and writes on demand', () => {
  const vault = mkdtempSync(join(tmpdir(), 'suggest-vault-'))
  after(() => rmSync(vault, {recursive: true, force: true}))
  writeFileSync(join(vault, 'Saga.md'), 'Steps.')
  writeFileSync(join(vault, 'Here.md'), 'Then a saga.')
  const root = join(import.meta.dirname, '..', '..')
  const check = (...flags: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts', 'check.ts'), '--vault', vault, '--suggest-links', ...flags], {encoding: 'utf8', env: {...process.env, GARDEN_CACHE: join(vault, '.cache'), GITHUB_ACTIONS: ''}})
  assert.match(check().stdout, /^Here\.md:1:8: “saga” could be \[\[Saga\|saga\]\]\n1 link could be written\./)
  assert.match(check('--write', '--all').stdout, /1 link written in 1 note\.\n$/)
  assert.equal(readFileSync(join(vault, 'Here.md'), 'utf8'), 'Then a [[Saga|saga]].')
  assert.equal(check().stdout, 'No note names another without a link.\n')
})
