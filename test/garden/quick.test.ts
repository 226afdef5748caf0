/** Plain parts of notes are read without the tokenizer: the tree must be the very one that the tokenizer makes. */

import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import fc from 'fast-check'
import {quickTree} from '../../src/garden/syntax/quick/read.ts'
import {noteText} from '../../bench/vault.ts'
import {compare, thrown, tokenized} from './quick-trees.ts'
import {randomNote} from './random-note.ts'

const root = join(import.meta.dirname, '..', '..')

test('the notes of the garden and the page of the syntax have the same tree', () => {
  for (const file of globSync('{src/content/**/*.md,test/syntax.md}', {cwd: root})) compare(readFileSync(join(root, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
})

test('most of a note does not go through the tokenizer', () => {
  const texts = Array.from({length: 20}, (_, index) => noteText(index, 20).replace(/^---\n[\s\S]*?\n---\n/, ''))
  const read = texts.reduce((sum, text) => sum + compare(text), 0)
  const all = texts.reduce((sum, {length}) => sum + length, 0)
  assert.ok(read < all / 10, `${read} of ${all} characters`)
})

test('wiki links side by side are links, all of them', () => {
  const [paragraph] = tokenized('[[A]][[B|c]]![[D]][[E]]').children
  assert.deepEqual(paragraph && 'children' in paragraph && paragraph.children.map(({type}) => type), ['wikiLink', 'wikiLink', 'embedMarker', 'wikiLink', 'wikiLink'])
})

test('random notes have the same tree', () => {
  fc.assert(fc.property(randomNote, ([text]) => void compare(text)), {numRuns: 300, seed: 23})
})


for (const text of ['- ~~~\n', '- ~~~\n\n', '- a\n  ~~~\n  x\n', '- - ~~~\n', '1. ```js\n', '- ~~~\n\n\nword', '- a\n\n  ~~~\n', '> ~~~\n> x\n', '\ta\n    ', '    a\n\t\n\na', '- a\n\n  b\n  ']) {
  test(`code that nothing closes, or that ends in spaces, has the same tree: ${JSON.stringify(text)}`, () => void compare(text))
}

test('pieces of the dialect thrown together have the same tree', () => {
  fc.assert(fc.property(thrown, (text) => void compare(text)), {numRuns: 3000, seed: 23})
})

for (const [what, text] of [
  ['blank lines in a list', `- a\n${'\n'.repeat(100_000)}- b`],
  ['backticks of many lengths', Array.from({length: 400}, (_, size) => `${'`'.repeat(size + 1)} a\n\n`).join('')],
  ['open links', '[[a|b'.repeat(20_000)],
  ['stars', 'a*'.repeat(50_000)],
  ['bars', `|${' - |'.repeat(25_000)}`],
  ['quotes', '> a\n'.repeat(25_000)],
  ['equals signs', '=='.repeat(50_000)]
] as const) {
  test(`100 KB of ${what} are divided and refused at once`, () => {
    let read = 0
    const began = process.cpuUsage().user
    quickTree(text, (part) => {
      read += part.length
      return {type: 'root', children: []}
    })
    assert.ok(read <= text.length)
    assert.ok((process.cpuUsage().user - began) / 1000 < 2000)
  })
}
