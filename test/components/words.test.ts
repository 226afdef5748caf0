import assert from 'node:assert/strict'
import {test} from 'node:test'
import {capital, day, direction, folderName, grouped, minutes, propertyParts} from '../../src/components/format.ts'
import {mentionPlace, reasonSentence} from '../../src/components/mention.ts'
import {sourceLinks} from '../../src/components/repository.ts'
import {strings} from '../../src/components/strings.ts'

const t = strings('en')

/** Every word of a table and of those in it, functions called with some numbers. */
function wordsIn(table: object): string[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return wordsIn(value)
    if (typeof value !== 'function') return [`${key}: ${value}`]
    return [0, 1, 2].map((count) => `${key}: ${Reflect.apply(value, undefined, [count, count])}`)
  })
}

/** Every word of a language. */
function words(lang: string): readonly string[] {
  return wordsIn(strings(lang))
}

test('German has a word for everything that English has, and none is empty', () => {
  assert.deepEqual(Object.keys(strings('de')).sort(), Object.keys(strings('en')).sort())
  for (const word of [...words('en'), ...words('de')]) assert.match(word, /: .*\S/)
})

test('German repeats English only where the words are the same', () => {
  const english = new Set(words('en'))
  const same = new Set(
    words('de')
      // What has only holes and signs is of no language.
      .filter((word) => english.has(word) && /\p{L}/u.test(word.slice(word.indexOf(':')).replace(/\{\w+\}/g, '')))
      .map((word) => word.split(':', 1)[0])
  )
  assert.deepEqual([...same], ['links', 'svg', 'png'])
})

test('a language is found by its first part, and an unknown one is English', () => {
  assert.equal(strings('de-AT'), strings('de'))
  assert.equal(strings('DE'), strings('de'))
  assert.equal(strings('tlh'), strings('en'))
  assert.equal(strings('constructor'), strings('en'))
})

for (const [date, lang, shown] of [
  ['2026-11-22', 'en', '22 Nov 2026'],
  ['2026-11-22T23:59:59-12:00', 'en', '22 Nov 2026'],
  ['2026-11-22', 'de', '22. Nov. 2026'],
  ['next week', 'en', 'next week'],
  ['', 'en', '']
] as const) {
  test(`the date ${JSON.stringify(date)} in ${lang} is ${JSON.stringify(shown)}`, () => {
    assert.equal(day(date, lang), shown)
  })
}

test('every note takes a minute at least', () => {
  assert.deepEqual([0, 110, 2200].map(minutes), [1, 1, 10])
})

test('a name in small letters gets a capital, one with capitals is the author’s', () => {
  assert.deepEqual(['patterns', 'iOS', 'Éclair', 'ägypten', ''].map(folderName), ['Patterns', 'iOS', 'Éclair', 'Ägypten', ''])
  assert.equal(capital('𐐨x'), '𐐀x')
})

test('a right-to-left language turns the page', () => {
  assert.deepEqual(['he', 'ar-EG', 'en', 'de'].map(direction), ['rtl', 'rtl', 'ltr', 'ltr'])
})

test('properties are shown as words, links, dates and boxes', () => {
  const linkOf = (written: string) => new Map([['[[Tea]]', {text: 'Tea', href: '/tea/'}], ['[[Nothing]]', {text: 'Nothing'}]]).get(written)
  const context = {t, lang: 'en', linkOf}
  assert.deepEqual(propertyParts(['a', 'https://www.example.org/x/'], context), [
    {text: 'a'},
    {text: 'example.org/x', url: 'https://www.example.org/x/'}
  ])
  assert.deepEqual(propertyParts(null, context), [{text: '–'}])
  assert.deepEqual(propertyParts(true, context), [{text: 'yes', checked: true}])
  assert.deepEqual(propertyParts(3, context), [{text: '3'}])
  assert.deepEqual(propertyParts({a: 1, b: ['x', 'y']}, context), [{text: 'a: 1'}, {text: 'b: x, y'}])
  assert.deepEqual(propertyParts('javascript:alert(1)', context), [{text: 'javascript:alert(1)'}])
  assert.deepEqual(propertyParts('2026-08-21', context), [{text: '21 Aug 2026', date: '2026-08-21'}])
  assert.deepEqual(propertyParts('2026-08-21T23:30:00', context), [{text: '21 Aug 2026, 23:30', date: '2026-08-21T23:30:00'}])
  assert.deepEqual(propertyParts('2026-08-21 and later', context), [{text: '2026-08-21 and later'}])
  assert.deepEqual(propertyParts(['[[Tea]]', '[[Nothing]]'], context), [{text: 'Tea', url: '/tea/', own: true}, {text: 'Nothing'}])
})

test('a forge that shows files also leads to their editor and history', () => {
  assert.deepEqual(sourceLinks('https://github.com/me/garden/blob/main/notes/', 'a b/c#.md'), {
    source: 'https://github.com/me/garden/blob/main/notes/a%20b/c%23.md',
    edit: 'https://github.com/me/garden/edit/main/notes/a%20b/c%23.md',
    history: 'https://github.com/me/garden/commits/main/notes/a%20b/c%23.md'
  })
  assert.deepEqual(sourceLinks('https://example.org/tree', 'a.md'), {source: 'https://example.org/tree/a.md'})
})

test('a mention says where it stands when that is not plain text', () => {
  const mention = {html: '', line: 1, weight: 1} as const
  assert.deepEqual(
    [
      mentionPlace({...mention, kind: 'link'}, t),
      mentionPlace({...mention, kind: 'property', property: 'up'}, t),
      mentionPlace({...mention, kind: 'diagram'}, t),
      mentionPlace({...mention, kind: 'canvas'}, t),
      mentionPlace({...mention, kind: 'embed'}, t)
    ],
    ['', 'in the property up', 'appears in diagram', 'on a canvas', 'shown inside']
  )
})

test('a reason names three notes at most', () => {
  assert.equal(reasonSentence({kind: 'links', names: ['A', 'B', 'C', 'D']}, t), 'Both link to A, B, C …')
  assert.equal(reasonSentence({kind: 'links', names: ['A', 'B', 'C']}, t), 'Both link to A, B and C')
  assert.equal(reasonSentence({kind: 'rare-tag', names: ['a/b']}, t), 'Same rare tag: a/b')
  assert.equal(reasonSentence({kind: 'text', names: ['consumer lag', 'offsets']}, strings('de')), 'Beide sprechen von consumer lag und offsets')
  assert.equal(reasonSentence({kind: 'linked-by', names: ['A']}, t), 'Both are linked from A')
  assert.equal(reasonSentence({kind: 'tag', names: ['a/b']}, t), 'Both are tagged a/b')
})

test('large numbers are grouped as their language does', () => {
  assert.equal(grouped('2771 links of 142', 'en'), '2,771 links of 142')
  assert.equal(grouped('1234567 Links', 'de'), '1.234.567 Links')
})
