/** The places of a garden as readers use them: the explorer, sheets on phones, lists in other orders, what changed, the lost page. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {leave, listen, openBrowser, putAway, visit} from './pages.ts'
import {site, vault} from './support.ts'

const browser = await openBrowser()
const garden = vault({
  'Alpha/One.md': '---\ndescription: The first of all.\nupdated: 2026-01-05\ncreated: 2026-01-05\nstatus: budding\n---\n\n## Part\n\nSee [[Two]] and [[Deep]].[^1]\n\n[^1]: A word on the side.\n',
  'Alpha/Two.md': '---\nupdated: 2026-03-01\ncreated: 2026-01-01\n---\n\nSee [[Deep]].\n',
  'Alpha/Within/Deep.md': '---\nupdated: 2026-02-01\n---\n\nBack to [[One]].\n',
  'Beta/Other.md': '---\norder: 1\ntags: [topic/tea]\n---\n\nAlone.\n',
  'Beta/Another.md': '---\ntags: [topic/tea]\n---\n\nAlone too, see [[Deep]].\n'
})
const {url} = await site(garden)
const phone = {viewport: {width: 390, height: 844}, hasTouch: true}

test('the explorer holds the whole tree, marks the page, and stays as it was left', async () => {
  const {page, complaints} = await visit(browser, {viewport: {width: 1440, height: 900}})
  await page.goto(`${url}alpha/one/`)
  const tree = page.locator('#explorer')
  await tree.locator('button[aria-label="Beta"]').click()
  assert.deepEqual(await tree.locator('[aria-current=page]').allInnerTexts(), ['One'])
  assert.deepEqual(await tree.locator('.twigs > li:nth-child(2) > ul > li').allInnerTexts(), ['Other', 'Another'])

  await tree.getByRole('link', {name: 'Another'}).click()
  await page.waitForURL(`${url}beta/another/`)
  await tree.locator('button[aria-label="Alpha"]').click()
  await tree.locator('button[aria-label="Within"]').click()
  await page.goto(`${url}notes/`)
  await tree.locator('button[aria-label="Within"]').waitFor()
  const open = await tree.locator('[aria-expanded=true]').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))
  assert.deepEqual(open, ['Alpha', 'Within', 'Beta'])
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('arrow keys walk the explorer', async () => {
  const {page} = await visit(browser, {viewport: {width: 1440, height: 900}})
  await page.goto(`${url}alpha/one/`)
  await page.locator('#explorer button[aria-label="Alpha"]').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await page.locator('#explorer .twigs > li:last-child > a').focus()
  const walked: unknown[] = []
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key)
    walked.push(await focused())
  }
  assert.deepEqual(walked, ['Beta', 'Other', 'Another', 'Beta', 'Beta', 'Two'])
  await leave(page)
})

test('a tree that was put away stays away on the next page', async () => {
  const {page} = await visit(browser, {viewport: {width: 1440, height: 900}})
  await page.goto(`${url}alpha/one/`)
  await page.locator('label:has(#tree-switch)').click()
  assert.equal(await page.locator('#explorer').isVisible(), false)
  await page.goto(`${url}alpha/two/`)
  assert.equal(await page.locator('#explorer').isVisible(), false)
  await page.locator('label:has(#tree-switch)').click()
  assert.equal(await page.locator('#explorer').isVisible(), true)
  await leave(page)
})

for (const javaScriptEnabled of [true, false]) {
  test(`sheets open by a thumb ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const {page, complaints} = await visit(browser, {...phone, javaScriptEnabled})
    await page.goto(`${url}alpha/one/`)
    for (const id of ['explorer', 'contents']) {
      assert.equal(await page.locator(`#${id}`).isVisible(), false)
      await page.locator(`.thumb [popovertarget=${id}]`).tap()
      assert.equal(await page.locator(`#${id} a`).first().isVisible(), true)
      await page.locator(`#${id} .sheet-head button`).tap()
      assert.equal(await page.locator(`#${id}`).isVisible(), false)
    }
    await page.locator('.thumb [popovertarget=contents]').tap()
    await page.locator('#contents a[href="#part"]').tap()
    assert.match(page.url(), /#part$/)
    if (javaScriptEnabled) assert.equal(await page.locator('#contents').isVisible(), false)
    assert.deepEqual(complaints, [])
    await leave(page)
  })
}

test('what links to a note comes up in a sheet, once', async () => {
  const {page} = await visit(browser, phone)
  await page.goto(`${url}alpha/one/`)
  for (let round = 0; round < 2; round++) {
    await page.locator('.thumb a[href="#linked-from"]').tap()
    assert.equal(await page.locator('.links-sheet').getByRole('link', {name: 'Deep'}).first().isVisible(), true)
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('.links-sheet').isVisible(), false)
  }
  assert.equal(await page.locator('#linked-from').count(), 1)
  await leave(page)
})

test('without JavaScript the tree is a page', async () => {
  const {page} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${url}notes/tree/`)
  await page.locator('main').getByText('Within', {exact: true}).click()
  await page.locator('main').getByRole('link', {name: 'Deep', exact: true}).click()
  await page.waitForURL(`${url}alpha/within/deep/`)
  await leave(page)
})

test('what changed stands by day, newest first, and says what is new', async () => {
  const {page} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${url}recent/`)
  assert.deepEqual(await page.locator('main h2').allInnerTexts(), ['1 Mar 2026', '1 Feb 2026', '5 Jan 2026'])
  assert.deepEqual(await page.locator('main .index .aside').allInnerTexts(), ['changed', 'changed'])
  // Where all of a day is new, the day says it once.
  assert.deepEqual(await page.locator('main .band header p').allInnerTexts(), ['1 note', '1 note', '1 new note'])
  await leave(page)
})

test('a list of notes stands in the order that a reader asks for', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}tags/topic/tea/`)
  assert.equal(await page.locator('[data-sorts]').isVisible(), true)
  await page.goto(`${url}alpha/`)
  const names = () => page.locator('main .index > li > a').allInnerTexts()
  const facts = () => page.locator('main .index .aside').allInnerTexts()
  assert.deepEqual(await names(), ['One', 'Two'])
  await page.getByRole('button', {name: 'Last changed'}).click()
  assert.deepEqual([await names(), await facts()], [['Two', 'One'], ['1 Mar 2026', '5 Jan 2026']])
  await page.getByRole('button', {name: 'By name'}).click()
  assert.deepEqual(await names(), ['One', 'Two'])
  await page.getByRole('button', {name: 'Most linked'}).press('Enter')
  assert.deepEqual(await facts(), ['1 link', '1 link'])
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('an address that leads nowhere is told, with the nearest name and a search for it', async () => {
  const {page} = await visit(browser)
  await page.goto(`${url}alpha/onne/`)
  await page.locator('main .index a').first().waitFor()
  assert.match(await page.locator('.asked').innerText(), /alpha\/onne/)
  assert.equal(await page.locator('main .index a').first().innerText(), 'One')
  await page.locator('main [data-search]').click()
  assert.equal(await page.locator('dialog.palette input').inputValue(), 'onne')
  await leave(page)
})

test('a stage of growth explains itself, without JavaScript', async () => {
  const {page} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${url}alpha/one/`)
  await page.getByRole('button', {name: 'Budding'}).click()
  assert.equal(await page.locator('#growth [aria-current] dd').isVisible(), true)
  await leave(page)
})

test('a footnote stands beside the text, moves nothing, and is there once for those who listen', async () => {
  const {page, complaints} = await listen(browser, {viewport: {width: 1440, height: 900}})
  await page.goto(`${url}alpha/one/`)
  const beside = page.locator('.sidenotes .sn')
  await beside.waitFor()
  assert.equal((await beside.innerText()).replace(/\s+/g, ' '), '1 A word on the side.')
  const [text, note] = await Promise.all([page.locator('.prose > p').first().boundingBox(), beside.boundingBox()])
  assert.ok(text && note && note.x >= text.x + text.width)
  assert.equal(await page.getByText('A word on the side.').and(page.locator('[aria-hidden] *')).count(), 1)
  await page.setViewportSize({width: 700, height: 900})
  assert.equal(await beside.isVisible(), false)
  assert.equal(await page.locator('.footnotes').isVisible(), true)
  assert.deepEqual(complaints, [])
  await putAway(page)
})
