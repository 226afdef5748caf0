/**
 * What Lighthouse says of the bundled garden on a phone, and how long its pages keep a slow one busy.
 *
 *     npm run bench:lighthouse          (after npm run build; on a calm machine)
 *
 * Lighthouse is fetched from npm the first time: it is a quarter of all files that the tests would have to wait for.
 */
import {createServer} from 'node:net'
import {availableParallelism, loadavg} from 'node:os'
import {join} from 'node:path'
import {chromium, type Browser} from 'playwright'
import {ensureBrowser} from '../scripts/browser.mjs'
import {serveFolder} from '../scripts/server/server.ts'
import {fetched} from './fetched.ts'
import {writeSection} from './results.ts'

const folder = process.env['GARDEN_OUT'] ?? join(import.meta.dirname, '..', 'dist')

const visits = [
  ['home', ''],
  ['a long note', 'hubs/understanding-microservices-for-senior-devops-engineers/'],
  ['a note with diagrams', 'patterns/circuit-breaker/'],
  ['a folder', 'tools/'],
  ['the map', 'graph/']
] as const

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** How much slower the processor is made, as Lighthouse does for a phone of middle price. */
const slowDown = 4
/** Lighthouse's index of a processor from which on that is such a phone (its docs/throttling.md): a slower one is to be slowed down less. */
const calibratedFor = 1500
/** Milliseconds after loading in which long tasks and moves are waited for. */
const patience = 3000
/** Milliseconds in which a browser that was started has pages of its own to load. */
const settling = 5000
/** Visits of which the middle one is told. */
const rounds = 3

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** What is used of Lighthouse's answer. */
interface Told {
  readonly lhr: {
    readonly environment: {readonly benchmarkIndex: number}
    readonly categories: Readonly<Record<string, {readonly score: number | null; readonly auditRefs: readonly {readonly id: string; readonly weight: number}[]}>>
    readonly audits: Readonly<Record<string, {readonly score: number | null; readonly displayValue?: string}>>
  }
}

type Lighthouse = (url: string, flags: Readonly<Record<string, unknown>>) => Promise<Told | undefined>

interface Scores {
  readonly scores: readonly string[]
  /** Audits that took something off a score that is not 100, each with its own. */
  readonly missed: readonly string[]
  /** Lighthouse's index of the processor. */
  readonly index: number
}

async function scoresOf(lighthouse: Lighthouse, url: string, port: number): Promise<Scores> {
  const {status} = await fetch(url)
  if (status !== 200) throw new Error(`${url} answers ${status}: build the garden first, or name its folder by GARDEN_OUT.`)
  const run = await lighthouse(url, {port, output: 'json', logLevel: 'error', onlyCategories: [...categories]})
  if (!run || categories.some((name) => run.lhr.categories[name]?.score == null)) throw new Error(`Lighthouse has no score for ${url}.`)
  const {lhr} = run
  const scores = categories.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100))
  const missed = categories.flatMap((name, place) =>
    (scores[place] === 100 ? [] : (lhr.categories[name]?.auditRefs ?? [])).flatMap(({id, weight}) => {
      const {score = null, displayValue = ''} = lhr.audits[id] ?? {}
      return weight > 0 && score !== null && score < 1 ? [`${id} ${displayValue} (${score.toFixed(2)} of 1)`] : []
    })
  )
  return {scores: scores.map(String), missed, index: lhr.environment.benchmarkIndex}
}

interface Busy {
  /** Longest task of the main thread, in milliseconds; tasks under 50 are not told. */
  readonly longest: number
  /** Cumulative layout shift. */
  readonly shift: number
}

/** The same words and nothing of ours: no style sheet, no script, no face. */
function bare(html: string): string {
  return html.replace(/<script\b[^>]*>.*?<\/script>|<style\b[^>]*>.*?<\/style>|<link\b[^>]*\brel="(?:stylesheet|preload|modulepreload|manifest)"[^>]*>/gs, '')
}

/** Load a page with a slow processor and write down what keeps its main thread, and what moves. */
async function busyOf(browser: Browser, url: string, {rate, change}: {rate: number; change?: (html: string) => string}): Promise<Busy> {
  const context = await browser.newContext({viewport: {width: 412, height: 823}, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true})
  const page = await context.newPage()
  if (change) {
    await page.route(url, async (route) => {
      const response = await route.fetch()
      await route.fulfill({response, body: change(await response.text())})
    })
  }
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', {rate})
  await page.addInitScript(() => {
    const told = {longest: 0, shift: 0}
    Reflect.set(globalThis, 'told', told)
    new PerformanceObserver((list) => {
      for (const {duration} of list.getEntries()) told.longest = Math.max(told.longest, duration)
    }).observe({type: 'longtask', buffered: true})
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) told.shift += Number(Reflect.get(entry, 'value'))
    }).observe({type: 'layout-shift', buffered: true})
  })
  await page.goto(url, {waitUntil: 'networkidle'})
  await page.waitForTimeout(patience)
  const busy = await page.evaluate<Busy>(() => Reflect.get(globalThis, 'told'))
  await context.close()
  return busy
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function milliseconds(value: number): string {
  return value < 50 ? '< 50' : `${Math.round(value)}`
}

const {default: lighthouse} = (await fetched('lighthouse', '13.5.0')) as {default: Lighthouse}
const found = await ensureBrowser((text) => console.error(text), {whole: true})
if ('missing' in found) throw new Error(found.missing)
const site = await serveFolder({folder, base: '/', port: 0})
const port = await freePort()
const browser = await chromium.launch({executablePath: found.executablePath, args: [...found.args, `--remote-debugging-port=${port}`]})
await new Promise((resolve) => setTimeout(resolve, settling))
const told: {name: string; url: string; found: Scores}[] = []
for (const [name, path] of visits) told.push({name, url: site.url + path, found: await scoresOf(lighthouse, site.url + path, port)})
const index = middle(told.map(({found}) => found.index))
const calibrated = Math.max(1, (slowDown * index) / calibratedFor)

const rows: string[] = []
for (const {name, url, found} of told) {
  const [own, phone, plain]: [Busy[], Busy[], Busy[]] = [[], [], []]
  for (let round = 0; round < rounds; round += 1) {
    own.push(await busyOf(browser, url, {rate: slowDown}))
    phone.push(await busyOf(browser, url, {rate: calibrated}))
    plain.push(await busyOf(browser, url, {rate: slowDown, change: bare}))
  }
  const shift = Math.max(...own.map((busy) => busy.shift))
  const longest = [own, phone, plain].map((all) => milliseconds(middle(all.map((busy) => busy.longest))))
  rows.push(`| ${[name, ...found.scores, shift.toFixed(3), ...longest].join(' | ')} |`)
}
const missed = told.flatMap(({name, found}) => found.missed.map((each) => `${name}: ${each}`))
await browser.close()
await site.close()
writeSection('What a phone makes of it', [
  `Written by \`npm run bench:lighthouse\`: Lighthouse’s scores under its mobile profile, then the page loaded ${rounds} times more with the processor`,
  `slowed down: cumulative layout shift, and the longest task of the main thread in milliseconds (median). ${slowDown} times is what makes a phone of`,
  `middle price of a processor with Lighthouse’s index ${calibratedFor}; this one has ${Math.round(index)}, so that *the same phone* is it slowed down ${calibrated.toFixed(1)} times.`,
  `*Bare*: ${slowDown} times and in turn, the page without style sheets, scripts and faces: what the browser takes for its words alone.`,
  `Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores; over 1 a core, times say little.`,
  '',
  `| page | ${categories.join(' | ')} | shift | longest task, ${slowDown} times | the same phone | bare |`,
  `| --- |${categories.map(() => ' ---: |').join('')} ---: | ---: | ---: | ---: |`,
  ...rows,
  '',
  missed.length === 0 ? 'No audit took anything off a score.' : `Audits that took something off: ${missed.join('; ')}.`
])
process.exit()
