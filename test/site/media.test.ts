/** Pictures, films and formulas in the browser: sizes by what is needed, a large view by keys and fingers, and nobody else asked before a click. */

import assert from 'node:assert/strict'
import {readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {test} from 'node:test'
import sharp from 'sharp'
import {leave, openBrowser, visit} from './pages.ts'
import {pathsOf, site, startBuild, temporaryFolder, vault} from './support.ts'

const owner = 'Ada of Example Street'
const noise = Buffer.from(Array.from({length: 1400 * 700 * 3}, (_, at) => (at * at) % 251))
const photo = await sharp(noise, {raw: {width: 1400, height: 700, channels: 3}}).jpeg({quality: 80}).withMetadata({exif: {IFD0: {Copyright: owner}}}).toBuffer()
const cog = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2z"/></svg>'

const notes = {
  'Pictures.md': '---\ncssclasses: [wall]\nlink: "[[Formulas]]"\n---\n![[photo.jpg|A photo]]\n\nSmall ![[photo.jpg|100]], icon ![[cog.svg#icon]] and [![[photo.jpg|50]]](https://example.org).\n',
  'Film.md': '![A film](https://www.youtube.com/watch?v=abc&t=5)\n\n![](https://x.com/someone/status/1)\n',
  'Formulas.mdx': "export const Box = ({children}) => <b>{children}</b>\n\nInline $a^2$ and <Box>[[Pictures]]</Box> ==marked== ^[a note].\n\n$$\n\\frac{1}{2}\n$$\n\n![A film](https://youtu.be/abc)\n",
  'Headed.md': '## Part one\n\nWords.\n\n![[Other]]\n',
  'Other.md': '## Theirs\n\nx\n',
  'photo.jpg': photo,
  'cog.svg': cog
}
const built = await site(vault(notes), {trust: 'author'})
const browser = await openBrowser()

test('a picture has copies for small screens, and none tells who owns it', () => {
  const files = pathsOf(join(built.folder, 'attachments'))
  assert.ok(files.filter((file) => file.endsWith('.webp')).length >= 3, files.join(' '))
  for (const file of files) assert.ok(!readFileSync(join(built.folder, 'attachments', file)).includes(owner), file)
})

test('a phone fetches a smaller copy than the picture itself, and nothing moves when it comes', async () => {
  const {page, complaints} = await visit(browser, {viewport: {width: 390, height: 800}})
  await page.goto(`${built.url}pictures/`)
  const image = page.locator('.prose img').first()
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.prose img')?.complete)
  assert.match(await image.evaluate((each: HTMLImageElement) => each.currentSrc), /\.webp$/)
  assert.equal(await image.getAttribute('width'), '1400')
  assert.equal(await image.getAttribute('loading'), 'lazy')
  assert.equal(await page.locator('.prose.wall').count(), 1)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('an icon is a mask of the words’ colour', async () => {
  const {page} = await visit(browser)
  await page.goto(`${built.url}pictures/`)
  const icon = page.locator('.is-icon')
  assert.match(await icon.evaluate((each) => getComputedStyle(each).maskImage), /attachments\/cog\.[0-9a-f]{8}\.svg/)
  assert.equal(await icon.evaluate((each) => getComputedStyle(each).backgroundColor), await page.locator('.prose p').last().evaluate((each) => getComputedStyle(each).color))
  await leave(page)
})

test('keys open a picture large, turn to the next, and lead back to it', async () => {
  const {page, complaints} = await visit(browser)
  await page.goto(`${built.url}pictures/`)
  const images = page.locator('.prose img[role=button]')
  await images.first().waitFor()
  assert.equal(await images.count(), 2, 'not the icon, and not the one in a link')
  await images.first().focus()
  await page.keyboard.press('Enter')
  const box = page.locator('dialog.lightbox')
  await box.waitFor()
  assert.match((await box.locator('.title').textContent()) ?? '', /1 of 2 · A photo/)
  await page.keyboard.press('ArrowRight')
  assert.match((await box.locator('.title').textContent()) ?? '', /2 of 2/)
  await page.keyboard.press('Escape')
  assert.ok(await box.isHidden())
  assert.equal(await images.first().evaluate((each) => each === document.activeElement), true)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a finger opens a picture and wipes to the next', async () => {
  const {page} = await visit(browser, {viewport: {width: 390, height: 800}, hasTouch: true})
  await page.goto(`${built.url}pictures/`)
  await page.locator('.prose img[role=button]').first().tap()
  const title = page.locator('dialog.lightbox .title')
  await title.filter({hasText: '1 of 2'}).waitFor()
  await page.locator('dialog.lightbox .stage').evaluate((stage) => {
    for (const [type, x] of [['pointerdown', 300], ['pointermove', 200], ['pointerup', 120]] as const) {
      stage.dispatchEvent(new PointerEvent(type, {pointerId: 1, pointerType: 'touch', clientX: x, clientY: 400, bubbles: true}))
    }
  })
  assert.match((await title.textContent()) ?? '', /2 of 2/)
  await leave(page)
})

for (const name of ['film', 'formulas']) {
  test(`nobody else is asked on ${name} before a click, and only those whom the policy names after it`, async () => {
    const {page, complaints} = await visit(browser)
    const asked: string[] = []
    await page.route(/youtube/, (route) => {
      asked.push(route.request().url())
      return route.fulfill({contentType: 'text/html', body: 'film'})
    })
    await page.goto(`${built.url}${name}/`)
    const policy = (await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')) ?? ''
    assert.match(policy, /frame-src 'self' https:\/\/www\.youtube-nocookie\.com(?:;|$)/)
    assert.equal(await page.locator('iframe').count(), 0)
    assert.match((await page.locator('.foreign a').getAttribute('href')) ?? '', /^https:\/\/(?:www\.youtube\.com\/watch|youtu\.be)/)
    await page.locator('.foreign button').click()
    await page.locator('.foreign iframe').waitFor()
    assert.match((await page.locator('.foreign iframe').getAttribute('src')) ?? '', /^https:\/\/www\.youtube-nocookie\.com\/embed\/abc/)
    assert.ok(asked.length > 0)
    assert.deepEqual(complaints.filter((each) => !each.includes('youtube-nocookie')), [])
    await leave(page)
  })
}

test('MDX has formulas, links, marks and footnotes as other notes have', async () => {
  const {page, complaints} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${built.url}formulas/`)
  assert.equal(await page.locator('.prose .katex').count(), 2)
  assert.equal(await page.locator('.prose math[display=block]').count(), 1)
  assert.equal(await page.locator('.prose b a.internal-link').getAttribute('href'), '/pictures/')
  assert.equal(await page.locator('.prose mark').count(), 1)
  assert.equal(await page.locator('.prose .footnotes li').count(), 1)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('a vault that is named by a link to it has its MDX compiled as any other', async () => {
  const home = temporaryFolder()
  symlinkSync(vault({'Pictures.md': 'Words.\n', 'Formulas.mdx': "export const Box = ({children}) => <b>{children}</b>\n\n<Box>[[Pictures]]</Box>\n"}), join(home, 'vault'))
  const {ended} = startBuild({vault: join(home, 'vault'), out: join(home, 'site'), flags: ['--trust', 'author']})
  assert.equal((await ended).code, 0)
  const html = readFileSync(join(home, 'site', 'formulas', 'index.html'), 'utf8')
  assert.match(html, /<b><a class="internal-link"[^>]* href="\/pictures\/"/)
  assert.doesNotMatch(html, /kg-hole/)
})

test('each heading gives its address to the clipboard, and is moved by nothing', async () => {
  const {page, complaints} = await visit(browser, {permissions: ['clipboard-read', 'clipboard-write']})
  await page.goto(`${built.url}headed/`)
  const sign = page.locator('#part-one > .hash')
  await sign.waitFor({state: 'attached'})
  assert.equal(await sign.getAttribute('aria-label'), 'Copy the link to “Part one”')
  await sign.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash === '#part-one')
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${built.url}headed/#part-one`)
  assert.equal(await page.locator('.markdown-embed .hash').count(), 0)
  assert.deepEqual(complaints, [])
  await leave(page)
})

test('the panel of properties leads where they lead', async () => {
  const {page} = await visit(browser, {javaScriptEnabled: false})
  await page.goto(`${built.url}pictures/`)
  assert.equal(await page.locator('.props dd a').first().getAttribute('href'), '/formulas/')
  await leave(page)
})

test('a component that nobody imports ends the build with its place', async () => {
  const {code, stdout, stderr} = await startBuild({vault: vault({'Lab.mdx': 'Words.\n\nand <Missing /> here\n'}), out: join(temporaryFolder(), 'dist'), flags: ['--trust', 'author']}).ended
  assert.equal(code, 1)
  assert.match(stdout + stderr, /Lab\.mdx:3:5: error: Nothing imports a component called “Missing”/)
})

test('code that fails ends the build with the name of its note, beside others that are printed', async () => {
  const others = Object.fromEntries(Array.from({length: 20}, (_, at) => [`Note ${at}.md`, 'Words.\n']))
  const out = join(temporaryFolder(), 'dist')
  const {code, stdout, stderr} = await startBuild({vault: vault({...others, 'Lab.mdx': "export const count = () => { throw new Error('No table.') }\n\nThere are {count()} rows.\n"}), out, flags: ['--trust', 'author']}).ended
  assert.equal(code, 1)
  assert.match(stdout + stderr, /^Lab\.mdx: error: The code in it failed when the page was printed: No table\. \[mdx-code\]\nThe site is as it was\.$/m)
  assert.deepEqual(readdirSync(dirname(out)), [])
})
