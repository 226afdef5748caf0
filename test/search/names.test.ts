import assert from 'node:assert/strict'
import {test} from 'node:test'
import {readTable} from '../../src/client/search/table.ts'
import {nameWords as wordsAsked, plain as plainAsked} from '../../src/client/search/words.ts'
import {nameWords, plain, searchNames} from '../../src/garden/search-names.ts'
import {searchTable} from '../../src/garden/search-table.ts'
import {samplePage} from '../components/sample.ts'

test('names are cut into words at build as they are when they are asked for', () => {
  for (const name of ['CI/CD', 'C++', 'Çay ve Süt', 'kube-proxy', 'it’s', '注文サービス', 'max.poll.interval.ms', '', '...', 'Straße']) {
    assert.deepEqual(nameWords(name), wordsAsked(name))
    assert.equal(plain(name), plainAsked(name))
  }
})

const many = Array.from({length: 3000}, (_, at) => samplePage(`Word${(at * 7919) % 997} other${at} thing`, {aliases: [`Alias ${at}`]}))
const ranges = searchNames(many)

/** Names in the file where a word must stand. */
function fileFor(word: string): readonly string[] {
  return ranges.findLast(({border}) => border <= word)?.text.split(/[\t\n]/) ?? []
}

test('a name stands in the file of each of its words, of all of them together, and of its first letters', () => {
  assert.ok(ranges.length > 10)
  for (const [at, {title}] of many.entries()) {
    for (const word of [...nameWords(title), plain(title), 'wot']) assert.ok(fileFor(word).includes(title), `${word}: ${title}`)
    assert.ok(fileFor(String(at)).includes(`Alias ${at}`))
  }
})

test('files of names are small, but for words that very many names have', () => {
  const large = ranges.filter(({text}) => text.length > 30_000)
  assert.ok(large.length <= 4, String(large.length))
})

test('a table learns from a file of names what was written into it: of which note each is, and what is a title', () => {
  const pages = [samplePage('Alpha one', {aliases: ['Erste']}), samplePage('Beta'), samplePage('Gamma two', {aliases: ['Zweite\tNote', 'Dritte']})]
  const table = readTable(searchTable({lang: 'en', chunks: ['', ''], names: ['', ''], texts: [], vocabulary: [], pages: pages.map((page) => ({page, words: 1}))}))
  for (const {text} of searchNames(pages)) table.learn(text)
  assert.deepEqual(table.notes.map(({names}) => names.map(({text, isTitle}) => [text, isTitle])), [
    [['Alpha one', true], ['Erste', false]],
    [['Beta', true]],
    [['Gamma two', true], ['Dritte', false], ['Zweite Note', false]]
  ])
})

test('an alias is known as one where its title stands in another file', () => {
  const [last] = ranges.toReversed()
  assert.ok(last)
  const table = readTable(searchTable({lang: 'en', chunks: ['', ''], names: ['', ''], texts: [], vocabulary: [], pages: many.map((page) => ({page, words: 1}))}))
  table.learn(last.text)
  const learned = table.notes.flatMap(({id, names}) => names.map(({text, isTitle}) => ({id, text, isTitle})))
  assert.ok(learned.length > 100)
  for (const {id, text, isTitle} of learned) assert.equal(isTitle ? many[id]?.title : many[id]?.aliases[0], text)
})
