/**
 * How well the search of the bundled garden answers, what it loads, and how fast it is beside others; written to RESULTS.md.
 *
 *     npm run bench:search [-- folder [notes …]]
 *
 * The folder is a built site of the bundled garden, `dist` without one; the numbers say how large the made-up gardens are.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {chromium, type Browser, type Page} from 'playwright'
import {ensureBrowser} from '../scripts/browser.mjs'
import {serveFolder} from '../scripts/server/server.ts'
import {judge} from '../test/search/judge.ts'
import {measure, yardstick} from './measure.ts'
import {writeSection} from './results.ts'
import {compareSpeed, paletteSpeed, shellSite, type Compared} from './search-speed.ts'
import {searchTexts} from './search-texts.ts'

/** What is typed into a palette that was never open before. */
const typedHere = ['kubernetes', 'circuit breaker', 'max.poll.interval.ms', 'kuberntes', 'sagas patern', 'latncy', 'how do I stop one hanging backend from using up all my threads']

const [built = join(import.meta.dirname, '..', 'dist'), ...counts] = process.argv.slice(2)
const sizes = counts.length > 0 ? counts.map(Number) : [1000, 10_000]

/** Milliseconds that one step in the browser may take. */
const patience = 120_000

interface Loaded {
  /** Our programs, words and icons, the table of notes, their names and, for a misspelt word, the vocabulary. */
  readonly own: number
  readonly words: number
  readonly texts: number
}

/** Kilobytes under gzip from the key that opens the palette to the last of the results. */
async function load(browser: Browser, url: string, query: string): Promise<Loaded> {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  await page.goto(url, {waitUntil: 'networkidle'})
  const loaded = {own: 0, words: 0, texts: 0}
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    const {pathname} = new URL(response.url())
    if (pathname.endsWith('/drawing.svg')) return
    const part = pathname.includes('/fragment/') ? 'texts' : pathname.includes('/pagefind/index/') ? 'words' : 'own'
    reading.push(
      response.body().then((body) => {
        loaded[part] += (body[0] === 0x1f ? body.length : gzipSync(body).length) / 1000
      })
    )
  })
  await ask(page, query)
  await page.waitForLoadState('networkidle')
  await Promise.all(reading)
  await context.close()
  return loaded
}

async function ask(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/')
  await page.locator('.palette input').fill(query)
  await page.locator('.palette .count:not(:empty)').waitFor()
}

async function loadedRows(browser: Browser, folder: string, queries: readonly string[]): Promise<string[]> {
  const site = await serveFolder({folder, base: '/', port: 0})
  const rows: string[] = []
  for (const query of queries) {
    const {own, words, texts} = await load(browser, site.url, query)
    rows.push(`| ${query} | ${[own, words, texts, own + words + texts].map((size) => size.toFixed(1)).join(' | ')} |`)
  }
  await site.close()
  return rows
}

interface Sized {
  readonly count: number
  /** Milliseconds of processor to index a note, Pagefind's own included. */
  readonly indexing: number
  readonly loaded: readonly string[]
  readonly compared: readonly Compared[]
  readonly palette: Awaited<ReturnType<typeof paletteSpeed>>
}

/** All that depends on how many notes there are. */
async function measureSize(browser: Browser, count: number): Promise<Sized> {
  const home = mkdtempSync(join(tmpdir(), 'search-'))
  const {user, code, output} = await measure([process.execPath, join(import.meta.dirname, 'search-texts.ts'), String(count), home], {})
  if (code !== 0) throw new Error(output)
  const {making}: {making: number} = JSON.parse(output.slice(output.lastIndexOf('{')))
  const folder = shellSite(built, home)
  const {title = '', text = ''} = searchTexts(count).texts[Math.floor(count / 3)] ?? {}
  console.error(`${count} notes are indexed`)
  const queries = [title.toLowerCase(), ...[[40], [40, 47], [20, 60, 80]].map((places) => places.map((at) => text.split(' ')[at]).join(' '))]
  const loaded = await loadedRows(browser, folder, queries)
  const site = await serveFolder({folder, base: '/', port: 0})
  const page = await browser.newPage()
  page.setDefaultTimeout(patience)
  await page.goto(site.url)
  await ask(page, title.toLowerCase())
  const palette = await paletteSpeed(page, title.toLowerCase())
  await page.close()
  await site.close()
  console.error('the palette is measured; now the three in turn')
  const compared = await compareSpeed(browser, folder)
  rmSync(home, {recursive: true, force: true})
  return {count, indexing: (user - making) / count, loaded, compared, palette}
}

function comparedRows({count, compared, indexing}: Sized): string[] {
  const own = compared[0]?.query
  return compared.map(({name, query, indexing: inBrowser}) => {
    const ratio = (value: number, to = Number.NaN): string => `${value.toFixed(1)} (${(value / to).toFixed(2)})`
    return `| ${count} | ${name} | ${ratio(query.median, own?.median)} | ${ratio(query.p95, own?.p95)} | ${inBrowser === undefined ? `${indexing.toFixed(2)} at build` : `${inBrowser.toFixed(2)} in the browser`} |`
  })
}

const found = await ensureBrowser((text) => console.error(text), {whole: true})
if ('missing' in found) throw new Error(found.missing)
const browser = await chromium.launch({executablePath: found.executablePath, args: found.args})
const figures = await judge(built)
const here = await loadedRows(browser, built, typedHere)
const sized: Sized[] = []
for (const count of sizes) sized.push(await measureSize(browser, count))
await browser.close()

const head = ['| --- | ---: | ---: | ---: | ---: |']
writeSection(
  'How well the search answers, and what it loads',
  [
    'Written by `npm run bench:search`. Judged queries (`test/search/judged.json`): shares with the right note first and among the first',
    'three, and the mean reciprocal rank. The part *aside* was left out of tuning.', '',
    '| class | part | queries | first | in three | MRR |', '| --- | --- | ---: | ---: | ---: | ---: |',
    ...figures.map((each) => `| ${each.class} | ${each.isAside ? 'aside' : 'tuned on'} | ${each.count} | ${each.first.toFixed(2)} | ${each.three.toFixed(2)} | ${each.reciprocal.toFixed(2)} |`), '',
    'Kilobytes under gzip from the key that opens the palette to all results, nothing cached, drawings apart. *Own* is our programs, words,', 'icons, the table of notes, their names and, for a misspelt word, the vocabulary. Pagefind’s own program begins with 97.', '',
    '| typed | own | index | texts | all |', ...head, ...here, '',
    'The same in made-up gardens (`bench/search-texts.ts`): a title, then one, two and three words of texts.', '',
    ...sized.flatMap(({count, loaded}) => [`| ${count} notes: typed | own | index | texts | all |`, ...head, ...loaded, '']),
    `Milliseconds from a query to a printed list of eight notes, warm, every query typed letter by letter, the three taking turns in one page`,
    `(beside this search: how many times as long); ours has excerpts, theirs titles. The yardstick took ${yardstick()} ms.`, '',
    '| notes | program | median | p95 | indexing, ms a note |', '| ---: | --- | ---: | ---: | ---: |', ...sized.flatMap(comparedRows), '',
    'From a key to a new list in the palette, milliseconds; 60 of them it waits for another key. *Longest task*: of the page’s thread meanwhile.', '',
    '| notes | median | p95 | longest task |', '| ---: | ---: | ---: | ---: |',
    ...sized.map(({count, palette: {median, p95, longest}}) => `| ${count} | ${median.toFixed(0)} | ${p95.toFixed(0)} | ${longest === 0 ? '< 50' : longest.toFixed(0)} |`)
  ].join('\n')
)
process.exit()
