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
