/** What plain parts of notes are read as without the tokenizer, held against the tree that the tokenizer makes. */

import assert from 'node:assert/strict'
import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {parserFor} from '../../src/garden/syntax/index.ts'
import {quickTree} from '../../src/garden/syntax/quick/read.ts'

export function tokenized(text: string): Root {
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
export function compare(text: string): number {
  let read = 0
  const quick = quickTree(text, (part) => {
    read += part.length
    return tokenized(part)
  })
  assert.deepEqual(plain(quick), plain(tokenized(text)), JSON.stringify(text))
  return read
}

const pieces = [
  'a', 'word', ' ', ' ', ' ', '  ', '    ', '\t', '\n', '\n', '\n\n', '  \n', 'é', '中', '🙂', '\u00a0', '.', ',', '"', '+', ':', '@', '/', '{', '(', ')', '1', '10',
  '# ', '## H', '#tag', '#', '- ', '- a', '* ', '1. ', '2) ', '3. x', '> ', '> q', '---', '***', '===', '[x] ', '- [ ] t', '    ```\nx', '  ```js', '- a\n  ```\n  x\n  ```\n',
  '[[A]]', '[[A|b]]', '[[#^b]]', '![[E]]', '![[', '[[', ']]', '[', ']', '[a](b)', '[^1]', 'a]: b', ' ^id', '^',
  '**', '*', '_', '__', '==', '=', '~~', '~', '`', '``', '```', '```js\nx\n```', '~~~', '**b**', '*i*', '`c`', '==m==', 'snake_case', '(**b**)', '**b:** ',
  '「', '」', '。', '한', '𠮷', '**「', '」**', '==「', '」==', '**#t**', '==#t==', '*#t', '==#', '(==', '中==',
  '|', '| a | b |\n| - | :-: |\n| c | d |', '<', '<b>', '<div>', '&', '&amp;', '\\', '!', '$', '$$', '%', '%%', 'http://x.y', 'www.x',
  '[!note]', '[!tip]- T', '\n- a\n- b\n', '\n> [!note] T\n> text\n', '\n1. a\n2. b\n'
]

/** Pieces of the dialect thrown together. */
export const thrown: fc.Arbitrary<string> = fc.array(fc.constantFrom(...pieces), {maxLength: 24}).map((parts) => parts.join(''))
