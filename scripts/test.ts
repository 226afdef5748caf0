/**
 * Run tests: `unit` needs no browser and no whole site, `site` both; `fuzz` looks longer; without a word unit and site.
 *
 *     node scripts/test.ts [unit|site|fuzz] [file …] [--runs=n]
 *
 * One run of Node's test runner, so that its closing lines count everything.
 */
import {spawnSync} from 'node:child_process'
import {globSync} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')

const suites: ReadonlyMap<string, readonly string[]> = new Map([
  ['unit', ['test/*.test.ts', 'test/!(site|fuzz|fixtures)/**/*.test.ts']],
  ['site', ['test/site/**/*.test.ts']],
  ['fuzz', ['test/fuzz/**/*.test.ts']]
])

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

const {status} = spawnSync(process.execPath, ['--test', '--test-concurrency=2', '--test-timeout=300000', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: {...process.env, ...(runs !== undefined && {FUZZ_RUNS: runs})}
})
process.exit(status ?? 1)
