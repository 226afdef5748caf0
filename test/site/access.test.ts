/** Every kind of page of the project's own garden, looked at by axe in both themes. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {AxeBuilder} from '@axe-core/playwright'
import {listen, openBrowser, ownVault, site} from './support.ts'

const browser = await openBrowser()
const {url} = await site(ownVault)

/** A page of each kind. */
const kinds = [
  '', 'patterns/circuit-breaker/', 'designs/ride-sharing-platform/', 'labs/retry-lab/', 'reference/glossary/',
  'tools/', 'tags/topic/reliability/', 'tags/', 'notes/', 'diagrams/', 'diagrams/patterns/circuit-breaker/1/', 'search/', '404.html'
]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any kind of page, ${colorScheme}`, async () => {
    const {page} = await listen(browser, {colorScheme, reducedMotion: 'reduce'})
    const found: string[] = []
    for (const path of kinds) {
      await page.goto(url + path)
      const {violations} = await new AxeBuilder({page}).analyze()
      const serious = violations.filter(({impact}) => impact === 'serious' || impact === 'critical')
      found.push(...serious.flatMap(({id, nodes}) => nodes.slice(0, 3).map(({html}) => `${path} ${id}: ${html.slice(0, 160)}`)))
    }
    assert.deepEqual(found, [])
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
