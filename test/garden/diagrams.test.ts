import assert from 'node:assert/strict'
import {execFile} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {after, before, test} from 'node:test'
import {promisify} from 'node:util'
import {Worker} from 'node:worker_threads'
import {strings} from '../../src/components/strings.ts'
import {linesOf, summaryOf} from '../../src/garden/diagram-text.ts'
import {type DrawOptions, drawDiagrams} from '../../src/garden/diagrams/draw.ts'
import type {Drawing, DrawingFailure, Hole} from '../../src/garden/model.ts'
import {corpus, drawing as manner, drawnCorpus} from '../corpus.ts'
import {hostileDiagrams} from '../hostile/mermaid.ts'
import {linkedSources} from './diagram-links.ts'

const root = path.join(import.meta.dirname, '../..')
const words = strings('en').body.diagram
const cacheFolder = mkdtempSync(path.join(tmpdir(), 'diagrams-'))
const options: DrawOptions = {...manner, cacheFolder}

/** Sources with an error, and the line that it stands in. */
const broken: readonly (readonly [type: string, line: number, source: string])[] = [
  ['flowchart', 3, 'flowchart LR\n  a --> b\n  b --> ((\n  c'],
  ['flowchart with front matter and comments', 9, '---\ntitle: x\n---\n%% a comment\nflowchart LR\n  a --> b\n\n  %% another\n  b --> ]'],
  ['sequence', 3, 'sequenceDiagram\n  A->>B: ok\n  A-:B'],
  ['state', 3, 'stateDiagram-v2\n  [*] --> A\n  A --> --> B'],
  ['class', 5, 'classDiagram\n  class A {\n    +x\n  }\n  A <|-- <|-- B'],
  ['er', 3, 'erDiagram\n  A ||--o{ B : x\n  A ||-- B'],
  ['pie', 2, 'pie\n  "a" : x'],
  ['requirement', 3, 'requirementDiagram\n  requirement a {\n  id 1\n}'],
  ['xychart', 2, 'xychart-beta\n  bar [1, a]'],
  ['architecture', 3, 'architecture-beta\n  service a(server)[x]\n  a:R --> b'],
  ['treemap', 2, 'treemap-beta\n"a": x'],
  ['wardley', 2, 'wardley-beta\ncomponent X 0.5'],
  ['railroad', 2, 'railroad-beta\nx = ['],
  ['swimlane', 3, 'swimlane-beta LR\n  subgraph s["Lane"]\n    a --> ]\n  end'],
  ['mindmap', 3, 'mindmap\n  root\n    a((b\n    c'],
  ['mindmap with two roots', 3, 'mindmap\n  one\n two\n'],
  ['gantt', 5, 'gantt\n  dateFormat YYYY-MM-DD\n  section A\n  a :a1, 2026-01-01, 3d\n  nonsense'],
  ['gantt with a day that is none', 4, 'gantt\n  dateFormat YYYY-MM-DD\n  section A\n  a :a1, 2026-99-01, 3d'],
  ['timeline', 3, 'timeline\n  2026 : a\n  : : b\n'],
  ['journey', 4, 'journey\n  title T\n  section S\n    a b c'],
  ['kanban', 3, 'kanban\n  todo[To do]\n    a[b\n  c'],
  ['block', 3, 'block-beta\n  columns 2\n  a --> --> b'],
  ['c4', 3, 'C4Context\n  Person(a, "x")\n  Nonsense(a)'],
  ['quadrant', 3, 'quadrantChart\n  x-axis a --> b\n  A: [0.2, x]'],
  ['git', 3, 'gitGraph\n  commit\n  branch\n  commit'],
  ['git with a branch that is none', 3, 'gitGraph\n  commit\n  checkout nowhere'],
  ['treeview', 2, 'treeView-beta\n    "a'],
  ['packet', 3, 'packet-beta\n  0-15: "a"\n  16-x: "b"'],
  ['packet with a gap', 3, 'packet-beta\n  0-15: "a"\n  20-31: "b"'],
  ['radar', 3, 'radar-beta\n  axis a, b, c\n  curve x{1, y, 3}'],
  ['venn', 3, 'venn-beta\n  set A\n  union A,'],
  ['ishikawa', 1, 'ishikawa-beta'],
  ['cynefin', 3, 'cynefin-beta\n  complex\n    a "b'],
  ['agentflow', 2, 'agentflow-beta TB\n  a --> ]'],
  ['usecase', 3, 'usecase-beta\n  actor A\n  A --> ('],
  ['sankey', 3, 'sankey-beta\na,b,10\na,b'],
  ['eventmodeling', 2, 'eventmodeling\n  tf 01 nonsense ]'],
  ['railroad of EBNF', 3, 'railroad-ebnf-beta\na = "b" ;\nc = ['],
  ['railroad of ABNF', 3, 'railroad-abnf-beta\na = "b"\nc = ('],
  ['railroad of PEG', 3, 'railroad-peg-beta\na <- "b"\nc <- ('],
  ['info', 1, 'info nonsense']
]

const edges = (count: number): string => `flowchart LR\n${Array.from({length: count}, (_, index) => `  a${index} --> b`).join('\n')}`

/** Sources besides the corpus, by what they are called here. */
const all = new Map<string, string>([
  ...linkedSources.map(([name, source]): [string, string] => [`link ${name}`, source]),
  ...hostileDiagrams.map(([name, source]): [string, string] => [`hostile ${name}`, source]),
  ...broken.map(([name, , source]): [string, string] => [`broken ${name}`, source]),
  ['too many edges', edges(501)],
  ['too many edges, limit raised', `%%{init: {"maxEdges": 9999, "maxTextSize": 999999}}%%\n${edges(501)}`],
  ['too long', `flowchart LR\n  a["${'x'.repeat(50_001)}"]`],
  ['links of Obsidian', 'flowchart LR\n  a[Biology] --> b[Chemistry]\n  class a,b internal-link'],
  ['a click', 'flowchart LR\n  a --> b --> c\n  click a "[[Note#Part]]"\n  click b href "Folder/Other%20note.md"\n  click c href "https://example.org/x"'],
  ['a click on a state', 'stateDiagram-v2\n  s --> t\n  click s "[[Note]]"'],
  ['a click on a class', 'classDiagram\n  class A\n  class B\n  click A "[[Note]]"\n  link B "[[Other]]"'],
  ['clicks on tasks', 'gantt\n  dateFormat YYYY-MM-DD\n  section S\n  x :a, 2026-01-01, 3d\n  y :b, 2026-01-03, 3d\n  click a "[[Note]]"\n  click b href "https://example.org/y"'],
  ['a group that is a link', 'flowchart LR\n  subgraph s[Biology]\n    a --> b\n  end\n  subgraph t[Chemistry]\n    c\n  end\n  class s internal-link'],
  ['durations', 'gantt\n  dateFormat x\n  axisFormat %L ms\n  section A\n  one :0, 110'],
  ['hours', 'gantt\n  dateFormat YYYY-MM-DD HH:mm\n  section A\n  one :2026-01-01 09:30, 2h'],
  ['reckoned numbers', 'xychart-beta\n  x-axis 0 --> 1\n  line [1, 2, 3, 4.123456]'],
  ['clicks on groups', 'flowchart LR\n  subgraph s[Zone]\n    a --> b\n  end\n  subgraph t[Other]\n    c\n  end\n  s --> c\n  click s "[[Note]]"\n  click t href "https://example.org/z"'],
  ['links of C4', 'C4Context\n  Person(a, "Ann", "x", $link="[[Note#Part]]")\n  System(b, "Bank [[Other|of ours]]", $link="https://example.org/w")\n  System(c, "Bad", $link="javascript:alert(1)")\n  Rel(a, b, "uses")'],
  ['groups', 'flowchart LR\n  subgraph s[Zone]\n    a[Pod] --> b\n  end\n  u[User] --> s'],
  ['a cycle', 'sankey-beta\na,b,1\nb,a,2'],
  ['a stumble', 'timeline\n  title T\n  section A\n  : b'],
  ['a subroutine', 'flowchart LR\n  a[[Kafka]] --> b'],
  ['several lines', 'flowchart LR\n  a["Circuit<br/>Breaker"]'],
  ['a participant', 'sequenceDiagram\n  accTitle: Hello\n  Alice->>Bob: Hi']
])

let drawn = new Map<string, Drawing | DrawingFailure>()
before(async () => {
  // One after the other, in one thread, which need not load mermaid twice.
  const known = await drawnCorpus()
  const others = await drawDiagrams(all, options)
  drawn = new Map([...[...known].map(([name, found]) => [`corpus ${name}`, found] as const), ...others])
})
after(() => rmSync(cacheFolder, {recursive: true, force: true}))

function drawing(name: string): Drawing {
  const found = drawn.get(name)
  assert.ok(found?.ok, found && !found.ok ? `${name}: ${found.line} ${found.message}` : name)
  return found
}

function failure(name: string): DrawingFailure {
  const found = drawn.get(name)
  assert.ok(found && !found.ok, name)
  return found
}

test('every diagram of the corpus is drawn, with a size, a role and a name', () => {
  assert.ok(corpus.size >= 40)
  for (const name of corpus.keys()) {
    const {svg, width, height, ...model} = drawing(`corpus ${name}`)
    assert.ok(width > 20 && height > 20, name)
    assert.ok(summaryOf(model, words).length > 3, name)
    assert.match(svg.html, /^<svg aria-label="[^"]+" aria-roledescription="\w+" class="mm mm-\w+ mm-(?:ink|paint) /, name)
    assert.match(svg.html, /role="graphics-document document"/, name)
    assert.doesNotMatch(svg.html, /NaN|undefined|Infinity|\[object/, name)
  }
})

test('drawings of types that the style sheet colours hold no colours, others only tokens and pairs of them', () => {
  for (const name of corpus.keys()) {
    const {type, svg} = drawing(`corpus ${name}`)
    if (/style|boxes/.test(name)) continue
    const colours = (svg.html.match(/(?:fill|stroke|color|stop-color)="[^"]*"/g) ?? []).filter((colour) => !/"(?:none|currentColor|url\(.*)"/i.test(colour))
    if (['flowchart', 'sequence', 'stateDiagram'].includes(type)) assert.deepEqual(colours, [], name)
    else for (const colour of colours) assert.match(colour, /"(?:var\(--[a-z0-9-]+\)|light-dark\(#[0-9a-f]+,#[0-9a-f]+\))"/, name)
  }
})

test('a half of all drawings weigh at most 3 KB, and none holds a style, a class of the page or an id that is not a hole', () => {
  const sizes = [...corpus.keys()].map((name) => drawing(`corpus ${name}`).svg.html.length).sort((one, two) => one - two)
  assert.ok((sizes[Math.floor(sizes.length / 2)] ?? 0) < 8000, String(sizes[Math.floor(sizes.length / 2)]))
  for (const name of corpus.keys()) {
    const {html, holes} = drawing(`corpus ${name}`).svg
    assert.doesNotMatch(html, /<style|\sstyle=|font-family/, name)
    for (const [, id] of html.matchAll(/\s(?:id|aria-labelledby|aria-describedby)="([^"]*)"/g)) assert.match(id ?? '', /^\0\d+\0$/, name)
    for (const [, id] of html.matchAll(/(?:url\(|href=")#([^")]*)/g)) assert.match(id ?? '', /^\0\d+\0$/, name)
    for (const [, index] of html.matchAll(/\0(\d+)\0/g)) assert.ok(holes[Number(index)], name)
  }
})

/** Links that are open while another begins, for each that begins; the holes of a drawing must be balanced. */
function nesting({svg, links}: Drawing): {link: number; around: number[]}[] {
  const open: number[] = []
  const found: {link: number; around: number[]}[] = []
  for (const [, index] of svg.html.matchAll(/\0(\d+)\0/g)) {
    const hole: Hole | undefined = svg.holes[Number(index)]
    if (hole?.kind === 'link') {
      found.push({link: hole.index, around: [...open]})
      open.push(hole.index)
    }
    if (hole?.kind === 'end') assert.equal(open.pop(), hole.index)
  }
  assert.deepEqual(open, [])
  assert.equal(found.length, links.length)
  return found
}

test('links open and close in turn, never one in another', () => {
  for (const [name, found] of drawn) if (found.ok) for (const {around} of nesting(found)) assert.deepEqual(around, [], name)
})

for (const [name] of linkedSources) {
  test(`[[Note|words]] is a link in a label of ${name}`, () => {
    const {links, svg} = drawing(`link ${name}`)
    const written = links.filter(({automatic}) => !automatic)
    assert.deepEqual(written.map(({target, text}) => ({target, text})), [{target: 'Note', text: 'words'}])
    assert.doesNotMatch(svg.html, /\[\[|[\u2061-\u2064]/)
  })
}

test('internal-link, click and plain labels are links; a subroutine is none', () => {
  const of = (name: string): unknown => drawing(name).links.map(({target, automatic}) => [target, automatic])
  assert.deepEqual(of('links of Obsidian'), [['Biology', false], ['Chemistry', false]])
  assert.deepEqual(of('a click'), [['Note#Part', false], ['Folder/Other note.md', false]])
  assert.match(drawing('a click').svg.html, /<a href="https:\/\/example.org\/x" rel="noopener">/)
  assert.deepEqual(of('a subroutine'), [['Kafka', true], ['b', true]])
  assert.deepEqual(drawing('several lines').links, [{target: 'Circuit Breaker', text: 'Circuit Breaker', automatic: true, otherwise: 'Circuit', wrapper: 'g'}])
  assert.deepEqual(of('a participant'), [['Bob', true], ['Alice', true]])
})

test('states, classes, tasks and groups are links where mermaid makes none, or leaves them to a script', () => {
  const of = (name: string): unknown => drawing(name).links.filter(({automatic}) => !automatic).map(({target, text}) => [target, text])
  assert.deepEqual(of('a click on a state'), [['Note', 's']])
  assert.deepEqual(of('a click on a class'), [['Note', 'A'], ['Other', 'B']])
  assert.deepEqual(of('clicks on tasks'), [['Note', 'x']])
  assert.match(drawing('clicks on tasks').svg.html, /<a href="https:\/\/example.org\/y" rel="noopener">/)
  assert.deepEqual(of('clicks on groups'), [['Note', 'Zone']])
  assert.match(drawing('clicks on groups').svg.html, /<a href="https:\/\/example.org\/z" rel="noopener">/)
  assert.deepEqual(of('links of C4'), [['Note#Part', 'Ann [Person] x']])
  assert.match(drawing('links of C4').svg.html, /<a href="https:\/\/example.org\/w" rel="noopener">/)
  assert.doesNotMatch(drawing('links of C4').svg.html, /javascript/)
  assert.deepEqual(of('a group that is a link'), [['Biology', 'Biology']])
  assert.ok(drawing('a group that is a link').links.some(({target, automatic}) => automatic && target === 'Chemistry'))
})

test('groups are told: their names, what is joined to them, what they hold', () => {
  const model = drawing('groups')
  assert.equal(summaryOf(model, words), 'Flowchart: 3 items, 1 group, 2 connections. Pod, b, User.')
  assert.deepEqual(linesOf(model, words), ['Pod → b', 'User → Zone', 'Zone: Pod, b'])
})

for (const [name, expected] of [
  ['sankey', 'Requests → Cache: 70'], ['treemap', 'Write → Orders'], ['radar', 'Orders: Speed 80; Safety 60; Cost 40; Joy 70; Calm 50'], ['packet', 'Source port: 0–15'],
  ['venn', 'CA: Availability ∩ Consistency'], ['xychart', 'bars: 10: 40; 50: 60; 100: 90; 200: 240; 400: 820'], ['cynefin', 'complex → complicated: Cause found'],
  ['wardley', 'Ride → Matching'], ['railroad', 'select: “SELECT” [“DISTINCT”] column'], ['quadrant', 'Chaos days: Think twice'], ['kanban', 'Done: Set a timeout'],
  ['swimlanes', 'Developer: Write, Push'], ['class-namespaces', 'Billing: Invoice, Ledger'], ['architecture', 'Cloud: Backups'], ['treeview', 'garden → src'], ['ishikawa', 'Database → Locks']
] as const) {
  test(`a diagram of type ${name} is told by what its parser understood`, () => {
    const lines = linesOf(drawing(`corpus ${name}`), words)
    assert.ok(lines.includes(expected), lines.join('\n'))
  })
}

test('times and numbers are told as a reader would say them', () => {
  const said = (name: string): readonly string[] => linesOf(drawing(name), words)
  assert.deepEqual(said('durations'), ['one: 0 ms to 110 ms'])
  assert.deepEqual(said('hours'), ['one: 2026-01-01 09:30 to 2026-01-01 11:30'])
  assert.deepEqual(said('reckoned numbers'), ['line: 0: 1; 0.333: 2; 0.667: 3; 1: 4.12'])
})

test('what parsed and cannot be drawn comes with its nodes and edges', () => {
  const {message, model} = failure('a cycle')
  assert.match(message, /^[^\n]{5,300}\.$/)
  assert.deepEqual(model && linesOf(model, words), ['a → b: 1', 'b → a: 2'])
})

test('a diagram is told in a sentence and in lines', () => {
  const {title, nodes, edges: found, ...rest} = drawing('a participant')
  const model = {title, nodes, edges: found, ...rest}
  assert.equal(title, 'Hello')
  assert.equal(summaryOf(model, words), 'Sequence diagram “Hello”: 2 participants, 1 message. Alice, Bob.')
  assert.deepEqual(linesOf(model, words), ['Alice → Bob: Hi'])
  assert.deepEqual(nodes, [{id: 'Alice', label: 'Alice'}, {id: 'Bob', label: 'Bob'}])
  assert.deepEqual(found, [{from: 'Alice', to: 'Bob', label: 'Hi'}])
})

test('a drawing holds no words of a language but its own: the page says what it is and what is in it', () => {
  const words = strings('de').body.diagram
  const said = (name: string): string => linesOf(drawing(`corpus ${name}`), words).join('\n')
  assert.equal(summaryOf(drawing('a participant'), words), 'Sequenzdiagramm „Hello“: 2 Teilnehmer, 1 Nachricht. Alice, Bob.')
  for (const [name, expected] of [
    ['state-basic', /^Anfang → /m], ['er-basic', /\((?:null oder eins|null oder mehr|eins oder mehr|genau eins) zu /], ['class-basic', /\((?:Erweiterung|Komposition|Aggregation)/],
    ['sequence-frames', /^Schleife: /m], ['gantt', / bis 20/], ['git', /: auf /], ['journey', /: Wertung \d/], ['xychart', /^Balken: /m]
  ] as const) assert.match(said(name), expected, name)
  assert.deepEqual(Object.keys(words.phrases).sort(), Object.keys(strings('en').body.diagram.phrases).sort())
  const untitled = [...corpus.keys()].map((name) => drawing(`corpus ${name}`)).filter(({title}) => title === '')
  assert.ok(untitled.length > 10)
  for (const {svg} of untitled) assert.equal(svg.holes.filter(({kind}) => kind === 'name').length, 1)
})

for (const [name] of hostileDiagrams) {
  test(`nothing comes of ${name}`, () => {
    const found = drawn.get(`hostile ${name}`)
    assert.ok(found)
    if (!found.ok) {
      assert.match(found.message, /^[^\n]{5,300}$/)
      assert.doesNotMatch(found.message, /node_modules|\.m?js:|\n\s+at /)
      return
    }
    const markup = found.svg.html.replace(/>[^<]*</g, '><').replace(/aria-label="[^"]*"/, '')
    assert.doesNotMatch(markup, /<\/?(?:script|style|iframe|object|embed|form|input|button|link|meta|base|img|animate|set|image|use)\b/i)
    assert.doesNotMatch(markup, /\son\w+=|\sstyle=|javascript:|vbscript:|data:|@import|expression\(|evil|srcset|formaction/i)
    assert.doesNotMatch(markup, /url\((?!#\0\d+\0\))|class="[^"]*(?:palette|dialog)/)
    for (const [, address] of markup.matchAll(/\shref="([^"]*)"/g)) assert.match(address ?? '', /^(?:#\0\d+\0|https?:\/\/|mailto:)/)
  })
}

for (const [name, line] of broken) {
  test(`an error in a diagram of type ${name} has a message and its line`, () => {
    const found = failure(`broken ${name}`)
    assert.equal(found.line, line)
    assert.match(found.message, /^[^\n]{10,300}\.$/)
  })
}

test('the types of the corpus are all among those whose errors are told', () => {
  const told = new Set(broken.map(([, , source]) => keyword(source)))
  assert.deepEqual([...new Set([...corpus.values()].map(keyword))].filter((type) => !told.has(type)), [])
})

/** The word that names a diagram's type, front matter aside; versions and synonyms are one type. */
function keyword(source: string): string {
  const word = /^(?:---\n[\s\S]*?\n---\n)?(?:\s*%%[^\n]*\n)*\s*([\w-]+)/.exec(source)?.[1] ?? ''
  const name = word.replace(/-(?:beta|v2)$/, '')
  return new Map([['graph', 'flowchart'], ['C4Container', 'C4Context']]).get(name) ?? name
}

test('what mermaid trips over is told without its own words for it', () => {
  assert.match(failure('a stumble').message, /^Mermaid stumbles here/)
})

test('more than 500 edges or 50,000 characters are refused, whatever the diagram says', () => {
  assert.match(failure('too many edges').message, /more than 500 edges/)
  assert.match(failure('too many edges, limit raised').message, /more than 500 edges/)
  assert.match(failure('too long').message, /the most that is drawn is 50000/)
})

test('another process, elsewhere in time and place, draws the same bytes', async () => {
  const names = [...corpus.keys()].reverse()
  const folder = mkdtempSync(path.join(tmpdir(), 'diagrams-'))
  const script = `
    import {drawDiagrams} from ${JSON.stringify(path.join(root, 'src/garden/diagrams/draw.ts'))}
    const sources = new Map(${JSON.stringify(names.map((name) => [name, corpus.get(name)]))})
    const drawn = await drawDiagrams(sources, ${JSON.stringify({...options, cacheFolder: folder, workers: 1})})
    process.stdout.write(JSON.stringify([...drawn]))`
  const {stdout} = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: {TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8'}, maxBuffer: 1e8
  })
  rmSync(folder, {recursive: true, force: true})
  const there = new Map<string, unknown>(JSON.parse(stdout))
  for (const name of names) assert.deepEqual(there.get(name), JSON.parse(JSON.stringify(drawn.get(`corpus ${name}`))), name)
})

test('what is in the cache is not drawn again, failures too, and a damaged file is as if absent', async () => {
  const sources = new Map([['good', all.get('a participant') ?? ''], ['bad', broken[0]?.[2] ?? '']])
  // Nothing can be drawn in a millisecond; only the cache can answer.
  const again = await drawDiagrams(sources, {...options, timeoutMs: 1})
  assert.deepEqual(again.get('good'), drawn.get('a participant'))
  assert.deepEqual(again.get('bad'), drawn.get('broken flowchart'))

  for (const shard of readdirSync(cacheFolder)) {
    for (const file of readdirSync(path.join(cacheFolder, shard))) writeFileSync(path.join(cacheFolder, shard, file), '{"ok": true, "svg": "<script>"}')
  }
  const redrawn = await drawDiagrams(new Map([['good', sources.get('good') ?? '']]), options)
  assert.deepEqual(redrawn.get('good'), drawn.get('a participant'))
})

test('a diagram that takes too long fails with a message that is not kept, and the others are drawn', async () => {
  const sources = new Map([['slow', edges(499)], ['next', 'pie\n  "only here" : 1']])
  const hurried = await drawDiagrams(sources, {...options, timeoutMs: 1, workers: 1})
  for (const found of hurried.values()) assert.deepEqual(found, {ok: false, message: 'The diagram takes more than 0.001 s to draw. Make it smaller.'})
  const patient = await drawDiagrams(new Map([['next', sources.get('next') ?? '']]), options)
  assert.equal(patient.get('next')?.ok, true)
})

test('a thread that may stay draws what comes next; one that was stopped gives way to another', async () => {
  const sources = (words: string): Map<string, string> => new Map([['a', `pie\n  "${words}" : 1`]])
  await drawDiagrams(sources('the first'), options)
  const before = await threadsStarted()
  assert.equal((await drawDiagrams(sources('the second'), options)).get('a')?.ok, true)
  assert.equal(await threadsStarted(), before + 1, 'only the one that counts')
  assert.equal((await drawDiagrams(new Map([['slow', `${edges(499)}\n%% again`]]), {...options, timeoutMs: 1})).get('slow')?.ok, false)
  assert.equal((await drawDiagrams(sources('the third'), options)).get('a')?.ok, true)
  assert.equal(await threadsStarted(), before + 3)
})

/** Threads that this process has started, with one more that says so: they are numbered. */
async function threadsStarted(): Promise<number> {
  const thread = new Worker('', {eval: true})
  const {threadId} = thread
  await thread.terminate()
  return threadId
}

test('drawing stops when it is told to', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  await assert.rejects(drawDiagrams(new Map([['a', 'pie\n  "never drawn" : 1']]), {...options, signal}), /enough/)
})

test('a font that is not there is an error of the machine, not of a diagram', async () => {
  await assert.rejects(drawDiagrams(new Map([['a', 'pie\n  "a" : 1']]), {...options, fontFile: path.join(root, 'no-such-font.woff2')}), /no-such-font/)
})
