import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {test} from 'node:test'
import {facts} from '../../src/components/facts.ts'
import {homeContent} from '../../src/components/home.ts'
import {letters} from '../../src/components/letters.ts'
import {outline} from '../../src/components/outline.ts'
import {policy} from '../../src/components/policy.ts'
import type {Garden} from '../../src/garden/model.ts'
import {asSlug} from '../../src/garden/names.ts'
import {samplePage, sampleView} from './sample.ts'

test('a note without properties has its length in the title block, and nothing else', () => {
  assert.deepEqual(facts(samplePage('Tea'), sampleView()), [{name: 'Length', value: '1 min'}])
})

test('the title block shows what the author wrote, whatever the case of the key', () => {
  const page = samplePage('Saga', {
    noteKind: 'pattern',
    words: 2200,
    dates: {created: '2026-01-01', updated: '2026-02-01'},
    properties: [
      ['Level', 'senior'],
      ['STATUS', 'evergreen'],
      ['facts_checked', '2026-11-22'],
      ['review_by', '2027-05-22']
    ],
    diagrams: [{id: 'diagram-1', title: '', type: 'flowchart', words: '', slug: asSlug('diagrams/x/1'), number: 1}]
  })

  assert.deepEqual(facts(page, sampleView()), [
    {name: 'Kind', value: 'Pattern', icon: 'pattern'},
    {name: 'Level', value: 'Senior'},
    {name: 'Status', value: 'Evergreen', growth: 'evergreen'},
    {name: 'Facts checked', value: '22 Nov 2026', date: '2026-11-22'},
    {name: 'Check again by', value: '22 May 2027', date: '2027-05-22', since: '2026-11-22'},
    {name: 'Length', value: '10 min, 1 figure'}
  ])
})

test('dates of writing stand where nothing was checked', () => {
  const page = samplePage('Tea', {noteKind: 'recipe', dates: {created: '2026-01-01', updated: '2026-02-01'}})
  assert.deepEqual(
    facts(page, sampleView()).map(({name, value}) => [name, value]),
    [
      ['Kind', 'Recipe'],
      ['Updated', '1 Feb 2026'],
      ['Written', '1 Jan 2026'],
      ['Length', '1 min']
    ]
  )
})

const heading = (depth: number, text: string) => ({depth, text, id: text})

test('the contents have two levels, and leave out a heading that repeats the title', () => {
  const items = outline([heading(1, 'Tea'), heading(2, 'Leaves'), heading(3, 'Green'), heading(4, 'Early'), heading(2, 'Water')], 'Tea')
  assert.deepEqual(
    items.map(({heading: {text}, under}) => [text, under.map((inner) => inner.text)]),
    [
      ['Leaves', ['Green']],
      ['Water', []]
    ]
  )
})

test('contents of many lines show the upper level only', () => {
  const many = Array.from({length: 20}, (_, index) => [heading(2, `a${index}`), heading(3, `b${index}`)]).flat()
  assert.ok(outline(many, '').every(({under}) => under.length === 0))
  assert.deepEqual(outline([], 'Tea'), [])
})

test('notes stand under their letter, accents put aside, and numbers first', () => {
  const pages = ['Éclair', 'apple', 'Zebra', '10 things', '2 things', 'Eve', '日本', '🌱 seed'].map((title) => samplePage(title))
  assert.deepEqual(
    letters(pages, 'en').map(({name, pages: under}) => [name, under.map(({title}) => title)]),
    [
      ['#', ['🌱 seed', '2 things', '10 things']],
      ['A', ['apple']],
      ['E', ['Éclair', 'Eve']],
      ['Z', ['Zebra']],
      ['日', ['日本']]
    ]
  )
})

const base =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'"

test('a page that needs nothing may load our own files only', () => {
  assert.equal(policy('', []), base)
})

test('a page’s own style is allowed by its hash, and an author’s origins by name', () => {
  const hash = createHash('sha256').update('.a{color:red}').digest('base64')
  const origins = [
    ['img-src', 'https://a.example'],
    ['frame-src', 'https://b.example'],
    ['img-src', 'https://c.example']
  ] as const
  assert.equal(
    policy('.a{color:red}', origins),
    base
      .replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`)
      .replace('data:', 'data: https://a.example https://c.example')
      .replace("frame-src 'self'", "frame-src 'self' https://b.example")
  )
})

function sampleGarden(more: Partial<Garden>) {
  const empty: Garden = {
    pages: [],
    folders: [],
    tags: [],
    diagrams: [],
    edges: [],
    map: () => ({notes: [], edges: [], communities: []}),
    suggestions: () => [],
    unresolved: [],
    assets: [],
    redirects: [],
    fillers: new Map(),
    previews: () => [],
    archive: () => [],
    hasArchive: false,
    diagnostics: [],
    publicDiagnostics: []
  }
  return {...empty, ...more, site: sampleView().site}
}

const mentionedBy = (count: number) =>
  Array.from({length: count}, (_, index) => ({...samplePage(`From ${index}`), mentions: [], weight: 1}))

test('the first page of an empty garden shows nothing, and does not fail', () => {
  assert.deepEqual(homeContent(sampleGarden({})), {
    begin: [],
    chosen: false,
    paths: [],
    hubs: [],
    linked: [],
    recent: [],
    tags: [],
    folders: [],
    counts: {notes: 0, links: 0, diagrams: 0, tags: 0}
  })
})

test('where nobody wrote a hub, the most linked notes stand in its place, but for those that readers begin with', () => {
  const pages = ['A', 'B', 'C', 'D', 'E'].map((title, index) => samplePage(title, {backlinks: mentionedBy(index)}))
  const home = homeContent(sampleGarden({pages}))
  assert.deepEqual(
    [home.begin, home.linked, home.hubs].map((list) => list.map(({title}) => title)),
    [['E', 'D', 'C'], ['B'], []]
  )
})

test('the first page begins with the notes that the author named and published', () => {
  const garden = sampleGarden({pages: [samplePage('A'), samplePage('B')]})
  const home = homeContent({...garden, site: {...garden.site, begin: [asSlug('b'), asSlug('private'), asSlug('a')]}})
  assert.deepEqual([home.chosen, home.begin.map(({title}) => title)], [true, ['B', 'A']])
})

test('what changed last comes first, and notes without a date are not news', () => {
  const pages = [
    samplePage('Old', {dates: {updated: '2026-01-01'}}),
    samplePage('Undated'),
    samplePage('New', {dates: {updated: '2026-11-23T10:00'}})
  ]
  assert.deepEqual(
    homeContent(sampleGarden({pages})).recent.map(({title}) => title),
    ['New', 'Old']
  )
})
