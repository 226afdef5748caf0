/** Every kind of page of the project's own garden, looked at by axe in both themes. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {axeFindsInBoth} from './axe.ts'
import {kindsOfPages} from './kinds.ts'
import {leave, listen, openBrowser, putAway, visit} from './pages.ts'
import {ownVault, site} from './support.ts'

const browser = await openBrowser()
const still = await openBrowser({still: true})
const {url} = await site(ownVault)

test('axe looks at colours when the theme is dark', async () => {
  const {page} = await listen(still, {reducedMotion: 'reduce'})
  await page.goto(`${url}404.html`)
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('@media (prefers-color-scheme: dark) { p { color: #222 !important; background: #111 !important } }')
    document.adoptedStyleSheets = [sheet]
  })
  const all = await axeFindsInBoth(page, '404')
  assert.match(all.join(), /^404 in the dark color-contrast: <p/)
  await putAway(page)
})

test('axe finds nothing on any kind of page, in both themes', async () => {
  const {page, complaints} = await listen(still, {colorScheme: 'light', reducedMotion: 'reduce'})
  const all: string[] = []
  for (const path of kindsOfPages) {
    await page.goto(url + path)
    all.push(...(await axeFindsInBoth(page, path)))
  }
  assert.deepEqual(all, [])
  assert.deepEqual(complaints, [])
  await putAway(page)
})

test('axe finds nothing on a phone, with each sheet open, in both themes', async () => {
  const {page} = await listen(browser, {colorScheme: 'light', reducedMotion: 'reduce', viewport: {width: 390, height: 844}, hasTouch: true})
  await page.goto(`${url}patterns/circuit-breaker/`)
  const all = await axeFindsInBoth(page, 'closed')
  for (const opener of ['[popovertarget=explorer]', '[popovertarget=contents]', '[data-sheet]']) {
    await page.locator(`.thumb ${opener}`).tap()
    all.push(...(await axeFindsInBoth(page, opener)))
    await page.keyboard.press('Escape')
  }
  assert.deepEqual(all, [])
  await putAway(page)
})

test('a theme that a reader chose is there on the next page, and the system’s comes back', async () => {
  const {page, complaints} = await visit(browser, {colorScheme: 'light'})
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.goto(url)
  const day = await ground()
  await page.locator('[data-theme-next]').click()
  const night = await ground()
  assert.notEqual(night, day)
  await page.goto(`${url}notes/`)
  assert.equal(await ground(), night)
  await page.locator('[data-theme-next]').click()
  await page.locator('[data-theme-next]').click()
  assert.equal(await ground(), day)
  assert.deepEqual(complaints, [])
  await leave(page)
})
