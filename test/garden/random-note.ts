/** Random notes: pieces of the dialect thrown together, and notes of this vault with parts cut, doubled and changed about. */

import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {vectors} from '../hostile/html.ts'

const root = join(import.meta.dirname, '../../src/content')

const pieces = [
  '[[', ']]', '![[', '|', '#', '^', '\\', '%%', '==', '~~', '**', '*', '_', '`', '```', '```mermaid\ngraph TD\nA-->B\n```\n', '$', '$$', '[^', ']: ', '](', '![', '[', ')', '<', '>', '> ', '> [!note]- ', '- [x] ', '- ', '1. ', '| a |\n| - |\n', '---\n', '---\npublish: no\n---\n', '...\n', '\n', '\n\n', '\r\n', '\r', '\t', '    ',
  ' ', '  \n', 'a', 'Note', 'Note.md', 'x.png', 'https://example.org', 'www.', '#tag/b', ' ^id', '<div>', '</div>', '<!--', '-->', '<a href="x">', '<kg-hole n="l0">', '&amp;', '&#0;', '\0', '\uFEFF', '\u200B', '\u202E', '\uD800', '\uDC00', '😀', 'é', 'e\u0301', '日本', '{', '}', '{x}', '<X/>', 'import x from "y"\n', 'export const a = 1\n', '===\n', '# ', '## H ^id\n', 'www.a.example/(', ':', '"', '\'', '0', '\0' + '0\0'
]

const soup = fc.array(fc.oneof({weight: 12, arbitrary: fc.constantFrom(...pieces)}, {weight: 1, arbitrary: fc.constantFrom(...vectors)}, {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 8})}), {maxLength: 40}).map((parts) => parts.join(''))

/** Real notes, their beginnings only: what is mutated should be read fast. */
const real = globSync('**/*.{md,mdx}', {cwd: root}).sort().slice(0, 120).map((file) => readFileSync(join(root, file), 'utf8').slice(0, 6000))

const change = fc.record({kind: fc.constantFrom('cut', 'double', 'swap', 'put', 'end'), at: fc.nat(6000), length: fc.nat(80), to: fc.nat(6000), put: fc.constantFrom(...pieces)})

const mutated = fc.tuple(fc.constantFrom(...real), fc.nat(4500), fc.array(change, {minLength: 1, maxLength: 6})).map(([note, from, changes]) => {
  let text = from > 3500 ? note : note.slice(from, from + 1500)
  for (const {kind, at, length, to, put} of changes) {
    const start = at % Math.max(1, text.length)
    const part = text.slice(start, start + length)
    if (kind === 'cut') text = text.slice(0, start) + text.slice(start + length)
    else if (kind === 'double') text = text.slice(0, start) + part.repeat(1 + (to % 6)) + text.slice(start)
    else if (kind === 'swap') text = text.slice(0, to % Math.max(1, text.length)) + part + text.slice(to % Math.max(1, text.length))
    else if (kind === 'put') text = text.slice(0, start) + put + text.slice(start)
    else text = text.slice(0, start)
  }
  return text
})

/** A note and the name of its file. */
export const randomNote: fc.Arbitrary<readonly [text: string, file: string]> = fc.tuple(fc.oneof({weight: 3, arbitrary: soup}, {weight: 2, arbitrary: mutated}), fc.constantFrom('Note.md', 'Note.md', 'Note.md', 'Note.mdx'))
