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
const slow = '*a* '.repeat(500_000)

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

/** Processor time of parsing, in milliseconds; what other threads tidy meanwhile is not counted. */
function cost(text: string): number {
  const before = process.threadCpuUsage()
  parse(text)
  return process.threadCpuUsage(before).user / 1000
}

/** Largest text, in bytes. */
const largest = 200_000
/** How much longer twice the text may take. */
const growth = 2.5
/** What is over sooner cannot be measured, in milliseconds. */
const aMoment = 30

/** Pieces of every construct, closed and open; each is repeated. */
const units = [
  ...['[[a|b', '[[a ', '![[a', '[[a]] ', '[[a|b]]', '![[a.png|1x1]] ', '![[', '[[a#b^c|d]] ', '[a [[b]] c](d) '],
  ...['==a ', '==a==', 'a ~~', '~~a~~ ', '*a **a ', 'a_ ', '*a_ ', '*a*', '==**a'],
  ...['^[a', '^[a] ', '^[a\n', '[^a b]: c\n', '[^ ', '[^a] ', 'a[^1]\n\n[^1]: b\n\n'],
  ...['$a ', '$a$ ', '$$a\n', '%%a ', '%%a%% b\n', 'a %%b\n%%\n', 'a %%b\n\n%%\n\n', '%% a\n\n', '#a ', 'a ^a\n\n', 'a ^', '- a ^b\n'],
  ...['[a', 'a]', '[a](', '[a](b.md) ', '[a][b] ', '![](', '`a``b', '<a ', '<!--', '<br>\n', '\\', 'https://a.example/ ', 'www.'],
  ...['\n', 'a\n', 'a  \n', '# a\n', 'a\n=\n', '* * *\n', '- a\n\nb\n\n', '- [x] a\n', '> a\n\n', '> ', '> - ', '1. ', '> [!note] a\n\n', '|a|\n|-|\n|b|\n\n', '| a | b\n', '|a', '```\n', '```mermaid\n', '---\ndraft: 1\n', '![](https://youtu.be/a)\n\n']
]

for (const unit of units) {
  test(`two doublings of ${JSON.stringify(unit)} up to 200 KB take at most two and a half times as long each`, () => {
    const [quarter, whole] = [largest / 4, largest].map((size) => unit.repeat(Math.ceil(size / Buffer.byteLength(unit))))
    const best = {quarter: Number.POSITIVE_INFINITY, whole: Number.POSITIVE_INFINITY}
    // Compiling and tidying of memory fall into single rounds; what grows too fast does so in all of them.
    for (let round = 0; round < 8; round += 1) {
      best.quarter = Math.min(best.quarter, cost(quarter ?? ''))
      best.whole = Math.min(best.whole, cost(whole ?? ''))
      if (best.whole < aMoment || best.whole / best.quarter <= growth ** 2) return
    }
    assert.fail(`${best.quarter} ms, then ${best.whole} ms`)
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
