/** The page of the map in a real browser: with WebGL in software, without it, and without JavaScript. */
import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {chromium, type Page} from 'playwright'
import sharp from 'sharp'
import {ensureBrowser} from '../../scripts/browser.mjs'
import {axeFinds} from './axe.ts'
import {countShifts, listen, openBrowser, putAway, shiftOf} from './pages.ts'
import {type Files, site, vault} from './support.ts'

/** Two groups of notes that link among themselves, and what is shown only on wish. */
const files: Files = {
  ...Object.fromEntries(
    ['alpha', 'beta'].flatMap((group) =>
      Array.from({length: 6}, (_, index) => {
        const others = [1, 2].map((step) => `[[${group} ${(index + step) % 6}]]`)
        const properties = [`kind: ${index % 2 === 0 ? 'tool' : 'idea'}`, `tags: [topic/${group}]`, `updated: 2026-0${index + 1}-01`, ...(index === 0 ? ['status: draft'] : [])]
        return [`${group}/${group} ${index}.md`, `---\n${properties.join('\n')}\n---\nA note of ${group}, which says ${index}. See ${others.join(' and ')}.\n`]
      })
    )
  ),
  'Hub.md': 'The middle: [[alpha 0]], [[alpha 1]], [[alpha 2]], [[beta 0]], [[beta 1]], [[beta 2]], and [[Not Written]].\n',
  'Lonely.md': 'Nothing links here.\n',
  'Drawn.md': '```mermaid\nflowchart LR\n  a["[[Hub]]"] --> b\n```\n',
  'Secret.md': '---\npublish: false\n---\n[[Hub]] [[alpha 0]]\n'
}

const still = await openBrowser()
const moving = await withWebgl()
const {url} = await site(vault(files), {base: '/repo/'})
const graph = `${url}graph/`

async function withWebgl(): ReturnType<typeof openBrowser> {
  const found = await ensureBrowser(() => {})
  if ('missing' in found) throw new Error(found.missing)
  const args = [...found.args.filter((flag) => flag !== '--disable-gpu'), '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
  const opened = await chromium.launch({executablePath: found.executablePath, args, env: {...process.env, ...found.env}})
  after(() => opened.close())
  return opened
}

/** The map, once it moves. */
async function open(query = '', options: Parameters<typeof listen>[1] = {}): Promise<{page: Page; faults: () => string[]}> {
  const {page, complaints} = await listen(moving, {viewport: {width: 1280, height: 900}, reducedMotion: 'reduce', ...options})
  await page.goto(graph + query)
  // The first picture waits for the browser's own start of GL in software.
  await page.locator('.map[data-ready=""]').waitFor({state: 'attached', timeout: 60_000})
  return {page, faults: () => complaints}
}

async function rows(page: Page): Promise<string[]> {
  return page.locator('.map-table tbody th').allTextContents()
}

/** How many notes the map says it shows. */
async function counted(page: Page): Promise<number> {
  return Number.parseInt((await page.locator('.map-count').textContent()) ?? '', 10)
}

const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams

for (const [how, options, browser] of [
  ['JavaScript', {javaScriptEnabled: false}, still],
  ['WebGL', {}, still]
] as const) {
  test(`without ${how} the map is a drawing and a table, and nothing that does not work is shown`, async () => {
    const {page, complaints} = await listen(browser, options)
    if (how === 'WebGL') await page.addInitScript(() => Object.assign(HTMLCanvasElement.prototype, {getContext: () => null}))
    await page.goto(graph)
    if (how === 'WebGL') await page.locator('.map[data-ready=still]').waitFor({state: 'attached'})

    assert.ok(await page.locator('svg.chart-wide').isVisible())
    assert.ok(await page.locator('.map-still .beyond').isVisible())
    for (const hidden of ['.map-tools', '.map-live', '.map-legend button', '.map-more']) assert.ok(await page.locator(hidden).isHidden(), hidden)
    assert.equal(await page.locator('.map-legend li').count(), 2)
    const listed = await rows(page)
    assert.equal(listed.length, 15)
    assert.ok(listed.includes('Hub') && listed.includes('Lonely') && !listed.includes('Secret'))
    assert.equal(await page.locator('.chart-wide a[href*="community="]').count(), 2)
    assert.deepEqual(complaints, [])

    await page.locator('.chart-wide .chart-town').first().click()
    await page.waitForURL((now) => !now.pathname.endsWith('/graph/'))
    await putAway(page)
  })
}

test('the table lists what the map shows, and filters narrow both, in the address and after a reload', async () => {
  const {page, faults} = await open()
  const all = await rows(page)
  assert.equal(all.length, 13)
  assert.equal(await counted(page), 13)
  assert.ok(!all.includes('Lonely') && !all.includes('Secret'))

  await page.locator('.map-filters summary').click()
  await page.locator('[name=kind]').selectOption('tool')
  assert.deepEqual((await rows(page)).sort(), ['alpha 0', 'alpha 2', 'alpha 4', 'beta 0', 'beta 2', 'beta 4'])
  await page.locator('[name=since]').fill('2026-03-01')
  assert.deepEqual((await rows(page)).sort(), ['alpha 2', 'alpha 4', 'beta 2', 'beta 4'])
  await page.locator('[name=tag]').selectOption('topic/beta')
  assert.deepEqual((await rows(page)).sort(), ['beta 2', 'beta 4'])
  assert.equal(await counted(page), 2)
  assert.deepEqual(['kind', 'since', 'tag'].map((name) => query(page).get(name)), ['tool', '2026-03-01', 'topic/beta'])

  await page.reload()
  await page.locator('.map[data-ready=""]').waitFor({state: 'attached'})
  assert.deepEqual((await rows(page)).sort(), ['beta 2', 'beta 4'])
  assert.equal(await page.locator('[name=tag]').inputValue(), 'topic/beta')

  await page.locator('.map-filters').evaluate((details) => details.setAttribute('open', ''))
  await page.locator('.map-tools [type=reset]').click()
  assert.equal((await rows(page)).length, 13)
  assert.equal(query(page).get('kind'), null)
  assert.deepEqual(faults(), [])
  await putAway(page)
})

test('notes without links, names not written yet and links in diagrams are shown on wish', async () => {
  const {page} = await open('?orphans=1')
  assert.ok((await rows(page)).includes('Lonely'))
  await page.locator('.map-filters summary').click()
  await page.locator('[name=orphans]').uncheck()
  assert.equal(await counted(page), 13)
  await page.locator('[name=unresolved]').check()
  assert.equal(await counted(page), 14)
  await page.locator('[name=diagrams]').check()
  assert.equal(await counted(page), 15)
  assert.ok((await rows(page)).includes('Drawn'))
  assert.deepEqual(['unresolved', 'diagrams'].map((name) => query(page).get(name)), ['1', '1'])
  await putAway(page)
})

test('keys go to the middle, along links, near and far, and open a note; the address says where', async () => {
  const {page, faults} = await open()
  const view = page.locator('.map-view')
  await view.focus()
  await view.press('Home')
  assert.equal(query(page).get('note'), 'hub')
  assert.equal(await page.locator('.map-card h2').textContent(), 'Hub')
  assert.match((await page.locator('.map-said').textContent()) ?? '', /^Hub\./)

  const neighbours = await page.locator('.map-card li').allTextContents()
  const visited = new Set<string>()
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
    await view.press('Home')
    await view.press(key)
    visited.add(query(page).get('note') ?? '')
  }
  visited.delete('hub')
  assert.ok(visited.size > 0)
  const names = [...visited].map((slug) => slug.split('/').at(-1)?.replace('-', ' '))
  for (const name of names) assert.ok(neighbours.includes(name ?? ''), name)

  // The address follows when the map has come to rest; a map that never rested says nothing of where it stands.
  await page.waitForFunction(() => new URLSearchParams(location.search).has('at'))
  await view.press('0')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('at') === '0.5,0.5,1')
  await view.press('+')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('at')?.startsWith('0.5,0.5,0.'))
  const at = query(page).get('at')
  await page.reload()
  await page.locator('.map[data-ready=""]').waitFor({state: 'attached'})
  assert.equal(query(page).get('at'), at)

  await view.focus()
  await view.press('Home')
  await view.press('Enter')
  await page.waitForURL(`${url}hub/`)
  assert.deepEqual(faults(), [])
  await putAway(page)
})

test('Escape lets a note go, and leaves the map by Tab', async () => {
  const {page} = await open('?note=hub')
  assert.ok(await page.locator('.map-card').isVisible())
  const view = page.locator('.map-view')
  await view.focus()
  await view.press('Escape')
  assert.ok(await page.locator('.map-card').isHidden())
  assert.equal(query(page).get('note'), null)
  await view.press('Tab')
  assert.ok(await page.locator('.map-zoom button').first().evaluate((button) => button === document.activeElement))
  await putAway(page)
})

test('searching finds notes by their titles; Enter goes to one', async () => {
  const {page} = await open()
  const input = page.locator('.map [name=find]')
  await input.fill('BETA 3')
  assert.deepEqual(await page.locator('.map-found li').allTextContents(), ['beta 3'])
  assert.equal(await input.getAttribute('aria-expanded'), 'true')
  assert.deepEqual(await rows(page), ['beta 3'])
  await input.press('Enter')
  assert.equal(query(page).get('note'), 'beta/beta-3')
  assert.equal(query(page).get('find'), null)
  assert.equal(await page.locator('.map-card h2').textContent(), 'beta 3')
  await putAway(page)
})

test('the card tells what the note says, and goes on along its links', async () => {
  const {page} = await open('?note=alpha/alpha-3')
  await page.locator('.map-says', {hasText: 'A note of alpha, which says 3.'}).waitFor()
  await page.locator('.map-card li button').first().click()
  assert.notEqual(query(page).get('note'), 'alpha/alpha-3')
  await putAway(page)
})

test('pointing at a note shows its preview', async () => {
  const {page} = await open('?note=hub')
  const box = await page.locator('.map-view').boundingBox()
  assert.ok(box)
  await page.waitForTimeout(300)
  // The note that is looked at stands in the middle of what the card leaves free.
  const hub = [box.x + box.width / 2 - 160, box.y + box.height / 2] as const
  await page.locator('.map-away').click()
  await page.mouse.move(hub[0] + 1, hub[1])
  await page.mouse.move(...hub)
  await page.locator('.map-card:not(.is-held) .glimpse a.internal-link', {hasText: 'alpha 0'}).waitFor()
  assert.equal(await page.locator('.map-card li button').count(), 0)
  await page.mouse.move(box.x + 4, box.y + 4)
  await page.locator('.map-card').waitFor({state: 'hidden'})
  await putAway(page)
})

test('the legend leaves a group alone, and colours may say something else', async () => {
  const {page} = await open()
  const groups = page.locator('.map-legend button')
  assert.equal(await groups.count(), 2)
  await groups.first().click()
  const community = query(page).get('community')
  assert.ok(community)
  assert.ok((await counted(page)) < 13)
  await groups.first().click()
  assert.equal(await counted(page), 13)
  await page.locator('[name=colour]').selectOption('kind')
  assert.deepEqual((await page.locator('.map-legend button span').allTextContents()).sort(), ['idea', 'tool'])
  assert.equal(query(page).get('colour'), 'kind')
  await putAway(page)
})

test('a click on a note opens it; on a phone a tap shows it first', async () => {
  const wide = await open('?note=hub')
  const box = await wide.page.locator('.map-view').boundingBox()
  assert.ok(box)
  // The note that is looked at stands in the middle of what the card leaves free.
  await wide.page.waitForTimeout(300)
  await wide.page.mouse.click(box.x + box.width / 2 - 160, box.y + box.height / 2)
  await wide.page.waitForURL(`${url}hub/`)
  await putAway(wide.page)

  const {page} = await open('?note=hub', {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true})
  const stage = page.locator('.map-view')
  await stage.scrollIntoViewIfNeeded()
  await page.waitForTimeout(300)
  const narrow = await stage.boundingBox()
  assert.ok(narrow)
  await page.locator('.map-away').tap()
  const hub = [narrow.x + narrow.width / 2, narrow.y + narrow.height * 0.28] as const
  await page.touchscreen.tap(...hub)
  await page.locator('.map-card').waitFor()
  assert.ok(page.url().startsWith(graph))
  assert.ok(query(page).get('note'))
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
  await putAway(page)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the map is accessible in the ${colorScheme} theme, as a picture and with a note`, async () => {
    const {page} = await open('?note=hub', {colorScheme})
    await page.locator('.map-filters summary').click()
    await page.locator('.map-says', {hasText: 'The middle'}).waitFor()
    assert.deepEqual(await axeFinds(page, {within: '.map'}), [])
    await putAway(page)
  })
}

test('a change of theme changes the picture at once', async () => {
  const {page} = await open()
  // Of the picture as it is seen, notes, links and names: most of it is paper.
  const brightness = async () => (await sharp(await page.locator('.map-live').screenshot()).stats()).channels[0]?.mean ?? 0
  const light = await brightness()
  assert.ok(light > 200, `${light}`)
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark'
  })
  for (let tries = 0; (await brightness()) > 60; tries += 1) {
    assert.ok(tries < 40, 'the picture is as light as before')
    await page.waitForTimeout(200)
  }
  await putAway(page)
})

test('nothing on the page moves when the map comes to life, wide or on a phone', async () => {
  for (const viewport of [{width: 1280, height: 900}, {width: 390, height: 844}]) {
    const {page} = await listen(moving, {viewport})
    await countShifts(page)
    await page.goto(graph)
    const legend = page.locator('.map-legend')
    const before = await legend.boundingBox()
    await page.locator('.map[data-ready=""]').waitFor({state: 'attached'})
    assert.equal((await legend.boundingBox())?.y, before?.y)
    assert.equal(await shiftOf(page), 0)
    await putAway(page)
  }
})

test('pulling moves the map, and its names and links come back when the hand lets go', async () => {
  const {page} = await open()
  const box = await page.locator('.map-view').boundingBox()
  assert.ok(box)
  const [x, y] = [box.x + box.width / 2, box.y + 20]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y + 40)
  await page.locator('.map-over').waitFor({state: 'hidden'})
  await page.mouse.up()
  await page.locator('.map-over').waitFor({state: 'visible'})
  await page.waitForFunction(() => new URLSearchParams(location.search).has('at'))
  const [atX = 0, atY = 0, ratio] = (query(page).get('at') ?? '').split(',').map(Number)
  assert.ok(atX < 0.5 && atY > 0.5 && ratio === 1)
  await putAway(page)
})
