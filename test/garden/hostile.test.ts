/** Notes that would hang or break a parser end in a page or in `note-too-complex`; other notes go on (hazards 33, 34, 36). */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {strings} from '../../src/components/strings.ts'
import {noCache} from '../../src/garden/cache.ts'
import {parseNotes} from '../../src/garden/parse-pool.ts'
import {parsingOptions} from '../../src/garden/options.ts'
import {preparedWords} from '../../src/garden/words.ts'
import {pathological} from '../hostile/markdown.ts'
import {growFiles, optionsOf, parse, rulesOf, source} from './support.ts'

const words = preparedWords(strings('en').body)
const options = {...parsingOptions(optionsOf()), strictLineBreaks: false, words}
const pool = {cache: noCache, deadlineMs: 2000}

assert.ok(pathological.length >= 40)

/** Takes the parser longer than any deadline here. */
const slow = `${'*a **a '.repeat(4000)}b${' a** a*'.repeat(4000)}`

/** Notes of both halves stand beside each other in two workers. */
const half = Math.ceil(pathological.length / 2)
const files = pathological.map(([name, text]) => source(`${name}.md`, text))
const parsed = Promise.all([parseNotes(files.slice(0, half), options, pool), parseNotes(files.slice(half), options, pool)]).then((both) => both.flat())

for (const [index, [name]] of pathological.entries()) {
  test(`${name}: a note, or a note that is told to be too complex`, async () => {
    const note = (await parsed)[index]
    assert.equal(note?.path, `${name}.md`)
    const rules = rulesOf(note.diagnostics)
    if (rules.includes('note-too-complex')) assert.match(note.template.html, /^<pre>/)
    assert.ok(note.template.html.length < 20_000_000)
  })
}

test('a worker that was stopped gives way to another, and the notes after it are whole', async () => {
  await parsed
  const notes = await parseNotes([source('a.md', 'A.'), source('b.md', slow), source('c.md', 'C.')], options, {cache: noCache, deadlineMs: 4000})
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

// ── Growth ──────────────────────────────────────────────────────────────────

/** Processor time of parsing, the best of three, in milliseconds. */
function cost(text: string): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    parse(text)
    return process.cpuUsage(before).user / 1000
  })
  return Math.min(...times)
}

for (const [unit, count] of [
  ['[[a|b', 4000], ['[[a ', 4000], ['![[a', 4000], ['[[a]] ', 1500], ['a[[b]]. ', 1500], ['[[a|b]]', 1500], ['==a ', 4000], ['^[a', 3000], ['^[a] ', 1500], ['[^a b]: c\n', 1000], ['$a ', 3000], ['a==', 4000], ['%%a ', 5000], ['%%a%% ', 4000], ['%%a%% b\n', 1500], ['a %%b\n%%\n', 1000], ['a %%b\n\n%%\n\n', 750], ['#a ', 2500], ['\n', 20000], ['- [x] a\n', 1000], ['a ^a\n\n', 1250], ['[a](b.md) ', 1000], ['> [!note] a\n\n', 750], ['> a\n\n', 1500], ['- a\n\nb\n\n', 1500]
] as const) {
  test(`twice the text of ${JSON.stringify(unit)} takes less than four times as long`, () => {
    parse(unit.repeat(200))
    // Compiling and tidying of memory fall into single rounds; what grows too fast does so in all of them.
    const rounds: string[] = []
    while (rounds.length < 4) {
      const once = cost(unit.repeat(count))
      const twice = cost(unit.repeat(2 * count))
      // What is over in a moment cannot be measured.
      if (twice < 30 || twice / once < 4) return
      rounds.push(`${once} ms, then ${twice} ms`)
    }
    assert.fail(rounds.join('; '))
  })
}

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
