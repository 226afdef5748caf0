/** Pages in a browser, for tests: opened, listened to, and used again where that changes nothing. */
import {after} from 'node:test'
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright'
import {ensureBrowser} from '../../scripts/browser.mjs'

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

/** A page that writes down whatever goes wrong on it: new, with all that a browser keeps for it, and closed by `putAway`. */
export async function listen(browser: Browser, options: BrowserContextOptions = {}): Promise<Listening> {
  // A service worker would answer for the network that tests watch and bend; its own tests let it in.
  const context = await browser.newContext({serviceWorkers: 'block', ...options})
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  // Violations are told on the console as well, but not all of those of a report-only or worker kind.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  return {page, complaints: complaintsOf(page)}
}

function complaintsOf(page: Page): string[] {
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
  return complaints
}

/** Have a page count how far things move that nobody moved (`shiftOf`); to be asked before it opens anything. */
export async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'shift', 0)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Reflect.set(globalThis, 'shift', Reflect.get(globalThis, 'shift') + Number(Reflect.get(entry, 'value')))
    }).observe({type: 'layout-shift', buffered: true})
  })
}

/** Cumulative layout shift of a page so far, in thousandths. */
export async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.round(1000 * Number(Reflect.get(globalThis, 'shift'))))
}

/** End with a page, and with all that it kept and opened. */
export async function putAway(page: Page): Promise<void> {
  await page.context().close()
}

// ── Pages that are used again ───────────────────────────────────────────────

/** Pages that wait for the next visit, by browser, then by what they were opened with, as text. */
const waiting = new WeakMap<Browser, Map<string, Page[]>>()
/** Where a page waits when it is left. */
const roomOf = new WeakMap<Page, Page[]>()

/** What would stay with a page, or takes as long to put back as a new page to open. */
const lasting = ['addInitScript', 'exposeFunction', 'exposeBinding', 'setViewportSize', 'emulateMedia'] as const

/**
 * As `listen`, for tests that change nothing that `leave` does not put back: what a site keeps, routes, listeners, other
 * tabs. To start a process for a page takes as long as to load one, or longer.
 */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Listening> {
  const rooms = waiting.get(browser) ?? new Map<string, Page[]>()
  waiting.set(browser, rooms)
  const room = rooms.get(JSON.stringify(options)) ?? []
  rooms.set(JSON.stringify(options), room)
  const page = room.pop()
  if (page) return {page, complaints: complaintsOf(page)}

  const listening = await listen(browser, options)
  roomOf.set(listening.page, room)
  const refuse = (): never => {
    throw new Error('This stays with a page: `listen` opens one that is not used again.')
  }
  for (const name of lasting) listening.page[name] = refuse
  listening.page.clock.install = refuse
  return listening
}

/** End with a visit: the page waits for the next, and its site has kept nothing. */
export async function leave(page: Page): Promise<void> {
  const icon = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel~=icon]')?.href)
  const room = roomOf.get(page)
  // What is no page of a site has nothing quiet to go to.
  if (!room || icon === undefined) return putAway(page)
  page.removeAllListeners()
  await page.unrouteAll({behavior: 'ignoreErrors'})
  const others = page.context().pages().filter((each) => each !== page)
  await Promise.all(others.map((other) => other.close()))
  // A page that is left may keep something; a pointer that stays would rest on whatever comes next.
  await page.goto(icon)
  await page.mouse.move(-1, -1)
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  room.push(page)
}
