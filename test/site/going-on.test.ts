/** Going on: back to the place one left, links that land, panes side by side, and the quiz of question cards. */
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
const wide = {viewport: {width: 1440, height: 900}, reducedMotion: 'reduce'} as const
const titles = (page: Page): Promise<string[]> => page.locator('.pane h1').allInnerTexts()

test('back leads to the place that was left, and a link within a page lands where it says', async () => {
  const {page, complaints} = await visit(browser, wide)
  await page.goto(tea)
  await page.evaluate(() => scrollTo(0, 700))
  await page.waitForTimeout(100)
  await page.evaluate(() => document.querySelector<HTMLElement>('.after a')?.click())
  await page.waitForURL((address) => address.href !== tea)
  await page.goBack()
  await page.waitForURL(tea)
  await page.waitForFunction(() => Math.abs(scrollY - 700) < 3)
  await page.evaluate(() => scrollTo(0, 0))
  await link(page, 'heat').click()
  await page.waitForURL(`${url}drinks/water/#heat`)
  assert.equal(await page.evaluate(() => document.querySelector(':target')?.id), 'heat')
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('back leads to the same words where the browser kept no page, and heights are not known yet', async () => {
  const {page, complaints} = await visit(browser, {viewport: {width: 390, height: 800}, reducedMotion: 'reduce'})
  const allLaid = () => page.waitForFunction(() => !document.querySelector('.prose > p:not(.kg-laid)'))
  const place = () => page.getByText('Which water?').evaluate((words) => words.getBoundingClientRect().top)
  await page.goto(tea)
  await allLaid()
  await page.getByText('Which water?').evaluate((words) => scrollBy(0, words.getBoundingClientRect().top - 200))
  assert.ok(Math.abs((await place()) - 200) < 3)
  await page.evaluate(() => document.querySelector<HTMLElement>('.after a')?.click())
  await page.waitForURL((address) => address.href !== tea)
  await page.goBack()
  await page.waitForURL(tea)
  assert.equal(await page.evaluate(() => performance.getEntriesByType('navigation').map((entry) => Reflect.get(entry, 'type')).join()), 'back_forward')
  await allLaid()
  assert.ok(Math.abs((await place()) - 200) < 3, String(await place()))
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('nothing moves under a button that is held down: what is out of sight is laid out after it', async () => {
  const {page, complaints} = await listen(browser, {viewport: {width: 390, height: 800}})
  const pressed = Promise.withResolvers<void>()
  // Scripts come when the button is down already.
  await page.route('**/_astro/*.js', async (route) => {
    await pressed.promise
    await route.continue()
  })
  await page.goto(tea, {waitUntil: 'commit'})
  await page.locator('h1').waitFor()
  await page.mouse.move(200, 400)
  await page.mouse.down()
  pressed.resolve()
  await page.waitForLoadState()
  const laid = () => page.locator('.kg-laid').count()
  // Twice as long as a page that is never idle is waited for (client/idle.ts).
  await page.waitForTimeout(1000)
  assert.equal(await laid(), 0)
  await page.mouse.up()
  await page.locator('.kg-laid').first().waitFor({state: 'attached'})
  assert.deepEqual(complaints, [])
  await putAway(page)
})

test('pages change with a transition, unless motion is not wanted', async () => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    const {page} = await visit(browser, {reducedMotion})
    await page.goto(tea)
    await page.evaluate(() => addEventListener('pageswap', (event) => sessionStorage.setItem('swap', String(event.viewTransition !== null))))
    await link(page, 'Coffee').click()
    await page.waitForURL(`${url}drinks/coffee/`)
    assert.equal(await page.evaluate(() => sessionStorage.getItem('swap')), String(reducedMotion === 'no-preference'))
    await leave(page)
  }
})

async function wishForPanes(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Reading', exact: true}).click()
  await page.getByRole('button', {name: 'Open links beside the text'}).click()
  await page.keyboard.press('Escape')
}

test('links open beside the text where that is wished; the address keeps the stack, back takes it down', async () => {
  const {page, complaints} = await visit(browser, wide)
  await page.goto(tea)
  await wishForPanes(page)
  await link(page, 'Coffee').click()
  await page.locator('.pane').waitFor()
  assert.deepEqual(await titles(page), ['Coffee'])
  await page.locator('.pane .prose a', {hasText: 'Water'}).first().click()
  await page.locator('.pane').nth(1).waitFor()
  assert.deepEqual(await titles(page), ['Coffee', 'Water'])
  assert.equal(page.url(), `${tea}?panes=drinks/coffee,drinks/water`)
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({id}) => id))
  assert.equal(new Set(ids).size, ids.length, 'no id stands twice')

  await page.reload()
  await page.locator('.pane').nth(1).waitFor()
  await page.goBack()
  await page.locator('.pane').nth(1).waitFor({state: 'detached'})
  assert.deepEqual(await titles(page), ['Coffee'])
  await link(page, 'Milk').count()
  await page.locator('main .prose a', {hasText: 'Water'}).first().click()
  await page.waitForURL(`${tea}?panes=drinks/water`)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a link clicked before the code for panes is there opens beside the text when it comes, and leads on when it does not', async () => {
  for (const comes of [true, false]) {
    const {page} = await visit(browser, wide)
    const clicked = Promise.withResolvers<void>()
    await page.route('**/_astro/panes.*.js', async (route) => {
      await clicked.promise
      await (comes ? route.continue() : route.abort())
    })
    await page.goto(tea)
    await wishForPanes(page)
    await link(page, 'Coffee').click()
    clicked.resolve()
    await page.waitForURL(comes ? `${tea}?panes=drinks/coffee` : `${url}drinks/coffee/`)
    if (comes) await page.locator('.pane').waitFor()
    await leave(page)
  }
})

test('panes are walked and closed with the keyboard, and headings are those of the pane in focus', async () => {
  const {page, complaints} = await visit(browser, wide)
  await page.goto(`${tea}?panes=drinks/coffee,drinks/water`)
  await page.locator('.pane').nth(1).waitFor()
  const label = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.closest('.pane')?.getAttribute('aria-label'))
  await page.keyboard.press('.')
  await page.waitForFunction(() => document.activeElement?.closest('.pane') !== null)
  assert.equal(await label(), 'Coffee')
  await page.keyboard.press('j')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Beans')
  await page.keyboard.press('.')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Water')
  await page.keyboard.press('x')
  await page.waitForURL(`${tea}?panes=drinks/coffee`)
  await page.keyboard.press(',')
  await page.waitForFunction(() => document.activeElement?.id === 'main')
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('an address with panes that are not there, or on a phone, is still the page', async () => {
  const {page} = await visit(browser, wide)
  await page.goto(`${tea}?panes=nowhere/at-all,drinks/water,%00,..%2F..`)
  await page.locator('.pane').waitFor()
  assert.deepEqual(await titles(page), ['Water'])
  await leave(page)
  const phone = await visit(browser, {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true})
  await phone.page.goto(`${tea}?panes=drinks/water`)
  await phone.page.waitForTimeout(500)
  assert.equal(await phone.page.locator('.pane').count(), 0)
  await link(phone.page, 'Coffee').tap()
  await phone.page.waitForURL(`${url}drinks/coffee/`)
  assert.deepEqual(phone.complaints, [])
  await leave(phone.page)
})

test('the cards of a note are asked one by one, with the keyboard alone, and come back when they are due', async () => {
  const {page, complaints} = await listen(browser)
  await page.clock.install({time: new Date('2026-11-25T10:00:00')})
  await page.goto(tea)
  await page.getByRole('link', {name: '2 question cards'}).click()
  await page.waitForURL(`${url}reader/cards/drinks/tea/`)
  const status = page.locator('.quiz [role=status]')
  const question = page.locator('.ask-card')
  await page.getByText('2 of 2 due').waitFor()
  assert.equal(await question.innerText(), 'Which water?')
  assert.equal(await page.locator('.answer').isVisible(), false)
  await page.getByRole('button', {name: 'Show the answer'}).focus()
  await page.keyboard.press('Enter')
  await page.locator('.answer', {hasText: 'Soft water.'}).waitFor()
  await page.keyboard.press('2')
  await page.waitForFunction(() => document.querySelector('.ask-card')?.textContent === 'How hot?')
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('.answer a').getAttribute('href'), '/repo/drinks/water/#heat')
  await page.keyboard.press('1')
  await page.getByText('1 of 2 due').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await page.waitForFunction(() => document.querySelector('.quiz [role=status]')?.textContent?.includes('2026-11-26'))
  assert.match(await status.innerText(), /nothing is due/i)
  await page.reload()
  await page.waitForFunction(() => document.querySelector('.quiz [role=status]')?.textContent?.includes('2026-11-26'))
  await page.clock.setFixedTime(new Date('2026-11-26T10:00:00'))
  await page.reload()
  await page.getByText('2 of 2 due').waitFor()
  assert.deepEqual(complaints, [])
  await putAway(page)
})

test('cards are asked by tag and along a path, from all their notes', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}reader/cards/?path=path`)
  await page.getByText('3 of 3 due').waitFor()
  assert.equal(await page.locator('.ask-card').innerText(), 'Is it wet?')
  assert.equal(await page.locator('.quiz .from a').innerText(), 'Water')
  await page.goto(`${url}reader/cards/?note=drinks/tea`)
  await page.getByText('2 of 2 due').waitFor()
  await page.goto(`${url}reader/cards/?tag=nothing`)
  assert.equal(await page.locator('.quiz').isVisible(), false)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('without JavaScript the cards are read as they stand', async () => {
  const {page, complaints} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${url}reader/cards/`)
  await page.locator('#by-note a', {hasText: 'Tea'}).click()
  await page.waitForURL(`${url}reader/cards/drinks/tea/`)
  assert.equal(await page.locator('.quiz').isVisible(), false)
  assert.equal(await page.locator('details.callout').count(), 2)
  await page.locator('details.callout summary').first().click()
  await page.getByText('Soft water.').waitFor()
  assert.doesNotMatch(await page.content(), /plugh|Secret question/)
  assert.deepEqual(complaints, [])
  await leave(page)
})
