/**
 * Build somebody's vaults aside, and look for what a reader should never meet. For releases (CONTRIBUTING.md).
 *
 *     node scripts/try-vault.ts folder …
 *
 * A vault passes when it builds (dead links and leaks of private notes end a build), every note of it is published or says
 * itself that it is not to be, no page shows the syntax of notes outside of code, and no file has words of a comment. Ends
 * with 1 when one does not pass.
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {vaultNotes} from './output/notes.ts'
import {escapedIn, leftoversIn} from './seen.ts'
import {leakedInto, unsaidIn} from './unsaid.ts'

/** Lines of one vault that are printed. */
const mostLines = 200
/** Properties by which a note says that it may not be published; they stand at its top. */
const keptBack = /^(?:publish\s*:(?![ \t]*true[ \t]*$)|(?:draft|private)\s*:)/m
const top = 4000

function problemsOf(vault: string, home: string): string[] {
  const out = join(home, 'site')
  const built = spawnSync(process.execPath, [join(import.meta.dirname, 'build.ts'), '--vault', vault, '--out', out, '--quiet'], {
    encoding: 'utf8',
    env: {...process.env, CI: '1', GARDEN_CACHE: join(home, 'cache')}
  })
  if (built.status !== 0) return [`it does not build:\n${built.stderr.slice(0, 8000)}`]
  const notes = new Map(vaultNotes(vault).map(({path, file}) => [path, readFileSync(file, 'utf8')]))
  const {notes: published}: {notes: readonly {path: string; url: string}[]} = JSON.parse(readFileSync(join(out, 'garden.json'), 'utf8'))
  return [...lostNotes(notes, new Set(published.map(({path}) => path))), ...shown(out, [...notes.values()]), ...leaked(out, [...notes.values()])]
}

function lostNotes(notes: ReadonlyMap<string, string>, published: ReadonlySet<string>): string[] {
  const missing = [...notes].filter(([path]) => !published.has(path) && !/(?:^|\/)\./.test(path))
  return missing.filter(([, text]) => !keptBack.test(text.slice(0, top))).map(([path]) => `${path}: is not published`)
}

/** What pages show: notes are shown on the pages of others too, so what one means to show is meant everywhere. */
function shown(out: string, notes: readonly string[]): string[] {
  const meant = [...new Set(notes.flatMap(escapedIn))].sort((left, right) => right.length - left.length)
  return Array.from(files(out, /\.html$/), ([path, text]) => leftoversIn(text, meant).map(({name, text: line}) => `${path}: shows ${name}: ${line}`)).flat()
}

function leaked(out: string, notes: readonly string[]): string[] {
  const unsaid = unsaidIn(notes)
  return Array.from(files(out, /\.(?:html|json|xml|txt|md|graphml|gexf|svg)$/), ([path, text]) => leakedInto(text, unsaid).slice(0, 1).map((run) => `${path}: has words of a comment: ${run}`)).flat()
}

/** Files of the site whose path looks like this, read one at a time. */
function files(out: string, looks: RegExp): IteratorObject<[path: string, text: string]> {
  const paths = readdirSync(out, {recursive: true, encoding: 'utf8'}).filter((path) => looks.test(path)).sort()
  return paths.values().map((path) => [path, readFileSync(join(out, path), 'utf8')])
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
