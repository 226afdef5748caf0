import assert from 'node:assert/strict'
import {test} from 'node:test'
import {growFiles} from './support.ts'

for (const [file, text, title] of [
  ['Tea.md', '# Something else\nText', 'Tea'],
  ['Tea.md', '---\ntitle: All about tea\n---\n# Tea\nText', 'All about tea'],
  ['Tools/index.md', 'Text', 'Tools'],
  ['Tools/README.md', '# My tools\nText', 'My tools'],
  ['README.md', '# The garden\nText', 'The garden'],
  ['index.md', 'Text', 'index'],
  ['Tools/Tools.md', '# Other\nText', 'Tools']
] as const) {
  test(`${file} with ${JSON.stringify(text)} is called ${title} (F-04, F-07)`, async () => {
    const garden = await growFiles(new Map([[file, text]]))
    assert.equal(garden.pages[0]?.title, title)
  })
}

test('a heading that became the title is not printed twice', async () => {
  const garden = await growFiles(new Map([['Tools/README.md', '# My tools\nText']]))
  assert.doesNotMatch(garden.pages[0]?.html ?? '', /My tools/)
})
