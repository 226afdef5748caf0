/** What the tests of whole sites share: vaults of a few files, builds, a server, a browser that listens. */
import assert from 'node:assert/strict'
import {spawn, type ChildProcess} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {after} from 'node:test'
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright'
import {ensureBrowser} from '../../scripts/browser.mjs'
import {waitForLock} from '../../scripts/output/lock.ts'
import {serveFolder, type Running} from '../../scripts/server/server.ts'

export const root = join(import.meta.dirname, '..', '..')

/** The project's own notes. */
export const ownVault = join(root, 'src', 'content')

/** Files of a vault by their paths. */
export type Files = Readonly<Record<string, string | Uint8Array>>

const kept = join(root, 'node_modules', '.cache', 'trellis', 'test')

/** A folder that is removed when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-'))
  after(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** Write files under a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
}

/** A vault of these files. It is kept under a name made of its contents, so that a build of it can be kept too. */
export function vault(files: Files): string {
  const hash = createHash('sha256')
  for (const [path, content] of Object.entries(files).sort()) hash.update(`${path}\0${content.length}\0`).update(content)
  const folder = join(kept, hash.digest('hex').slice(0, 16), 'vault')

  if (!existsSync(folder)) {
    mkdirSync(dirname(folder), {recursive: true})
    const made = mkdtempSync(`${folder}-`)
    writeFiles(made, files)
    putInPlace(made, folder)
  }
  return folder
}

/** Two files of tests may make the same vault at once: the first one stays. */
function putInPlace(made: string, folder: string): void {
  try {
    renameSync(made, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(made, {recursive: true, force: true})
  }
}

export interface BuildOptions {
  readonly vault: string
  /** Folder to publish. */
  readonly out: string
  readonly base?: string
  readonly site?: string
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Start a build in a process of its own, as an author would. */
export function startBuild({vault: from, out, base, site, flags = [], env, cwd = root}: BuildOptions): ChildProcess & {ended: Promise<Ended>} {
  const args = ['--vault', from, '--out', out, ...(base ? ['--base', base] : []), ...(site ? ['--site', site] : []), ...flags]
  const child = spawn(process.execPath, [join(root, 'scripts', 'build.ts'), ...args], {
    cwd,
    env: {...process.env, NODE_TEST_CONTEXT: undefined, INIT_CWD: undefined, CI: '1', ...env},
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const told = {stdout: '', stderr: ''}
  child.stdout.on('data', (data) => {
    told.stdout += data
  })
  child.stderr.on('data', (data) => {
    told.stderr += data
  })
  const ended = new Promise<Ended>((resolve) => child.on('close', (code, signal) => resolve({code, signal, ...told})))
  return Object.assign(child, {ended})
}

/** Build and wait; fails the test when the build fails. */
export async function build(options: BuildOptions): Promise<Ended> {
  const ended = await startBuild(options).ended
  assert.equal(ended.code, 0, `the build failed:\n${ended.stdout}${ended.stderr}`)
  return ended
}

/** Build a vault into a folder that is kept between runs and shared by files of tests, and serve it; like the browser, to be called outside of any test or hook. */
export async function site(from: string, {base = '/', origin, trust}: {base?: string; origin?: string; trust?: 'author'} = {}): Promise<Running & {folder: string}> {
  const name = createHash('sha256').update(JSON.stringify([from, base, origin, trust])).digest('hex').slice(0, 16)
  const folder = join(kept, name, 'dist')
  // Whoever comes second finds that nothing changed.
  const lock = await waitForLock(join(kept, name, 'tests.lock'), () => {})
  try {
    await build({vault: from, out: folder, base, flags: from === ownVault || trust ? ['--trust', 'author'] : [], ...(origin && {site: origin})})
  } finally {
    lock.release()
  }

  const running = await serveFolder({folder, base, port: 0})
  after(() => running.close())
  return {...running, folder}
}

/**
 * Each test looks at one site, so a process that waits for the next one is never
 * used, and one that draws for all of them is one too many: without them opening
 * a page takes a quarter less. Nor does a page need another process than the empty
 * one before it.
 */
const lean = ['--renderer-process-limit=1', '--in-process-gpu', '--disable-site-isolation-trials', '--enable-features=NetworkServiceInProcess2']

/** Pages are laid out and painted by their own thread, when they have nothing else to do: half the work, but a frame may be long in coming. */
const unhurried = ['--disable-threaded-compositing', '--disable-threaded-animation', '--num-raster-threads=1']

/** Browsers that are open, and how many files of tests use each: those of one process share them. */
const opened = new Map<boolean, {readonly browser: Promise<Browser>; users: number}>()

/**
 * A browser that is closed when the tests of the file are over; to be opened outside of any test or hook, or it is closed with that.
 *
 * @param still Whether pages are only opened and looked at: what waits for a frame, as clicks do, may wait for ever.
 */
export async function openBrowser({still = false} = {}): Promise<Browser> {
  const shared = opened.get(still) ?? {browser: launch(still), users: 0}
  opened.set(still, shared)
  shared.users += 1
  after(async () => {
    shared.users -= 1
    if (shared.users > 0) return
    opened.delete(still)
    await (await shared.browser).close()
  })
  return shared.browser
}

async function launch(still: boolean): Promise<Browser> {
  const found = await ensureBrowser(() => {})
  if ('missing' in found) throw new Error(found.missing)
  const {executablePath, args, env} = found
  return chromium.launch({executablePath, args: [...args, ...lean, ...(still ? unhurried : [])], env: {...process.env, ...env}})
}

export interface Listening {
  readonly page: Page
  /** Everything that should not happen on any page: console messages, errors, policy violations, requests that fail or go elsewhere. */
  readonly complaints: string[]
}

/** Milliseconds to wait for what should be there: long for a busy machine, short for whoever waits for the tests. */
const patience = 15_000

/**
 * What a browser says of itself: that a test keeps service workers out, how slow drawing in software is, and that a
 * page stood there before the picture of the last one came, so that it did without the transition: the style sheet asks
 * for that, and no script of ours has the promise that Chromium rejects.
 */
function isOfTheBrowser(text: string): boolean {
  return /^Service Worker registration blocked|GL Driver Message|GPU stall|fallback to software|^Transition was aborted because of invalid state\. Page already revealed$/.test(text)
}

/** A page that writes down whatever goes wrong on it. */
export async function listen(browser: Browser, options: BrowserContextOptions = {}): Promise<Listening> {
  // A service worker would answer for the network that tests watch and bend; its own tests let it in.
  const context = await browser.newContext({serviceWorkers: 'block', ...options})
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const complaints: string[] = []
  const complain = (what: string): void => {
    complaints.push(`${page.url()}: ${what}`)
  }

  page.on('console', (message) => !isOfTheBrowser(message.text()) && complain(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => !isOfTheBrowser(error.message) && complain(`error: ${error.message}`))
  page.on('response', (response) => response.status() >= 400 && complain(`${response.status()} ${response.url()}`))
  page.on('request', (request) => {
    const {protocol, hostname} = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost') complain(`request to ${request.url()}`)
  })
  // Violations are told on the console as well, but not all of those of a report-only or worker kind.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })

  return {page, complaints}
}

/** End with a page, and with all that it kept and opened. */
export async function putAway(page: Page): Promise<void> {
  await page.context().close()
}

/** One hash for all files of a folder: names and bytes. `none` where there is no folder. */
export function hashOf(folder: string): string {
  if (!existsSync(folder)) return 'none'
  const hash = createHash('sha256')
  for (const path of pathsOf(folder)) hash.update(`${path}\0`).update(readFileSync(join(folder, path)))
  return hash.digest('hex')
}

/** Paths of all files under a folder, sorted. */
export function pathsOf(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Files whose bytes differ between two folders, or that only one has. */
export function differences(a: string, b: string): string[] {
  const paths = new Set([...pathsOf(a), ...pathsOf(b)])
  return [...paths].filter((path) => {
    const [left, right] = [join(a, path), join(b, path)]
    return !existsSync(left) || !existsSync(right) || !readFileSync(left).equals(readFileSync(right))
  })
}
