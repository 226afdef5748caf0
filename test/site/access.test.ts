/** Every kind of page of the project's own garden, looked at by axe in both themes. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright'
import {kindsOfPages} from './kinds.ts'
import {listen, openBrowser, ownVault, site} from './support.ts'

const browser = await openBrowser()
const {url} = await site(ownVault)

/** What axe finds on the page as it stands: everything, not only what it calls serious. */
async function found(page: Page, name: string): Promise<string[]> {
  const {violations} = await new AxeBuilder({page}).analyze()
  return violations.flatMap(({id, nodes}) => nodes.slice(0, 3).map(({html}) => `${name} ${id}: ${html.slice(0, 160)}`))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any kind of page, ${colorScheme}`, async () => {
    const {page} = await listen(browser, {colorScheme, reducedMotion: 'reduce'})
    const all: string[] = []
    for (const path of kindsOfPages) {
      await page.goto(url + path)
      all.push(...(await found(page, path)))
    }
    assert.deepEqual(all, [])
    await page.context().close()
  })

  test(`axe finds nothing on a phone, with each sheet open, ${colorScheme}`, async () => {
    const {page} = await listen(browser, {colorScheme, reducedMotion: 'reduce', viewport: {width: 390, height: 844}, hasTouch: true})
    await page.goto(`${url}patterns/circuit-breaker/`)
    const all = await found(page, 'closed')
    for (const opener of ['[popovertarget=explorer]', '[popovertarget=contents]', '[data-sheet]']) {
      await page.locator(`.thumb ${opener}`).tap()
      all.push(...(await found(page, opener)))
      await page.keyboard.press('Escape')
    }
    assert.deepEqual(all, [])
    await page.context().close()
  })
}

test('a theme that a reader chose is there on the next page, and the system’s comes back', async () => {
  const {page, complaints} = await listen(browser, {colorScheme: 'light'})
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
  await page.context().close()
})
