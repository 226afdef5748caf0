import assert from 'node:assert/strict'
import {test} from 'node:test'
import {nameWords as wordsAsked, plain as plainAsked} from '../../src/client/search/words.ts'
import {nameWords, plain, searchNames} from '../../src/garden/search-names.ts'
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
  return ranges.findLast(({border}) => border <= word)?.names.text ?? []
}

test('a name stands in the file of each of its words, of all of them together, and of its first letters', () => {
  assert.ok(ranges.length > 10)
  for (const [at, {title}] of many.entries()) {
    for (const word of [...nameWords(title), plain(title), 'wot']) assert.ok(fileFor(word).includes(title), `${word}: ${title}`)
    assert.ok(fileFor(String(at)).includes(`Alias ${at}`))
  }
})

test('files of names are small, but for words that very many names have', () => {
  const large = ranges.filter(({names}) => names.text.join('').length > 30_000)
  assert.ok(large.length <= 4, String(large.length))
})
