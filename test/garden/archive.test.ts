/** The notes as a file to take away: what readers may see of them, and not a word more. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {parse as parseYaml} from 'yaml'
import type {PropertyValue} from '../../src/garden/model.ts'
import {growFiles} from './support.ts'

const secret = 'xyzzy'

async function archived(files: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const {archive} = await growFiles(new Map(Object.entries(files)))
  return new Map(archive().map((entry) => [entry.path, 'text' in entry ? entry.text : '(file)']))
}

for (const [written, kept] of [
  ['Words %%xyzzy%% more.\n', 'Words  more.\n'],
  ['%%\nxyzzy\n\nxyzzy\n%%\n\nAfter.\n', '\n\nAfter.\n'],
  ['Before %% xyzzy\n\nxyzzy\n', 'Before '],
  ['`%%code%%` stays\n', '`%%code%%` stays\n'],
  ['```js\n%% stays %%\n```\n', '```js\n%% stays %%\n```\n'],
  ['```mermaid\nflowchart LR\n  %% xyzzy\n  a --> b\n```\n', '```mermaid\nflowchart LR\n  a --> b\n```\n'],
  ['A <!-- xyzzy --> B\n\n<!-- xyzzy\n\nxyzzy -->\n\nC\n', 'A  B\n\n\n\nC\n'],
  ['<div>%%xyzzy%%x</div>\n', '<div>x</div>\n'],
  ['> quote %%xyzzy%% end\n', '> quote  end\n'],
  ['50 % and 100 %\n', '50 % and 100 %\n'],
  ['\r\nline\r\n', '\r\nline\r\n']
] as const) {
  test(`of ${JSON.stringify(written)} is given away ${JSON.stringify(kept)}`, async () => {
    assert.equal((await archived({'a.md': written})).get('a.md'), kept)
  })
}

test('properties are written anew, without the hidden ones and without remarks between them', async () => {
  const text = (await archived({'a.md': '---\ntitle: "T: x"\n# xyzzy\napi_token: xyzzy\ntags: [a, b]\nnested: {k: [1, true, null]}\nday: 2026-11-25\n---\nBody.\n'})).get('a.md') ?? ''
  assert.ok(!text.includes(secret))
  const [, head = '', body] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(text) ?? []
  const values: Record<string, PropertyValue> = parseYaml(head)
  assert.deepEqual(Object.keys(values), ['title', 'tags', 'nested', 'day'])
  assert.equal(values['title'], 'T: x')
  assert.deepEqual(values['nested'], {k: [1, true, null]})
  assert.equal(body, 'Body.\n')
})

test('private notes, files that only they use, and files that nobody uses, are not in it', async () => {
  const files = await archived({'a.md': '![[a.png]]\n', 's.md': '---\npublish: false\n---\nxyzzy ![[s.png]]\n', 'a.png': '', 's.png': '', 'n.png': ''})
  assert.deepEqual([...files.keys()], ['a.md', 'a.png'])
  assert.equal((await growFiles(new Map([['a.md', 'A']]), {download: false})).archive().length, 0)
})

test('nothing in a comment is given away, whatever stands around it', async () => {
  const piece = fc.constantFrom('%%xyzzy%%', 'a %%xyzzy%% b', '%%\nxyzzy\n%%', '> %%xyzzy%%', '- x %%xyzzy%%\n- y', '<!-- xyzzy -->', '| a |\n| - |\n| %%xyzzy%% |', '# h %%xyzzy%%', 'Words.', '```\ncode\n```', '[[Link]] #tag', '<b>x</b>', '> [!note] t\n> %%xyzzy%%', '**a %%xyzzy%% b**')
  const last = fc.constantFrom('', '%%xyzzy', '%% xyzzy\n\nxyzzy', 'a %%\n\nxyzzy', '<!-- xyzzy')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, {maxLength: 5}), last, fc.constantFrom('\n\n', '\r\n\r\n'), async (pieces, end, between) => {
      const text = (await archived({'a.md': [...pieces, end].join(between)})).get('a.md') ?? ''
      assert.ok(!text.includes(secret), JSON.stringify(text))
    }),
    {numRuns: 150, seed: 23}
  )
})
