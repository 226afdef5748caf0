/** Diagrams in a real browser: the gallery, their own pages, and the viewer by keyboard alone. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {gzipSync} from 'node:zlib'
import type {Page} from 'playwright'
import sharp from 'sharp'
import {axeFinds} from './axe.ts'
import {leave, listen, openBrowser, putAway, visit} from './pages.ts'
import {site, vault} from './support.ts'

const fence = (source: string): string => `\`\`\`mermaid\n${source}\n\`\`\`\n`

const files = {
  'Shop.md': `---\ntags: [sale]\n---\n# Whole\n\n${fence('flowchart LR\n  accTitle: The shop\n  a["[[Kafka]]"] --> b[Orders]\n  b --> c[Stock]\n  d[Alone]')}\n*Who asks whom.*\n\n${fence('sequenceDiagram\n  accTitle: One order\n  participant C as Client\n  participant S as Shop\n  C->>S: buy\n  Note over S: counts\n  S-->>C: bought\n  S->>S: sleeps')}`,
  'Kafka.md': `# Inside\n\n${fence('stateDiagram-v2\n  accTitle: A broker\n  [*] --> Up\n  Up --> Down: fails')}`,
  'Numbered.md': `${fence('flowchart LR\n  accTitle: In turn\n  c[Client] -->|"1. asks"| s[Shop]\n  s -->|"2. counts"| w[Stock]\n  w -->|"3. tells"| c')}`,
  'Wide.md': fence(`flowchart TB\n  accTitle: Many ends\n  root[Where it begins] --> ${Array.from({length: 9}, (_, index) => `e${index}[End ${index}]`).join(' & ')}`),
  'Across.md': fence('flowchart LR\n  accTitle: To the side\n  subgraph s[Together]\n    b["[[Nowhere]]"] --> c["then [[Nowhere|that]] too"]\n  end\n  a[Where it begins, at the left] -->|after a while| s\n  s -->|in the end| d[Where it ends, at the right]'),
  'Plain.md': 'Nothing is drawn here.'
}
const browser = await openBrowser()
const {url, folder} = await site(vault(files))
const desk = {viewport: {width: 1200, height: 800}}

/** The size that the drawing on the stage is shown at. */
function sizeOf(page: Page): Promise<number> {
  return page.locator('.stage > svg').evaluate((svg) => new DOMMatrix(getComputedStyle(svg).transform).a)
}

/** How light the ground of a picture is, of 255, and what stands out most from it. */
async function inks(picture: Buffer): Promise<[ground: number, ink: number]> {
  const {data} = await sharp(picture).greyscale().raw().toBuffer({resolveWithObject: true})
  const [ground = 0, ...rest] = [...data.subarray(data.length / 2 + 40)]
  return [ground, rest.reduce((far, each) => (Math.abs(each - ground) > Math.abs(far - ground) ? each : far), ground)]
}

test('without a script the gallery is a list of links to every diagram, and each has a page that links back', async () => {
  const {page, complaints} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${url}diagrams/`)
  assert.deepEqual((await page.locator('.gallery a').allTextContents()).map((text) => text.trim()), ['To the side', 'A broker', 'In turn', 'The shop', 'One order', 'Many ends'])
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
  await leave(page)
})

test('the gallery is light, shows its drawings, and is sorted out by type, tag and words', async () => {
  assert.ok(gzipSync(readFileSync(join(folder, 'diagrams', 'index.html'))).length < 60_000)
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}diagrams/`)
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.thumbnail')].filter(({complete, naturalWidth}) => complete && naturalWidth > 0).length === 6)
  await page.getByLabel('Type').selectOption({label: 'Sequence'})
  assert.deepEqual(await page.locator('.gallery li:visible .name').allTextContents(), ['One order'])
  assert.equal(await page.getByRole('status').textContent(), '1 diagram')
  await page.getByLabel('Type').selectOption({label: 'All'})
  await page.getByLabel('Subject').selectOption('sale')
  assert.equal(await page.locator('.gallery li:visible').count(), 2)
  await page.getByLabel('Words').fill('shop the')
  assert.deepEqual(await page.locator('.gallery li:visible .name').allTextContents(), ['The shop'])
  assert.equal(new URL(page.url()).search, '?tag=sale&words=shop+the')
  assert.deepEqual(await axeFinds(page), [])
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('words are sought inside the drawings too, and an address says what is sought', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}diagrams/?type=sequence&words=COUNTS`)
  await page.getByRole('status').getByText('1 diagram').waitFor()
  assert.deepEqual(await page.locator('.gallery li:visible .name').allTextContents(), ['One order'])
  assert.equal(await page.getByLabel('Words').inputValue(), 'COUNTS')
  await page.getByLabel('Type').selectOption({label: 'All'})
  assert.equal(await page.getByRole('status').textContent(), '2 diagrams')
  await page.goto(`${url}diagrams/?type=nonsense`)
  assert.equal(await page.locator('.gallery li:visible').count(), 6)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a picture of a drawing shows itself in both themes, and the list has pictures without a script', async () => {
  const grounds: number[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const {page} = await visit(browser, {javaScriptEnabled: false, colorScheme, viewport: {width: 1200, height: 900}})
    await page.goto(`${url}diagrams/`)
    const picture = page.locator('.gallery li', {hasText: 'The shop'}).locator('img')
    assert.ok(await picture.isVisible())
    assert.equal(await picture.getAttribute('alt'), '')
    grounds.push(...(await inks(await picture.screenshot())))
    await leave(page)
  }
  const [light = 0, onLight = 0, dark = 0, onDark = 0] = grounds
  assert.ok(light > 230 && onLight < 120, `light ground ${light}, ink ${onLight}`)
  assert.ok(dark < 40 && onDark > 120, `dark ground ${dark}, ink ${onDark}`)
})

test('a page without diagrams asks for nothing of theirs', async () => {
  const read = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8')
  assert.match(read('shop'), /viewer[^"]*\.css/i)
  assert.doesNotMatch(read('plain'), /[vV]iewer[^"]*\.(?:js|css)|<dialog class="viewer"/)
})

/** Every script that a page asks for, at once or ever: what its scripts import too. */
function scriptsOf(page: string): Set<string> {
  const found = new Set<string>()
  const visit = (text: string): void => {
    for (const [, name] of text.matchAll(/["'`(=](?:\.\/|\/?_astro\/)([\w.~-]+\.js)/g)) {
      if (name === undefined || found.has(name)) continue
      found.add(name)
      visit(readFileSync(join(folder, '_astro', name), 'utf8'))
    }
  }
  visit(readFileSync(join(folder, page, 'index.html'), 'utf8'))
  return found
}

test('all scripts that only pages with diagrams ask for, viewer and all, weigh at most 6 KB', () => {
  const others = scriptsOf('plain')
  const own = [...scriptsOf('shop')].filter((name) => !others.has(name))
  assert.ok(others.size > 0 && own.some((name) => name.startsWith('Viewer')))
  const texts = own.map((name) => readFileSync(join(folder, '_astro', name)))
  assert.ok(texts.some((text) => text.includes('is-found')) && texts.some((text) => text.includes('OffscreenCanvas')), 'the viewer is among them')
  const weight = texts.reduce((sum, text) => sum + gzipSync(text).length, 0)
  assert.ok(weight <= 6 * 1024, `${own.join(', ')}: ${weight} bytes`)
})

test('a note says in which diagram it appears, and leads there', async () => {
  const {page} = await visit(browser)
  await page.goto(`${url}kafka/`)
  const mention = page.locator('#linked-from p', {hasText: 'appears in diagram'})
  assert.equal(await mention.getByRole('link').textContent(), 'The shop')
  const glimpse = page.locator('#linked-from .glimpse')
  assert.equal(await glimpse.getAttribute('href'), '/diagrams/shop/1/')
  await glimpse.scrollIntoViewIfNeeded()
  await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.glimpse img')?.naturalWidth ?? 0) > 0)
  await mention.getByRole('link').click()
  await page.waitForURL(`${url}shop/#diagram-1`)
  await leave(page)
})

test('the viewer is worked by keys: it opens, magnifies, moves, fits, and closes onto the button that opened it', async () => {
  const {page, complaints} = await visit(browser, desk)
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
  assert.deepEqual(await axeFinds(page), [])
  await page.keyboard.press('0')
  await page.waitForURL(/#diagram-1:view$/)
  assert.equal(await sizeOf(page), fitted)
  await page.keyboard.press('Escape')
  await page.waitForURL(`${url}shop/`)
  assert.ok(await page.locator('#diagram-1 .view > svg').isVisible())
  assert.ok(await button.evaluate((element) => element === document.activeElement))
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('an address opens the viewer at its place, and going back closes it', async () => {
  const {page, complaints} = await visit(browser, desk)
  await page.goto(`${url}shop/#diagram-1:view@3,100,40`)
  await page.locator('dialog.viewer[open]').waitFor()
  assert.equal(await sizeOf(page), 3)
  // A drawing without a title is called by its summary, which may be longer than the window is wide.
  await page.locator('.viewer .title').evaluate((title) => title.append(' and many more words'.repeat(20)))
  const close = await page.getByRole('button', {name: 'Close'}).boundingBox()
  assert.ok(close && close.x + close.width <= desk.viewport.width)
  await page.getByRole('button', {name: 'Close'}).click()
  await page.waitForURL(`${url}shop/#diagram-1`)
  await page.locator('#diagram-2').getByRole('button', {name: 'Enlarge'}).click()
  await page.waitForURL(`${url}shop/#diagram-2:view`)
  await page.goBack()
  await page.locator('dialog.viewer').waitFor({state: 'hidden'})
  assert.deepEqual(complaints, [])
  await leave(page)
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
  await putAway(page)
})

test('messages are stepped through, each lit alone and told', async () => {
  const {page, complaints} = await visit(browser, desk)
  await page.goto(`${url}shop/#diagram-2:view`)
  const told = page.locator('.viewer .said')
  await page.getByRole('button', {name: 'Next step'}).click()
  assert.equal(await told.textContent(), '1 of 3: Client → Shop: buy')
  assert.equal(await page.locator('.is-step.messageText').textContent(), 'buy')
  await page.keyboard.press('PageDown')
  assert.equal(await told.textContent(), '2 of 3: Shop → Client: bought')
  await page.getByRole('button', {name: 'Previous step'}).click()
  assert.equal(await told.textContent(), '1 of 3: Client → Shop: buy')
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('what an author numbered is stepped through, the step stands in the address, and a step comes back with it', async () => {
  const {page, complaints} = await visit(browser, desk)
  await page.goto(`${url}numbered/#diagram-1:view`)
  const told = page.locator('.viewer .said')
  await page.getByRole('button', {name: 'Next step'}).click()
  assert.equal(await told.textContent(), '1 of 3: Client → Shop: 1. asks')
  assert.deepEqual((await page.locator('.stage .node.is-step').allTextContents()).sort(), ['Client', 'Shop'])
  assert.equal(await page.locator('.stage .flowchart-link.is-step').count(), 1)
  await page.keyboard.press('PageDown')
  assert.equal(await told.textContent(), '2 of 3: Shop → Stock: 2. counts')
  await page.waitForURL(/#diagram-1:view!2$/)
  await page.reload()
  await told.getByText('2 of 3').waitFor()
  assert.deepEqual((await page.locator('.stage .node.is-step').allTextContents()).sort(), ['Shop', 'Stock'])
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('words are found in a drawing, whatever their case, one after the other, and framed', async () => {
  const {page, complaints} = await visit(browser, desk)
  await page.goto(`${url}shop/#diagram-2:view`)
  const told = page.locator('.viewer .said')
  await page.locator('.stage:focus').press('/')
  const field = page.getByRole('searchbox', {name: 'Find in the diagram'})
  assert.ok(await field.evaluate((element) => element === document.activeElement))
  await page.keyboard.type('BOU')
  assert.equal(await told.textContent(), '1 of 1 found: bought')
  await field.fill('s')
  assert.match((await told.textContent()) ?? '', /^1 of \d found: /)
  const count = await page.locator('.stage .is-found').count()
  assert.ok(count >= 3)
  const first = await told.textContent()
  await field.press('Enter')
  assert.match((await told.textContent()) ?? '', /^2 of /)
  await field.press('Shift+Enter')
  assert.equal(await told.textContent(), first)
  assert.equal(await page.locator('.stage .is-here').count(), 1)
  await field.fill('no such words')
  assert.equal(await told.textContent(), 'Not in this diagram.')
  await page.keyboard.press('Escape')
  assert.equal(await field.inputValue(), '')
  assert.ok(await page.locator('dialog.viewer[open]').isVisible())
  await page.keyboard.press('Escape')
  await page.locator('dialog.viewer').waitFor({state: 'hidden'})
  assert.equal(await page.locator('.is-found').count(), 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a drawing of which only a part is shown has a map, whose frame moves the stage', async () => {
  const {page, complaints} = await visit(browser, desk)
  await page.goto(`${url}shop/#diagram-2:view`)
  const map = page.locator('.viewer .map')
  assert.equal(await map.isVisible(), false)
  await page.goto(`${url}shop/#diagram-2:view@4,20,20`)
  await map.locator('.mm').waitFor()
  const before = await map.locator('> span').boundingBox()
  const box = await map.boundingBox()
  assert.ok(before && box && before.width < box.width && before.height < box.height)
  await page.mouse.click(box.x + box.width - 4, box.y + box.height - 4)
  const after = await map.locator('> span').boundingBox()
  assert.ok(after && after.x > before.x && after.y > before.y)
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({id}) => id))
  assert.equal(new Set(ids).size, ids.length)
  await page.keyboard.press('0')
  assert.equal(await map.isVisible(), false)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('nodes that are no links are reached and told by keyboard, on the page and in the viewer', async () => {
  const {page, complaints} = await visit(browser, desk)
  await page.goto(`${url}shop/`)
  await page.locator('#diagram-1 .view').focus()
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Kafka')
  const name = (): Promise<string | null | undefined> => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await page.keyboard.press('ArrowRight')
  assert.equal(await name(), 'Orders. From: Kafka. To: Stock.')
  assert.deepEqual((await page.locator('#diagram-1 .node.is-lit').allTextContents()).sort(), ['Kafka', 'Orders', 'Stock'])
  await page.keyboard.press('ArrowRight')
  assert.equal(await name(), 'Stock. From: Orders.')
  await page.goto(`${url}numbered/#diagram-1:view`)
  await page.locator('dialog.viewer[open]').waitFor()
  await page.locator('.stage:focus').press('Tab')
  assert.match((await name()) ?? '', /^Client\. From: Stock\. To: Shop\.$/)
  assert.deepEqual((await page.locator('.stage .edgeLabel.is-lit').allTextContents()).sort(), ['1. asks', '3. tells'])
  assert.deepEqual(await axeFinds(page), [])
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('on a phone a wide drawing scrolls in its box, at a size that can be read, from where it begins', async () => {
  const {page, complaints} = await visit(browser, {viewport: {width: 390, height: 844}})
  await page.goto(`${url}wide/`)
  const view = page.locator('.plate .view')
  const {size, beyond} = await view.evaluate((box) => ({
    size: (box.querySelector('svg')?.getBoundingClientRect().width ?? 0) / (box.querySelector('svg')?.viewBox.baseVal.width ?? 1),
    beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth
  }))
  assert.ok(size >= 0.79, `words of 14 px are ${(14 * size).toFixed(1)} px high`)
  assert.equal(beyond, 0)
  const [box, root] = [await view.boundingBox(), await page.locator('.node', {hasText: 'Where it begins'}).boundingBox()]
  assert.ok(box && root && root.x >= box.x && root.x + root.width <= box.x + box.width)
  await page.goto(`${url}across/`)
  assert.equal(await view.evaluate((box) => box.scrollLeft), 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('on paper a drawing is whole and light, whatever the reader’s theme', async () => {
  const {page} = await listen(browser, {viewport: {width: 700, height: 900}, colorScheme: 'dark'})
  await page.goto(`${url}wide/`)
  await page.emulateMedia({media: 'print', colorScheme: 'dark'})
  const seen = await page.locator('.plate .view').evaluate((box) => ({
    hidden: box.scrollWidth - box.clientWidth,
    ground: getComputedStyle(box.closest('.plate') ?? box).backgroundColor,
    line: getComputedStyle(box.querySelector('.flowchart-link') ?? box).stroke
  }))
  assert.deepEqual(seen, {hidden: 0, ground: 'rgb(255, 255, 255)', line: 'rgb(93, 87, 77)'})
  await putAway(page)
})

test('a name that leads nowhere is dashed and no link', async () => {
  const {page} = await visit(browser, desk)
  await page.goto(`${url}across/`)
  const seen = await page.locator('#diagram-1 .view').evaluate((view) => ({
    links: view.querySelectorAll('a').length,
    node: getComputedStyle(view.querySelector('g.unresolved .node rect') ?? view).strokeDasharray,
    plain: getComputedStyle(view.querySelector('g:not(.unresolved) > .node rect') ?? view).strokeDasharray,
    words: view.querySelector('span.unresolved')?.textContent,
    line: getComputedStyle(view.querySelector('span.unresolved') ?? view).textDecorationStyle
  }))
  assert.deepEqual(seen, {links: 0, node: '4px, 3px', plain: 'none', words: 'that', line: 'dashed'})
  await leave(page)
})

test('a participant lights its messages and those whom they reach', async () => {
  const {page} = await visit(browser, desk)
  await page.goto(`${url}shop/`)
  await page.locator('#diagram-2 text.actor', {hasText: 'Client'}).first().hover()
  assert.deepEqual((await page.locator('#diagram-2 .messageText.is-lit').allTextContents()).sort(), ['bought', 'buy'])
  await leave(page)
})

test('a node lights its neighbours and their lines, by pointer and by focus', async () => {
  const {page} = await visit(browser, desk)
  await page.goto(`${url}shop/`)
  const lit = (): Promise<string[]> => page.locator('#diagram-1 .node.is-lit').allTextContents()
  await page.locator('#diagram-1 .node', {hasText: 'Stock'}).hover()
  assert.deepEqual((await lit()).sort(), ['Orders', 'Stock'])
  assert.equal(await page.locator('#diagram-1 .flowchart-link.is-lit').count(), 1)
  await page.locator('#diagram-1 a[data-diagram]').focus()
  assert.deepEqual((await lit()).sort(), ['Kafka', 'Orders'])
  await leave(page)
})

test('a linked node opens its note’s diagram in place, and the trail leads back', async () => {
  const {page, complaints} = await visit(browser, desk)
  await page.goto(`${url}shop/#diagram-1:view`)
  await page.locator('.stage a[data-diagram]').focus()
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('.offer a').getAttribute('href'), '/kafka/')
  await page.keyboard.press('Enter')
  await page.locator('.viewer .title', {hasText: 'A broker'}).waitFor()
  assert.ok(await page.locator('.stage .mm-stateDiagram').isVisible())
  assert.equal(page.url(), `${url}shop/#diagram-1:view:kafka/1`)
  await page.goBack()
  await page.locator('.viewer .title', {hasText: 'The shop'}).waitFor()
  await page.goForward()
  await page.locator('.viewer .title', {hasText: 'A broker'}).waitFor()
  await page.reload()
  await page.locator('.viewer .title', {hasText: 'A broker'}).waitFor()
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({id}) => id))
  assert.equal(new Set(ids).size, ids.length)
  await page.locator('.viewer .crumbs').getByRole('button', {name: 'The shop'}).click()
  assert.equal(await page.locator('.viewer .title').textContent(), 'The shop')
  await page.keyboard.press('Escape')
  await page.waitForURL(`${url}shop/#diagram-1`)
  assert.ok(await page.locator('#diagram-1 .view > .mm-flowchart').isVisible())
  assert.equal(await page.locator('dialog.viewer[open]').count(), 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('an address leads the viewer to diagrams of this garden only', async () => {
  const {page, complaints} = await visit(browser, desk)
  for (const way of ['../kafka', '..%2F..%2Fkafka', '%2e%2e/kafka', '/localhost/kafka', 'no-such-note/1']) {
    await page.goto('about:blank')
    await page.goto(`${url}shop/`)
    // The viewer is there, and what it is made of has been asked for by whoever came near to a drawing.
    await page.locator('.plate .tool').first().focus()
    await page.waitForFunction(() => [...document.styleSheets].some(({href}) => href?.includes('/viewer.')))
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${url}shop/#diagram-1:view:${way}`)
    await page.locator('.viewer .title', {hasText: 'The shop'}).waitFor()
    assert.deepEqual(asked.filter((path) => !path.startsWith('/diagrams/')), [], way)
    page.removeAllListeners('request')
  }
  assert.deepEqual(complaints.filter((text) => !text.includes('404')), [])
  await leave(page)
})

test('source and link are copied, and both files are handed over, silently under the policy', async () => {
  const {page, complaints} = await visit(browser, {...desk, permissions: ['clipboard-read', 'clipboard-write']})
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
  await leave(page)
})
