/** Nothing is wider than the window: every page at the narrowest and a wide one, a page of each kind at all widths. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {kindsOfPages} from './kinds.ts'
import {listen, openBrowser, ownVault, pathsOf, site, vault} from './support.ts'

const browser = await openBrowser()
const own = await site(ownVault)

/** Notes that are harder to set than ours: long words, wide tables and formulas, other directions. */
const hard = await site(
  vault({
    [`${'Wide'.repeat(25)}.md`]: `---\ntags: [${'long'.repeat(20)}/${'deep'.repeat(15)}]\nkey_${'x'.repeat(80)}: ${'value'.repeat(40)}\n---\n\n## ${'Heading'.repeat(20)}\n\n${'word'.repeat(60)} \`${'code'.repeat(60)}\` https://example.org/${'path/'.repeat(40)}\n\n| ${'a | '.repeat(30)}\n| ${'- | '.repeat(30)}\n| ${'cell | '.repeat(30)}\n\n$$${'x + '.repeat(80)}y$$\n\n\`\`\`\n${'line '.repeat(80)}\n\`\`\`\n\n> [!question]- ${'Why'.repeat(60)}\n> ${'Because'.repeat(60)}\n\n![[${'missing'.repeat(20)}.png]] [[שלום]]\n`,
    'שלום.md': `---\naliases: [${'שלום'.repeat(30)}]\n---\n\n${'שלום'.repeat(60)}\n\n- ${'ארוך'.repeat(40)}\n- word\n\n[[${'Wide'.repeat(25)}]]\n`
  })
)

/** Addresses of pages that show something: those that only lead on have no layout. */
function pages({url, folder}: {url: string; folder: string}): string[] {
  return pathsOf(folder)
    .filter((path) => path.endsWith('.html') && !readFileSync(join(folder, path), 'utf8').includes('http-equiv="refresh"'))
    .map((path) => new URL(path.replace(/(?:^|\/)index\.html$/, (found) => found.slice(0, found.startsWith('/') ? 1 : 0)), url).href)
}

/** What reaches out of the window on a page, and by how much; scrolling boxes hold what is in them. */
function beyond(): string[] {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  const out = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > width + 1 || each.getBoundingClientRect().left < -1)
  return out.slice(0, 3).map((each) => `${each.tagName.toLowerCase()}.${each.getAttribute('class')}`).concat(`${document.documentElement.scrollWidth} > ${width}`)
}

/** A constructed sheet needs no event to be told that it is there: without scripts none may come. */
function layOutAll(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
}

async function overflowing(addresses: readonly string[], widths: readonly number[]): Promise<string[]> {
  // Layout alone is looked at: without scripts a page takes a fraction of the time.
  const {page} = await listen(browser, {javaScriptEnabled: false, viewport: {width: widths[0] ?? 320, height: 800}})
  const found: string[] = []
  for (const address of addresses) {
    await page.goto(address, {waitUntil: 'load'})
    // What waits to be laid out until it is near could be too wide as well.
    await page.evaluate(layOutAll)
    for (const width of widths) {
      await page.setViewportSize({width, height: 800})
      const out = await page.evaluate(beyond)
      if (out.length > 0) found.push(`${address} at ${width}: ${out.join(', ')}`)
    }
  }
  await page.context().close()
  return found
}

/** The garden's pages are looked at in parts, two windows at once: all of them together take longer than a test may. */
const parts = 8

const all = pages(own)

test('the garden has pages to look at', () => assert.ok(all.length > 300))

for (let part = 0; part < parts; part += 2) {
  test(`no page of the garden is wider than a window of 320 or 1440 pixels: part ${part / 2 + 1} of ${parts / 2}`, async () => {
    const shares = [part, part + 1].map((share) => all.filter((_, index) => index % parts === share))
    assert.deepEqual((await Promise.all(shares.map((share) => overflowing(share, [320, 1440])))).flat(), [])
  })
}

test('no kind of page is wider than any window', async () => {
  assert.deepEqual(await overflowing(kindsOfPages.map((path) => own.url + path), [320, 390, 768, 1024, 1440]), [])
})

test('notes that are hard to set are not wider than any window', async () => {
  assert.deepEqual(await overflowing(pages(hard), [320, 390, 768, 1024, 1440]), [])
})
