/** The garden itself, and whether its rules are tested and explained. */
import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {format} from '../../src/garden/diagnostics.ts'
import {checkAllDiagrams, checkNotes} from '../../scripts/content/check.ts'
import {checkDiagrams} from '../../scripts/content/diagrams.ts'
import {messages} from '../../scripts/content/messages.ts'
import {proseLines} from '../../scripts/content/prose.ts'
import {readGarden} from '../../scripts/content/read.ts'
import {checkSpelling} from '../../scripts/content/spelling.ts'
import {noteOf, problemsIn} from './support.ts'

const notes = readGarden()

test('the garden\'s notes keep every rule', () => {
  assert.deepEqual(checkNotes(notes).map(format), [])
})

test('the garden\'s diagrams keep every rule', async () => {
  assert.deepEqual((await checkAllDiagrams(notes)).map(format), [])
})

test('the garden is spelt right', async () => {
  assert.deepEqual((await checkSpelling(notes)).map(format), [])
})

test('every rule is named by a test', () => {
  const tests = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'))
  const text = tests.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n')
  assert.deepEqual(Object.keys(messages).filter((rule) => rule !== 'spelling' && !text.includes(`'${rule}'`)), [])
})

test('every rule is explained to people who add notes', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'CONTRIBUTING.md'), 'utf8')
  assert.deepEqual(Object.keys(messages).filter((rule) => !text.includes(`\`${rule}\``)), [])
})

test('the project\'s words are in order, each once', () => {
  const file = join(import.meta.dirname, '..', '..', 'scripts', 'content', 'words.txt')
  const words = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  assert.deepEqual(words, [...new Set(words)].sort())
})

// What a slow expression would never end with: the runner stops it.
for (const piece of ['[[', '`', '*', '|', '> [!', '[[a|', 'a_', '<b', '1.2', '"{', '(`a-', '#', ' ^a', '[[a#', 'uses: a/', 'a/', '&a', 'http:']) {
  test(`100 KB of ${JSON.stringify(piece)} are read`, {timeout: 60_000}, () => {
    const long = piece.repeat(Math.ceil(100_000 / piece.length))
    const text = `---\ntitle: T\nkind: path\n---\n\n## Checkpoints\n\n${long}\n\n\`\`\`yaml\n${long}\n\`\`\`\n\n\`\`\`mermaid\n${long}\n\`\`\`\n`
    assert.ok(problemsIn(text).length > 0)
    assert.ok(checkDiagrams(noteOf(text), []).length > 0)
    assert.ok(proseLines(noteOf(text)).length > 0)
  })
}
