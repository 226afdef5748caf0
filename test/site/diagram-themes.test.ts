/** Drawings in a browser: their colours in both themes, their links for keyboards and screen readers, the site's policy. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {corpus} from '../corpus.ts'
import {contrasts, hideText, type Read} from './contrast.ts'
import {drawingsPage} from './drawings-page.ts'
import {makeRoom} from './shot.ts'
import {listen, openBrowser} from './pages.ts'

/** Contrast that WCAG 2 asks of text for level AA. */
const readable = 4.5

const browser = await openBrowser()
const html = await drawingsPage()
const usual = {width: 1700, height: 1300}
const {page, complaints} = await listen(browser, {viewport: usual})
await page.route('http://localhost/', (route) => route.fulfill({contentType: 'text/html', body: html}))
await page.goto('http://localhost/')
await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())))
await hideText(page)

/** Show one drawing, or all. */
async function show(name?: string): Promise<void> {
  await page.evaluate((only) => {
    for (const figure of document.querySelectorAll('figure')) figure.style.display = only === undefined || figure.id === only ? '' : 'none'
  }, name)
}

async function readAll(colorScheme: 'light' | 'dark'): Promise<Map<string, Read[]>> {
  await page.emulateMedia({colorScheme})
  const found = new Map<string, Read[]>()
  for (const name of corpus.keys()) {
    await show(name)
    const drawing = page.locator(`#${name} svg`).first()
    const {width, height} = (await drawing.boundingBox()) ?? usual
    // With what stands around it.
    await makeRoom(page, {width: width + 100, height: height + 200}, usual)
    found.set(name, await contrasts(drawing))
  }
  await show()
  return found
}

const themes = new Map([['light', await readAll('light')], ['dark', await readAll('dark')]])

for (const [theme, found] of themes) {
  for (const [name, texts] of found) {
    test(`all text of ${name} can be read on ${theme} paper`, () => {
      assert.ok(texts.length > 0)
      assert.deepEqual(texts.filter(({ratio}) => ratio < readable).map(({text, ratio}) => `${text}: ${ratio.toFixed(1)}`), [])
    })
  }
}

test('a line that was measured as one is never broken, however a machine rounds its letters', async () => {
  const modes = await page.locator('.lb .ln').evaluateAll((lines) => lines.map((line) => [line.closest('.lb-w') ? 'wide' : 'one line', getComputedStyle(line).getPropertyValue('text-wrap-mode')].join(': ')))
  assert.deepEqual([...new Set(modes)].sort().filter((mode) => mode !== 'wide: wrap'), ['one line: nowrap'])
})

test('drawings ask nothing and break no policy', () => assert.deepEqual(complaints, []))

test('what an author linked is a tab stop with a name', async () => {
  const drawing = page.locator('#flowchart-titles svg').first()
  const snapshot = await drawing.ariaSnapshot()
  assert.match(snapshot, /^- '?document "Flowchart: 3 items, 2 groups, 3 connections/)
  const names = ['Edge', 'Bounded Context', 'retried', 'Saga']
  for (const name of names) assert.match(snapshot, new RegExp(`- link "${name}"`))

  await drawing.evaluate((svg) => {
    svg.closest('figure')?.setAttribute('tabindex', '-1')
    svg.closest('figure')?.focus()
  })
  const stops: string[] = []
  while (stops.length < names.length) {
    await page.keyboard.press('Tab')
    stops.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''))
  }
  assert.deepEqual(stops.toSorted(), names.toSorted())
})

test('every link of a drawing has a name for screen readers, and every drawing has one too', async () => {
  for (const name of corpus.keys()) {
    const drawing = page.locator(`#${name} svg`).first()
    assert.match((await drawing.getAttribute('aria-label')) ?? '', /\S/, name)
    const snapshot = await drawing.ariaSnapshot()
    assert.doesNotMatch(snapshot, /- link(?: \[[^\]]*\])*:?$/m, name)
  }
})
