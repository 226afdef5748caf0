import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {proseDirection} from '../../src/components/format.ts'
import {directionOf} from '../../src/garden/direction.ts'
import {parse} from './support.ts'

/** Tags of a note's HTML with the direction that each says. */
function directions(text: string): string[] {
  return [...parse(text).template.html.matchAll(/<(\w+)[^>]*? dir="(\w+)"/g)].map(([, tag, dir]) => `${tag} ${dir}`)
}

test('a note in one direction tells none, but for its headings', () => {
  assert.deepEqual(directions('## Tea\n\nLeaves in water, naïve, чай, 茶.\n\n- one\n'), ['h2 auto'])
})

test('in a mixed note each block runs as its first letter does', () => {
  assert.deepEqual(directions('Tea is שלום.\n\nשלום is a greeting.\n\n> «مرحبا»\n\n1. 12 عربي\n2. last\n'), ['p ltr', 'p rtl', 'blockquote rtl', 'p rtl', 'ol rtl', 'li rtl', 'li ltr'])
})

test('cells of a table run each its own way, and so does a callout', () => {
  assert.deepEqual(directions('| a | ב |\n| - | - |\n| ג | d |\n'), ['div ltr', 'th ltr', 'th rtl', 'td rtl', 'td ltr'])
  assert.ok(directions('> [!note] כותרת\n> גוף\n').includes('div rtl'))
})

test('what an author says of a direction stands', () => {
  assert.deepEqual(directions('<p dir="ltr">שלום</p>\n'), ['p ltr'])
})

test('text without letters has no direction', () => {
  for (const text of ['', '12.5 %', '…', '🌱']) assert.equal(directionOf(text), undefined)
})

test('what stands before the first letter does not matter', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9 .,()–-]*$/), (before) => {
      assert.equal(directionOf(`${before}שלום abc`), 'rtl')
      assert.equal(directionOf(`${before}abc שלום`), 'ltr')
    })
  )
})

for (const [html, direction] of [
  ['<p dir="rtl">א</p>', 'rtl'],
  ['<h2 id="a" dir="auto">א</h2>\n<ul dir="rtl"><li>', 'rtl'],
  ['<p>a</p>\n<p dir="rtl">א</p>', 'auto'],
  ['', 'auto']
] as const) {
  test(`the text ${html.slice(0, 24)} is ${direction} as a whole`, () => {
    assert.equal(proseDirection(html), direction)
  })
}
