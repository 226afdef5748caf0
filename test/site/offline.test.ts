/** Reading without a network: what was read stays, the whole garden on wish, one build at a time, and nothing that was withdrawn. */
import assert from 'node:assert/strict'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {unzipSync} from 'fflate'
import type {Page} from 'playwright'
import {serveFolder} from '../../scripts/server/server.ts'
import {movesVault} from './moves-vault.ts'
import {listen, openBrowser} from './pages.ts'
import {build, temporaryFolder, writeFiles} from './support.ts'

const browser = await openBrowser()
const home = temporaryFolder()
const notes = join(home, 'vault')
const out = join(home, 'site')
const base = '/repo/'
const make = (): Promise<unknown> => build({vault: notes, out, base, env: {GARDEN_CACHE: join(home, 'cache')}})

writeFiles(notes, {...movesVault, 'Gone.md': 'The word is frobozz. See [[Tea]].\n'})
await make()
const running = await serveFolder({folder: out, base, port: 0})
after(() => running.close())
const {url} = running
const own = {serviceWorkers: 'allow'} as const

/** Wait until the worker has the page. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

/** Paths that the browser keeps, under the base, with the names of the caches. */
function kept(page: Page): Promise<{caches: string[]; paths: string[]}> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).sort()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return {caches: names, paths: requests.flat().map(({url}) => decodeURIComponent(new URL(url).pathname)).sort()}
  })
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  assert.fail('it did not come to pass')
}

const keeps = (page: Page, path: string) => async (): Promise<boolean> => (await kept(page)).paths.includes(path)

test('what was read can be read again without a network, and what was not is said to be away', async () => {
  const {page} = await listen(browser, own)
  await page.goto(`${url}drinks/tea/`)
  await settled(page)
  await until(keeps(page, '/repo/drinks/tea/'))
  await page.goto(`${url}drinks/water/`)
  await until(keeps(page, '/repo/drinks/water/'))
  await page.context().setOffline(true)
  await page.goto(`${url}drinks/tea/?x=1`)
  assert.equal(await page.locator('h1').innerText(), 'Tea')
  assert.match(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /Ledger Serif/)
  await page.goto(`${url}drinks/milk/`)
  assert.equal(await page.locator('h1').innerText(), 'This page is not kept here')
  await page.locator('[data-kept] a', {hasText: 'Water'}).waitFor()
  assert.deepEqual((await page.locator('[data-kept] a').allInnerTexts()).sort(), ['Tea', 'Water'])
  await page.locator('[data-kept] a', {hasText: 'Tea'}).click()
  await page.waitForURL('**/drinks/tea/')
  await page.context().close()
})

test('the whole garden says its size, comes on wish, and is searched without a network', async () => {
  const {page} = await listen(browser, own)
  await page.goto(`${url}reader/`)
  await settled(page)
  const wish = page.getByRole('button', {name: /Keep the whole garden/})
  await page.waitForFunction(() => /\d MB/.test(document.querySelector('[data-size]')?.textContent ?? ''))
  const {files, bytes} = JSON.parse(readFileSync(join(out, 'reader', 'offline', 'size.json'), 'utf8'))
  assert.ok((await wish.innerText()).includes(`${(bytes / 1e6).toFixed(1)} MB`))
  assert.ok((await kept(page)).paths.length < files)
  await wish.focus()
  await page.keyboard.press('Enter')
  await page.getByText('The whole garden is here.').waitFor({timeout: 60_000})
  await page.context().setOffline(true)
  await page.goto(`${url}drinks/milk/`)
  assert.equal(await page.locator('h1').innerText(), 'Milk')
  await page.keyboard.press('/')
  await page.locator('dialog.palette input').fill('boils')
  await page.locator('.hits [role=option]', {hasText: 'Water'}).first().waitFor()
  await page.context().setOffline(false)
  await page.goto(`${url}reader/`)
  await page.getByRole('button', {name: 'Forget what is kept'}).click()
  await page.getByText('Nothing is kept any more.').waitFor()
  await page.context().close()
})

test('an update takes the place of the build before as a whole, and a note that was withdrawn leaves with it', async () => {
  const {page} = await listen(browser, own)
  await page.goto(`${url}gone/`)
  await settled(page)
  for (const path of ['gone/', 'drinks/coffee/', 'drinks/tea/']) {
    await page.goto(url + path)
    await until(keeps(page, `/repo/${path}`))
  }
  const before = await kept(page)
  assert.equal(before.caches.length, 1)

  rmSync(join(notes, 'Gone.md'))
  writeFileSync(join(notes, 'drinks', 'Coffee.md'), '# Coffee\n\nCoffee is another text now.\n')
  await make()
  await page.goto(`${url}drinks/milk/`)
  await until(async () => {
    const now = await kept(page)
    return now.caches.length === 1 && now.caches[0] !== before.caches[0] && now.paths.includes('/repo/drinks/coffee/')
  })
  const {paths} = await kept(page)
  assert.ok(!paths.includes('/repo/gone/'), 'what was withdrawn is kept no longer')
  const text = await page.evaluate(async () => {
    const [name = ''] = await caches.keys()
    const cache = await caches.open(name)
    return (await Promise.all((await cache.keys()).map(async (request) => (await cache.match(request))?.text() ?? ''))).join('')
  })
  assert.doesNotMatch(text, /frobozz/)

  await page.context().setOffline(true)
  await page.goto(`${url}drinks/coffee/`)
  assert.match(await page.locator('.prose').innerText(), /another text now/)
  assert.match(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /Ledger Serif/)
  await page.goto(`${url}gone/`)
  assert.equal(await page.locator('h1').innerText(), 'This page is not kept here')
  await page.context().close()
})

test('the garden can be installed: its manifest names it, its scope and icons that are there', async () => {
  const {page} = await listen(browser, own)
  await page.goto(url)
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const {name, start_url, scope, icons} = await (await page.request.get(new URL(href ?? '', url).href)).json()
  assert.deepEqual([name, start_url, scope], ['vault', base, base])
  for (const {src} of icons) assert.equal((await page.request.get(new URL(src, url).href)).status(), 200, src)
  const client = await page.context().newCDPSession(page)
  const {installabilityErrors} = await client.send('Page.getInstallabilityErrors')
  assert.deepEqual(installabilityErrors.filter(({errorId}) => errorId !== 'in-incognito'), [])
  await page.context().close()
})

test('the notes as a zip are the public ones', () => {
  const files = unzipSync(readFileSync(join(out, 'garden.zip')))
  assert.deepEqual(Object.keys(files).sort(), ['Path.md', 'drinks/Coffee.md', 'drinks/Milk.md', 'drinks/Tea.md', 'drinks/Water.md', 'index.md'])
  assert.equal(new TextDecoder().decode(files['drinks/Milk.md']), movesVault['drinks/Milk.md'])
})
