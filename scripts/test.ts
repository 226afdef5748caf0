/**
 * Run tests: `unit` needs no browser and no whole site, `site` both; `fuzz` looks longer; without a word unit and site.
 *
 *     node scripts/test.ts [unit|site|fuzz] [file …] [--runs=n]
 *
 * One run of Node's test runner, so that its closing lines count everything.
 */
import {existsSync, globSync, mkdirSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {run} from 'node:test'
import {spec} from 'node:test/reporters'
import {pathToFileURL} from 'node:url'

const root = join(import.meta.dirname, '..')

const suites: ReadonlyMap<string, readonly string[]> = new Map([
  ['unit', ['test/*.test.ts', 'test/!(site|fuzz|fixtures)/**/*.test.ts']],
  ['site', ['test/site/**/*.test.ts']],
  ['fuzz', ['test/fuzz/**/*.test.ts']]
])

/**
 * What takes long, longest first: whatever begins last should not keep one core
 * alone. Builds wait for one another, so files that build much stand beside files
 * that do not. To be put in order by how long files take when that changes.
 * Files that stand together share what takes long, in one process: what is drawn, or the browser.
 */
const first: readonly (readonly string[])[] = [
  ['test/site/overflow.test.ts', 'test/site/reading.test.ts'],
  ['test/garden/hostile.test.ts'],
  ['test/site/crash.test.ts'],
  ['test/site/search.test.ts', 'test/site/previews.test.ts'],
  ['test/site/same.test.ts'],
  ['test/site/access.test.ts', 'test/site/map.test.ts', 'test/site/boards.test.ts', 'test/site/connections.test.ts'],
  ['test/site/offline.test.ts', 'test/site/media.test.ts', 'test/site/feeds.test.ts'],
  ['test/site/diagrams.test.ts', 'test/site/going-on.test.ts', 'test/site/keyboard.test.ts', 'test/site/places.test.ts'],
  ['test/site/diagram-themes.test.ts', 'test/garden/diagrams.test.ts'],
  ['test/site/parity.test.ts'],
  ['test/garden/oracle.test.ts', 'test/garden/door.test.ts'],
  ['test/site/hostile.test.ts'],
  ['test/site/dev.test.ts'],
  ['test/garden/syntax.test.ts', 'test/garden/memory.test.ts', 'test/garden/quick.test.ts']
]

/** Processes for the files that are not named above: to load the same modules takes most of them longer than their tests. */
const shared = 3

/** Files as they are run: the others in a few processes, which take longest, then those named above in order. */
function inOrder(files: readonly string[]): string[] {
  const named = first.flat()
  const others = files.filter((file) => !named.includes(file))
  const parts = Array.from({length: shared}, (_, part) => others.filter((_, index) => index % shared === part))
  const groups = [...parts, ...first.map((group) => group.filter((file) => files.includes(file)))]
  return groups.filter((group) => group.length > 0).map((group, index) => (group.length === 1 ? group.join() : together(`together-${index}.mjs`, group)))
}

/** A file that runs the tests of several, each a suite. */
function together(name: string, files: readonly string[]): string {
  const folder = join(root, 'node_modules', '.cache', 'trellis', 'test')
  mkdirSync(folder, {recursive: true})
  const suites = files.map((file) => `describe(${JSON.stringify(file)}, () => import(${JSON.stringify(pathToFileURL(join(root, file)).href)}).then(() => {}))\n`)
  writeFileSync(join(folder, name), `import {describe} from 'node:test'\n${suites.join('')}`)
  return join(folder, name)
}

const words = process.argv.slice(2)
const named = words.filter((word) => suites.has(word))
const runs = words.find((word) => word.startsWith('--runs='))?.slice('--runs='.length)
const given = words.filter((word) => word.endsWith('.ts'))

const wanted = (named.length > 0 ? named : ['unit', 'site']).flatMap((name) => suites.get(name) ?? [])
const files = given.length > 0 ? given : wanted.flatMap((pattern) => globSync(pattern, {cwd: root}).sort())

if (files.length === 0) {
  console.error(`There are no tests called ${named.join(' ')}.`)
  process.exit(1)
}
for (const file of first.flat()) if (!existsSync(join(root, file))) throw new Error(`${file} is named in scripts/test.ts and is not there.`)

if (runs !== undefined) process.env['FUZZ_RUNS'] = runs
// Each file is a process, and so is each build in it: what one made of the modules spares a hundred others half a second each.
process.env['NODE_COMPILE_CACHE'] ||= join(root, 'node_modules', '.cache', 'trellis', 'code')
/** Room for what lives shortly: parsing many notes takes a tenth less of the processor than with V8's usual nursery. */
const execArgv = ['--min-semi-space-size=32', '--max-semi-space-size=64']
// Through the interface, as the command line puts files in order by name.
const processes = given.length > 0 ? files : inOrder(files)
run({files: processes.map((file) => resolve(root, file)), cwd: root, execArgv, concurrency: 2, timeout: 300_000})
  .on('test:fail', ({todo}) => {
    if (todo === undefined || todo === false) process.exitCode = 1
  })
  .compose<NodeJS.ReadWriteStream>(new spec())
  .pipe(process.stdout)
