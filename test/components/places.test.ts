import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {likeness, nearest} from '../../src/client/lost/nearest.ts'
import {facts, otherDates} from '../../src/components/facts.ts'
import {growthOf, growths} from '../../src/components/growth.ts'
import {isByName, leadingSentence} from '../../src/components/listing.ts'
import {changedDays} from '../../src/components/recent.ts'
import {strings} from '../../src/components/strings.ts'
import type {ListedNote} from '../../src/garden/model.ts'
import {asSlug} from '../../src/garden/names.ts'
import {samplePage, sampleView} from './sample.ts'

const t = strings('en')

// ── Growth and dates ────────────────────────────────────────────────────────

for (const [word, growth] of [['Evergreen', 'evergreen'], [' budding ', 'budding'], ['🌱', 'seedling'], ['done', undefined], ['constructor', undefined], ['', undefined]] as const) {
  test(`the status ${JSON.stringify(word)} is ${growth ? `the stage ${growth}` : 'no stage of growth'}`, () => {
    assert.equal(growthOf(word), growth)
  })
}

test('every stage has a name and a sentence in every language', () => {
  for (const lang of ['en', 'de']) for (const stage of growths) assert.match(`${strings(lang).growthNames[stage]}: ${strings(lang).growth[stage]}`, /^\p{Lu}.+: \p{Lu}.+\.$/u)
})

test('the stage of a note is found under the names that vaults give it', () => {
  for (const key of ['status', 'Growth', 'stage']) {
    assert.deepEqual(facts(samplePage('Tea', {properties: [[key, 'seedling']]}), sampleView())[0], {name: 'Status', value: 'Seedling', growth: 'seedling'})
  }
})

test('a stage by its usual name or its sign is told in the language of the site, any other word as it is', () => {
  for (const [word, told] of [['budding', 'Knospend'], ['🌳', 'Immergrün'], ['sapling', 'Sapling']] as const) {
    assert.equal(facts(samplePage('Tea', {properties: [['status', word]]}), sampleView('de'))[0]?.value, told)
  }
})

test('dates that give their cell to a check are still told', () => {
  const dates = {created: '2026-01-01', updated: '2026-02-01'}
  const checked = samplePage('Tea', {dates, properties: [['facts_checked', '2026-03-01'], ['review_by', '2027-03-01']]})
  assert.deepEqual(otherDates(checked, sampleView()), [{name: 'Written', date: '2026-01-01'}, {name: 'Updated', date: '2026-02-01'}])
  assert.deepEqual(otherDates(samplePage('Tea', {dates}), sampleView()), [])
})

// ── Lists ───────────────────────────────────────────────────────────────────

const note = (title: string, incoming = 0): ListedNote => ({slug: asSlug(title), title, description: '', incoming})

test('a list is by name when its names rise, numbers as numbers', () => {
  assert.equal(isByName(['2', '10', 'a', 'B'].map((title) => note(title))), true)
  assert.equal(isByName(['B', 'a'].map((title) => note(title))), false)
  assert.equal(isByName([]), true)
})

test('the most linked notes of a list are told, where there are enough to tell apart', () => {
  const notes = [note('a', 2), note('b', 9), note('c'), note('d', 5), note('e', 1)]
  assert.equal(leadingSentence(notes, t, 'en'), 'Others lean most on b, d and a.')
  assert.equal(leadingSentence(notes, strings('de'), 'de'), 'Am meisten stützen sich andere auf b, d und a.')
  assert.equal(leadingSentence(notes.slice(0, 4), t, 'en'), '')
  assert.equal(leadingSentence(notes.map(({title}) => note(title)), t, 'en'), '')
})

test('what changed stands by day, newest first, and what came that day is new', () => {
  const days = changedDays([
    samplePage('old', {dates: {created: '2025-01-01'}}),
    samplePage('never'),
    samplePage('changed', {dates: {created: '2025-01-01', updated: '2026-01-02T10:00'}}),
    samplePage('new', {dates: {created: '2026-01-02', updated: '2026-01-02'}})
  ])
  assert.deepEqual(days.map(({day, changes}) => [day, changes.map(({page, isNew}) => [page.title, isNew])]), [
    ['2026-01-02', [['changed', false], ['new', true]]],
    ['2025-01-01', [['old', true]]]
  ])
})

test('the list of changes has a bound', () => {
  const pages = Array.from({length: 500}, (_, index) => samplePage(`${index}`, {dates: {updated: `2026-01-0${1 + (index % 9)}`}}))
  const days = changedDays(pages)
  assert.equal(days.reduce((sum, {changes}) => sum + changes.length, 0), 200)
  assert.equal(days[0]?.day, '2026-01-09')
})

// ── Lost addresses ──────────────────────────────────────────────────────────

test('likeness is 1 of a text to itself, the same from both sides, and never out of 0 to 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      assert.equal(likeness(a, a), 1)
      assert.equal(likeness(a, b), likeness(b, a))
      assert.ok(likeness(a, b) >= 0 && likeness(a, b) <= 1)
    })
  )
})

const places = ['patterns/circuit-breaker', 'labs/circuit-breaker-lab', 'tools/apache-kafka', 'patterns/saga', 'überblick'].map((slug) => ({slug, title: slug.slice(slug.lastIndexOf('/') + 1).replaceAll('-', ' ')}))

for (const [asked, found] of [
  ['patterns/circut-braker', 'patterns/circuit-breaker'],
  ['labs/circuit-breaker', 'patterns/circuit-breaker'],
  ['old/folder/Apache_Kafka', 'tools/apache-kafka'],
  ['ueberblick', 'überblick'],
  ['sagas', 'patterns/saga'],
  ['no/such/kafak', 'tools/apache-kafka'],
  ['zzzz', undefined]
] as const) {
  test(`who asks for ${asked} is offered ${found ?? 'nothing'}`, () => {
    assert.equal(nearest(asked, places)[0]?.slug, found)
  })
}
