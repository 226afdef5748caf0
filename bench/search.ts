/**
 * How well the search of the bundled garden answers, and what it loads.
 *
 *     node bench/search.ts [folder]          (after npm run build)
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {chromium} from 'playwright'
import {ensureBrowser} from '../scripts/browser.mjs'
import {serveFolder} from '../scripts/server/server.ts'
import {judge} from '../test/search/judge.ts'

const results = join(import.meta.dirname, 'RESULTS.md')
const title = '## How well the search answers, and what it loads'

/** What is typed into a palette that was never open before. */
const typed = ['kubernetes', 'circuit breaker', 'max.poll.interval.ms', 'kuberntes', 'how do I stop one hanging backend from using up all my threads']

interface Loaded {
  readonly own: number
  readonly index: number
  readonly texts: number
}

const found = await ensureBrowser((text) => console.error(text))
if ('missing' in found) throw new Error(found.missing)
const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'dist')
const site = await serveFolder({folder, base: '/', port: 0})
const browser = await chromium.launch({executablePath: found.executablePath, args: found.args})

/** Bytes under gzip from the key that opens the palette to the last of the results. */
async function load(query: string): Promise<Loaded> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(site.url, {waitUntil: 'networkidle'})
  const sizes = {own: 0, index: 0, texts: 0}
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    const {pathname} = new URL(response.url())
    const part = pathname.includes('/fragment/') ? 'texts' : pathname.includes('/index/') ? 'index' : 'own'
    if (pathname.endsWith('/drawing.svg')) return
    reading.push(response.body().then((body) => {
      sizes[part] += body[0] === 0x1f ? body.length : gzipSync(body).length
    }))
  })
  await page.keyboard.press('/')
  await page.locator('.palette input').fill(query)
  await page.locator('.palette .count:not(:empty)').waitFor({timeout: 60_000})
  await page.waitForLoadState('networkidle')
  await Promise.all(reading)
  await context.close()
  return sizes
}

const rows: string[] = []
for (const query of typed) {
  const {own, index, texts} = await load(query)
  rows.push(`| ${query} | ${[own, index, texts, own + index + texts].map((size) => (size / 1000).toFixed(1)).join(' | ')} |`)
}
await browser.close()
await site.close()

const figures = await judge(folder)
const judged = figures.map((each) => `| ${each.class} | ${each.isAside ? 'aside' : 'tuned on'} | ${each.count} | ${each.first.toFixed(2)} | ${each.three.toFixed(2)} | ${each.reciprocal.toFixed(2)} |`)
const section = [
  title, '',
  'Written by `node bench/search.ts`. Judged queries (`test/search/judged.json`): shares with the right note first and among the first', 'three, and the mean reciprocal rank. The part *aside* was left out of tuning.', '',
  '| class | part | queries | first | in three | MRR |', '| --- | --- | ---: | ---: | ---: | ---: |', ...judged, '',
  'Kilobytes under gzip from the key that opens the palette to all results, nothing cached, drawings apart. *Own* is our programs, words,', 'icons, the table of notes and, for a misspelt word, the vocabulary.', '',
  '| typed | own | index | texts | all |', '| --- | ---: | ---: | ---: | ---: |', ...rows, ''
].join('\n')
const before = existsSync(results) ? readFileSync(results, 'utf8') : ''
const start = before.indexOf(title)
const end = start < 0 ? -1 : before.indexOf('\n## ', start + 1)
const rest = start < 0 ? before : before.slice(0, start) + (end < 0 ? '' : before.slice(end + 1))
writeFileSync(results, `${rest.trimEnd()}\n\n${section}`)
console.log(section)
process.exit()
