/**
 * Would the tests notice a mistake? Makes small ones in the files that privacy
 * and addresses stand on, one at a time, and runs their tests on each.
 *
 *     node scripts/mutate.ts [publish|visibility|…] [--every=3]
 *
 * A mutant that no test fails on is printed. Not part of `npm test`: it takes
 * some seconds a mutant. `--every=n` tries each n-th only.
 */

import {spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Mutant, mutantsOf} from './mutation/mutants.ts'

/** Table: a file of `src/garden/`, and the files of `test/garden/` that look at it. */
const subjects: readonly (readonly [file: string, tests: readonly string[]])[] = [
  ['publish', ['visibility']],
  ['visibility', ['visibility', 'frontmatter']],
  ['safe', ['safe-table', 'safe']],
  ['vault', ['vault', 'paths', 'clean-css', 'remarks']],
  ['names', ['names', 'paths', 'redirects', 'resolve']],
  ['resolve', ['resolve', 'titles', 'paths', 'oracle']]
]

/** Longest that the tests of a mutant may take, in milliseconds: one that never ends is found. */
const patience = 120_000

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'mutation-'))
process.on('exit', () => rmSync(folder, {recursive: true, force: true}))

function survives(file: string, tests: readonly string[], source: string): Promise<boolean> {
  const copy = join(folder, 'mutant.ts')
  writeFileSync(copy, source)
  const imports = tests.map((name) => `await import(${JSON.stringify(pathToFileURL(join(root, 'test', 'garden', `${name}.test.ts`)))})`).join('\n')
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', join(root, 'scripts/mutation/hook.ts'), '--input-type=module', '--eval', imports], {
      env: {...process.env, MUTANT_URL: String(pathToFileURL(file)), MUTANT_SOURCE: copy},
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: patience
    })
    // The first failure decides.
    child.stdout.on('data', (text: Buffer) => {
      if (/^not ok|^✖/m.test(String(text))) child.kill()
    })
    child.on('close', (code) => resolve(code === 0))
  })
}

function printed(name: string, {line, was, becomes}: Mutant): string {
  return `src/garden/${name}.ts:${line}: survives: ${was.replace(/\s+/g, ' ').slice(0, 60)} → ${becomes.slice(0, 60)}`
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const every = Number(/--every=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 1)

for (const [name, tests] of subjects) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const file = join(root, 'src', 'garden', `${name}.ts`)
  const source = readFileSync(file, 'utf8')
  if (!(await survives(file, tests, source))) throw new Error(`The tests of ${name}.ts fail without any mistake in it.`)
  const mutants = mutantsOf(source).filter((_, index) => index % every === 0)
  let killed = 0
  for (const mutant of mutants) {
    if (await survives(file, tests, mutant.source)) console.log(printed(name, mutant))
    else killed += 1
  }
  console.log(`${name}.ts: ${killed} of ${mutants.length} mutants killed`)
}
