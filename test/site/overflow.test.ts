/** Nothing is wider than the window: every page at the narrowest and a wide one, a page of each kind at all widths. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {kindsOfPages} from './kinds.ts'
import {listen, openBrowser, putAway} from './pages.ts'
import {ownVault, pathsOf, site, vault} from './support.ts'

const browser = await openBrowser({still: true})
const own = await site(ownVault)

/** Notes that are harder to set than ours: long words, wide tables and formulas, other directions. */
const hard = await site(
  vault({
    [`${'Wide'.repeat(25)}.md`]: `---\ntags: [${'long'.repeat(20)}/${'deep'.repeat(15)}]\nkey_${'x'.repeat(80)}: ${'value'.repeat(40)}\n---\n\n## ${'Heading'.repeat(20)}\n\n${'word'.repeat(60)} \`${'code'.repeat(60)}\` https://example.org/${'path/'.repeat(40)}\n\n| ${'a | '.repeat(30)}\n| ${'- | '.repeat(30)}\n| ${'cell | '.repeat(30)}\n\n$$${'x + '.repeat(80)}y$$\n\n\`\`\`\n${'line '.repeat(80)}\n\`\`\`\n\n> [!question]- ${'Why'.repeat(60)}\n> ${'Because'.repeat(60)}\n\n![[${'missing'.repeat(20)}.png]] [[שלום]]\n`,
    'שלום.md': `---\naliases: [${'שלום'.repeat(30)}]\n---\n\n${'שלום'.repeat(60)}\n\n- ${'ארוך'.repeat(40)}\n- word\n\n[[${'Wide'.repeat(25)}]]\n`
  })
)

/** Sheets that a page asks for, as it does. */
function sheets(html: string): string {
  return html.match(/<link rel="stylesheet"[^>]*>/g)?.join('') ?? ''
}

/** Addresses of pages that show something, those with the same sheets one after another: those that only lead on have no layout. */
function pages({url, folder}: {url: string; folder: string}): string[] {
  return pathsOf(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({path, html: readFileSync(join(folder, path), 'utf8')}))
    .filter(({html}) => !html.includes('http-equiv="refresh"'))
    .map(({path, html}) => ({address: new URL(path.replace(/(?:^|\/)index\.html$/, (found) => found.slice(0, found.startsWith('/') ? 1 : 0)), url).href, by: sheets(html)}))
    .sort((one, other) => one.by.localeCompare(other.by))
    .map(({address}) => address)
}

/**
 * What reaches out of a frame as wide as a window, and by how much, on each page at each width; scrolling boxes hold what is in them.
 *
 * Layout alone is looked at, in one frame that nobody sees, without scripts. Pages whose heads ask for the same sheets take turns in
 * one document: to read sheets and faces anew for each of them takes four times as long as to lay it out.
 */
async function measured({addresses, widths}: {addresses: readonly string[]; widths: readonly number[]}): Promise<string[]> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin')
  Object.assign(frame.style, {position: 'fixed', inset: '0 auto auto 0', maxInlineSize: 'none', blockSize: '800px', border: '0', visibility: 'hidden'})
  document.body.replaceChildren(frame)

  function beyond(page: Document, width: number): string[] {
    const {clientWidth, scrollWidth} = page.documentElement
    if (clientWidth !== width) return [`the frame is ${clientWidth} wide`]
    if (scrollWidth <= width) return []
    const out = [...page.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > width + 1 || each.getBoundingClientRect().left < -1)
    return out.slice(0, 3).map((each) => `${each.tagName.toLowerCase()}.${each.getAttribute('class')}`).concat(`${scrollWidth} > ${width}`)
  }

  /** The document at an address, all of it laid out: what waits until it is near could be too wide as well. */
  async function open(address: string): Promise<Document> {
    // Without a box nothing is laid out before it is all there.
    frame.style.display = 'none'
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}))
    frame.contentWindow?.location.replace(address)
    await loaded
    const page = frame.contentDocument
    const realm = page?.defaultView
    if (!page || !realm || page.URL !== address) throw new Error(`${address} does not open`)
    const sheet = new realm.CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    page.adoptedStyleSheets = [sheet]
    frame.style.inlineSize = `${widths[0]}px`
    frame.style.display = 'block'
    return page
  }

  function takeOver(from: Element, to: Element): void {
    for (const name of to.getAttributeNames()) to.removeAttribute(name)
    for (const {name, value} of from.attributes) to.setAttribute(name, value)
  }

  /** With its faces and pictures, as they have sizes. */
  async function whole(page: Document): Promise<void> {
    page.body.getBoundingClientRect()
    await page.fonts.ready
    const pictures = [...page.images].filter(({complete, loading}) => !complete && loading !== 'lazy')
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})))
  }

  const found: string[] = []
  let shown: {page: Document; head: string} | undefined
  let coming = fetch(addresses[0] ?? '')
  for (const [index, address] of addresses.entries()) {
    const html = await (await coming).text()
    coming = fetch(addresses[index + 1] ?? address)
    // By the parser of the page that is shown: what it keeps out by its policy, and shows where no script runs, counts for this page too.
    const {DOMParser: Parser} = frame.contentWindow as Window & typeof globalThis
    const read = new Parser().parseFromString(html, 'text/html')
    const head = [...read.querySelectorAll('head :is(link[rel~=stylesheet], style, meta[http-equiv], base)')].map(({outerHTML}) => outerHTML).join('')
    if (shown?.head === head) {
      frame.style.inlineSize = `${widths[0]}px`
      takeOver(read.documentElement, shown.page.documentElement)
      shown.page.body.replaceWith(shown.page.adoptNode(read.body))
    } else shown = {page: await open(address), head}
    await whole(shown.page)

    for (const width of widths) {
      frame.style.inlineSize = `${width}px`
      const out = beyond(shown.page, width)
      if (out.length > 0) found.push(`${address} at ${width}: ${out.join(', ')}`)
    }
  }
  return found
}

async function overflowing(addresses: readonly string[], widths: readonly number[], {planted}: {planted?: string} = {}): Promise<string[]> {
  const {page} = await listen(browser, {viewport: {width: Math.max(...widths), height: 800}})
  if (planted !== undefined) {
    await page.route('**/planted/page', (route) => route.fulfill({contentType: 'text/html', body: planted}))
    await page.route('**/planted/head', (route) => route.fulfill({contentType: 'text/html', body: planted.replace(/(?<=<\/style>).*/s, '')}))
  }
  // A page may be framed by its own site alone.
  await page.goto(new URL('/404.html', addresses[0]).href)
  const found = await page.evaluate(measured, {addresses, widths})
  await putAway(page)
  return found
}

/** The garden's pages are looked at in parts: all of them together take longer than a test may. */
const parts = 4

const all = pages(own)

test('the garden has pages to look at', () => assert.ok(all.length > 300))

test('what is too wide is found: at the width where it is, behind a script, and far below', async () => {
  const [before, address] = ['head', 'page'].map((name) => `${own.url}planted/${name}`) as [string, string]
  const head = '<!doctype html><meta charset="utf-8"><style>body { margin: 0 } .box, .also { inline-size: 100px; block-size: 9px }'
  const plants: readonly (readonly [body: string, ...widths: number[]])[] = [
    [`${head}</style><div class="box">`],
    [`${head} @media (max-width: 320px) { .box { inline-size: 330px } }</style><div class="box">`, 320],
    [`${head} @media (min-width: 1440px) { .box { inline-size: 1450px } }</style><div class="box">`, 1440],
    [`${head} .far { content-visibility: auto; contain-intrinsic-size: 10px } .far .box { inline-size: 400px }</style><div style="block-size: 9000px"></div><div class="far" style="contain: none"><div class="box">`, 320],
    [`${head}</style><div class="box"></div><script>document.querySelector('.box').remove()</script><noscript><div class="also" style="inline-size: 2000px">`, 320, 1440]
  ]
  for (const [planted, ...expected] of plants) {
    for (const addresses of [[address], [before, address]]) {
      const found = await overflowing(addresses, [320, 1440], {planted})
      assert.deepEqual(found.map((each) => Number(/ at (\d+):/.exec(each)?.[1])), expected, planted)
    }
  }
})

for (let part = 0; part < parts; part += 1) {
  test(`no page of the garden is wider than a window of 320 or 1440 pixels: part ${part + 1} of ${parts}`, async () => {
    assert.deepEqual(await overflowing(all.filter((_, index) => index % parts === part), [320, 1440]), [])
  })
}

test('no kind of page is wider than any window', async () => {
  assert.deepEqual(await overflowing(kindsOfPages.map((path) => own.url + path), [320, 390, 768, 1024, 1440]), [])
})

test('notes that are hard to set are not wider than any window', async () => {
  assert.deepEqual(await overflowing(pages(hard), [320, 390, 768, 1024, 1440]), [])
})
