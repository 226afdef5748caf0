/** The search in a real browser: ways in, ways through, ways out, and what happens when it cannot work. */
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {gunzipSync} from 'node:zlib'
import type {Page, Route} from 'playwright'
import {indexProvider} from '../../src/client/search/provider.ts'
import {axeFinds} from './axe.ts'
import {leave, listen, type Listening, openBrowser, putAway, visit} from './pages.ts'
import {pathsOf, site, vault, type Files} from './support.ts'

const breaker = `---
kind: pattern
aliases: [Fuse]
tags: [topic/resilience, pattern]
---
Stop calling what fails.

## How it works

After a while it lets a few probes through.

\`\`\`mermaid
stateDiagram-v2
  accTitle: States of a breaker
  [*] --> Closed
  Closed --> Tripped: too many failures
\`\`\`

## Trade-offs

Flapping <script>alert("flap")</script> and \`<img src=x onerror=alert(1)>\` as words. ^costs
`

const files: Files = {
  'index.md': '---\ntags: [home]\n---\nWelcome to the garden of kettles.\n',
  'patterns/Circuit Breaker.md': breaker,
  'patterns/Retry.md': '---\ntags: [topic/resilience]\n---\nTry again after a failure, with jitter.\n',
  'tools/Kettle.md': '---\ntags: [topic/tea]\n---\nBoils water after a failure of the stove. A circuit and a breaker are in it.\n',
  'tools/Fuse box.md': 'Fuse fuse fuse: a box of them.\n',
  'tools/Words.md':
    '---\nkind: tool\nlevel: senior\ntags: [topic/words]\n---\nThe kube-proxy answers at /healthz. Written in C++ with @Transactional, it sends x-request-id, reads max.poll.interval.ms and is OOMKilled at p99.\nTLS 1.3, CI/CD, k8s, the behaviour of catalogues.\n\n## Code\n\n```yaml\nmaxReceiveCount: 5\n```\n\n> [!question]- Which one?\n> That one.\n',
  'Markup.md': '---\ntitle: \'<b onclick="alert(1)">Markup</b> & co\'\n---\nA title of characters.\n',
  'Stripes.md': '## Sources\n\nThe zebra, and zebra herds. A zebra book of zebra stripes.\n\n## Why they have them\n\nFlies do not find a zebra.\n',
  '限流.md': '---\ntags: [home]\n---\n限流保护服务不被过多请求压垮。\n\n## 令牌桶\n\n固定速率放入令牌,东京のデータセンター。\n',
  '熔断器.md': '失败过多时停止调用。败而不失。参见 [[限流]]。\n',
  ...Object.fromEntries(Array.from({length: 12}, (_, index) => [`many/Gadget ${index + 1}.md`, 'One gadget of many.\n'])),
  'Secret.md': '---\npublish: false\naliases: [qwxzalias]\ntags: [qwxztag]\n---\n# Qwxzheading\nqwxzbody\n'
}

const browser = await openBrowser()
const garden = vault(files)
const {url, folder} = await site(garden, {base: '/repo/'})

const options = '.hits [role="option"]'

async function ask(page: Page, query: string): Promise<void> {
  await page.goto(url)
  await page.keyboard.press('/')
  await page.keyboard.type(query)
}

/** What the list shows, once the search says how much it found. */
async function titles(page: Page, count: RegExp): Promise<string[]> {
  await page.locator('.count', {hasText: count}).waitFor()
  return page.locator('.hits [role="group"] > :first-child strong').allTextContents()
}

for (const [how, enter] of [
  ['the button', (page: Page) => page.locator('.bar .find').click()],
  ['the slash key', (page: Page) => page.keyboard.press('/')],
  ['Ctrl-K', (page: Page) => page.keyboard.press('Control+k')],
  ['⌘-K', (page: Page) => page.keyboard.press('Meta+k')]
] as const) {
  test(`${how} opens the search, which finds a note by its name, silently`, async () => {
    const {page, complaints} = await visit(browser)
    await page.goto(url)
    await enter(page)
    await page.keyboard.type('kettle')
    assert.deepEqual(await titles(page, /2 notes/), ['Kettle', 'index'])
    assert.equal(await page.locator('.hits mark').first().textContent(), 'Kettle')

    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}tools/kettle/`)
    assert.deepEqual(complaints, [])
    await leave(page)
  })
}

test('an address with ?q= opens the search on any page', async () => {
  const {page, complaints} = await visit(browser)
  for (const path of ['search/', 'patterns/retry/', '']) {
    await page.goto(`${url}${path}?q=jitter`)
    assert.deepEqual(await titles(page, /1 note/), ['Retry'], path)
  }
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a result opens at its heading, and a diagram at its figure', async () => {
  const {page, complaints} = await visit(browser)
  await ask(page, 'probes')
  await titles(page, /1 note/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}patterns/circuit-breaker/#how-it-works`)

  await page.keyboard.press('/')
  await page.keyboard.type('tripped')
  await titles(page, /1 note/)
  await page.locator('.hits .part').click()
  await page.waitForURL(`${url}patterns/circuit-breaker/#diagram-1`)
  assert.equal(await page.locator('dialog[open]').count(), 0)
  assert.ok(await page.locator('#diagram-1').isVisible())
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('another name of a note brings it first', async () => {
  const {page} = await visit(browser)
  await ask(page, 'fuse')
  assert.deepEqual(await titles(page, /2 notes/), ['Circuit Breaker', 'Fuse box'])
  await leave(page)
})

test('a switch narrows what was found, keeps the focus, and lets go again', async () => {
  const {page, complaints} = await visit(browser)
  await ask(page, 'failure')
  assert.equal((await titles(page, /3 notes/)).length, 3)
  const button = page.locator('.facets button', {hasText: 'topic/resilience'})
  assert.equal(await button.getAttribute('aria-pressed'), 'false')
  await button.click()
  assert.deepEqual((await titles(page, /2 notes/)).sort(), ['Circuit Breaker', 'Retry'])
  assert.equal(await page.locator('.ask input').inputValue(), 'failure tag:topic/resilience')
  assert.equal(await button.getAttribute('aria-pressed'), 'true')
  assert.ok(await button.evaluate((element) => element === document.activeElement))

  await page.keyboard.press('Enter')
  await titles(page, /3 notes/)
  assert.equal(await page.locator('.ask input').inputValue(), 'failure')
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('folders are there to narrow by, where kinds do not say the same', async () => {
  const {page} = await visit(browser)
  await ask(page, 'failure')
  await titles(page, /3 notes/)
  assert.equal(await page.locator('.facets [data-filter="path:patterns"]').count(), 0)
  await page.locator('.facets [data-filter="path:tools"]').click()
  assert.deepEqual(await titles(page, /1 note/), ['Kettle'])
  await leave(page)
})

async function opened(path: string): Promise<Listening> {
  const listening = await listen(browser)
  await listening.page.goto(url + path)
  return listening
}

let asking: Listening | undefined
for (const [query, found] of [
  ['kind:tool', ['Words']],
  ['tag:topic', ['Circuit Breaker', 'Kettle', 'Retry', 'Words']],
  ['#topic/tea', ['Kettle']],
  ['level:senior', ['Words']],
  ['path:tools failure', ['Kettle']],
  ['title:box', ['Fuse box']],
  ['has:diagram', ['Circuit Breaker']],
  ['has:cards', ['Words']],
  ['failure -jitter -breaker', []],
  ['-kind:pattern has:diagram', []],
  ['failure -jitter', ['Circuit Breaker', 'Kettle']],
  ['"few probes through"', ['Circuit Breaker']],
  ['"probes few"', []],
  ['kube-proxy', ['Words']],
  ['/healthz', ['Words']],
  ['healthz', ['Words']],
  ['C++', ['Words']],
  ['@Transactional', ['Words']],
  ['x-request-id', ['Words']],
  ['max.poll.interval.ms', ['Words']],
  ['poll interval', ['Words']],
  ['p99', ['Words']],
  ['CI/CD', ['Words']],
  ['k8s', ['Words']],
  ['OOMKilled', ['Words']],
  ['TLS 1.3', ['Words']],
  ['maxReceiveCount', ['Words']],
  ['receive count', ['Words']],
  ['behavior', ['Words']],
  ['catalog', ['Words']],
  ['probe', ['Circuit Breaker']],
  ['retries', ['Retry']]
] as const) {
  test(`“${query}” finds ${found.length === 0 ? 'nothing' : found.join(', ')}`, async () => {
    asking ??= await opened('search/')
    const {page, complaints} = asking
    // Emptied between, so that what is read is the answer to this.
    for (const [text, count] of [['', '.count:empty'], [query, '.count:not(:empty)']] as const) {
      await page.locator('main .ask input').fill(text)
      await page.locator(`main ${count}`).waitFor({state: 'attached'})
    }
    assert.deepEqual((await page.locator('main .hits [role="group"] > a:first-child strong').allTextContents()).sort(), found)
    assert.deepEqual(complaints, [])
  })
}

test('signs that an address writes otherwise are asked as they were meant', async () => {
  const {page, complaints} = await visit(browser)
  for (const [query, found] of [['C++', 'Words'], ['@Transactional', 'Words'], ['#topic/tea', 'Kettle'], ['"few probes through"', 'Circuit Breaker']] as const) {
    await page.goto(`${url}search/?q=${encodeURIComponent(query)}`)
    await page.locator('main .count:not(:empty)').waitFor()
    assert.deepEqual(await page.locator('main .hits [role="group"] > a:first-child strong').allTextContents(), [found], query)
  }
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('the page of the search keeps what is asked in its address, and reads it from there', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}search/?q=jitter`)
  const input = page.locator('main .ask input')
  await page.locator('main .count', {hasText: '1 note'}).waitFor()
  assert.equal(await input.inputValue(), 'jitter')
  await input.fill('stove kind:tool')
  await page.waitForURL(`${url}search/?q=stove+kind%3Atool`)
  await page.keyboard.press('Control+k')
  assert.ok(await input.evaluate((element) => element === document.activeElement))
  assert.equal(await page.locator('dialog[open]').count(), 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a misspelt word is mended, said to be so, and the right one is offered', async () => {
  const {page, complaints} = await visit(browser)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await ask(page, 'ketle')
  assert.deepEqual((await titles(page, /2 notes/))[0], 'Kettle')
  assert.match((await page.locator('.meant').textContent()) ?? '', /No note has “ketle”\. Did you mean kettle\?/)
  assert.equal(asked.filter((address) => address.includes('/pagefind/words/')).length, 1)
  await page.locator('.meant a').click()
  await page.locator('.meant').waitFor({state: 'hidden'})
  assert.equal(await page.locator('.ask input').inputValue(), 'kettle')
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('the vocabulary is not asked for while words are known', async () => {
  const {page} = await visit(browser)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await ask(page, 'kettle')
  await titles(page, /2 notes/)
  assert.deepEqual(asked.filter((address) => address.includes('/words/')), [])
  await leave(page)
})

test('one more letter never takes the right note away', async () => {
  const {page} = await visit(browser)
  await ask(page, 'circuit break')
  await titles(page, /note/)
  for (const letter of ['e', 'r']) {
    await page.keyboard.type(letter)
    await page.locator('.hits mark').first().waitFor()
    await page.waitForTimeout(150)
    assert.equal((await titles(page, /note/))[0], 'Circuit Breaker')
  }
  await leave(page)
})

test('a diagram is a result with its drawing, and wide screens show a closer look', async () => {
  const {page, complaints} = await listen(browser, {viewport: {width: 1440, height: 900}})
  await ask(page, 'tripped')
  const sketch = page.locator('.hits .part .sketch')
  await sketch.waitFor()
  assert.equal(await sketch.count(), 1)
  await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.hits .part .sketch')?.naturalWidth ?? 0) > 0)
  await page.locator('.glance h2', {hasText: 'Circuit Breaker'}).waitFor()
  assert.equal(await page.locator('.glance').getAttribute('aria-hidden'), 'true')
  await page.setViewportSize({width: 900, height: 800})
  assert.ok(await page.locator('.glance').isHidden())
  assert.deepEqual(complaints, [])
  await putAway(page)
})

test('the page that a search led to marks its words, until they are taken away', async () => {
  const {page, complaints} = await visit(browser)
  await ask(page, 'probes')
  await titles(page, /1 note/)
  await page.keyboard.press('Enter')
  await page.locator('.found-words', {hasText: '1 places marked'}).waitFor()
  assert.equal(page.url(), `${url}patterns/circuit-breaker/`)
  const count = () => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)
  assert.equal(await count(), 1)
  await page.locator('.found-words button').click()
  assert.equal(await count(), 0)
  assert.equal(await page.locator('.found-words').count(), 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('searches and notes of before stand in the empty palette, and are forgotten on request', async () => {
  const {page, complaints} = await visit(browser)
  await ask(page, 'jitter')
  await titles(page, /1 note/)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}patterns/retry/`)
  await page.goto(`${url}tools/`)
  await page.keyboard.press('/')
  await page.locator('.hits [data-fill="jitter"]').waitFor()
  assert.equal(await page.locator('.hits a', {hasText: 'Retry'}).getAttribute('href'), '/repo/patterns/retry/')
  await page.locator('.hits [data-fill="jitter"]').click()
  assert.deepEqual(await titles(page, /1 note/), ['Retry'])
  await page.locator('.ask input').fill('')
  await page.locator('.hits [data-act="forget"]').click()
  await page.locator('.hits [data-fill]').waitFor({state: 'detached'})
  assert.equal(await page.evaluate(() => localStorage.length), 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('headings of the page stand beside the notes', async () => {
  const {page} = await visit(browser)
  await page.goto(`${url}patterns/circuit-breaker/`)
  await page.keyboard.press('/')
  await page.keyboard.type('trade')
  await page.locator('.hits [aria-label="On this page"] a').click()
  await page.waitForURL(`${url}patterns/circuit-breaker/#trade-offs`)
  assert.equal(await page.locator('dialog[open]').count(), 0)
  await leave(page)
})

test('the list is walked through by keys, and the field keeps the focus', async () => {
  const {page} = await visit(browser)
  await ask(page, 'after')
  await titles(page, /3 notes/)
  const last = (await page.locator(options).count()) - 1
  const input = page.locator('.ask input')
  assert.equal(await input.getAttribute('aria-expanded'), 'true')

  const steps: readonly (readonly [key: string, place: number])[] = [['ArrowDown', 1], ['End', last], ['ArrowDown', 0], ['ArrowUp', last], ['Home', 0]]
  for (const [key, place] of steps) {
    await page.keyboard.press(key)
    assert.equal(await input.getAttribute('aria-activedescendant'), `kg-hits-${place}`, key)
    assert.equal(await page.locator('[aria-selected="true"]').getAttribute('id'), `kg-hits-${place}`, key)
    assert.ok(await input.evaluate((element) => element === document.activeElement), key)
  }

  await page.keyboard.press('Escape')
  assert.equal(await page.locator('dialog[open]').count(), 0)
  await leave(page)
})

test('Ctrl-Enter opens a result in a new tab and leaves the search as it is', async () => {
  const {page} = await visit(browser)
  await ask(page, 'jitter')
  await titles(page, /1 note/)
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Control+Enter')])
  await tab.waitForURL(`${url}patterns/retry/`)
  assert.equal(await page.locator('dialog[open]').count(), 1)
  await leave(page)
})

test('Enter waits for the answer to what was typed last', async () => {
  const {page} = await visit(browser)
  await ask(page, 'jitter')
  await titles(page, /1 note/)
  await page.locator('.ask input').fill('stove')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${url}tools/kettle/`)
  await leave(page)
})

test('an older answer never comes over a newer one', async () => {
  const {page} = await visit(browser)
  let first: Route | undefined
  await page.route('**/fragment/*', (route) => {
    if (first) return route.continue()
    first = route
    return undefined
  })
  await ask(page, 'stove')
  while (!first) await page.waitForTimeout(20)
  await page.locator('.ask input').fill('jitter')
  assert.deepEqual(await titles(page, /1 note/), ['Retry'])

  const late = page.waitForResponse('**/fragment/*')
  await first.continue()
  await (await late).finished()
  await page.waitForTimeout(100)
  assert.deepEqual(await titles(page, /1 note/), ['Retry'])
  await leave(page)
})

test('actions stand in the palette, and one without an address is done here', async () => {
  const {page, complaints} = await visit(browser)
  await ask(page, 'day night')
  await page.locator('.hits .act', {hasText: 'Change between day and night'}).waitFor()
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
  assert.equal(await theme(), undefined)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor({state: 'detached'})
  assert.notEqual(await theme(), undefined)
  assert.deepEqual(complaints, [])

  await page.keyboard.press('/')
  await page.locator('.ask input').fill('')
  await page.locator('.hits .act', {hasText: 'All notes'}).click()
  await page.waitForURL(`${url}notes/`)
  await leave(page)
})

test('words that no note has are said to be so, and an empty field says nothing', async () => {
  const {page, complaints} = await visit(browser)
  await ask(page, 'zzzzqq')
  assert.deepEqual(await titles(page, /No note/), [])
  await page.locator('.ask input').fill('')
  await page.locator('.count:empty').waitFor({state: 'attached'})
  assert.deepEqual(complaints, [])
  await leave(page)
})

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '</dialog><h1>x</h1>',
  '{{constructor.constructor("alert(1)")()}}',
  '__proto__',
  'constructor',
  '\u202Egnirts',
  '\u0000\uFFFF',
  '\uD800',
  '%00%ZZ',
  '(((((((((((',
  '.*+?^$(){}|[]\\',
  '"',
  '\'; DROP TABLE notes; --',
  '-kettle',
  '👩‍🔬🏳️‍🌈',
  'a\nb',
  'x'.repeat(10_000),
  'kettle '.repeat(700)
]

test('hostile queries do nothing, by key or by address', async () => {
  const {page, complaints} = await visit(browser)
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs += 1
    return dialog.dismiss()
  })

  for (const query of hostile) {
    await page.goto(`${url}?q=${encodeURIComponent(query.toWellFormed())}`)
    const input = page.locator('.ask input')
    assert.ok((await input.inputValue()).length <= 200)
    await input.fill(query)
    await page.locator('.count:not(:empty)').waitFor()
    assert.equal(await page.locator('h1').count(), 1)
    assert.equal(await page.locator('.palette :is(script, img)').count(), 0)
  }
  assert.equal(dialogs, 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('markup in notes is text in results', async () => {
  const {page, complaints} = await visit(browser)
  await ask(page, 'markup')
  assert.deepEqual(await titles(page, /1 note/), ['<b onclick="alert(1)">Markup</b> & co'])
  await page.locator('.ask input').fill('onerror')
  await page.locator('.hits', {hasText: '<img src=x onerror=alert(1)>'}).waitFor()
  assert.equal(await page.locator('.hits :is(script, img, b)').count(), 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

const garbage = (route: Route) => route.fulfill({status: 200, body: 'this is no index'})
const cutShort = async (route: Route) => {
  const response = await route.fetch()
  await route.fulfill({response, body: (await response.body()).subarray(0, 100)})
}
const missing = (route: Route) => route.fulfill({status: 404, body: 'no'})

for (const [what, pattern, answer] of [
  ['the index is not there', '**/pagefind/**', missing],
  ['the table of notes is cut short', '**/notes.json', garbage],
  ['a file of words is not there', '**/index/*', missing],
  ['a file of words is damaged', '**/index/*', cutShort],
  ['texts are missing', '**/fragment/*', missing],
  ['texts are damaged', '**/fragment/*', garbage],
  ['what the palette says is missing', '**/palette.json', missing],
  ['the reader is off line', '**/pagefind/**', (route: Route) => route.abort('internetdisconnected')],
  ['our own program cannot be loaded', '**/start.*.js', (route: Route) => route.abort('internetdisconnected')]
] as const) {
  test(`when ${what}, a sentence says so and leads on`, async () => {
    const {page, complaints} = await visit(browser)
    await page.route(pattern, answer)
    await ask(page, 'kettle')
    await page.locator('.sorry').waitFor()
    await page.waitForTimeout(200)
    assert.ok(complaints.length < 20, `the console is not flooded:\n${complaints.join('\n')}`)
    await page.locator('.sorry a').first().click()
    await page.waitForURL(`${url}tags/`)
    await leave(page)
  })
}

test('the search needs no WebAssembly: the policy of every page forbids it', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(url)
  const policy = await page.locator('meta[http-equiv]').getAttribute('content')
  assert.match(policy ?? '', /script-src 'self';/)
  await page.keyboard.press('/')
  await page.keyboard.type('jitter')
  assert.deepEqual(await titles(page, /1 note/), ['Retry'])
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('the search comes back when the index does', async () => {
  const {page} = await visit(browser)
  await page.route('**/fragment/*', missing)
  await ask(page, 'kettle')
  await page.locator('.sorry').waitFor()
  await page.unroute('**/fragment/*')
  await page.locator('.ask input').fill('jitter')
  assert.deepEqual(await titles(page, /1 note/), ['Retry'])
  assert.ok(await page.locator('.sorry').isHidden())
  await leave(page)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the open search, ${colorScheme}`, async () => {
    const {page} = await visit(browser, {colorScheme})
    await ask(page, 'failure')
    await titles(page, /3 notes/)
    assert.deepEqual(await axeFinds(page), [])
    await leave(page)
  })
}

for (const [query, ...titled] of [
  ['限流', '限流', '熔断器'],
  ['断器', '熔断器'],
  ['失败', '熔断器'],
  ['令牌桶', '限流'],
  ['データ', '限流'],
  ['请求压垮怎么办', '限流'],
  ['"失败过多"', '熔断器'],
  ['"败失"'],
  ['限流 -令牌', '熔断器']
] as const) {
  test(`where no space parts words, “${query}” finds ${titled.join(', ') || 'nothing'}`, async () => {
    const {search} = indexProvider('', async (path) => new Uint8Array(readFileSync(join(folder, 'pagefind', path))))
    const {results} = await search(query, new AbortController().signal)
    assert.deepEqual(results.map(({title}) => title.map(({text}) => text).join('')), titled)
  })
}

test('a page in a script without spaces has the words marked that a search brought', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${url}${encodeURIComponent('熔断器')}/?mark=${encodeURIComponent('失败')}`)
  await page.locator('.found-words', {hasText: '1'}).waitFor()
  assert.deepEqual(await page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String)), ['失败'])
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('what more there is comes on request, by key, and the first of it is chosen', async () => {
  const {page, complaints} = await visit(browser)
  await ask(page, 'gadget')
  const few = await titles(page, /12 notes/)
  assert.equal(few.filter((title) => title.startsWith('Gadget')).length, 8)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.locator('.hits [role="group"] > :first-child strong').nth(11).waitFor()
  assert.equal(await page.locator(`${options}[aria-selected="true"] strong`).innerText(), await page.locator('.hits [role="group"] > :first-child strong').nth(8).innerText())
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a place that only names its sources comes after one that says something', async () => {
  const {page} = await visit(browser)
  await ask(page, 'zebra')
  await titles(page, /1 note/)
  await page.locator(options, {hasText: 'Why they have them'}).waitFor()
  const places = await page.locator(options).allInnerTexts()
  const at = (words: string) => places.findIndex((place) => place.includes(words))
  assert.ok(at('Sources') === -1 || at('Why they have them') < at('Sources'), places.join(' | '))
  await leave(page)
})

test('without JavaScript the button leads to tags and all notes', async () => {
  const {page, complaints} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(url)
  await page.locator('.bar .find').click()
  await page.waitForURL(`${url}search/`)
  assert.ok(await page.locator('noscript').isVisible())
  assert.ok(await page.locator('main .panel').isHidden())
  assert.ok(await page.locator(`main a[href="/repo/tags/topic/"]`).isVisible())
  await page.locator('main a[href="/repo/notes/"]:visible').click()
  await page.waitForURL(`${url}notes/`)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('nothing private is in any file of the index, and nothing that no page asks for', () => {
  const index = join(folder, 'pagefind')
  const paths = pathsOf(index)
  assert.ok(paths.includes('notes.json') && paths.some((path) => path.startsWith('words/')))
  for (const path of paths) {
    assert.match(path, /^(?:notes\.json|words\/[01]-\d+\.txt|(?:names|texts)\/[^/]+\.txt|index\/[^/]+\.pf_index|fragment\/[^/]+\.pf_fragment)$/)
    const bytes = readFileSync(join(index, path))
    const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1')
    assert.ok(!/qwxz/i.test(text), path)
  }
})
