import assert from 'node:assert/strict'
import {test} from 'node:test'
import {growFiles, printed} from './support.ts'

test('a component that nothing imports is an error with its place', async () => {
  const garden = await growFiles(new Map([['Lab.mdx', '---\ntitle: Lab\n---\nText\n\nHello <Missing /> there\n']]), {trust: 'author'})
  assert.match(printed(garden.diagnostics), /^Lab\.mdx:6:7: error: Nothing imports a component called “Missing”\. \[mdx-component\]/m)
})

test('components that are imported, exported or parts of one are known, and HTML needs no import', async () => {
  const text = "import Box, {Row as Line} from './x.astro'\nexport const Own = () => null\n\n<Box><Line.Part /> <Own /></Box>\n\n<div>x</div>\n"
  const garden = await growFiles(new Map([['Lab.mdx', text]]), {trust: 'author'})
  assert.doesNotMatch(printed(garden.diagnostics), /mdx-component/)
})

test('where nothing is compiled, a component need not exist', async () => {
  const garden = await growFiles(new Map([['Lab.mdx', '<Missing>words</Missing>\n']]), {trust: 'contributors'})
  assert.doesNotMatch(printed(garden.diagnostics), /mdx-component/)
  assert.match(garden.pages[0]?.html ?? '', /words/)
})
