/** Previews of links: with the mouse, the keyboard, fingers, and without JavaScript. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Page} from 'playwright'
import {movesVault} from './moves-vault.ts'
import {leave, listen, openBrowser, putAway, visit} from './pages.ts'
import {site, vault} from './support.ts'

const browser = await openBrowser()
const {url} = await site(vault(movesVault), {base: '/repo/'})
const tea = `${url}drinks/tea/`
const link = (page: Page, words: string) => page.locator('main .prose > p a.internal-link', {hasText: words}).first()
const preview = (page: Page, title: string) => page.getByRole('dialog', {name: title, exact: true})

/** Scroll to a link, and then rest on it: who scrolls does not look. */
async function restOn(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().scrollIntoViewIfNeeded()
  await page.waitForTimeout(200)
  await page.locator(selector).first().hover()
}

/** Move the pointer away from everything. */
async function moveAway(page: Page): Promise<void> {
  await page.mouse.move(2, 400)
}

test('resting on a link shows its note, leaving lets it go, passing by shows nothing', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(tea)
  await link(page, 'Coffee').hover()
  await preview(page, 'Coffee').waitFor()
  assert.match(await preview(page, 'Coffee').innerText(), /Coffee wakes/)
  assert.doesNotMatch(await preview(page, 'Coffee').innerText(), /First paragraph/)
  const [over, under] = [await link(page, 'Coffee').boundingBox(), await preview(page, 'Coffee').boundingBox()]
  assert.ok(over && under && (under.y >= over.y + over.height || under.y + under.height <= over.y), 'it does not cover its link')
  await moveAway(page)
  await preview(page, 'Coffee').waitFor({state: 'hidden'})

  await link(page, 'Water').hover()
  await moveAway(page)
  await page.waitForTimeout(600)
  assert.equal(await page.locator('.preview').count(), 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a link to a heading, a block or a place in the page shows just that, with its diagram', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(tea)
  await link(page, 'heat').hover()
  await preview(page, 'Water › Heat').waitFor()
  assert.match(await preview(page, 'Water › Heat').innerText(), /Heat is motion/)
  assert.doesNotMatch(await preview(page, 'Water › Heat').innerText(), /Water is wet/)
  await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.preview .plate img')?.naturalWidth ?? 0) > 0)
  await moveAway(page)
  await link(page, 'Water > ^fact').hover()
  await preview(page, 'Water').getByText('It boils at a hundred degrees.').waitFor()
  await moveAway(page)
  await link(page, 'Leaves').hover()
  await preview(page, 'Tea › Leaves').waitFor()
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('formulas stand in previews as they do in pages', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(url)
  await link(page, 'Milk').hover()
  const fraction = preview(page, 'Milk').locator('.katex .mfrac').first()
  await fraction.waitFor()
  await page.waitForFunction(() => [...document.styleSheets].some(({href}) => href?.endsWith('katex.css')))
  await page.waitForFunction(() => getComputedStyle(document.querySelector('.preview .katex .frac-line') ?? document.body).borderBottomStyle === 'solid')
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a preview leads to another, stays when it is pinned, and Escape closes the last first', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(tea)
  await link(page, 'Coffee').hover()
  await preview(page, 'Coffee').locator('.prose a', {hasText: 'Water'}).hover()
  await preview(page, 'Water').waitFor()
  assert.equal(await preview(page, 'Coffee').isVisible(), true)
  await page.keyboard.press('Escape')
  await preview(page, 'Water').waitFor({state: 'hidden'})
  assert.equal(await preview(page, 'Coffee').isVisible(), true)
  await preview(page, 'Coffee').getByRole('button', {name: 'Keep this preview open'}).click()
  await moveAway(page)
  await page.mouse.wheel(0, 300)
  await page.waitForTimeout(500)
  assert.equal(await preview(page, 'Coffee').isVisible(), true)
  await preview(page, 'Coffee').getByRole('button', {name: 'Close'}).click()
  await preview(page, 'Coffee').waitFor({state: 'hidden'})
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('with the keyboard alone: p shows, p steps in, Escape goes back to the link, Enter follows', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(tea)
  await link(page, 'Coffee').focus()
  await page.keyboard.press('p')
  await preview(page, 'Coffee').waitFor()
  await page.keyboard.press('p')
  await page.waitForFunction(() => document.activeElement?.closest('.preview')?.getAttribute('aria-label') === 'Coffee')
  await page.keyboard.press('Escape')
  await preview(page, 'Coffee').waitFor({state: 'hidden'})
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Coffee')

  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await preview(page, 'Coffee').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}drinks/coffee/`)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('links of diagrams and of what links here have previews, too', async () => {
  const {page, complaints} = await visit(browser, {reducedMotion: 'reduce'})
  await page.goto(tea)
  await restOn(page, '.plate svg a:has-text("Milk")')
  await preview(page, 'Milk').waitFor()
  await moveAway(page)
  await restOn(page, '#linked-from a:text("Path")')
  await preview(page, 'Path').waitFor()
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a long press shows a preview and does not follow the link; a tap follows it', async () => {
  const {page, complaints} = await listen(browser, {hasTouch: true, isMobile: true, viewport: {width: 390, height: 844}})
  await page.goto(tea)
  const box = await link(page, 'Coffee').boundingBox()
  assert.ok(box)
  const at = {x: box.x + box.width / 2, y: box.y + box.height / 2}
  const client = await page.context().newCDPSession(page)
  await client.send('Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: [at]})
  await preview(page, 'Coffee').waitFor()
  await client.send('Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []})
  await page.waitForTimeout(400)
  assert.equal(page.url(), tea)
  assert.equal(await preview(page, 'Coffee').isVisible(), true)
  await page.touchscreen.tap(200, 80)
  await preview(page, 'Coffee').waitFor({state: 'hidden'})
  await page.touchscreen.tap(at.x, at.y)
  await page.waitForURL(`${url}drinks/coffee/`)
  assert.deepEqual(complaints, [])
  await putAway(page)
})

test('who does not want previews has none, and without JavaScript nothing is missed', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}reader/`)
  await page.getByLabel('Previews of links').uncheck()
  await page.goto(tea)
  await link(page, 'Coffee').hover()
  await page.waitForTimeout(700)
  assert.equal(await page.locator('.preview').count(), 0)
  assert.deepEqual(complaints, [])
  await leave(page)

  const bare = await visit(browser, {javaScriptEnabled: false})
  await bare.page.goto(tea)
  await link(bare.page, 'Coffee').click()
  await bare.page.waitForURL(`${url}drinks/coffee/`)
  assert.deepEqual(bare.complaints, [])
  await leave(bare.page)
})
