/** How notes connect, in a real browser: the local graph without JavaScript and by keys, chains by address, mentions without a link. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {leave, openBrowser, visit} from './pages.ts'
import {site, vault} from './support.ts'

const hub = Array.from({length: 70}, (_, index): [string, string] => [`leaves/Leaf ${index}.md`, `Leaf ${index} hangs on [[Hub]]. And on [[Hub|it]] again.`])
const from = vault({
  'Start.md': '---\ncreated: 2026-01-05\n---\nFirst comes [[Middle]], then the rest. A hub is a hub.',
  'Middle.md': '---\ncreated: 2026-03-05\ntags: [t/way]\n---\n## Why\n\nThe middle leads to *the* [[End]] of it.',
  'End.md': 'Back to [[Hub]].',
  'Hub.md': 'All leaves hang here. [[Wanted]]',
  'Alone.md': '---\nreview_by: 2020-01-01\n---\nNo link.',
  ...Object.fromEntries(hub)
})
const browser = await openBrowser()
const {url} = await site(from, {base: '/repo/'})

test('two notes in the address: the chain stands there with a sentence for each link, and survives a reload', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}connections/?from=start&to=end`)
  const chain = page.locator('.chain').first()
  await chain.waitFor()
  assert.deepEqual(await chain.locator('.stop').allTextContents(), ['Start', 'Middle', 'End'])
  assert.match(await chain.locator('.link').first().innerText(), /links to\s+First comes Middle, then the rest\./)
  assert.equal(await chain.locator('.link').nth(1).locator('.where a').getAttribute('href'), '/repo/middle/#why')
  assert.match((await page.locator('.said').textContent()) ?? '', /2 links apart/)
  await page.reload()
  await chain.waitFor()
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('notes are chosen by keys alone, and the choice is in the address; a name that nobody bears is said', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}start/`)
  await page.locator('#local-graph a[href*="connections"]').click()
  await page.locator('form.ends:not([hidden])').waitFor()
  assert.equal(await page.locator('[name=from]').inputValue(), 'Start')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'to')
  await page.keyboard.type('hub')
  assert.deepEqual(await page.locator('#kg-notes option').evaluateAll((options) => options.map((option) => option.getAttribute('value'))), ['Hub'])
  await page.keyboard.press('Enter')
  await page.locator('.chain').first().waitFor()
  assert.equal(new URL(page.url()).search, '?from=start&to=hub')
  await page.locator('[name=to]').fill('Nobody')
  await page.keyboard.press('Enter')
  await page.getByText('No note is called “Nobody”.').waitFor()
  await page.goBack()
  await page.locator('.chain').first().waitFor()
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('without JavaScript the page of connections says what it does and leads on, and the local graph is whole', async () => {
  const {page, complaints} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${url}connections/`)
  assert.ok(await page.locator('noscript a').count() >= 3)
  assert.equal(await page.locator('form.ends').isVisible(), false)
  await page.goto(`${url}middle/`)
  assert.deepEqual(await page.locator('#local-graph svg.graph a text').allTextContents(), ['Start', 'End'])
  assert.equal(await page.locator('[data-further]').isVisible(), false)
  await page.goto(`${url}start/`)
  await page.goto(`${url}hub/`)
  assert.equal(await page.locator('#local-graph svg.graph a').count(), 30)
  await page.locator('#kg-unlinked > summary').click()
  assert.match(await page.locator('#kg-unlinked .pairs').innerText(), /Start\s+A hub is a hub\./)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a note that seventy others mention shows a few; a page of its own has them all', async () => {
  const {page, complaints} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${url}hub/`)
  assert.equal(await page.locator('#linked-from > .pairs > li').count(), 8)
  await page.getByRole('link', {name: '63 more notes'}).click()
  await page.waitForURL(`${url}connections/to/hub/`)
  assert.equal(await page.locator('.all-mentions > .pairs > li').count(), 71)
  assert.match(await page.locator('.pairs > li').first().innerText(), /hangs on Hub\./)
  await page.locator('.crumbs a', {hasText: 'Hub'}).click()
  await page.waitForURL(`${url}hub/`)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('the local graph goes two steps far on demand, and arrow keys go along its links', async () => {
  const {page, complaints} = await visit(browser)
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await page.goto(`${url}start/`)
  await page.locator('[data-further]:not([hidden])').waitFor()
  assert.ok(!loaded.some((path) => path.endsWith('/index.json')), 'nothing is loaded before it is wanted')
  await page.getByRole('button', {name: 'Two steps'}).click()
  const drawn = page.locator('.reach svg')
  await drawn.waitFor()
  assert.deepEqual(await drawn.locator('a text').allTextContents(), ['Start', 'Middle', 'End'])
  await drawn.locator('a[data-step="0"]').focus()
  const here = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.textContent)
  await page.keyboard.press('ArrowRight')
  assert.equal(await here(), 'Middle')
  assert.equal(await drawn.locator('.lead.on').count(), 2)
  await page.keyboard.press('ArrowRight')
  assert.equal(await here(), 'End')
  await page.keyboard.press('ArrowLeft')
  assert.equal(await here(), 'Middle')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}middle/`)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('the state of the garden stands at /garden/ for everybody', async () => {
  const {page, complaints} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${url}garden/`)
  const part = (name: string) => page.locator(`section[aria-labelledby="h-${name}"]`)
  assert.match(await part('orphans').innerText(), /Alone/)
  assert.match(await part('wanted').innerText(), /Wanted\s+1 note/)
  assert.match(await part('most-linked').innerText(), /Hub\s+71 links/)
  assert.match(await part('due').innerText(), /Alone\s+1 Jan 2020/)
  assert.equal(await part('growth').locator('tbody tr').count(), 3)
  assert.deepEqual(complaints, [])
  await leave(page)
})
