/**
 * Build somebody's vaults aside, and look for what a reader should never meet. For releases (CONTRIBUTING.md).
 *
 *     node scripts/try-vault.ts folder …
 *
 * A vault passes when it builds (dead links and leaks end a build), every note of it is published or says itself that it
 * is not to be, and no page shows the syntax of notes outside of code. Ends with 1 when one does not pass.
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {vaultNotes} from './output/notes.ts'
import {leftoversIn} from './seen.ts'

/** Lines of one vault that are printed. */
const mostLines = 200
/** Properties by which a note says that it is not to be published; they stand at its top. */
const keptBack = /^(?:publish|draft|private)\s*:/m
const top = 4000

function problemsOf(vault: string, home: string): string[] {
  const out = join(home, 'site')
  const built = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts'), '--vault', vault, '--out', out, '--quiet'], {
    encoding: 'utf8',
    env: {...process.env, CI: '1', GARDEN_CACHE: join(home, 'cache')}
  })
  if (built.status !== 0) return [`it does not build:\n${built.stderr.slice(0, 8000)}`]
  return [...lostNotes(vault, out), ...shown(out)]
}

function lostNotes(vault: string, out: string): string[] {
  const {notes}: {notes: readonly {path: string}[]} = JSON.parse(readFileSync(join(out, 'garden.json'), 'utf8'))
  const published = new Set(notes.map(({path}) => path))
  const missing = vaultNotes(vault).filter((path) => !published.has(path) && !/(?:^|\/)\./.test(path))
  return missing.filter((path) => !keptBack.test(readFileSync(join(vault, path), 'utf8').slice(0, top))).map((path) => `${path}: is not published`)
}

function shown(out: string): string[] {
  const pages = readdirSync(out, {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('.html')).sort()
  return pages.flatMap((path) => leftoversIn(readFileSync(join(out, path), 'utf8')).map(({name, text}) => `${path}: shows ${name}: ${text}`))
}

const vaults = process.argv.slice(2)
if (vaults.length === 0) {
  console.error('Name the folders of one or more vaults.')
  process.exit(1)
}
for (const vault of vaults) {
  const home = mkdtempSync(join(tmpdir(), 'trellis-try-'))
  const problems = problemsOf(resolve(vault), home)
  rmSync(home, {recursive: true, force: true})
  for (const problem of problems.slice(0, mostLines)) console.log(problem)
  console.log(`${basename(vault)}: ${vaultNotes(resolve(vault)).length} notes, ${problems.length === 0 ? 'nothing found' : `${problems.length} found`}`)
  if (problems.length > 0) process.exitCode = 1
}
