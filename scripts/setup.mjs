/**
 * Fetch what a task needs and this machine lacks, then run the task.
 *
 *     node scripts/setup.mjs build [script [argument …]]
 *
 * Runs on Node 20 and on npm alone, as it is what installs everything else;
 * the script it starts runs on the Node that the project installs.
 *
 * Needs: `build` is every dependency; `tools` also the development packages;
 * `test` also a browser.
 */
import {spawn, spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'

/** The Node that the project's scripts run on: the npm package `node`. */
const nodeFile = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
const nodeMajor = 24

const needs = ['build', 'tools', 'test']

/** @param {string} text */
function say(text) {
  if (!process.env.CI) console.error(text)
}

/** @param {string} text @returns {never} */
function fail(text) {
  console.error(text)
  process.exit(1)
}

/** @param {string} file @returns {Map<string, any>} Packages by their path under the root. */
function packages(file) {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {}))
  } catch {
    return new Map()
  }
}

/** @param {readonly string[] | undefined} list @param {string} name Whether `list`, which may hold `!name`, lets `name` in. */
function allows(list, name) {
  if (!list || list.length === 0) return true
  if (list.includes(`!${name}`)) return false
  return list.includes(name) || list.every((entry) => entry.startsWith('!'))
}

/** Family of the C library, as npm names it; only Linux has two. */
function libc() {
  if (process.platform !== 'linux') return undefined
  // Listing network interfaces is the slow part of a report, and the resolver's business at that.
  Object.assign(process.report, {excludeNetwork: true})
  const {header} = /** @type {any} */ (process.report.getReport())
  return header.glibcVersionRuntime ? 'glibc' : 'musl'
}

/**
 * Whether the build can do without a package on this machine.
 *
 * The native half of a package is optional by its word only: where it fits the
 * machine it is what does the work.
 *
 * @param {any} entry @param {string | undefined} family
 */
function isDispensable(entry, family) {
  if (entry.link || entry.inBundle) return true
  if (!entry.optional && !entry.devOptional) return false
  if (!entry.os) return true
  const fits = allows(entry.os, process.platform) && allows(entry.cpu, process.arch)
  return !fits || (family !== undefined && !allows(entry.libc, family))
}

/**
 * Packages that the lockfile names and this machine lacks.
 *
 * @param {boolean} development
 * @returns {string[]}
 */
export function missingPackages(development) {
  const installed = packages(join(root, 'node_modules', '.package-lock.json'))
  const family = libc()

  return [...packages(join(root, 'package-lock.json'))]
    .filter(([path, entry]) => path !== '' && (development || !entry.dev) && !isDispensable(entry, family))
    .filter(([path, entry]) => installed.get(path)?.version !== entry.version || !existsSync(join(root, path)))
    .map(([path]) => path)
}

/** Whether any package is there that only development needs. */
function hasDevelopmentPackages() {
  const installed = packages(join(root, 'node_modules', '.package-lock.json'))
  return [...installed.values()].some((entry) => entry.dev)
}

/** Whether the project's own Node answers. */
function hasNode() {
  const answer = spawnSync(nodeFile, ['--version'], {encoding: 'utf8'})
  return Number(/^v(\d+)/.exec(answer.stdout ?? '')?.[1]) >= nodeMajor
}

/**
 * How npm is asked, so that nothing that is there goes away.
 *
 * `npm ci` starts from an empty folder, so it is only for one. `npm install
 * --omit=dev` removes development packages, so it is only for a folder without.
 *
 * @param {boolean} development
 */
function npmArguments(development) {
  const fresh = !existsSync(join(root, 'node_modules', '.package-lock.json'))
  const omit = development || hasDevelopmentPackages() ? [] : ['--omit=dev']
  return [...(fresh ? ['ci'] : ['install', '--no-save']), ...omit, '--no-audit', '--no-fund', '--loglevel=error']
}

/** @param {string[]} args Exit code of npm. */
function npm(args) {
  // npm names itself to the scripts it runs; a bare `node scripts/setup.mjs` has only the PATH.
  const self = process.env.npm_execpath
  const [command, first] = self?.endsWith('.js') ? [process.execPath, [self]] : [windows ? 'npm.cmd' : 'npm', []]
  const quiet = process.env.CI ? 'ignore' : 'inherit'
  return spawnSync(command, [...first, ...args], {cwd: root, env: {...allocator, ...process.env}, stdio: ['ignore', quiet, 'inherit'], shell: windows && !self}).status
}

/** @param {boolean} development */
function ensurePackages(development) {
  const missing = missingPackages(development)
  if (missing.length === 0 && hasNode()) return

  const began = Date.now()
  const args = missing.length === 0 ? ['rebuild', 'node'] : npmArguments(development)
  const what = missing.length === 0 ? `Node ${nodeMajor} is not in place` : `${missing.length} ${missing.length === 1 ? 'package is' : 'packages are'} missing`
  say(`${what} for ${development ? 'the tests and tools' : 'the build'}: npm ${args.slice(0, 2).join(' ')} …`)

  if (npm(args) !== 0) fail('npm could not install what is missing; its own message stands above. Nothing was built.')
  if (!hasNode()) fail(`Node ${nodeMajor} was not installed, as install scripts are off: npm rebuild node --ignore-scripts=false`)
  say(`Installed in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
}

/**
 * One thread for V8's own work (collecting garbage, compiling) instead of four, which on few cores mostly wait for one
 * another: a build takes about a tenth less of the processor.
 *
 * @param {string} [options] What the author asks of Node; a number of theirs stays.
 */
function oneHelper(options = '') {
  return options.includes('--v8-pool-size') ? options : `${options} --v8-pool-size=1`.trim()
}

/**
 * Asked of glibc's allocator: large pages where the system has them, as small ones took a sixth of the processor in a
 * build of 10,000 notes; and to give back what is no longer used. The files of a large site pass through it as buffers,
 * and it kept the places of many: 100 MB of such a build. Other allocators do not look at these.
 */
const allocator = {GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1:glibc.malloc.arena_max=2:glibc.malloc.mmap_threshold=1048576:glibc.malloc.trim_threshold=4194304'}

/** @param {readonly string[]} command Run on the project's Node; ends as it ends. */
function run(command) {
  const child = spawn(nodeFile, command, {cwd: root, stdio: 'inherit', env: {...allocator, ...process.env, NODE_OPTIONS: oneHelper(process.env.NODE_OPTIONS)}})
  // Ctrl-C reaches the child by itself; this process only waits for it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

async function main() {
  // What is fetched here is part of how long the author waited.
  process.env.GARDEN_BEGAN ??= String(Date.now())
  // Set here already, so that the script's own modules are kept too; with a cache elsewhere, or none yet, that is the script's business.
  const kept = join(root, 'node_modules', '.cache', 'trellis')
  if (!process.env.GARDEN_CACHE && existsSync(kept)) process.env.NODE_COMPILE_CACHE ||= join(kept, 'code')
  const [need = '', ...command] = process.argv.slice(2)
  if (!needs.includes(need)) fail(`usage: node scripts/setup.mjs ${needs.join('|')} [script [argument …]]`)

  const {ensureBrowser, fetchEarly, unpacked} = await import('./browser.mjs')
  const early = need === 'test' ? fetchEarly(say) : undefined
  ensurePackages(need !== 'build')
  // Whoever looks for a browser now must not find half of one.
  await early

  // Some of the browsers that can be fetched ask for the newer Node themselves.
  if (need === 'test' && Number.parseInt(process.versions.node, 10) < nodeMajor) {
    return run([fileURLToPath(import.meta.url), need, ...command])
  }

  if (need === 'test') {
    const browser = await ensureBrowser(say)
    if ('missing' in browser) fail(browser.missing)
    // The machine's own are found again, by what wants the whole of one too.
    if (browser.source === unpacked) process.env.CHROME_PATH = browser.executablePath
    Object.assign(process.env, browser.env)
  }

  if (command.length > 0) run(command)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
