/** What readers do with canvases and bases: by mouse, by keyboard, on a phone, without a script; and the vault's own style sheet. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {axeFinds} from './axe.ts'
import {leave, listen, openBrowser, putAway, visit} from './pages.ts'
import {pathsOf, root, site, vault} from './support.ts'

const card = (id: string, more: object): object => ({id, type: 'text', x: 0, y: 0, width: 260, height: 160, ...more})

const canvas = JSON.stringify({
  nodes: [
    card('g', {type: 'group', label: 'Ordering', x: -40, y: -40, width: 720, height: 260, color: '4'}),
    card('a', {text: '# Orders\n\nOwns orders; see [[Kafka]].', color: '1'}),
    card('b', {type: 'file', file: 'Tools/Kafka.md', x: 380}),
    card('c', {type: 'file', file: 'Tools/Secret.md', x: 0, y: 300, color: '#3366cc'}),
    card('d', {type: 'link', url: 'https://example.org/path', x: 380, y: 300}),
    card('e', {type: 'file', file: 'pic.png', x: 1200, y: 900, color: '6'})
  ],
  edges: [{id: '1', fromNode: 'a', toNode: 'b', label: 'publishes to'}, {id: '2', fromNode: 'a', toNode: 'c', color: '5'}]
})

const base = `filters: file.inFolder("Tools")
views:
  - type: table
    name: All
    order: [file.name, rating, checked]
    summaries: {rating: Average}
  - type: cards
    name: Cards
    order: [file.name, rating]
`

const tools = [['Kafka', 4, '2026-03-01'], ['NATS', 10, '2026-01-01'], ['Pulsar', 3, '2026-02-01'], ['Redis', 2, '2025-12-31']] as const

const from = vault({
  'Plan.canvas': canvas,
  'All.base': base,
  ...Object.fromEntries(tools.map(([name, rating, checked]) => [`Tools/${name}.md`, `---\nrating: ${rating}\nchecked: ${checked}\n---\n${name} is a tool.\n`])),
  'Tools/Secret.md': '---\npublish: false\nrating: 99\n---\nZebra.\n',
  'Host.md': 'Both:\n\n![[Plan.canvas]]\n\n![[All.base#Cards]]\n',
  'publish.css': '@import url(https://fonts.example/a.css);\n.prose { --seen: 1 }\nh1 { text-transform: uppercase; background: url(https://track.example/x.png) }\n.entry { background-image: url(pic.png) }\n',
  'pic.png': readFileSync(join(root, 'public', 'apple-touch-icon.png'))
})
const browser = await openBrowser()
const {url, folder} = await site(from, {trust: 'author'})

const size = (transform: string): number => Number(/scale\(([\d.]+)\)/.exec(transform)?.[1])

test('a canvas is read without a script: its cards, links and labels are text, in its own scroll box', async () => {
  const {page, complaints} = await visit(browser, {javaScriptEnabled: false, viewport: {width: 390, height: 844}})
  await page.goto(`${url}plan-canvas/`)
  const text = await page.locator('.canvas').innerText()
  for (const words of ['Ordering', 'Owns orders', 'Kafka is a tool', 'Nothing is published here', 'example.org']) assert.ok(text.includes(words), words)
  assert.equal(await page.locator('.cv-words').textContent(), 'publishes to')
  assert.match((await page.locator('.cv-text .internal-link').first().getAttribute('href')) ?? '', /tools\/kafka\/$/)
  const box = await page.locator('.cv-box').evaluate((each) => ({inner: each.scrollWidth, outer: each.clientWidth, page: document.documentElement.scrollWidth}))
  assert.ok(box.inner > box.outer)
  assert.equal(box.page, 390)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a canvas is magnified and fitted by keyboard, and dragged by the mouse', async () => {
  const {page, complaints} = await listen(browser, {viewport: {width: 1280, height: 900}})
  await page.goto(`${url}plan-canvas/`)
  const box = page.locator('.cv-box.is-live')
  const scale = async (): Promise<number> => size((await page.locator('.cv-plane').getAttribute('style')) ?? '')
  await box.focus()
  const first = await scale()
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  assert.ok((await scale()) > first * 1.4)
  const before = await box.evaluate((each) => each.scrollLeft)
  const place = await box.boundingBox()
  assert.ok(place)
  // An empty place of the plane: a card's words are for selecting.
  await page.mouse.move(place.x + place.width - 40, place.y + 60)
  await page.mouse.down()
  await page.mouse.move(place.x + place.width - 240, place.y + 40, {steps: 4})
  await page.mouse.up()
  assert.ok((await box.evaluate((each) => each.scrollLeft)) > before + 100)
  await box.focus()
  await page.keyboard.press('0')
  const fits = await box.evaluate((each) => each.scrollWidth <= each.clientWidth + 1 && each.scrollHeight <= each.clientHeight + 1)
  assert.ok(fits)
  await page.locator('.cv-tools [data-do=closer]').click()
  assert.ok((await scale()) > 0)
  assert.deepEqual(complaints, [])
  await putAway(page)
})

test('where arrows lead is a list that shows itself when it has the focus', async () => {
  const {page} = await visit(browser)
  await page.goto(`${url}plan-canvas/`)
  const leads = page.locator('.cv-leads').first()
  const link = leads.getByRole('link', {name: 'Kafka'})
  assert.equal(await leads.evaluate((each) => each.clientHeight), 1)
  await link.focus()
  assert.ok((await leads.evaluate((each) => each.clientHeight)) > 20)
  await page.keyboard.press('Enter')
  assert.match(page.url(), /#card-3$/)
  await leave(page)
})

test('a base is complete without a script, and sorted and searched with one', async () => {
  const still = await visit(browser, {javaScriptEnabled: false})
  await still.page.goto(`${url}all-base/`)
  const names = (page: typeof still.page): Promise<string[]> => page.locator('.base-table tbody tr:visible td:first-child').allInnerTexts()
  assert.deepEqual(await names(still.page), ['Kafka', 'NATS', 'Pulsar', 'Redis'])
  assert.match(await still.page.locator('.base-table tfoot').innerText(), /4\.75/)
  await leave(still.page)

  const {page, complaints} = await visit(browser)
  await page.goto(`${url}all-base/`)
  const head = page.locator('.base-table th').nth(1)
  await head.getByRole('button').focus()
  await page.keyboard.press('Enter')
  assert.equal(await head.getAttribute('aria-sort'), 'ascending')
  // By number, not by letters.
  assert.deepEqual(await names(page), ['Redis', 'Pulsar', 'Kafka', 'NATS'])
  await page.keyboard.press('Enter')
  assert.deepEqual(await names(page), ['NATS', 'Kafka', 'Pulsar', 'Redis'])
  await page.keyboard.press('Enter')
  assert.deepEqual(await names(page), ['Kafka', 'NATS', 'Pulsar', 'Redis'])
  await page.locator('.base-table').getByRole('searchbox').fill('puls')
  assert.deepEqual(await names(page), ['Pulsar'])
  assert.equal(await page.locator('.base-table output').innerText(), '1 of 4')
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('axe finds nothing on a canvas, a base and a note that embeds both, and nothing overflows', async () => {
  const all: string[] = []
  for (const [colorScheme, width] of [['light', 1280], ['dark', 390]] as const) {
    const {page} = await visit(browser, {colorScheme, reducedMotion: 'reduce', viewport: {width, height: 844}})
    for (const path of width === 390 ? ['host/'] : ['plan-canvas/', 'all-base/', 'host/']) {
      await page.goto(url + path)
      all.push(...(await axeFinds(page, {name: `${colorScheme} ${path}`})))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > width) all.push(`${path} is ${wide} px wide at ${width}`)
    }
    await leave(page)
  }
  assert.deepEqual(all, [])
})

test('the vault’s own style sheet applies, and asks nobody', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}host/`)
  const seen = await page.locator('h1').evaluate((each) => ({transform: getComputedStyle(each).textTransform, ground: getComputedStyle(each).backgroundImage}))
  assert.deepEqual(seen, {transform: 'uppercase', ground: 'url("data:,")'})
  assert.match(await page.locator('.entry').evaluate((each) => getComputedStyle(each).backgroundImage), /attachments\/pic\.[0-9a-f]{8}\.png/)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('nothing of a private note is in any file', () => {
  const found = pathsOf(folder).filter((path) => /\.(?:html|json|xml|css|js)$/.test(path) && /Zebra|Secret/.test(readFileSync(join(folder, path), 'utf8')))
  assert.deepEqual(found, [])
})
