/** The browser's word on hostile HTML and drawings: nothing of them runs, and nothing asks another site (hazards 29 and 38). */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Page} from 'playwright'
import {cleanSvg} from '../../src/garden/svg.ts'
import {growFiles} from '../garden/support.ts'
import {vectors} from '../hostile/html.ts'
import {hostileDiagrams} from '../hostile/mermaid.ts'
import {drawings} from '../hostile/svg.ts'
import {openBrowser} from './pages.ts'

const browser = await openBrowser()

/** A page that tells of everything that ran and every address that was asked. */
async function tripwire(): Promise<{page: Page; tripped: string[]; asked: string[]}> {
  const page = await browser.newPage()
  const tripped: string[] = []
  const asked: string[] = []
  await page.exposeFunction('trip', () => tripped.push('a payload'))
  page.on('dialog', (dialog) => {
    tripped.push('a dialog')
    void dialog.dismiss()
  })
  page.on('popup', () => tripped.push('a window'))
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() && /^(?:javascript|data|blob):/.test(frame.url())) tripped.push(frame.url())
  })
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url.startsWith('https://garden.example/')) return route.fulfill({contentType: url.endsWith('.svg') ? 'image/svg+xml' : 'text/html', body: shown.get(url) ?? ''})
    asked.push(url)
    return route.abort()
  })
  return {page, tripped, asked}
}

/** What the server of the tests serves, by address. */
const shown = new Map<string, string>()

/** The state that a page is in when all that could have run has run. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('*')) {
      for (const name of ['click', 'mouseover', 'pointerenter', 'focus', 'wheel', 'toggle', 'input', 'animationstart', 'load', 'error']) {
        if (name !== 'click' || !element.closest('a[href^="http"], a[href^="mailto"], a[href^="/"]')) element.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}))
      }
    }
  })
  await page.waitForTimeout(200)
}

test('the tripwire trips', async () => {
  const {page, tripped} = await tripwire()
  shown.set('https://garden.example/trips', '<!doctype html><img src="x" onerror="trip()"><b onclick="trip()">a</b>')
  await page.goto('https://garden.example/trips')
  await settle(page)
  assert.ok(tripped.length >= 2)
  await page.close()
})

test(`nothing runs of ${vectors.length} hostile notes on one page, under either trust`, async () => {
  for (const trust of ['author', 'contributors'] as const) {
    const files = new Map(vectors.map((written, index): [string, string] => [`v${index}.md`, written]))
    const garden = await growFiles(files, {trust, remote: {frames: 'keep'}})
    const bodies = garden.pages.map(({html, backlinks, description}) => `<article>${html}${backlinks.flatMap(({mentions}) => mentions.map((mention) => mention.html)).join('')}<p>${description.replace(/[&<>]/g, ' ')}</p></article>`)
    const {page, tripped} = await tripwire()
    shown.set('https://garden.example/notes', `<!doctype html><meta charset="utf-8"><title>Notes</title><style>${garden.pages.map(({css}) => css).join('')}</style>${bodies.join('\n')}<p id="end">The end</p>`)
    await page.goto('https://garden.example/notes')
    await settle(page)
    assert.deepEqual(tripped, [])
    assert.equal(await page.locator('script, object, embed, base, svg, :not(.katex-mathml) > math, form, link, article style').count(), 0)
    assert.equal(await page.locator('#end').count(), 1, 'no note swallows what follows it')
    assert.equal(await page.locator('article').count(), garden.pages.length, 'no note breaks out of its place')
    assert.deepEqual(await page.evaluate(() => [...document.links].map((link) => link.protocol).filter((protocol) => !/^(?:https?|mailto|tel|obsidian|ftp):$/.test(protocol))), [])
    await page.close()
  }
})

test(`nothing runs or is fetched of ${drawings.length} hostile drawings, each opened by itself`, async () => {
  const {page, tripped, asked} = await tripwire()
  for (const [index, drawing] of drawings.entries()) {
    const clean = cleanSvg(drawing)
    if (clean === undefined) continue
    const address = `https://garden.example/${index}.svg`
    shown.set(address, clean)
    await page.goto(address)
    await page.waitForTimeout(20)
    assert.deepEqual([tripped, asked], [[], []], drawing)
  }
  await page.close()
})

test(`nothing runs or is fetched of ${hostileDiagrams.length} hostile diagrams, in their notes, on pages of their own and as pictures`, async () => {
  const files = new Map(hostileDiagrams.map(([, source], index): [string, string] => [`d${index}.md`, `~~~~mermaid\n${source}\n~~~~\n`]))
  const garden = await growFiles(files, {trust: 'contributors', diagrams: {autoLink: true}})
  assert.equal(garden.pages.length, hostileDiagrams.length)
  const failed = garden.diagnostics.filter(({rule}) => rule === 'diagram-syntax').length
  assert.equal(garden.diagrams.length + failed, hostileDiagrams.length, 'each is drawn or told of')
  const bodies = [...garden.pages, ...garden.diagrams].map(({html, css}) => `<article>${html}<style>${css}</style></article>`)
  const pictures = garden.diagrams.map(({drawing}) => `<article>${drawing}</article>`)
  const {page, tripped, asked} = await tripwire()
  shown.set('https://garden.example/diagrams', `<!doctype html><meta charset="utf-8"><title>Diagrams</title>${[...bodies, ...pictures].join('\n')}<p id="end">The end</p>`)
  await page.goto('https://garden.example/diagrams')
  await settle(page)
  assert.deepEqual([tripped, asked], [[], []])
  assert.equal(await page.locator('article').count(), bodies.length + pictures.length, 'no diagram breaks out of its place')
  assert.equal(await page.locator('#end').count(), 1)
  assert.equal(await page.locator('article :is(script, object, embed, base, iframe, form, input, img, image, use, animate, set, [style])').count(), 0)
  await page.close()
})
