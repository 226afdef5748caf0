/** Properties as most notes write them are read without the parser of YAML, and come out the same. */

import assert from 'node:assert/strict'
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import fc from 'fast-check'
import {parseFrontmatter} from '../../src/garden/frontmatter.ts'
import {readPlainYaml} from '../../src/garden/plain-yaml.ts'

/** A comment makes the parser of YAML read it, and changes nothing. */
function byParser(source: string) {
  const {properties, places, lines, state, diagnostics} = parseFrontmatter(`---\n${source}${source.endsWith('\n') ? '' : '\n'}# all\n---\n`, 'Note.md')
  return {properties: [...properties], places: [...places], lines: [...lines], state, diagnostics}
}

/** Hold both readings against each other; whether there were two. */
function compare(source: string): boolean {
  const read = readPlainYaml(source)
  if (!read) return false
  assert.deepEqual({properties: [...read.properties], places: [...read.places], lines: [...read.lines], state: 'read', diagnostics: []}, byParser(source), JSON.stringify(source))
  return true
}

test('the properties of the garden are the same', () => {
  const root = join(import.meta.dirname, '../../src/content')
  const sources = globSync('**/*.md', {cwd: root}).flatMap((file) => /^---\n([\s\S]*?\n)---\n/.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? [])
  const read = sources.filter(compare)
  assert.ok(read.length > sources.length / 2, `${read.length} of ${sources.length}`)
})

for (const [source, value] of [
  ['tags: [area/x, b c]', ['area/x', 'b c']],
  ['tags:\n  - a\n  - b', ['a', 'b']],
  ['tags:\n- a\n- 2', ['a', 2]],
  ['x: "[[Note|words]]"', '[[Note|words]]'],
  ['x: 2026-11-02', '2026-11-02'],
  ['x: 12', 12],
  ['x: true', true],
  ["x: it's so", "it's so"],
  ['x: []', []],
  ['x: https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
  ['x: one, two', 'one, two']
] as const) {
  test(`${JSON.stringify(source)} is read at once`, () => {
    assert.ok(compare(source))
    assert.deepEqual([...(readPlainYaml(source)?.properties.values() ?? [])][0], value)
  })
}

for (const source of ['', 'x:', 'x: a: b', 'x: a # b', 'x: a\nx: b', 'True: x', 'x: Null', 'x: [a', 'x: |\n  a', 'x: &a b', 'x: "a\\n"', 'x:  a ', 'x: 010', 'x: 1.5', '  x: a', 'x: [a, ]', 'x:\n  - a\n - b', 'x: a\n  b', '? x', 'x: ~', 'x: {a: b}']) {
  test(`${JSON.stringify(source)} is left to the parser`, () => {
    assert.equal(readPlainYaml(source), undefined)
  })
}

const pieces = ['x', 'tags', 'a', 'b c', ':', ': ', ':\n', '\n', '\n', '\n  - ', '\n- ', '  ', ' ', '- ', '[', ']', '[a, b]', '[]', ', ', '"', "'", '"a"', "'b'", '#', ' # c', 'true', 'True', 'null', '12', '-1', '1e3', '0x1', '2026-01-02', '.', '/', '(', ')', '|', '>', '&', '*', '!', '%', '@', '`', '{', '}', '<<', '~', '?', 'é', '’', '—', '\t', '---', '...', 'publish', 'no']

test('pieces of YAML thrown together come out the same, or are left to the parser', () => {
  let read = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('x', 'y', 'tags', 'a-b'), fc.constantFrom(': ', ': ', ':', ':\n  - ', ':\n- '), fc.array(fc.constantFrom(...pieces), {minLength: 1, maxLength: 4})), {minLength: 1, maxLength: 3}), (rows) => {
      if (compare(rows.map(([key, colon, parts]) => `${key}${colon}${parts.join('')}`).join('\n'))) read += 1
    }),
    {numRuns: 5000, seed: 23}
  )
  assert.ok(read > 100, `${read} were read`)
})
