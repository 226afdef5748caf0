/**
 * Made-up notes for the measurements of search, the same on every machine: some 400 words each, of 30,000 words as often as
 * words of a language are (the second half as often as the first), two sections, a block of code; a kind, a level, a
 * status, three tags, a folder, another name for every second note.
 *
 *     node bench/search-texts.ts <notes> <folder>     writes the index and, for other programs, the same texts
 */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {indexPages, writeIndex} from '../scripts/output/search.ts'
import type {Page} from '../src/garden/model.ts'
import {asSlug} from '../src/garden/names.ts'
import {samplePage} from '../test/components/sample.ts'
import {numbers} from './vault.ts'

const vocabularySize = 30_000
const wordsOfNote = 400
const syllables = 'ka re mi to su ne lo vi da pe shi gra ton ser ple cor ban dil fra men quo ril tas ver nix hol bur cey dro fam'.split(' ')

/** A text as programs that search are fed it. */
export interface Text {
  readonly id: number
  readonly title: string
  readonly aliases: string
  readonly headings: string
  readonly text: string
}

interface Language {
  /** Words, the most frequent first. */
  readonly words: readonly string[]
  /** A word, as often as it is used. */
  readonly word: () => string
  /** A word of names: neither of grammar nor very rare. */
  readonly name: () => string
  readonly below: (limit: number) => number
}

function language(seed: number): Language {
  const next = numbers(seed)
  const below = (limit: number): number => Math.floor(next() * limit)
  const made = new Set<string>()
  while (made.size < vocabularySize) made.add(Array.from({length: 1 + below(4)}, () => syllables[below(syllables.length)]).join(''))
  const words = [...made]
  const sums: number[] = []
  for (let rank = 0; rank < words.length; rank += 1) sums.push((sums.at(-1) ?? 0) + 1 / (rank + 2.7))
  const at = (value: number): number => {
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    return low
  }
  return {words, below, word: () => words[at(next() * (sums.at(-1) ?? 0))] ?? '', name: () => words[100 + below(8000)] ?? ''}
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** Notes, and what other programs are told of them. */
export function searchTexts(count: number): {pages: Page[]; texts: Text[]} {
  const own = language(7)
  const names = new Set<string>()
  while (names.size < count) names.add(capital(`${own.name()} ${own.name()}${own.below(2) ? ` ${own.name()}` : ''}`))
  const made = [...names].map((title, id) => note(title, id, own))
  return {pages: made.map(({page}) => page), texts: made.map(({text}) => text)}
}

function note(title: string, id: number, own: Language): {page: Page; text: Text} {
  const text = (length: number): string => Array.from({length}, own.word).join(' ')
  const [before, first, second, code] = [text(60), text(wordsOfNote / 2 - 40), text(wordsOfNote / 2 - 40), text(20)]
  const headings = [capital(`${own.name()} ${own.name()}`), capital(own.name())]
  const aliases = id % 2 === 0 ? [capital(`${own.name()} ${own.name()}`)] : []
  const tag = (): {name: string; slug: Page['slug']} => ({name: `topic/${own.words[200 + own.below(60)]}`, slug: asSlug('tags')})
  const folder = `folder-${own.below(8)}`
  const page = samplePage(title, {
    slug: asSlug(`${folder}/${title.toLowerCase().replaceAll(' ', '-')}`),
    aliases,
    description: `${before.slice(0, 120)}.`,
    noteKind: `kind-${own.below(5)}`,
    properties: [['level', `level-${own.below(3)}`], ['status', `status-${own.below(3)}`]],
    tags: [tag(), tag(), tag()],
    crumbs: [{title: folder, slug: asSlug(folder)}],
    html: `<p>${before}.</p><h2 id="a">${headings[0]}</h2><p>${first}.</p><h2 id="b">${headings[1]}</h2><p>${second}.</p><pre><code>${code}</code></pre>`
  })
  return {page, text: {id, title, aliases: aliases.join(' '), headings: headings.join(' '), text: `${before} ${first} ${second} ${code}`}}
}

if (import.meta.main) {
  const [count = '', folder = ''] = process.argv.slice(2)
  const began = process.cpuUsage()
  const {pages, texts} = searchTexts(Number(count))
  const making = process.cpuUsage(began).user / 1000
  const kept = join(folder, 'kept')
  rmSync(kept, {force: true})
  mkdirSync(folder, {recursive: true})
  writeIndex(await indexPages({pages, lang: 'en', kept}), join(folder, 'pagefind'))
  writeFileSync(join(folder, 'texts.json'), JSON.stringify(texts))
  console.log(JSON.stringify({making: Math.round(making)}))
}
