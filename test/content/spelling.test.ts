/** Spelling: British, in prose only, at its place. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {checkSpelling} from '../../scripts/content/spelling.ts'
import {proseLines} from '../../scripts/content/prose.ts'
import {noteOf} from './support.ts'

const after = '---\ntitle: Tea\n---\n\n'

async function misspelt(text: string): Promise<(readonly [string, number | undefined, number | undefined])[]> {
  const found = await checkSpelling([noteOf(after + text)])
  return found.map(({message, place}) => [/“([^”]+)”/.exec(message)?.[1] ?? '', place?.line, place?.column])
}

for (const [text, found] of [
  ['The colour of the centre is grey.', []],
  ['The color of it.', [['color', 5, 5]]],
  ['Its behavior and center.', [['behavior', 5, 5], ['center', 5, 18]]],
  ['We recieve tea.', [['recieve', 5, 4]]],
  ['`recieve` in code', []],
  ['Read https://example.org/recieve soon.', []],
  ['[[Recieve|tea]] and [[Recieve]]', []],
  ['[[Tea|recieve]]', [['recieve', 5, 7]]],
  ['```bash\nrecieve\n```', []],
  ['```mermaid\nflowchart LR\n    recieve["Recieve tea"] --> b\n```', [['Recieve', 7, 14]]],
  ['> [!question]- Recieve?\n> Yes. ^recieve-1', [['Recieve', 5, 16]]],
  ['## Sources\n\n- Noah Recieve, *Color*.', []],
  ['The kubelet restarts it.', []]
] as const) {
  test(`${JSON.stringify(text)} holds ${found.length} wrong words`, async () => {
    assert.deepEqual(await misspelt(text), found)
  })
}

test('title and description are read, other properties are not', async () => {
  const note = noteOf('---\ntitle: Recieve\nlicence: recieve\ndescription: A recieve.\n---\n')
  assert.deepEqual((await checkSpelling([note])).map(({place}) => place), [{line: 2, column: 8}, {line: 4, column: 16}])
})

test('prose keeps its columns', () => {
  assert.deepEqual(proseLines(noteOf(`${after}See \`x\` [[Tea|it]].`)).slice(4), ['See           it]].'])
})

test('a wrong word comes with what it may have been meant to be', async () => {
  const [problem] = await checkSpelling([noteOf(`${after}The color.`)])
  assert.match(problem?.message ?? '', /“color” is not in the dictionary\. Perhaps .*“colour”/)
})
