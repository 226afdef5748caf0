/** Notes that would hang or break a parser end in a page or in `note-too-complex`; other notes go on (hazards 33, 34, 36). */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {strings} from '../../src/components/strings.ts'
import {noCache} from '../../src/garden/cache.ts'
import {parseNotes} from '../../src/garden/parse-pool.ts'
import {parsingOptions} from '../../src/garden/options.ts'
import {preparedWords} from '../../src/garden/words.ts'
import {pathological} from '../hostile/markdown.ts'
import {largest, repeated, units} from '../hostile/units.ts'
import {growFiles, optionsOf, parse, rulesOf, source} from './support.ts'

const words = preparedWords(strings('en').body)
const options = {...parsingOptions(optionsOf()), strictLineBreaks: false, words}

assert.ok(pathological.length >= 40)

/** Takes the parser longer than any deadline here. */
const slow = '*a* '.repeat(500_000)

interface Case {
  readonly name: string
  readonly text: string
}

const cases: readonly Case[] = pathological.map(([name, text]) => ({name, text}))
/** Ten thousand of each piece, as far as what nests goes deep; of the longer ones a twentieth of what `bench/growth.ts` measures. */
const most = 10_000
const mostBytes = largest / 20
const repetitions: readonly Case[] = units.map((unit) => {
  const text = repeated(unit, Math.min(mostBytes, most * Buffer.byteLength(unit)))
  return {name: `${Math.ceil(text.length / 1000)} KB of ${JSON.stringify(unit)}`, text}
})
const all = [...cases, ...repetitions]

/** The notes, in one worker under the deadline of a build; under numbers, as not every name is one of a file. */
const parsed = parseNotes(
  all.map(({text}, index) => source(`${index}.md`, text)),
  options,
  {cache: noCache, deadlineMs: optionsOf().limits.parseSeconds * 1000}
)

for (const [index, {name}] of all.entries()) {
  test(`${name}: a note, or a note that is told to be too complex`, async () => {
    const note = (await parsed)[index]
    assert.equal(note?.path, `${index}.md`)
    const rules = rulesOf(note.diagnostics)
    if (rules.includes('note-too-complex')) assert.match(note.template.html, /^<pre>/)
    assert.ok(note.template.html.length < 20_000_000)
  })
}

test('a worker that was stopped gives way to another, and the notes after it are whole', async () => {
  const notes = await parseNotes([source('a.md', 'A.'), source('b.md', slow), source('c.md', 'C.')], options, {cache: noCache, deadlineMs: 2000})
  assert.deepEqual(notes.map(({path}) => path), ['a.md', 'b.md', 'c.md'])
  assert.deepEqual(notes.map(({diagnostics}) => rulesOf(diagnostics)), [[], ['note-too-complex'], []])
  assert.equal(notes[2]?.template.html, '<p>C.</p>')
})

test('a note that is too complex keeps its properties, and a private one stays private', async () => {
  const text = `---\npublish: false\ntags: [a]\n---\n${slow}`
  const [note] = await parseNotes([source('a.md', text)], options, {cache: noCache, deadlineMs: 500})
  assert.equal(note?.visibility, 'private')
  assert.deepEqual(note.tags.map(({name}) => name), ['a'])
})

test('what is nested deeper than can be shown is shown flat, and told', () => {
  for (const depth of [10, 150, 250, 400]) {
    const note = parse(`${'> '.repeat(depth)}deep words`)
    assert.ok(note.template.html.includes('deep words'), String(depth))
    assert.deepEqual(rulesOf(note.diagnostics).includes('nested-too-deep') || rulesOf(note.diagnostics).includes('note-too-complex'), depth > 200, String(depth))
  }
})

// ── Embeds ──────────────────────────────────────────────────────────────────

test('notes that embed each other ten times over end in a page of bounded size (hazard 22)', async () => {
  const layers = new Map(Array.from({length: 10}, (_, layer): [string, string] => [`n${layer}.md`, `Words of ${layer}. ${'\n\n![[n'.concat(String(layer + 1), ']]').repeat(10)}`]))
  const garden = await growFiles(layers, {limits: {embedsPerPage: 300, pageMegabytes: 1}})
  assert.equal(garden.pages.length, 10)
  for (const {html} of garden.pages) {
    assert.ok(html.length < 2_000_000)
    assert.ok((html.match(/class="internal-embed markdown-embed/g) ?? []).length <= 300)
  }
  assert.ok(rulesOf(garden.diagnostics).includes('embed-too-much'))
})

test('a circle of embeds ends in a link and is told with its way round', async () => {
  const garden = await growFiles(new Map([['a.md', '![[b]]'], ['b.md', '![[c]]'], ['c.md', '![[a]]']]))
  const told = garden.diagnostics.filter(({rule}) => rule === 'embed-cycle')
  assert.equal(told.length, 3)
  assert.ok(told.some(({message}) => message.includes('a.md → b.md → c.md → a.md')))
})
