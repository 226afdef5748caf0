import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {gunzipSync} from 'node:zlib'
import {pagesOfParts} from '../../scripts/output/index-parts.ts'
import type {PackedFile} from '../../scripts/output/pack.ts'
import {indexPages} from '../../scripts/output/search.ts'
import {asSlug} from '../../src/garden/names.ts'
import {readChunk} from '../../src/client/search/chunk.ts'
import {engine} from '../../src/client/search/engine.ts'
import {bodyOf} from '../../src/client/search/files.ts'
import {wordsOfStep, type SearchTable} from '../../src/garden/search-table.ts'
import {samplePage} from '../components/sample.ts'
import {temporaryFolder} from '../site/support.ts'

const tag = (name: string) => ({name, slug: asSlug(`tags/${name}`)})

const pages = Array.from({length: 60}, (_, at) =>
  samplePage(`Note ${at}`, {
    noteKind: `kind ${at % 3}`,
    aliases: [`alias ${at}`],
    tags: [tag(`a/${at % 7}`), tag('b'), tag(`c${at % 30}`)],
    html: `<h2 id="part">Part ${at % 5}</h2><p>${`word${at} other${(at * 13) % 31} `.repeat(40)}</p>`
  })
)

/** The index as text, so that a difference can be read: names, and what stands in the files. */
async function index(of: typeof pages, kept = join(temporaryFolder(), 'kept')): Promise<Map<string, string>> {
  const files = await indexPages({pages: of, lang: 'en', kept})
  return new Map(files.map(({path, content}) => [path, readable(content)]))
}

/** Files of the texts, in the order of the notes. */
function textsOf(files: ReadonlyMap<string, string>): string[] {
  const {texts} = tableOf(files)
  return texts.flatMap((list) => (files.get(`texts/${list}.txt`) ?? '').split('\n')).map((file) => `fragment/${file}.pf_fragment`)
}

function tableOf(files: ReadonlyMap<string, string>): SearchTable {
  return JSON.parse(files.get('notes.json') ?? '')
}

function readable(content: PackedFile['content']): string {
  return (content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : Buffer.from(content)).toString('latin1')
}

test('the same notes make the same index, in whatever order they come', async () => {
  const [first, again, reversed] = [await index(pages), await index(pages), await index(pages.toReversed())]
  assert.ok(first.size > pages.length)
  assert.deepEqual(again, first)
  assert.deepEqual(reversed, first)
})

test('every file that the table names is there, and no other', async () => {
  const files = await index(pages)
  const {chunks, names, texts, vocabulary} = tableOf(files)
  const words = vocabulary.flatMap((bits, place) => Array.from({length: 32}, (_, at) => at).filter((at) => (bits >>> at) % 2 === 1).map((at) => `words/${place}-${at}.txt`))
  assert.ok(words.length > 0)
  const named = [
    ...words,
    ...chunks[1].split(' ').map((file) => `index/${file}.pf_index`),
    ...names[1].split(' ').map((file) => `names/${file}.txt`),
    ...texts.map((file) => `texts/${file}.txt`),
    ...textsOf(files)
  ]
  assert.deepEqual([...files.keys()].sort(), ['notes.json', ...named].sort())
})

test('the rows of the table are the notes that the index numbers', async () => {
  const files = await index(pages)
  const {notes} = tableOf(files)
  for (const [at, path] of textsOf(files).entries()) {
    const {url, word_count, filters}: {url: string; word_count: number; filters: {title: string[]}} = JSON.parse((files.get(path) ?? '').slice('pagefind_dcd'.length))
    assert.equal(decodeURI(url), `/${filters.title[0]?.toLowerCase()}/`)
    assert.equal(notes.words[at], Math.ceil(word_count / wordsOfStep))
  }
  assert.equal(textsOf(files).length, pages.length)
})

/** What an index says: each word with the texts that have it, where, and how much it counts there. */
async function saidOf(of: typeof pages, partLength?: number): Promise<Map<string, unknown>> {
  const files = new Map((await indexPages({pages: of, lang: 'en', kept: join(temporaryFolder(), 'kept'), ...(partLength && {partLength})})).map(({path, content}) => [path, content]))
  const texts = textsOf(new Map([...files].map(([path, content]) => [path, readable(content)])))
  const words = new Map<string, unknown>()
  for (const [path, content] of files) {
    // Counts of words decide what is in the vocabulary.
    if (path.startsWith('words/')) words.set(path, readable(content))
    if (!path.startsWith('index/')) continue
    for (const [word, postings] of readChunk(await bodyOf(content))) {
      words.set(word, postings.map(({note, ...others}) => ({text: texts[note], ...others})).toSorted((a, b) => String(a.text).localeCompare(String(b.text)) || a.places.length - b.places.length))
    }
  }
  return words
}

for (const partLength of [1, 500, 7000, 40_000]) {
  test(`notes indexed in parts of ${partLength} characters are found as those of one index`, async () => {
    // Spellings with accents, which some parts have beside the plain word, some alone, and some not at all.
    const accents = ['cafe', 'café', 'café cafe', 'cafë', 'tea'].map((drink, at) => samplePage(`Drink ${at}`, {html: `<p>A ${drink} for ${'everyone '.repeat(at * 90)}</p>`}))
    const all = [...pages.map((page, at) => (at % 3 === 0 ? {...page, description: `About word${at} and described`} : page)), ...accents]
    const whole = await saidOf(all)
    assert.ok(whole.has('cafe') && whole.has('described') && whole.size > 100)
    assert.deepEqual(await saidOf(all, partLength), whole)
  })
}

test('texts without a list of their pages are refused: all that comes after would name wrong pages', () => {
  assert.throws(() => pagesOfParts([[{path: 'fragment/en_1.pf_fragment', content: new Uint8Array()}]], pages), /form that is not known/)
  assert.deepEqual(pagesOfParts([[]], pages), [])
})

test('words stand in the file before whose successor they come, whatever is cut', async () => {
  const many = [samplePage('Many', {html: `<p>${Array.from({length: 20_000}, (_, at) => `w${(at * 7919) % 99_991}`).join(' ')}</p>`}), ...pages]
  const kept = join(temporaryFolder(), 'kept')
  const files = new Map((await indexPages({pages: many, lang: 'en', kept})).map(({path, content}) => [path, content]))
  const {chunks}: SearchTable = JSON.parse(Buffer.from(files.get('notes.json') ?? '').toString('utf8'))
  const [borders, names] = chunks.map((each) => each.split(' '))
  assert.ok(borders && names && borders.length > 5)
  const words: string[] = []
  for (const [at, first] of borders.entries()) {
    const here = [...readChunk(await bodyOf(files.get(`index/${names[at]}.pf_index`) ?? new Uint8Array())).keys()]
    assert.ok(here.every((word) => word >= first))
    assert.ok(here.every((word) => word < (borders[at + 1] ?? '\uffff')))
    words.push(...here)
  }
  assert.deepEqual(words, words.toSorted())
  assert.ok(['w0', 'w7919', 'word1', 'part'].every((word) => words.includes(word)))
})

test('a note that the vault’s own settings hide is in no file', async () => {
  const [first, ...others] = pages
  assert.ok(first)
  const files = await index([{...first, title: 'Qwxzhidden', hidden: true}, ...others])
  assert.ok([...files.values()].every((text) => !text.includes('Qwxzhidden')))
})

test('an index is kept while its notes say the same, and made anew where what was kept is damaged', async () => {
  const kept = join(temporaryFolder(), 'kept')
  const first = await index(pages, kept)
  const pack = readFileSync(kept)
  assert.deepEqual(await index(pages, kept), first)
  assert.deepEqual(readFileSync(kept), pack)

  writeFileSync(kept, pack.subarray(0, -100))
  assert.deepEqual(await index(pages, kept), first)

  const [, ...fewer] = pages
  assert.notDeepEqual(await index(fewer, kept), first)
})

test('what a page shows of others does not touch its index', async () => {
  const kept = join(temporaryFolder(), 'kept')
  await index(pages, kept)
  const pack = readFileSync(kept)
  await index(pages.map((page) => ({...page, neighboursHidden: 7})), kept)
  assert.deepEqual(readFileSync(kept), pack)
})

test('a garden without notes has an index without notes', async () => {
  const files = await index([])
  assert.deepEqual([...files.keys()], ['notes.json'])
})

test('a Pagefind that does not run stops the build with a sentence', async () => {
  process.env['PAGEFIND_EXTENDED_BINARY_PATH'] = join(temporaryFolder(), 'nothing')
  try {
    await assert.rejects(index(pages), {
      name: 'Stop',
      message: 'The search index could not be made: Pagefind was stopped, or does not run on this machine. The site is as it was.'
    })
  } finally {
    delete process.env['PAGEFIND_EXTENDED_BINARY_PATH']
  }
  assert.ok((await index(pages)).size > pages.length)
})

test('German is found as it is typed where keys are missing, on German sites', async () => {
  const texts = {Weg: 'Die Straße ist weiß, für Fußgänger.', Tuer: 'Ein Schlüssel öffnet sie.', Pass: 'Zur Messe, aus Masse.', Andere: 'Nichts davon.'}
  const of = Object.entries(texts).map(([title, text]) => samplePage(title, {html: `<p>${text}</p>`}))
  const foundOn = async (lang: string, typed: string): Promise<(string | undefined)[]> => {
    const files = new Map((await indexPages({pages: of, lang, kept: join(temporaryFolder(), 'kept')})).map(({path, content}) => [path, content]))
    const {search} = await engine('', async (path) => Uint8Array.from(files.get(path) ?? []))
    return (await search(`${typed} `)).ranked.map(({note}) => ['andere', 'pass', 'tuer', 'weg'][note.id])
  }
  for (const typed of ['Straße', 'strasse', 'weiss', 'STRASSE', 'Fussgaenger', 'Fußgaenger', 'Fussgänger']) assert.deepEqual(await foundOn('de', typed), ['weg'], typed)
  for (const typed of ['Schlüssel', 'schluessel', 'Schlussel', 'oeffnet']) assert.deepEqual(await foundOn('de-AT', typed), ['tuer'], typed)
  for (const typed of ['Messe', 'Masse']) assert.deepEqual(await foundOn('de', typed), ['pass'], typed)
  assert.deepEqual(await foundOn('en', 'straße'), ['weg'])
})

test('a word that very many notes have is loaded only where nothing else is asked', async () => {
  const many = Array.from({length: 60}, (_, at) => samplePage(`Note ${10 + at}`, {html: `<p>${`common word${10 + at} `.repeat(1600)}</p>`}))
  const files = new Map((await indexPages({pages: many, lang: 'en', kept: join(temporaryFolder(), 'kept')})).map(({path, content}) => [path, content]))
  const asked: string[] = []
  const {table, search} = await engine('', async (path) => {
    asked.push(path)
    const content = files.get(path)
    if (!content) throw new Error(`There is no ${path}`)
    return Uint8Array.from(content)
  })
  assert.deepEqual(table.common, ['common'])

  const loaded = async (typed: string): Promise<{bytes: number; first: number | undefined; count: number}> => {
    asked.length = 0
    const {ranked} = await search(typed)
    const bytes = asked.filter((path) => path.startsWith('index/')).reduce((sum, path) => sum + gunzipSync(files.get(path) ?? '').length, 0)
    return {bytes, first: ranked[0]?.note.id, count: ranked.length}
  }
  const both = await loaded('common word17 ')
  assert.equal(both.first, 7)
  assert.ok(both.bytes > 0 && both.bytes < 80_000, String(both.bytes))
  const alone = await loaded('common ')
  assert.equal(alone.count, many.length)
  assert.ok(alone.bytes > 80_000, String(alone.bytes))
})
