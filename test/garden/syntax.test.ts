/**
 * The syntax page, run: every example of `test/syntax.md` becomes what stands under it. `UPDATE=1` writes what it
 * becomes now; the difference is reviewed like code, against the rule that the example names.
 */

import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import type {Garden} from '../../src/garden/model.ts'
import type {GardenConfig} from '../../src/garden/options.ts'
import {growFiles, htmlOf, rulesOf} from './support.ts'
import {type Example, examplesOf, withResults} from './syntax-page.ts'

const file = join(import.meta.dirname, '../syntax.md')
const page = readFileSync(file, 'utf8')
const examples = examplesOf(page)

/** What the examples link to. */
const companions: readonly (readonly [string, string])[] = [
  ['Note.md', '# Heading\n\nUnder it.\n\n## Sub\n\nDeeper.\n\n# Part 1: Basics\n\nA paragraph. ^para\n\n- one\n- two ^item\n  - three\n'],
  ['Projects/Three laws.md', '# First\n\n## Detail\n\nOne.\n\n# Second\n\n## Detail\n\nTwo.\n'],
  ['Aliased.md', '---\naliases: [AI]\n---\nOf it.\n'],
  ['Café.md', 'Coffee.\n'],
  ['v1.9.md', 'Version.\n'],
  ['C++ & co 100%.md', 'Signs.\n'],
  ['日本語.md', 'Japanese.\n'],
  ['Secret.md', '---\npublish: false\n---\nHidden.\n'],
  ...['Figure 1.png', 'My file.pdf', 'clip.mp4', 'song.ogg', 'data.zip'].map((name) => [name, ''] as const)
]

/** What can be said of the note `Here` besides its HTML, by the name that an example asks for. */
function factsOf(garden: Garden): Readonly<Record<string, unknown>> {
  const here = garden.pages.find(({path}) => path === 'Here.md')
  const html = here?.html ?? ''
  return {
    published: here !== undefined,
    title: here?.title,
    slug: here?.slug,
    aliases: here?.aliases,
    description: here?.description,
    dates: here?.dates,
    image: here?.image,
    classes: here?.classes ?? [],
    properties: Object.fromEntries(here?.properties ?? []),
    propertyLinks: here?.propertyLinks ?? [],
    tags: here?.tags.map(({name}) => name),
    tagPages: garden.tags.map(({name, notes}) => `${name}: ${notes.length}`),
    cardColours: [...html.matchAll(/cv-text n\d+ (k\w)/g)].map(([, colour]) => colour),
    canvasLinks: garden.edges.filter(({from}) => from === 'Board.canvas').map(({to}) => to),
    links: garden.edges.filter(({from}) => from === 'Here.md').map(({to}) => to),
    redirects: garden.redirects.map(({slug, to}) => `${slug} → ${to}`),
    attachments: garden.assets.map(({path}) => path),
    origins: here?.origins.map((origin) => origin.join(' ')),
    formulas: [...html.matchAll(/<annotation encoding="application\/x-tex">([^<]*)/g)].map(([, tex]) => tex),
    diagrams: here?.diagrams.map(({type}) => type),
    diagramWords: here?.diagrams.map(({words}) => words),
    text: html.replace(/<span class="katex-html"[\s\S]*?<\/p>/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
  }
}

interface Result {
  readonly expected: string
  readonly told: string
}

async function run({written, config, files, kind, expected}: Example): Promise<Result> {
  const garden = await growFiles(new Map([...companions, ...files, ['Here.md', written]]), config === '' ? {} : (JSON.parse(config) as GardenConfig))
  const told = rulesOf(garden.diagnostics.filter(({path}) => path === 'Here.md')).join(' ')
  if (kind === 'html') return {expected: htmlOf(garden, 'Here.md'), told}
  const facts = factsOf(garden)
  const asked = Object.keys(JSON.parse(expected) as object)
  for (const name of asked) assert.ok(name in facts, `no fact is called ${name}`)
  return {expected: JSON.stringify(Object.fromEntries(asked.map((name) => [name, facts[name] ?? null]))), told}
}

if (process.env['UPDATE'] === '1') {
  const results: (Result & {readonly example: Example})[] = []
  for (const example of examples) results.push({example, ...(await run(example))})
  writeFileSync(file, withResults(page, results))
}

for (const example of examplesOf(readFileSync(file, 'utf8'))) {
  test(`${example.rule}, syntax.md:${example.line}: ${JSON.stringify(example.written)}`, async () => {
    const {expected, told} = await run(example)
    assert.equal(expected, example.expected)
    assert.equal(told, example.told)
  })
}

test('the page shows every part of the dialect, with at least three hundred examples', () => {
  assert.ok(examples.length >= 300, String(examples.length))
  const letters = new Set(examples.map(({rule}) => /^([A-Z][a-z]?)-\d\d$/.exec(rule)?.[1]))
  assert.deepEqual([...letters].sort(), ['B', 'Ba', 'C', 'D', 'E', 'F', 'H', 'I', 'L', 'M', 'P', 'Pu', 'Q', 'R', 'T'])
  for (const [letter, last] of [['B', 10], ['Ba', 7], ['C', 15], ['D', 6], ['E', 21], ['F', 1], ['Q', 6], ['H', 8], ['I', 10], ['L', 28], ['M', 22], ['P', 13], ['R', 10], ['T', 9]] as const) {
    for (let number = 1; number <= last; number += 1) {
      const rule = `${letter}-${String(number).padStart(2, '0')}`
      assert.ok(examples.some((example) => example.rule === rule), `${rule} has no example`)
    }
  }
})

/** What cannot be seen on a page: signs that are invisible, and line endings. */
for (const [rule, written, html, told] of [
  ['F-05', '\ufefftext', '<p>text</p>', ''],
  ['F-05', '\n---\nkey: value\n---\n', '<hr>\n<h2 id="key-value" dir="auto">key: value</h2>', ''],
  ['F-05', 'one\r\ntwo\r\n\r\nthree', '<p>one<br>\ntwo</p>\n<p>three</p>', ''],
  ['F-05', 'a\u0000b', '<p>a\uFFFDb</p>', ''],
  ['R-03', '[[Cafe\u0301]]', '<p><a class="internal-link" data-href="Cafe\u0301" href="/caf%C3%A9/">Cafe\u0301</a></p>', ''],
  ['R-09', '[[Three\u00a0laws]]', '<p><span class="internal-link is-unresolved" data-href="Three\u00a0laws" title="Not written yet">Three\u00a0laws</span></p>', 'broken-link non-breaking-space']
] as const) {
  test(`${rule}: ${JSON.stringify(written)}`, async () => {
    const garden = await growFiles(new Map([...companions, ['Here.md', written]]))
    assert.equal(htmlOf(garden, 'Here.md'), html)
    assert.equal(rulesOf(garden.diagnostics.filter(({path}) => path === 'Here.md')).join(' '), told)
  })
}

test('addresses stand under the base path', async () => {
  const garden = await growFiles(new Map([...companions, ['Here.md', '[[Note#Heading]] #tag']]), {base: '/a b/ü/'})
  assert.equal(htmlOf(garden, 'Here.md'), '<p><a class="internal-link" data-href="Note#Heading" href="/a%20b/%C3%BC/note/#heading">Note &gt; Heading</a> <a class="tag" data-tag="tag" href="/a%20b/%C3%BC/tags/tag/">#tag</a></p>')
})
