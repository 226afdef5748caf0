/**
 * Measure builds of made-up vaults, and write what came out to bench/RESULTS.md.
 *
 *     npm run bench [-- 1000 5000 10000]
 *
 * Nothing here passes or fails: a slow machine is not a broken build.
 */
import {appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {measure, sizeOf, yardstick, type Measured} from './measure.ts'
import {writeVault} from './vault.ts'

const root = join(import.meta.dirname, '..')
const results = join(import.meta.dirname, 'RESULTS.md')

interface Bench {
  readonly count: number
  readonly home: string
}

interface Case {
  readonly name: string
  readonly flags: readonly string[]
  readonly prepare: (bench: Bench) => void
}

const cases: readonly Case[] = [
  {name: 'cold', flags: [], prepare: () => {}},
  {name: 'nothing changed', flags: [], prepare: () => {}},
  {name: 'nothing changed, --force', flags: ['--force'], prepare: () => {}},
  {name: 'one note edited', flags: [], prepare: ({home}) => appendFileSync(firstNote(join(home, 'vault')), '\nOne more sentence.\n')}
]

function firstNote(vault: string): string {
  const path = readdirSync(vault, {recursive: true, encoding: 'utf8'}).sort().find((name) => name.endsWith('.md'))
  return join(vault, path ?? '')
}

async function run({name, flags, prepare}: Case, bench: Bench): Promise<string> {
  const {count, home} = bench
  prepare(bench)
  const command = [process.execPath, join(root, 'scripts', 'build.ts'), '--vault', join(home, 'vault'), '--out', join(home, 'dist'), '--quiet', ...flags]
  const measured = await measure(command, {GARDEN_CACHE: join(home, 'cache'), CI: '1'})
  if (measured.code !== 0) throw new Error(`The build of ${count} notes failed:\n${measured.output.slice(0, 4000)}`)
  const row = rowOf(name, bench, measured)
  console.log(row)
  return row
}

function rowOf(name: string, {count, home}: Bench, {user, system, wall, peak}: Measured): string {
  const size = Math.round(sizeOf(join(home, 'dist')) / 1e6)
  const cells = [count, name, (user / count).toFixed(2), user, system, (wall / 1000).toFixed(1), peak, size, stages(name, home)]
  return `| ${cells.join(' | ')} |`
}

/** Processor time of each stage, as the build itself keeps it. */
function stages(name: string, home: string): string {
  if (name === 'nothing changed') return ''
  const folder = join(home, 'cache', 'builds')
  const [file = ''] = readdirSync(folder)
  const record: {stages: [string, number, number][]} = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return record.stages.map(([stage, , user]) => `${stage} ${user}`).join(', ')
}

async function measureVault(count: number): Promise<string[]> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-bench-'))
  try {
    writeVault(join(home, 'vault'), count)
    const rows: string[] = []
    for (const one of cases) rows.push(await run(one, {count, home}))
    return rows
  } finally {
    rmSync(home, {recursive: true, force: true})
  }
}

/** Rows that were measured before for other sizes. */
function otherRows(counts: readonly number[]): string[] {
  if (!existsSync(results)) return []
  const [own = ''] = readFileSync(results, 'utf8').split('\n## ', 1)
  const rows = own.split('\n').filter((line) => /^\| \d/.test(line))
  return rows.filter((row) => !counts.some((count) => row.startsWith(`| ${count} |`)))
}

/** What other benches wrote below. */
function sectionsBelow(): string {
  if (!existsSync(results)) return ''
  const text = readFileSync(results, 'utf8')
  const start = text.indexOf('\n## ')
  return start < 0 ? '' : text.slice(start)
}

function page(rows: readonly string[], speed: number): string {
  const sorted = rows.toSorted((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
  return `# What a build costs

Written by \`npm run bench\`. The vaults are made up, the same on every machine: about 400 words a note, 8 links, 3 tags, a
code block, a callout, a table in every fourth. User time is that of the whole tree of processes. *Cold* has no cache of any kind.
The stages are the user milliseconds of the build's own process and its threads.

Last run: ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}; the yardstick
(\`bench/measure.ts\`) took ${speed} ms.

| notes | build | user ms a note | user ms | system ms | seconds | peak MB | site MB | stages, user ms |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |
${sorted.join('\n')}
`
}

const counts = process.argv.slice(2).map(Number).filter((count) => Number.isInteger(count) && count > 0)
const wanted = counts.length > 0 ? counts : [1000, 5000, 10_000]
const rows = otherRows(wanted)
const speed = yardstick()
for (const count of wanted) {
  rows.push(...(await measureVault(count)))
  writeFileSync(results, page(rows, speed) + sectionsBelow())
}
