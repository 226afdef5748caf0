import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {gunzipSync} from 'node:zlib'
import type {PackedFile} from '../../scripts/output/pack.ts'
import {indexPages} from '../../scripts/output/search.ts'
import {asSlug} from '../../src/garden/names.ts'
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

function readable(content: PackedFile['content']): string {
  return (content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : Buffer.from(content)).toString('latin1')
}

test('the same notes make the same index, in whatever order they come', async () => {
  const [first, again, reversed] = [await index(pages), await index(pages), await index(pages.toReversed())]
  assert.ok(first.size > pages.length)
  assert.deepEqual(again, first)
  assert.deepEqual(reversed, first)
})

test('every file that the index names is there, and no other', async () => {
  const files = await index(pages)
  const entry: {languages: {en: {hash: string; wasm: string}}} = JSON.parse(files.get('pagefind-entry.json') ?? '')
  const {hash, wasm} = entry.languages.en
  const head = files.get(`pagefind.${hash}.pf_meta`) ?? ''
  const named = [...files.keys()].flatMap((path) => /^(?:filter|fragment|index)\/(.+)\.pf_/.exec(path)?.[1] ?? [])
  assert.deepEqual(named.filter((name) => !head.includes(name)), [])
  assert.equal(files.size, named.length + ['pagefind.js', 'pagefind-entry.json', `pagefind.${hash}.pf_meta`, `wasm.${wasm}.pagefind`].filter((path) => files.has(path)).length)
  assert.equal(named.filter((name) => files.has(`filter/${name}.pf_filter`)).length, 2)
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
  assert.ok(files.has('pagefind.js'))
  assert.ok(![...files.keys()].some((path) => path.startsWith('fragment/')))
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
