/** What machines read of a whole site: valid, whole addresses, nothing private, the same every time, and nothing of it without the site's address. */
import assert from 'node:assert/strict'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {openBrowser} from './pages.ts'
import {build, pathsOf, site, temporaryFolder, vault, type Files} from './support.ts'

const origin = 'https://example.org'
const base = '/repo/'
const start = `${origin}${base}`

const files: Files = {
  'Tea.md': '---\naliases: [Chai, Guides/Old tea]\nupdated: 2026-05-01\ntags: [drink/hot]\ncover: leaf.svg\ndescription: "Hot & <b>good</b> ]]>"\n---\n# Tea\n[[日本語 guide]] \u0001\n',
  'tools/Kettle.md': '---\npermalink: kettle\ncreated: 2026-03-29T02:30\nkind: hub\n---\n[[Tea]]\n',
  'tools/index.md': 'All tools.\n',
  'guides/日本語 guide.md': '---\nimage: photo.png\n---\n[[Tea]]\n',
  'Secret plan.md': '---\npublish: false\nupdated: 2026-12-31\naliases: [Hushed]\ncover: unseen.png\ntags: [clandestine]\n---\nUnspoken [[Tea]]\n',
  'leaf.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>',
  'photo.png': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'),
  'unseen.png': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')
}

const {folder, url: address} = await site(vault(files), {base, origin})
const browser = await openBrowser()

/** Pages that are for search engines: not those that lead on, nor the search itself. */
const pages = pathsOf(folder).filter((path) => path.endsWith('index.html') && !/^(?:search|reader)\//.test(path) && !read(path).includes('noindex'))

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

/** The file under the folder that a whole address of the site leads to. */
function written(whole: string): string {
  assert.ok(whole.startsWith(start), `${whole} is of this site`)
  const path = decodeURIComponent(whole.slice(start.length))
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

/** Texts of the elements of a name, in a file that a strict parser accepts. */
async function elements(path: string, name: string): Promise<string[]> {
  const page = await browser.newPage()
  const found = await page.evaluate(([text = '', element = '']) => {
    const document = new DOMParser().parseFromString(text, 'application/xml')
    const error = document.querySelector('parsererror')
    return {error: error?.textContent, texts: Array.from(document.getElementsByTagName(element), (each) => each.textContent)}
  }, [read(path), name])
  await page.close()
  assert.equal(found.error, undefined, `${path} is sound XML`)
  return found.texts
}

/** What a page's `<meta property>` and `<link rel>` say, with entities replaced. */
function said(path: string): Map<string, string> {
  const tags = read(path).matchAll(/<(?:meta (?:property|name)|link rel)="([^"]+)"[^>]*? (?:content|href)="([^"]*)"/g)
  return new Map(Array.from(tags, ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')]))
}

test('the sitemap is sound, and names the pages that were written and no others', async () => {
  const named = (await elements('sitemap.xml', 'loc')).map(written).sort()
  assert.deepEqual(named, pages)
})

test('the feed is sound, and its items lead to pages, newest first', async () => {
  assert.deepEqual(await elements('rss.xml', 'title'), ['vault', 'Tea', 'Kettle'])
  assert.deepEqual((await elements('rss.xml', 'link')).map(written), ['index.html', 'tea/index.html', 'kettle/index.html'])
  assert.deepEqual(await elements('rss.xml', 'pubDate'), ['Fri, 01 May 2026 00:00:00 GMT', 'Sun, 29 Mar 2026 02:30:00 GMT'])
  assert.deepEqual(await elements('rss.xml', 'lastBuildDate'), ['Fri, 01 May 2026 00:00:00 GMT'])
  assert.equal((await elements('rss.xml', 'description'))[1], 'Hot & <b>good</b> ]]>')
})

test('robots are told where the sitemap is', () => {
  assert.equal(read('robots.txt'), `User-agent: *\nAllow: /\n\nSitemap: ${start}sitemap.xml\n`)
})

test('every page says its own whole address, where the feed is, and a picture that is there', () => {
  for (const path of pages) {
    const head = said(path)
    assert.equal(written(head.get('canonical') ?? ''), path)
    assert.equal(written(head.get('og:url') ?? ''), path)
    assert.equal(head.get('alternate'), `${base}rss.xml`)
    assert.equal(head.get('apple-touch-icon'), `${base}apple-touch-icon.png`)
    assert.equal(head.get('twitter:card'), 'summary_large_image')
    assert.ok(existsSync(join(folder, written(head.get('og:image') ?? ''))), `the picture of ${path}`)
  }
})

test('a card is drawn for each note but those with a picture of their own', () => {
  assert.deepEqual(pathsOf(folder).filter((path) => path.startsWith('og/')), ['og/garden.card.png', 'og/kettle.png', 'og/tea.png', 'og/tools.png'])
  assert.match(said('guides/日本語-guide/index.html').get('og:image') ?? '', /\/attachments\/photo\.[0-9a-f]{8}\.png$/)
})

test('an old address leads on, by itself and by a link, and is not for search engines', async () => {
  for (const [old, to] of [['chai/', 'tea/'], ['guides/old-tea/', 'tea/'], ['tools/kettle/', 'kettle/']] as const) {
    const page = await browser.newPage()
    await page.goto(`${address}${old}`)
    await page.waitForURL(`${address}${to}`)
    await page.close()
    const head = said(`${old}index.html`)
    assert.deepEqual([head.get('robots'), head.get('canonical')], ['noindex', `${start}${to}`])
    assert.match(read(`${old}index.html`), new RegExp(`<a href="${base}${to}"`))
  }
})

test('the page of a folder’s own note lists the folder', () => {
  assert.match(read('tools/index.html'), /All tools\.[\s\S]*<ul class="index">\s*<li[^>]*>\s*<a href="\/repo\/kettle\/"/)
})

test('nothing that machines read has heard of a private note', () => {
  for (const path of pathsOf(folder).filter((each) => /\.(?:xml|txt|json|html)$/.test(each))) {
    assert.doesNotMatch(`${path} ${read(path)}`, /secret.plan|hushed|unspoken|unseen|clandestine|2026-12-31|31 Dec 2026/i, path)
  }
})

test('without the site’s address there is no feed, sitemap or card, not even an empty one; under `noindex` every page asks to be left out', async () => {
  const out = join(temporaryFolder(), 'site')
  await build({vault: vault({...files, 'site-options.json': '{"noindex": true}'}), out, base})
  assert.deepEqual(pathsOf(out).filter((path) => path.endsWith('.xml') || path.startsWith('og')), [])
  assert.equal(readFileSync(join(out, 'robots.txt'), 'utf8'), 'User-agent: *\nAllow: /\n')
  const page = readFileSync(join(out, 'tea', 'index.html'), 'utf8')
  assert.doesNotMatch(page, /og:url|og:image|canonical|rss\+xml|example\.org/)
  assert.match(page, /<meta property="og:title" content="Tea">/)
  assert.match(page, /<meta name="robots" content="noindex">/)
  assert.doesNotMatch(read('tea/index.html'), /name="robots"/)
})
