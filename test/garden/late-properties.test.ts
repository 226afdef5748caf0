/** A block that looks like properties, but stands where none are read, is told where it speaks of visibility (hazard 4). */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {lateProperties} from '../../src/garden/late-properties.ts'
import {parse, printed} from './support.ts'

function told(text: string): string[] {
  return parse(text).diagnostics.filter(({rule}) => rule === 'late-properties').map(({place}) => `${place?.line}:${place?.column}`)
}

for (const [text, places] of [
  ['Text\n\n---\npublish: false\n---\n', ['4:1']],
  ['---\ntitle: A\n---\nText\n\n---\ntags:\n  - a\n- b\nDraft: true\n---\n', ['10:1']],
  ['Text\r\n\r\n---\r\nprivate: yes\r\n---\r\n', ['4:1']],
  ['Text\n\n---\nprivate: yes\n---\n\n---\ndraft: yes\n---', ['4:1', '8:1']],
  ['```yaml\n---\npublish: false\n---\n```\n', []],
  ['~~~~\n~~~\n---\npublish: false\n---\n~~~~\n', []],
  ['- ```\n  a\n\n---\ndraft: yes\n---\n', ['5:1']],
  ['```a```\n\n---\ndraft: yes\n---\n', ['4:1']],
  ['Text\n\n---\ntitle: A\n---\n', []],
  ['Text\n\n---\nA sentence about what to publish: false hopes.\n---\n', []],
  ['Text\n\n---\n\npublish: false\n\n---\n', []],
  ['Text\n\n---\npublish: false\n', []],
  ['---\npublish: true\n---\nText', []]
] as const) {
  test(`${JSON.stringify(text)}: told at ${JSON.stringify(places)}`, () => assert.deepEqual(told(text), places))
}

test('the message says what is not decided and where properties belong', () => {
  assert.equal(
    printed(parse('Text\n\n---\npublish: false\n---\n').diagnostics),
    'Here.md:4:1: warning: `publish: false` stands in a block further down, which is text: it does not decide whether this note is published. [late-properties]\n  Properties stand between `---` on the first line and the next `---`; move it there.\n'
  )
})

test('a hundred thousand rules are read in one go', () => {
  const body = `${'---\na: b\n'.repeat(100_000)}---\ndraft: yes\n---\n`
  assert.equal(lateProperties(body, {path: 'a.md', before: 0}).length, 1)
})
