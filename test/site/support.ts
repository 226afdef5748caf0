/** What the tests of whole sites share: vaults of a few files, builds, a server. The browser is in `pages.ts`. */
import assert from 'node:assert/strict'
import {spawn, type ChildProcess} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {after} from 'node:test'
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
