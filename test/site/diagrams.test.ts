/** Diagrams in a real browser: the gallery, their own pages, and the viewer by keyboard alone. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {gzipSync} from 'node:zlib'
import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright'
import {listen, openBrowser, pathsOf, site, vault} from './support.ts'

const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\`\n`

const files = {
  'Shop.md': `---\ntags: [sale]\n---\n# Whole\n\n${fence('flowchart LR\n  accTitle: The shop\n  a["[[Kafka]]"] --> b[Orders]\n  b --> c[Stock]\n  d[Alone]')}\n*Who asks whom.*\n\n${fence('sequenceDiagram\n  accTitle: One order\n  participant C as Client\n  participant S as Shop\n  C->>S: buy\n  Note over S: counts\n  S-->>C: bought\n  S->>S: sleeps')}`,
  'Kafka.md': `# Inside\n\n${fence('stateDiagram-v2\n  accTitle: A broker\n  [*] --> Up\n  Up --> Down: fails')}`,
  'Plain.md': 'Nothing is drawn here.'
}
const browser = await openBrowser()
const {url, folder} = await site(vault(files))
const desk = {viewport: {width: 1200, height: 800}}

/** Rules that a page breaks, of WCAG 2.2 A and AA and of good practice. */
async function broken(page: Page): Promise<string[]> {
  const {violations} = await new AxeBuilder({page}).analyze()
  return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`)
}

/** The size that the drawing on the stage is shown at. */
function sizeOf(page: Page): Promise<number> {
  return page.locator('.stage > svg').evaluate((svg) => new DOMMatrix(getComputedStyle(svg).transform).a)
}

test('without a script the gallery is a list of links to every diagram, and each has a page that links back', async () => {
  const {page, complaints} = await listen(browser, {javaScriptEnabled: false})
  await page.goto(`${url}diagrams/`)
  assert.deepEqual(await page.locator('.gallery a').allTextContents(), ['A broker', 'The shop', 'One order'])
  assert.equal(await page.locator('.sieve').isVisible(), false)
  await page.getByRole('link', {name: 'The shop'}).click()
  await page.waitForURL(`${url}diagrams/shop/1/`)
  assert.equal(await page.locator('h1').textContent(), 'The shop')
  assert.ok(await page.getByText('Kafka → Orders').isVisible())
  await page.locator('.band a', {hasText: 'Shop'}).click()
  await page.waitForURL(`${url}shop/#diagram-1`)
  await page.locator('.no a').first().click()
  await page.waitForURL(`${url}diagrams/shop/1/`)
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('the gallery is light, shows its drawings, and is sorted out by type, tag and words', async () => {
  assert.ok(gzipSync(readFileSync(join(folder, 'diagrams', 'index.html'))).length < 60_000)
  const {page, complaints} = await listen(browser)
  await page.goto(`${url}diagrams/`)
  await page.locator('.thumbnail svg').nth(2).waitFor()
  await page.getByLabel('Type').selectOption({label: 'Sequence'})
  assert.deepEqual(await page.locator('.gallery li:visible .name').allTextContents(), ['One order'])
  assert.equal(await page.getByRole('status').textContent(), '1 diagrams')
  await page.getByLabel('Type').selectOption({label: 'All'})
  await page.getByLabel('Subject').selectOption('sale')
  assert.equal(await page.locator('.gallery li:visible').count(), 2)
  await page.getByLabel('Words').fill('shop the')
  assert.deepEqual(await page.locator('.gallery li:visible .name').allTextContents(), ['The shop'])
  assert.deepEqual(await broken(page), [])
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('a page without diagrams asks for nothing of theirs', async () => {
  const read = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8')
  assert.match(read('shop'), /viewer[^"]*\.css/i)
  assert.doesNotMatch(read('plain'), /[vV]iewer[^"]*\.(?:js|css)|<dialog class="viewer"/)
})

test('the script of diagrams weighs at most 6 KB', () => {
  const scripts = pathsOf(folder).filter((path) => /^_astro\/Viewer.*\.js$/.test(path))
  assert.equal(scripts.length, 1)
  for (const script of scripts) assert.ok(gzipSync(readFileSync(join(folder, script))).length <= 6 * 1024)
})

test('a note says in which diagram it appears, and leads there', async () => {
  const {page} = await listen(browser)
  await page.goto(`${url}kafka/`)
  const mention = page.locator('#linked-from p', {hasText: 'appears in diagram'})
  assert.equal(await mention.getByRole('link').textContent(), 'The shop')
  await mention.getByRole('link').click()
  await page.waitForURL(`${url}shop/#diagram-1`)
  await page.context().close()
})

test('the viewer is worked by keys: it opens, magnifies, moves, fits, and closes onto the button that opened it', async () => {
  const {page, complaints} = await listen(browser, desk)
  await page.goto(`${url}shop/`)
  const button = page.locator('#diagram-1').getByRole('button', {name: 'Enlarge'})
  await button.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}shop/#diagram-1:view`)
  const fitted = await sizeOf(page)
  await page.keyboard.press('+')
  assert.ok((await sizeOf(page)) > fitted)
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL(/#diagram-1:view@[\d.]+,-?\d+,-?\d+$/)
  assert.deepEqual(await broken(page), [])
  await page.keyboard.press('0')
  await page.waitForURL(/#diagram-1:view$/)
  assert.equal(await sizeOf(page), fitted)
  await page.keyboard.press('Escape')
  await page.waitForURL(`${url}shop/`)
  assert.ok(await page.locator('#diagram-1 .view > svg').isVisible())
  assert.ok(await button.evaluate((element) => element === document.activeElement))
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('an address opens the viewer at its place, and going back closes it', async () => {
  const {page, complaints} = await listen(browser, desk)
  await page.goto(`${url}shop/#diagram-1:view@3,100,40`)
  await page.locator('dialog.viewer[open]').waitFor()
  assert.equal(await sizeOf(page), 3)
  await page.getByRole('button', {name: 'Close'}).click()
  await page.waitForURL(`${url}shop/#diagram-1`)
  await page.locator('#diagram-2').getByRole('button', {name: 'Enlarge'}).click()
  await page.waitForURL(`${url}shop/#diagram-2:view`)
  await page.goBack()
  await page.locator('dialog.viewer').waitFor({state: 'hidden'})
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('the wheel magnifies about the pointer and a drag moves', async () => {
  const {page} = await listen(browser, desk)
  await page.goto(`${url}shop/#diagram-1:view`)
  await page.locator('dialog.viewer[open]').waitFor()
  const before = await sizeOf(page)
  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, -300)
  await page.waitForFunction((size) => new DOMMatrix(getComputedStyle(document.querySelector('.stage > svg') ?? document.body).transform).a > size, before)
  const from = await page.locator('.stage > svg').boundingBox()
  await page.mouse.down()
  await page.mouse.move(650, 420, {steps: 3})
  await page.mouse.up()
  const to = await page.locator('.stage > svg').boundingBox()
  assert.deepEqual([Math.round((to?.x ?? 0) - (from?.x ?? 0)), Math.round((to?.y ?? 0) - (from?.y ?? 0))], [50, 20])
  await page.context().close()
})

test('messages are stepped through, each lit alone and told', async () => {
  const {page, complaints} = await listen(browser, desk)
  await page.goto(`${url}shop/#diagram-2:view`)
  const told = page.locator('.viewer .said')
  await page.getByRole('button', {name: 'Next message'}).click()
  assert.equal(await told.textContent(), '1 of 3: Client → Shop: buy')
  assert.equal(await page.locator('.is-step.messageText').textContent(), 'buy')
  await page.keyboard.press('PageDown')
  assert.equal(await told.textContent(), '2 of 3: Shop → Client: bought')
  await page.getByRole('button', {name: 'Previous message'}).click()
  assert.equal(await told.textContent(), '1 of 3: Client → Shop: buy')
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('a node lights its neighbours and their lines, by pointer and by focus', async () => {
  const {page} = await listen(browser, desk)
  await page.goto(`${url}shop/`)
  const lit = (): Promise<string[]> => page.locator('#diagram-1 .node.is-lit').allTextContents()
  await page.locator('#diagram-1 .node', {hasText: 'Stock'}).hover()
  assert.deepEqual((await lit()).sort(), ['Orders', 'Stock'])
  assert.equal(await page.locator('#diagram-1 .flowchart-link.is-lit').count(), 1)
  await page.locator('#diagram-1 a[data-diagram]').focus()
  assert.deepEqual((await lit()).sort(), ['Kafka', 'Orders'])
  await page.context().close()
})

test('a linked node opens its note’s diagram in place, and the trail leads back', async () => {
  const {page, complaints} = await listen(browser, desk)
  await page.goto(`${url}shop/#diagram-1:view`)
  await page.locator('.stage a[data-diagram]').focus()
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('.offer a').getAttribute('href'), '/kafka/')
  await page.keyboard.press('Enter')
  await page.locator('.viewer .title', {hasText: 'A broker'}).waitFor()
  assert.ok(await page.locator('.stage .mm-stateDiagram').isVisible())
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({id}) => id))
  assert.equal(new Set(ids).size, ids.length)
  await page.locator('.viewer .crumbs').getByRole('button', {name: 'The shop'}).click()
  assert.equal(await page.locator('.viewer .title').textContent(), 'The shop')
  await page.keyboard.press('Escape')
  await page.waitForURL(`${url}shop/#diagram-1`)
  assert.ok(await page.locator('#diagram-1 .view > .mm-flowchart').isVisible())
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('source and link are copied, and both files are handed over, silently under the policy', async () => {
  const {page, complaints} = await listen(browser, {...desk, permissions: ['clipboard-read', 'clipboard-write']})
  await page.goto(`${url}shop/#diagram-1:view`)
  await page.getByRole('button', {name: 'Copy source'}).click()
  await page.locator('.said', {hasText: 'Copied'}).waitFor()
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^flowchart LR\n/)
  await page.getByRole('button', {name: 'Copy link'}).click()
  await page.waitForFunction(async (link) => (await navigator.clipboard.readText()) === link, `${url}shop/#diagram-1`)
  const saved: Buffer[] = []
  for (const name of ['Download as SVG', 'Download as PNG']) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name}).click()])
    assert.match(download.suggestedFilename(), /^The-shop\.(?:svg|png)$/)
    saved.push(readFileSync(await download.path()))
  }
  assert.match(saved[0]?.toString() ?? '', /^<svg[^>]*>.*Orders/s)
  assert.equal(saved[1]?.subarray(1, 4).toString(), 'PNG')
  assert.deepEqual(complaints, [])
  await page.context().close()
})
