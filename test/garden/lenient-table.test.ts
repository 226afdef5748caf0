/** Tables that Obsidian reads and GFM does not: what is changed before a note is read, and what is left. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {escapePipes, withHeads} from '../../src/garden/syntax/lenient-table.ts'

for (const row of [`${' '.repeat(80_000)}x`, `-|-${' '.repeat(80_000)}x`, '-|'.repeat(40_000), '> '.repeat(40_000), `-${' '.repeat(80_000)}- \`\`\``]) {
  test(`what stands under a lone bar is read in one go: ${row.slice(0, 8)}`, () => {
    const from = performance.now()
    assert.equal(withHeads(`|\n${row}x`), `|\n${row}x`)
    assert.ok(performance.now() - from < 1000)
  })
}

/** A head of a lone bar, which is given its cells unless it is code. */
const head = '|\n|---|---|'

/** The head with something before each of its lines. */
function headBehind(before: string): string {
  return head.split('\n').map((line) => before + line).join('\n')
}

for (const text of [
  `\`\`\`\n${head}\n\`\`\``,
  `- \`\`\`\n${headBehind('  ')}\n  \`\`\``,
  `1. \`\`\`\n${headBehind('   ')}\n   \`\`\``,
  `-\t\`\`\`\n${headBehind('\t')}\n\t\`\`\``,
  `- > ~~~\n${headBehind('  > ')}\n  > ~~~`,
  `> - \`\`\`\n${headBehind('>   ')}\n>   \`\`\``,
  `> \`\`\`\n${headBehind('> ')}\n> \`\`\``,
  `- a\n\n  \`\`\`\n\n${headBehind('  ')}\n  \`\`\``,
  `1. a\n   - b\n\n     \`\`\`\n${headBehind('     ')}\n     \`\`\``,
  `\`\`\`\`\n\`\`\`\n${head}\n\`\`\`\n${head}\n\`\`\`\``,
  `~~~\n\`\`\`\n${head}\n~~~`,
  `\`\`\`\n\`\`\` a\n${head}\n\`\`\``,
  `\`\`\`\n    \`\`\`\n${head}\n\`\`\``,
  `\`\`\`\n> \`\`\`\n${head}\n\`\`\``,
  `\`\`\`js\r\n${head}\r\n\`\`\``,
  `Text\n\n${headBehind('    ')}`,
  `> Text\n>\n${headBehind('>     ')}`
]) {
  test(`code is as it was: ${JSON.stringify(text)}`, () => assert.equal(withHeads(text), text))
}

for (const before of [
  '```npm i``` installs.\n\n',
  '```\n~~~\n```\n\n',
  '> ```\n\n',
  '> ```\n> a\n',
  '- ```\n  a\n\nText\n\n',
  '```\na\n`````\n\n',
  '    ```\n\n',
  'Text\n\n    ```\n\nText\n\n',
  '- a\n\n  ```\n  b\n  ```\n\nText\n\n'
]) {
  test(`a table after ${JSON.stringify(before)}`, () => assert.equal(withHeads(`${before}${head}\n`), `${before}| | |\n|---|---|\n`))
}

test('a head of a lone bar may be in a list', () => {
  assert.equal(withHeads(`- a\n\n${headBehind('    ')}`), '- a\n\n    | | |\n    |---|---|')
})

test('bars of links in code are as they were', () => {
  for (const text of ['- ```\n  | [[a|b]] |\n  ```', '````\n```\n| [[a|b]] |\n````']) assert.equal(escapePipes(text), text)
  assert.equal(escapePipes('```a```\n| [[a|b]] |'), '```a```\n| [[a\\|b]] |')
})
