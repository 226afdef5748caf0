/**
 * Measure what an author waits for while writing: from saving a note to the page of another one that shows its new link.
 *
 *     npm run bench:dev [-- 1000 10000]
 */
import {spawn, type ChildProcess} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {chromium, type Page} from 'playwright'
import config from '../garden.config.ts'
import {ensureBrowser} from '../scripts/browser.mjs'
import {growSite, siteMemory} from '../src/grow-site.ts'
import {optionsFrom, readSettings} from '../src/settings.ts'
import {writeSection} from './results.ts'
import {yardstick} from './measure.ts'
import {writeVault} from './vault.ts'

const root = join(import.meta.dirname, '..')
const edits = 7

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

interface Vaulted {
  readonly vault: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Our own share of an edit: read, grow, and make the page that is looked at. */
async function ownShare({vault, env}: Vaulted): Promise<{readonly wall: number; readonly user: number}> {
  const settings = readSettings(env)
  const {options} = optionsFrom(config, settings)
  if (!options) throw new Error('The configuration of this project is wrong.')
  const memory = siteMemory()
  const first = await growSite(settings, options, {memory})
  const [page] = first.pages
  if (!page) throw new Error('The vault is empty.')
  const times: number[] = []
  const users: number[] = []
  for (let edit = 0; edit < edits; edit += 1) {
    writeFileSync(join(vault, page.path), `${readFileSync(join(vault, page.path), 'utf8')}\nOwn edit ${edit}.\n`)
    const [began, cpu] = [performance.now(), process.cpuUsage()]
    const site = await growSite(settings, options, {memory})
    const made = site.pages.find(({path}) => path === page.path)?.html ?? ''
    times.push(performance.now() - began)
    users.push(process.cpuUsage(cpu).user / 1000)
    if (!made.includes(`Own edit ${edit}.`)) throw new Error('The page does not show the edit.')
  }
  return {wall: median(times.slice(1)), user: median(users.slice(1))}
}

/** Start the dev server; resolves with its address. */
async function startDev({env}: Vaulted): Promise<{readonly child: ChildProcess; readonly url: string}> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'dev.ts'), '--port', '0'], {cwd: root, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'inherit']})
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (data) => {
      output += data
      const found = /http:\/\/\S+/.exec(output)?.[0]
      if (found) resolve(found)
    })
    child.on('exit', (code) => reject(new Error(`The dev server ended with ${code}.`)))
  })
  return {child, url}
}

interface Listed {
  readonly path: string
  readonly url: string
}

/** Save another sentence with a link, again and again, and wait until the browser shows it on the page it leads to. */
async function saveAndWait(page: Page, file: string, to: Listed): Promise<number> {
  const times: number[] = []
  // Of one note a page shows a few sentences, so each takes the place of the last.
  const before = readFileSync(file, 'utf8')
  for (let edit = 0; edit < edits; edit += 1) {
    const marker = `sentence number ${edit} for the measurement`
    const text = `${before}\nThis ${marker} links [[${to.path.replace(/\.md$/, '')}|there]].\n`
    const began = performance.now()
    writeFileSync(file, text)
    await page.locator('body', {hasText: marker}).waitFor({state: 'attached', timeout: 60_000})
    times.push(performance.now() - began)
    await wait(800)
  }
  return median(times.slice(1))
}

/** From saving a new link in one note to the page of the other that lists it: the browser loads it anew by itself. */
async function saveToPage(vaulted: Vaulted): Promise<number> {
  const {child, url} = await startDev(vaulted)
  const found = await ensureBrowser((text) => console.error(text), {whole: true})
  if ('missing' in found) throw new Error(found.missing)
  const browser = await chromium.launch({executablePath: found.executablePath, args: found.args})
  try {
    const garden: {notes: Listed[]} = await (await fetch(new URL('garden.json', url))).json()
    const [from, to] = garden.notes.filter(({path}) => path.endsWith('.md')).slice(3, 5)
    if (!from || !to) throw new Error('The vault is too small.')
    const page = await browser.newPage()
    await page.goto(new URL(to.url, url).href)
    // The first pages make Vite find what it bundles, and load themselves anew.
    await wait(4000)
    return await saveAndWait(page, join(vaulted.vault, from.path), to)
  } finally {
    await browser.close()
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

async function rowOf(count: number): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-dev-'))
  try {
    const vault = join(home, 'vault')
    writeVault(vault, count)
    const vaulted: Vaulted = {vault, env: {GARDEN_VAULT: vault, GARDEN_CACHE: join(home, 'cache')}}
    const own = await ownShare(vaulted)
    const whole = await saveToPage(vaulted)
    const row = `| ${count} | ${Math.round(own.wall)} | ${Math.round(own.user)} | ${Math.round(whole)} |`
    console.log(row)
    return row
  } finally {
    rmSync(home, {recursive: true, force: true})
  }
}

const counts = process.argv.slice(2).map(Number).filter((count) => count > 0)
const rows: string[] = []
process.chdir(root)
const stick = yardstick()
for (const count of counts.length > 0 ? counts : [1000, 10_000]) rows.push(await rowOf(count))
writeSection('What an edit costs while writing', `Written by \`npm run bench:dev\`; milliseconds on the clock, medians of ${edits - 1} edits; the yardstick took ${stick} ms. *Own share*: read, grow, make
the page looked at. *Save to page*: from saving a new link to the browser showing it on the page it leads to, loaded
anew by itself; Astro's store waits half a second of it. Load of the machine at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores; over 1 a
core, times say little. *User*: the processor's milliseconds of the own share, which a busy machine makes longer too, but not many times.

| notes | own share | user | save to page |
| ---: | ---: | ---: | ---: |
${rows.join('\n')}`)
