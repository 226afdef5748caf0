/** Unlinked mentions: which names are found, where, and what an author should write in their place. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import type {LinkSuggestion} from '../../src/garden/model.ts'
import type {GardenConfig} from '../../src/garden/options.ts'
import {plainText} from '../../src/garden/plain-text.ts'
import {spotter} from '../../src/garden/relations/spotting.ts'
import {spots as slowSpots} from '../oracle-related.ts'
import {growFiles, parse} from './support.ts'

async function suggestions(files: Record<string, string>, config: GardenConfig = {}): Promise<readonly LinkSuggestion[]> {
  return (await growFiles(new Map(Object.entries(files)), config)).suggestions()
}

const told = (found: readonly LinkSuggestion[]): string[] => found.map(({path, place, link}) => `${path}:${place.line}:${place.column} ${link}`)

// ── Where a name counts ─────────────────────────────────────────────────────

for (const [what, text, expected] of [
  ['in a sentence', 'We use Circuit Breaker here.', '1:8 [[Circuit Breaker]]'],
  ['in small letters', 'We use a circuit breaker here.', '1:10 [[Circuit Breaker|circuit breaker]]'],
  ['by an alias', 'The fuse opens.', '1:5 [[Circuit Breaker|fuse]]'],
  ['in bold', 'A **circuit breaker**!', '1:5 [[Circuit Breaker|circuit breaker]]'],
  ['in a list', '- one\n- a circuit breaker', '2:5 [[Circuit Breaker|circuit breaker]]'],
  ['in a quote of two lines', '> first\n> the circuit breaker', '2:7 [[Circuit Breaker|circuit breaker]]'],
  ['in a callout', '> [!note] Title\n> a circuit breaker', '2:5 [[Circuit Breaker|circuit breaker]]'],
  ['in a footnote', 'Text[^1].\n\n[^1]: A circuit breaker.', '3:9 [[Circuit Breaker|circuit breaker]]'],
  ['in a table', '| a | b |\n| - | - |\n| x | circuit breaker |', '3:7 [[Circuit Breaker\\|circuit breaker]]'],
  ['after properties', '---\nkind: x\n---\n\nA circuit breaker.', '5:3 [[Circuit Breaker|circuit breaker]]'],
  ['after Windows line ends', 'One\r\ntwo circuit breaker', '2:5 [[Circuit Breaker|circuit breaker]]'],
  ['after an escape', '2 \\* 3, circuit breaker', '1:9 [[Circuit Breaker|circuit breaker]]'],
  ['after an entity', 'A &amp; B, circuit breaker', '1:12 [[Circuit Breaker|circuit breaker]]'],
  ['after astral signs', '😀 circuit breaker', '1:4 [[Circuit Breaker|circuit breaker]]'],
  ['before punctuation', 'circuit breaker-based', '1:1 [[Circuit Breaker|circuit breaker]]'],
  ['with an apostrophe after it', 'the circuit breaker’s state', '1:5 [[Circuit Breaker|circuit breaker]]']
] as const) {
  test(`a name counts ${what}`, async () => {
    const found = await suggestions({'Circuit Breaker.md': '---\naliases: [fuse]\n---\n', 'Here.md': text})
    assert.deepEqual(told(found), [`Here.md:${expected}`])
  })
}

for (const [what, text] of [
  ['as a part of a word', 'short-circuit breakers and fuses'],
  ['in a heading', '## Circuit Breaker'],
  ['in code', 'Say `circuit breaker`, then\n\n```\ncircuit breaker\n```\n\n    circuit breaker'],
  ['in the words of a link', '[circuit breaker](https://example.org) and [[Other|circuit breaker]]'],
  ['in an address', 'See https://example.org/fuse and www.fuse.example or a/fuse/b, fuse.md, @fuse, #fuse'],
  ['in a formula', '$fuse$ and $$fuse$$'],
  ['in a comment', '%% fuse %% and <!-- fuse -->'],
  ['in an embed', '![[fuse.png]] ![fuse](a.png)'],
  ['in HTML code and links', '<a href="https://example.org">fuse</a> <code>fuse</code> <kbd>fuse</kbd>'],
  ['over a line’s end', 'circuit\nbreaker'],
  ['in properties', '---\nnote: fuse\n---\n'],
  ['where the note links already', '[[Circuit Breaker|it]] and the circuit breaker'],
  ['in a diagram', '```mermaid\nflowchart LR\n  fuse --> b\n```']
] as const) {
  test(`a name does not count ${what}`, async () => {
    assert.deepEqual(told(await suggestions({'Circuit Breaker.md': '---\naliases: [fuse]\n---\n', 'Other.md': '', 'Here.md': text})), [])
  })
}

// ── Which names count ───────────────────────────────────────────────────────

test('each note is suggested once a note, at its first mention, and never to itself', async () => {
  assert.deepEqual(told(await suggestions({'Saga.md': 'Saga is saga.', 'Here.md': 'A saga, a Saga, and a saga.'})), ['Here.md:1:3 [[Saga|saga]]'])
})

test('the longest name wins', async () => {
  const found = await suggestions({'API.md': '', 'API Gateway.md': '', 'Here.md': 'An API Gateway, then an API.'})
  assert.deepEqual(told(found), ['Here.md:1:4 [[API Gateway]]', 'Here.md:1:25 [[API]]'])
})

test('an acronym counts in capitals only', async () => {
  assert.deepEqual(told(await suggestions({'IT.md': '', 'SLO.md': '', 'Here.md': 'It is slow; the slo and the SLO.'})), ['Here.md:1:29 [[SLO]]'])
})

test('a name that two notes bear means neither, and a name beats an alias', async () => {
  assert.deepEqual(told(await suggestions({'a/Twin.md': '', 'b/Twin.md': '', 'Here.md': 'The twin.'})), [])
  assert.deepEqual(told(await suggestions({'Lag.md': '', 'Kafka.md': '---\naliases: [Lag]\n---\n', 'Here.md': 'The lag.'})), ['Here.md:1:5 [[Lag|lag]]'])
})

test('a title whose name another note bears is written with its folder', async () => {
  const found = await suggestions({'a/Deep/Log.md': '---\ntitle: Write-Ahead Log\n---\n', 'Log.md': '', 'Here.md': 'The write-ahead log.'})
  assert.deepEqual(told(found), ['Here.md:1:5 [[a/Deep/Log|write-ahead log]]'])
})

test('scripts without spaces have names too', async () => {
  assert.deepEqual(told(await suggestions({'遅延時間.md': '', 'Here.md': '消費者の遅延時間を見る'})), ['Here.md:1:5 [[遅延時間]]'])
})

test('a common word is not a name, unless notes link it', async () => {
  const saying = Object.fromEntries(Array.from({length: 6}, (_, index) => [`N${index}.md`, 'All the data there is.']))
  assert.equal((await suggestions({'Data.md': '', ...saying})).length, 0)
  assert.equal((await suggestions({'Data.md': '', ...saying}, {mentions: {commonWords: 0}})).length, 6)
  assert.equal((await suggestions({'Data.md': '', ...saying, 'L0.md': '[[Data]]', 'L1.md': '[[Data]]'})).length, 6)
  assert.equal((await suggestions({'Data flow.md': '', ...Object.fromEntries(Object.keys(saying).map((name) => [name, 'A data flow.']))})).length, 6)
})

test('a private note is neither named nor looked through', async () => {
  assert.deepEqual(await suggestions({'Secret Plan.md': '---\nprivate: true\n---\nA public thing.', 'Public Thing.md': '', 'Here.md': 'The secret plan.'}), [])
})

test('a page lists who names it, with the sentence, its heading and the words in bold', async () => {
  const files = new Map([['Saga.md', ''], ['Here.md', '## Steps\n\nFirst this. Then a saga & *more*. Last that.']])
  const garden = await growFiles(files)
  const page = garden.pages.find(({title}) => title === 'Saga')
  assert.deepEqual(page?.unlinked.map(({title, html, heading, anchor}) => ({title, html, heading, anchor})), [{title: 'Here', html: 'Then a <b>saga</b> &amp; more.', heading: 'Steps', anchor: 'steps'}])
  const without = await growFiles(files, {mentions: {unlinked: false}})
  assert.deepEqual(without.pages.flatMap(({unlinked}) => unlinked), [])
})

test('a name that many notes say is listed up to a bound, and the rest is counted', async () => {
  const saying = Array.from({length: 75}, (_, index): [string, string] => [`N${String(index).padStart(2, '0')}.md`, 'A data flow.'])
  const page = (await growFiles(new Map([['Data Flow.md', ''], ...saying]))).pages.find(({title}) => title === 'Data Flow')
  assert.equal(page?.unlinked.length, 60)
  assert.equal(page?.unlinkedHidden, 15)
  assert.equal(page?.unlinked[0]?.title, 'N00')
})

// ── Laws ────────────────────────────────────────────────────────────────────

const piece = fc.constantFrom('saga', 'Saga', 'api', 'API', 'gateway', ' ', ' ', ' ', '-', '.', '/', 'ß', 'é', '遅', '延', '😀', 's', '(')

test('names in a text are those that a slow search for each finds', () => {
  const names = ['Saga', 'API', 'API Gateway', 'gateway saga', '遅延', 'C++', 'é', '(saga']
  const spot = spotter(names)
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 14}).map((parts) => parts.join('')), (text) => {
      assert.deepEqual(spot(text), slowSpots(names, text))
    }),
    {numRuns: 3000, seed: 5}
  )
})

const source = fc.array(fc.constantFrom('word', ' ', '  ', '\n', '\n\n', '> ', '- ', '**b**', '`c`', '\\*', '&lt;', '[[x]]', '\t', '| a | b |\n| - | - |\n', '# ', '%%', '\r\n', '$', '😀'), {maxLength: 25}).map((parts) => parts.join(''))

test('a run stands in the file, letter for letter, where it says', () => {
  fc.assert(
    fc.property(source, (text) => {
      const note = parse(text)
      const lines = text.split(/\r\n|\n|\r/)
      for (let at = 0; at < note.runs.length; at += 5) {
        const [start = 0, length = 0, line = 0, column = 0] = note.runs.slice(at, at + 5)
        assert.equal(lines[line - 1]?.slice(column - 1, column - 1 + length), note.text.slice(start, start + length))
      }
    }),
    {numRuns: 2000, seed: 3}
  )
})

test('a text that the source does not hold has no runs', () => {
  assert.deepEqual(plainText([{text: 'other words', plain: {offset: 0, place: {line: 1, column: 1}, inCell: false}}], 'these words'), {text: 'other words', runs: []})
})
