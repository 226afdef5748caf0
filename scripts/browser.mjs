/**
 * Find a Chromium for the tests, or fetch one. Plain JavaScript: set-up runs it on Node 20.
 */
import {spawn, spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {homedir, tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args What it must be started with on this machine.
 * @property {Record<string, string>} env What must be in its environment.
 * @property {string} source Where it came from, in words.
 */

const require = createRequire(import.meta.url)

/** Chromium without a window: it does the same for a test in half the time. */
const shell = 'chromium-headless-shell'

const names = [shell, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
]

/** Source of a browser that the machine has. */
const system = 'this machine'

const isRoot = process.getuid?.() === 0

/** Arguments that every test starts the browser with: it asks nobody anything, and root has no sandbox. */
export const browserArguments = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking'
]

/** Source of the browser that comes in a package. */
export const unpacked = '@sparticuz/chromium'

/** Where @sparticuz/chromium unpacks itself: a build for containers, which has no sandbox of its own. */
const unpackedFile = join(tmpdir(), 'chromium')

/**
 * @param {string} executablePath @param {string} source @param {Record<string, string>} [env]
 * @returns {Browser}
 */
function browser(executablePath, source, env = {}) {
  const args = executablePath === unpackedFile ? [...new Set(['--no-sandbox', '--no-zygote', ...browserArguments])] : browserArguments
  return {executablePath, args, env, source}
}

/** @param {string} file @param {Record<string, string>} env Whether it starts at all: a library may be missing. */
function starts(file, env = {}) {
  const answer = spawnSync(file, ['--version', ...browserArguments], {
    env: {...process.env, ...env},
    timeout: 20_000,
    encoding: 'utf8'
  })
  return answer.status === 0
}

function fromSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const found = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places]
  return found.filter((file) => existsSync(file)).map((file) => browser(file, system))
}

function fromPlaywright() {
  try {
    const file = require('playwright').chromium.executablePath()
    return existsSync(file) ? [browser(file, 'Playwright')] : []
  } catch {
    return []
  }
}

/** @param {Browser} each Whether it is one without a window. */
function isShell({executablePath}) {
  return executablePath.endsWith(shell)
}

/**
 * A browser that is here already: `CHROME_PATH`, else Playwright's own, else the machine's.
 *
 * @param {boolean} whole Whether the one with a window is wanted, if there is one: it sets and counts as readers' do.
 * @returns {Browser | undefined}
 */
export function findBrowser(whole = false) {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? browser(named, 'CHROME_PATH') : undefined
  const found = [...fromPlaywright(), ...fromSystem()]
  const inOrder = whole ? [...found.filter((each) => !isShell(each)), ...found.filter(isShell)] : found
  return inOrder.find(({executablePath}) => starts(executablePath))
}

/**
 * One command, so that it goes on while this process waits for npm. The shell alone is half of what both are; not every relative of Debian has it.
 *
 * @param {boolean} whole
 */
function aptCommand(whole) {
  const install = 'apt-get -q install -y --no-install-recommends'
  return `apt-get -q update && ${whole ? `${install} chromium` : `{ ${install} ${shell} || ${install} chromium; }`}`
}

/** @type {Map<boolean, Promise<unknown>>} What apt was asked for, the whole or not; each ends when it is there, or is not to be had. */
const asked = new Map()

/** @param {(text: string) => void} say @param {boolean} whole Whether apt can be asked, by this process or as it has been already. */
function askDebian(say, whole) {
  if (!isRoot || !existsSync('/etc/debian_version')) return undefined
  const before = asked.get(whole)
  if (before) return before
  say(whole ? 'A browser with a window is wanted: apt-get install chromium …' : 'No browser is here: apt-get install chromium …')
  // Output of apt is its own; only its errors matter here.
  const apt = spawn('sh', ['-c', aptCommand(whole)], {stdio: ['ignore', 'ignore', 'inherit'], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}})
  const done = new Promise((resolve) => apt.on('close', resolve).on('error', resolve))
  asked.set(whole, done)
  return done
}

/**
 * Begin to fetch a browser where that takes no package of ours, if none is here: it takes about as long as npm does.
 *
 * @param {(text: string) => void} say
 * @returns {Promise<unknown>} Ends when apt does. `ensureBrowser` knows the rest.
 */
export async function fetchEarly(say) {
  // Playwright is not here yet, but what it fetched before may be.
  const kept = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(kept) && !findBrowser() && !process.env.CHROME_PATH) await askDebian(say, false)
}

/** @param {(text: string) => void} say @param {boolean} whole */
async function fromDebian(say, whole) {
  await askDebian(say, whole)
  return asked.has(whole) ? findBrowser(whole) : undefined
}

/** @param {(text: string) => void} say */
async function fromSparticuz(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    say('No browser is here: unpacking @sparticuz/chromium …')
    const entry = require.resolve('@sparticuz/chromium')
    const {default: chromium, inflate} = await import(pathToFileURL(entry).href)
    const file = await chromium.executablePath()
    if (starts(file)) return browser(file, unpacked)

    // A bare machine lacks the libraries too; the package carries those.
    const libraries = await inflate(join(packageFolder(entry), 'bin', 'al2023.tar.br'))
    const env = {LD_LIBRARY_PATH: join(libraries, 'lib')}
    return starts(file, env) ? browser(file, unpacked, env) : undefined
  } catch {
    return undefined
  }
}

/** @param {string} file Folder of the package that a file belongs to. */
function packageFolder(file) {
  let folder = dirname(file)
  while (!existsSync(join(folder, 'bin')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** @param {(text: string) => void} say */
function fetchPlaywright(say) {
  try {
    say('No browser is here: npx playwright install chromium …')
    const cli = join(dirname(require.resolve('playwright/package.json')), 'cli.js')
    spawnSync(process.execPath, [cli, 'install', 'chromium'], {stdio: ['ignore', 'ignore', 'inherit']})
  } catch {
    return undefined
  }
  return fromPlaywright().find(({executablePath}) => starts(executablePath))
}

const missing = `The tests need Chromium, and none could be found or fetched. One of these will do:
  apt-get install chromium                        (Debian, Ubuntu; as root)
  npx playwright install --with-deps chromium     (downloads it)
  CHROME_PATH=/path/to/chrome npm test            (names one that is somewhere else)`

/**
 * A browser, fetched if none is here; or what to do about it, in words.
 *
 * @param {(text: string) => void} say
 * @param {{whole?: boolean}} [wanted] `whole`: as in `findBrowser`.
 * @returns {Promise<Browser | {missing: string}>}
 */
export async function ensureBrowser(say, {whole = false} = {}) {
  if (process.env.CHROME_PATH && !existsSync(process.env.CHROME_PATH)) {
    return {missing: `CHROME_PATH names ${process.env.CHROME_PATH}, which is not there.`}
  }
  const found = findBrowser(whole)
  // Where the whole is not to be had, the shell is better than nothing.
  if (found && !(whole && found.source === system && isShell(found))) return found
  return (await fromDebian(say, whole)) ?? found ?? (await fromSparticuz(say)) ?? fetchPlaywright(say) ?? {missing}
}
