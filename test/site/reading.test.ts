/** The project's own garden in a real browser: every kind of page, under both bases, with and without JavaScript. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {countShifts, leave, listen, openBrowser, putAway, shiftOf, visit} from './pages.ts'
import {ownVault, pathsOf, site} from './support.ts'

const browser = await openBrowser()
const still = await openBrowser({still: true})
const bases = [await site(ownVault), await site(ownVault, {base: '/repo/'})]

/** Pages of each kind that are looked at: the audit of every build has followed every link of all of them. */
const perKind = 2

/** Addresses under the base: the special pages, and some of each first folder, spread over it. Pages that lead on have a test of their own. */
function sample(folder: string): string[] {
  const pages = pathsOf(folder)
    .filter((path) => path.endsWith('index.html') && !leadsOn(join(folder, path)))
    .map((path) => path.slice(0, -'index.html'.length))
  const kinds = Map.groupBy(pages, (path) => path.split('/', 1)[0] ?? '')
  return [...kinds.values()].flatMap((all) => all.filter((_, index) => index % Math.ceil(all.length / perKind) === 0))
}

function leadsOn(file: string): boolean {
  return readFileSync(file, 'utf8').includes('http-equiv="refresh"')
}

for (const {url, folder} of bases) {
  const base = new URL(url).pathname

  for (const javaScriptEnabled of [true, false]) {
    const how = `under ${base} ${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    test(`every kind of page opens ${how}, silently, asking nobody else`, async () => {
      const {page, complaints} = await visit(still, {javaScriptEnabled})

      for (const path of sample(folder)) {
        const response = await page.goto(url + path.split('/').map(encodeURIComponent).join('/'))
        assert.equal(response?.status(), 200, path)
        assert.equal(await page.locator('h1').count(), 1, `${path} has one first heading`)
        assert.notEqual(await page.title(), '', path)
      }
      assert.deepEqual(complaints, [])
      await leave(page)
    })

    test(`a link, a backlink and a tag lead on ${how}`, async () => {
      const {page, complaints} = await visit(browser, {javaScriptEnabled})

      await page.goto(url)
      await page.locator('main a[href]').first().click()
      await page.waitForLoadState()
      assert.ok(page.url().startsWith(url))

      await page.goto(`${url}patterns/circuit-breaker/`)
      const start = page.url()
      const link = page.locator('main a.internal-link[href]:not([href*="#"])').first()
      const target = new URL((await link.getAttribute('href')) ?? '', start).href
      await link.click()
      await page.waitForURL(target)
      // A hub shows its nearest mentions and leads to a page with all of them.
      const back = page.locator(`main a[href^="${new URL(start).pathname}"]:visible`)
      if ((await page.locator(`#linked-from a[href^="${new URL(start).pathname}"]:visible`).count()) === 0) {
        await page.locator('#linked-from a[href*="/connections/to/"]').click()
        await page.waitForURL('**/connections/to/**')
      }
      await back.first().click()
      await page.waitForURL((address) => address.href.startsWith(start))

      await page.locator(`a[href^="${new URL(url).pathname}tags/"]:visible`).first().click()
      await page.waitForURL(`${url}tags/**`)
      assert.deepEqual(complaints, [])
      await leave(page)
    })
  }

  test(`an old address leads on under ${base}`, async () => {
    const {page, complaints} = await visit(browser, {javaScriptEnabled: false})
    const old = pathsOf(folder).find((path) => path.endsWith('/index.html') && leadsOn(join(folder, path)))
    assert.ok(old !== undefined, 'the garden has notes with aliases')
    const start = new URL(old.slice(0, -'index.html'.length), url).href
    await page.goto(start, {waitUntil: 'commit'})
    await page.waitForURL((address) => address.href !== start)
    assert.ok(page.url().startsWith(url))
    assert.deepEqual(complaints, [])
    await leave(page)
  })

  test(`an address that nobody wrote has a page that helps under ${base}`, async () => {
    const {page, complaints} = await visit(browser)
    const response = await page.goto(`${url}no/such/page/`)
    assert.equal(response?.status(), 404)
    assert.ok((await page.locator('main a[href]').count()) > 0)
    const others = complaints.filter((complaint) => !/404/.test(complaint))
    assert.deepEqual(others, [])
    await leave(page)
  })
}

test('a face of the text that comes late moves nothing', async () => {
  const {page} = await listen(browser, {viewport: {width: 412, height: 823}})
  const seen = Promise.withResolvers<void>()
  await page.route('**/fonts/ledger-serif-*', async (route) => {
    await seen.promise
    await route.continue()
  })
  await countShifts(page)
  const late = page.waitForResponse(/ledger-serif-400-600/)
  await page.goto(`${bases[0]?.url}patterns/circuit-breaker/`, {waitUntil: 'commit'})
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  seen.resolve()
  await (await late).finished()
  await page.waitForTimeout(500)
  assert.equal(await shiftOf(page), 0)
  await putAway(page)
})
