/** Plain parts of notes are read without the tokenizer: the tree must be the very one that the tokenizer makes. */

import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {parserFor} from '../../src/garden/syntax/index.ts'
import {quickTree} from '../../src/garden/syntax/quick/read.ts'
import {noteText} from '../../bench/vault.ts'
import {randomNote} from './random-note.ts'

const root = join(import.meta.dirname, '..', '..')

function tokenized(text: string): Root {
  return parserFor(text).parse(text) as Root
}

/** A tree as plain data, of wiki links only what is read: remark-wiki-link also notes how it would print them. */
function plain(tree: Root): unknown {
  const visit = (node: Nodes): void => {
    if (node.type === 'wikiLink') node.data = {alias: node.data.alias}
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return JSON.parse(JSON.stringify(tree))
}

/** Hold both trees, with all their places, against each other; returns how many characters the tokenizer had to read. */
function compare(text: string): number {
  let read = 0
  const quick = quickTree(text, (part) => {
    read += part.length
    return tokenized(part)
  })
  assert.deepEqual(plain(quick), plain(tokenized(text)), JSON.stringify(text))
  return read
}

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
  fc.assert(fc.property(randomNote, ([text]) => void compare(text)), {numRuns: 300})
})

const pieces = [
  'a', 'word', ' ', ' ', ' ', '  ', '    ', '\t', '\n', '\n', '\n\n', '  \n', 'é', '中', '🙂', '\u00a0', '.', ',', '"', '+', ':', '@', '/', '{', '(', ')', '1', '10',
  '# ', '## H', '#tag', '#', '- ', '- a', '* ', '1. ', '2) ', '3. x', '> ', '> q', '---', '***', '===', '[x] ', '- [ ] t', '    ```\nx', '  ```js', '- a\n  ```\n  x\n  ```\n',
  '[[A]]', '[[A|b]]', '[[#^b]]', '![[E]]', '![[', '[[', ']]', '[', ']', '[a](b)', '[^1]', 'a]: b', ' ^id', '^',
  '**', '*', '_', '__', '==', '=', '~~', '~', '`', '``', '```', '```js\nx\n```', '~~~', '**b**', '*i*', '`c`', '==m==', 'snake_case', '(**b**)', '**b:** ',
  '|', '| a | b |\n| - | :-: |\n| c | d |', '<', '<b>', '<div>', '&', '&amp;', '\\', '!', '$', '$$', '%', '%%', 'http://x.y', 'www.x',
  '[!note]', '[!tip]- T', '\n- a\n- b\n', '\n> [!note] T\n> text\n', '\n1. a\n2. b\n'
]

test('pieces of the dialect thrown together have the same tree', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 24}), (parts) => void compare(parts.join(''))), {numRuns: 3000})
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
