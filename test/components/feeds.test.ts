/** What machines read of a garden, as values: the feed, the sitemap, and what heads of pages say. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {social} from '../../src/components/social.ts'
import {wholeAddress} from '../../src/components/whole-address.ts'
import {dayOf, instantOf} from '../../src/feeds/dates.ts'
import {rss} from '../../src/feeds/rss.ts'
import {sitemaps} from '../../src/feeds/sitemap.ts'
import {xmlText} from '../../src/feeds/xml.ts'
import type {Site} from '../../src/garden-access.ts'
import type {Page} from '../../src/garden/model.ts'
import {asSlug, href} from '../../src/garden/names.ts'
import {samplePage, sampleView} from './sample.ts'

const base = '/repo/'
const {site: bare} = sampleView()

function garden(pages: readonly Page[], more: Partial<Site> = {}): Site {
  return {pages, folders: [], tags: [], diagrams: [], edges: [], map: () => ({notes: [], edges: [], communities: []}), suggestions: () => [], unresolved: [], assets: [], redirects: [], diagnostics: [], publicDiagnostics: [], fillers: new Map(), previews: () => [], archive: () => [], hasArchive: false, explorer: [], site: {...bare, base, site: 'https://example.org'}, ...more}
}

// ── Dates ───────────────────────────────────────────────────────────────────

for (const [date, day, instant] of [
  ['2026-11-23', '2026-11-23', '2026-11-23T00:00:00.000Z'],
  ['2026-03-29T02:30', '2026-03-29', '2026-03-29T02:30:00.000Z'],
  ['2026-03-29T23:59:58', '2026-03-29', '2026-03-29T23:59:58.000Z'],
  ['2024-02-29', '2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['2026-02-29', undefined, undefined],
  ['2026-13-01', undefined, undefined],
  ['2026-01-01T25:00', undefined, undefined],
  ['soon', undefined, undefined],
  [undefined, undefined, undefined]
] as const) {
  test(`${date} is ${day ?? 'no day'}`, () => assert.deepEqual([dayOf(date), instantOf(date)?.toISOString()], [day, instant]))
}

test('text in XML has no sign that XML cannot hold', () => {
  assert.equal(xmlText('a\u0000b\u000b<&>"\ud800\uffff😀\n'), 'ab&lt;&amp;&gt;&quot;\ufffd😀\n')
})

// ── Addresses ───────────────────────────────────────────────────────────────

for (const site of ['https://example.org', 'https://example.org/repo', 'https://example.org/elsewhere/']) {
  test(`with the site at ${site}, an address has its origin and the base path once`, () => {
    assert.equal(wholeAddress({...bare, site}, href('日本/a', base)), 'https://example.org/repo/%E6%97%A5%E6%9C%AC/a/')
  })
}

test('without the site’s address nothing that needs it is made', async () => {
  const without = garden([samplePage('Tea', {dates: {updated: '2026-01-01'}})], {site: {...bare, base}})
  assert.equal(await rss(without), undefined)
  assert.equal(sitemaps(without).size, 0)
  const said = social({view: {...sampleView(), site: without.site}, title: 'Tea', description: '', slug: 'tea', page: without.pages[0]})
  assert.deepEqual(said.map(({property}) => property), ['og:type', 'og:title', 'og:site_name', 'article:modified_time'])
})

// ── Feed ────────────────────────────────────────────────────────────────────

test('the feed holds the thirty notes that changed last, newest first, by name within a day', async () => {
  const pages = Array.from({length: 40}, (_, index) => samplePage(`n${index}`, {dates: {created: '2020-01-01', updated: `2026-01-${String(1 + Math.floor(index / 2)).padStart(2, '0')}`}}))
  const feed = (await rss(garden([samplePage('undated'), samplePage('bad', {dates: {updated: '2026-99-99'}}), ...pages]))) ?? ''
  const titles = [...feed.matchAll(/<item><title>([^<]*)/g)].map(([, title]) => title)
  assert.deepEqual([titles.length, titles.slice(0, 4), titles.at(-1)], [30, ['n38', 'n39', 'n36', 'n37'], 'n11'])
})

test('an item of the feed has its address, description, tags, and the day as the author wrote it', async () => {
  const page = samplePage('Tea & <cake>', {slug: asSlug('tea'), description: 'A "hot" \u0001 drink', dates: {created: '2026-05-01T23:30'}, tags: [{name: 'drink/hot', slug: asSlug('tags/drink/hot')}]})
  assert.match((await rss(garden([page], {today: '2026-06-02'}))) ?? '', new RegExp([
    '<lastBuildDate>Tue, 02 Jun 2026 00:00:00 GMT</lastBuildDate>.*',
    '<item><title>Tea &amp; &lt;cake&gt;</title><link>https://example\\.org/repo/tea/</link><guid isPermaLink="true">https://example\\.org/repo/tea/</guid>',
    '<description>A &quot;hot&quot;  drink</description><pubDate>Fri, 01 May 2026 23:30:00 GMT</pubDate><category>drink/hot</category></item></channel></rss>$'
  ].join('')))
})

// ── Sitemap ─────────────────────────────────────────────────────────────────

test('the sitemap names every page once, each with the day it changed', () => {
  const listed = [{slug: asSlug('t/a'), title: 'a', description: '', incoming: 0, updated: '2026-02-02T10:00'}]
  const all = garden([samplePage('a', {slug: asSlug('t/a'), dates: {updated: '2026-02-02T10:00'}}), samplePage('t', {slug: asSlug('t'), dates: {created: '2026-01-01'}})], {
    folders: [{slug: asSlug('t'), title: 't', crumbs: [], folders: [], notes: listed, count: 1}],
    tags: [{slug: asSlug('tags/x'), name: 'x', children: [], notes: listed}]
  })
  const [name, text = ''] = [...sitemaps(all)].flat()
  const entries = [...text.matchAll(/<url><loc>https:\/\/example\.org\/repo\/([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?<\/url>/g)].map(([, path, day]) => `${path} ${day}`)
  assert.equal(name, 'sitemap')
  assert.deepEqual(entries, [' 2026-02-02', 'connections/ 2026-02-02', 'garden/ 2026-02-02', 'graph/ 2026-02-02', 'notes/ 2026-02-02', 'notes/tree/ 2026-02-02', 'recent/ 2026-02-02', 't/ 2026-01-01', 't/a/ 2026-02-02', 'tags/ 2026-02-02', 'tags/x/ 2026-02-02'])
})

test('more addresses than a file may hold make an index and parts that hold all of them', () => {
  const all = garden(Array.from({length: 18}, (_, index) => samplePage(`n${index}`)))
  const files = sitemaps(all, 10)
  const found = (name: string): string[] => [...(files.get(name) ?? '').matchAll(/<loc>([^<]*)/g)].map(([, address]) => address ?? '')
  assert.deepEqual([...files.keys()], ['sitemap', 'sitemap-1', 'sitemap-2', 'sitemap-3'])
  assert.deepEqual(found('sitemap'), [1, 2, 3].map((part) => `https://example.org/repo/sitemap-${part}.xml`))
  assert.deepEqual([found('sitemap-1').length, found('sitemap-2').length, found('sitemap-3').length], [10, 10, 6])
  assert.equal(new Set([1, 2, 3].flatMap((part) => found(`sitemap-${part}`))).size, 26)
})

// ── Heads ───────────────────────────────────────────────────────────────────

const view = {...sampleView(), site: {...bare, base, site: 'https://example.org'}, to: (slug: string) => href(slug, base)}

test('the page of a diagram has the picture of its note', () => {
  const said = social({view, title: 'States', description: '', slug: 'diagrams/tea/1', pictured: samplePage('Tea')})
  assert.deepEqual(said.filter(({property}) => /^og:(?:image|type)$/.test(property)).map(({content}) => content), ['website', 'https://example.org/repo/og/tea.png'])
})

for (const [what, page, expected] of [
  ['a card is drawn for a note', samplePage('Tea'), 'https://example.org/repo/og/tea.png'],
  ['a note’s own picture is taken', samplePage('Tea', {image: 'attachments/tea.12345678.png'}), 'https://example.org/repo/attachments/tea.12345678.png'],
  ['a picture of another site is taken as it is', samplePage('Tea', {image: 'https://other.example/a.png'}), 'https://other.example/a.png'],
  ['the first page has the garden’s card', samplePage('index', {slug: asSlug('')}), 'https://example.org/repo/og/garden.card.png'],
  ['a page that is no note has the garden’s card', undefined, 'https://example.org/repo/og/garden.card.png']
] as const) {
  test(what, () => {
    const said = social({view, title: 'Tea', description: '', slug: page?.slug ?? 'tags', page})
    assert.deepEqual(said.filter(({property}) => property === 'og:image').map(({content}) => content), [expected])
  })
}
