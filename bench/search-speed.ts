/**
 * Search beside MiniSearch and FlexSearch in one page of one browser, fed the same texts: every query is typed letter by
 * letter, and each letter is given to all three, one after another.
 */
import {cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {stripTypeScriptTypes} from 'node:module'
import {basename, join} from 'node:path'
import type {Browser, Page} from 'playwright'
import {serveFolder} from '../scripts/server/server.ts'
import type {Provider} from '../src/client/search/result.ts'
import type {Text} from './search-texts.ts'

const root = join(import.meta.dirname, '..')

/** Milliseconds. */
export interface Speed {
  readonly median: number
  readonly p95: number
}

export interface Compared {
  readonly name: string
  /** From a query to a printed list of eight notes. */
  readonly query: Speed
  /** What the browser takes to index one note; our index is made at build. */
  readonly indexing?: number
}

interface Raced extends Pick<Compared, 'name' | 'indexing'> {
  readonly times: readonly number[]
}

interface Contestant {
  readonly name: string
  readonly search: (typed: string) => Promise<readonly string[]>
  readonly indexing?: number
}

/** What is used of the programs' own files. */
interface Programs {
  readonly default: new (options: object) => {addAll: (texts: readonly Text[]) => void; search: (typed: string) => readonly {readonly title: string}[]}
  readonly Document: new (options: object) => {add: (text: Text) => void; search: (typed: string, options: object) => readonly {readonly doc: {readonly title: string}}[]}
  readonly indexProvider: (folder: string) => Provider
}

/** A site with another index: pages of a built site, the index and the texts of a folder, and the programs. */
export function shellSite(built: string, indexed: string): string {
  const folder = join(indexed, 'site')
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(join(folder, 'bench'), {recursive: true})
  for (const part of ['index.html', '_astro', '_headers', 'theme.js', 'fonts', 'search']) cpSync(join(built, part), join(folder, part), {recursive: true, force: true})
  cpSync(join(indexed, 'pagefind'), join(folder, 'pagefind'), {recursive: true})
  cpSync(join(indexed, 'texts.json'), join(folder, 'bench/texts.json'))
  cpSync(join(root, 'node_modules/minisearch/dist/es/index.js'), join(folder, 'bench/minisearch.js'))
  cpSync(join(root, 'node_modules/flexsearch/dist/flexsearch.bundle.module.min.js'), join(folder, 'bench/flexsearch.js'))
  for (const file of globSync('src/client/search/*.ts', {cwd: root})) {
    const plain = stripTypeScriptTypes(readFileSync(join(root, file), 'utf8')).replace(/(from '\.\/[^']+)\.ts'/g, "$1.js'")
    writeFileSync(join(folder, 'bench', `${basename(file, '.ts')}.js`), plain)
  }
  return folder
}

/** Queries as they grow under the fingers: words of titles, of texts, two and three together. */
function typedQueries(texts: readonly Text[]): string[] {
  const picked = Array.from({length: 12}, (_, at) => texts[Math.floor(((at + 0.5) * texts.length) / 12)]).filter((text) => text !== undefined)
  const whole = picked.map(({title, text}, at) => {
    const words = text.split(' ')
    return (at % 3 === 0 ? title : at % 3 === 1 ? `${words[40]} ${words[47]}` : `${words[80]} ${title.split(' ')[0]} ${words[90]}`).toLowerCase()
  })
  return whole.flatMap((query) => Array.from({length: query.length - 1}, (_, at) => query.slice(0, at + 2))).filter((query) => !query.endsWith(' '))
}

/** Compare the three over one index. */
export async function compareSpeed(browser: Browser, folder: string): Promise<readonly Compared[]> {
  const texts: Text[] = JSON.parse(readFileSync(join(folder, 'bench/texts.json'), 'utf8'))
  const site = await serveFolder({folder, base: '/', port: 0})
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(site.url)
  const raced = await page.evaluate(race, typedQueries(texts))
  await context.close()
  await site.close()
  return raced.map(({times, ...each}) => ({...each, query: speedOf(times)}))
}

/** Runs in the page. */
async function race(queries: readonly string[]): Promise<Raced[]> {
  const load = (name: string): Promise<Programs> => import(`/bench/${name}.js`)
  const texts: readonly Text[] = await (await fetch('/bench/texts.json')).json()
  const [{default: MiniSearch}, {Document}, {indexProvider}] = await Promise.all([load('minisearch'), load('flexsearch'), load('provider')])
  const fields = ['title', 'aliases', 'headings', 'text']
  const timed = (work: () => void): number => {
    const began = performance.now()
    work()
    return (performance.now() - began) / texts.length
  }

  const mini = new MiniSearch({fields, storeFields: ['title'], searchOptions: {prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: {title: 4, aliases: 4, headings: 2}}})
  const miniTime = timed(() => mini.addAll(texts))
  const flex = new Document({tokenize: 'forward', document: {id: 'id', index: fields, store: ['title']}})
  const flexTime = timed(() => {
    for (const text of texts) flex.add(text)
  })
  const ours = indexProvider('/pagefind/')
  const contestants: Contestant[] = [
    {
      name: 'this search',
      search: async (typed) => {
        const {results} = await ours.search(typed, new AbortController().signal)
        return results.map(({title, excerpt, passages}) => [...title, ...excerpt, ...passages.flatMap((each) => each.excerpt)].map(({text}) => text).join(''))
      }
    },
    {name: 'MiniSearch', search: async (typed) => mini.search(typed).slice(0, 8).map(({title}) => title), indexing: miniTime},
    {name: 'FlexSearch', search: async (typed) => flex.search(typed, {limit: 8, enrich: true, merge: true}).map(({doc}) => doc.title), indexing: flexTime}
  ]

  const list = document.createElement('ul')
  document.body.append(list)
  const times = new Map(contestants.map(({name}) => [name, [] as number[]]))
  for (const isTimed of [false, true]) {
    for (const query of queries) {
      for (const {name, search} of contestants) {
        const began = performance.now()
        const items = (await search(query)).map((text) => Object.assign(document.createElement('li'), {textContent: text}))
        list.replaceChildren(...items)
        if (isTimed) times.get(name)?.push(performance.now() - began)
      }
    }
  }
  return contestants.map(({name, indexing}) => ({name, times: times.get(name) ?? [], ...(indexing !== undefined && {indexing})}))
}

/** From a key to a new list in the palette, and the longest run of the page's thread meanwhile: all in milliseconds. */
export async function paletteSpeed(page: Page, query: string): Promise<Speed & {readonly longest: number}> {
  await page.evaluate(watchTasks)
  const times: number[] = []
  for (const isTimed of [false, true]) {
    for (let length = 2; length <= query.length; length += 1) {
      const time = await page.evaluate(press, query.slice(0, length))
      if (isTimed) times.push(time)
    }
  }
  const longest = await page.evaluate(() => Number(document.documentElement.dataset['longest'] ?? 0))
  return {...speedOf(times), longest}
}

/** Runs in the page. */
function watchTasks(): void {
  const {dataset} = document.documentElement
  new PerformanceObserver((entries) => {
    for (const {duration} of entries.getEntries()) dataset['longest'] = String(Math.max(Number(dataset['longest'] ?? 0), duration))
  }).observe({type: 'longtask'})
}

/** Runs in the page: a key, and the list or the count that follows it. */
async function press(typed: string): Promise<number> {
  const [input, hits, count] = ['input', '.hits', '.count'].map((part) => document.querySelector<HTMLInputElement>(`.palette ${part}`))
  if (!input || !hits || !count) throw new Error('The palette is not there')
  const began = performance.now()
  const printed = new Promise<void>((resolve, reject) => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      resolve()
    })
    for (const part of [hits, count]) observer.observe(part, {childList: true, characterData: true, subtree: true})
    setTimeout(() => reject(new Error(`No list follows “${typed}”`)), 60_000)
  })
  input.value = typed
  input.dispatchEvent(new Event('input', {bubbles: true}))
  await printed
  return performance.now() - began
}

function speedOf(times: readonly number[]): Speed {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return {median: at(0.5), p95: at(0.95)}
}
