/** A build that is killed, refused or failed leaves the site as it was. */
import assert from 'node:assert/strict'
import {execFileSync, spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, test} from 'node:test'
import {setTimeout as sleep} from 'node:timers/promises'
import {recover} from '../../scripts/output/swap.ts'
import {build, hashOf, startBuild, temporaryFolder, writeFiles, type Files} from './support.ts'

const notes = (word: string): Files =>
  Object.fromEntries(Array.from({length: 12}, (_, index) => [`Note ${index}.md`, `${word} [[Note ${(index + 1) % 12}]]\n`]))

const home = temporaryFolder()
const vault = join(home, 'vault')
const out = join(home, 'dist')
/** The site of the first and of the second text, and how long a build takes. */
const known = {old: '', new: '', milliseconds: 0}

before(async () => {
  writeFiles(vault, notes('second'))
  await build({vault, out})
  known.new = hashOf(out)
  writeFiles(vault, notes('first'))
  const began = Date.now()
  await build({vault, out})
  known.milliseconds = Date.now() - began
  known.old = hashOf(out)
  writeFiles(vault, notes('second'))
})

/** Paths beside the site that a build may leave for the next one. */
function leftovers(): string[] {
  return readdirSync(home).filter((name) => name.startsWith('dist.'))
}

test('the two sites of these tests differ', () => {
  assert.notEqual(known.old, known.new)
})

/** Moments of a build at which it is killed. */
const parts = 6

test('a build killed at any moment leaves the old site or the new one', async () => {
  const kept = join(home, 'kept')
  cpSync(out, kept, {recursive: true})

  for (let part = 1; part <= parts; part++) {
    const child = startBuild({vault, out})
    await sleep((known.milliseconds * part) / parts)
    child.kill('SIGKILL')
    await child.ended
    // What the next build does first; between the two renames there is no folder at all.
    if (!existsSync(out)) recover(out)
    const found = hashOf(out)
    assert.ok(found === known.old || found === known.new, `after ${part}/${parts} of a build the site is neither`)
  }

  await build({vault, out})
  assert.equal(hashOf(out), known.new)
  assert.deepEqual(leftovers(), [])
  recover(out)
  renameSync(out, join(home, 'dist-new'))
  cpSync(kept, out, {recursive: true})
})

test('an interrupted build cleans up and ends with 130', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const child = startBuild({vault, out})
    while (!existsSync(`${out}.next`) && child.exitCode === null) await sleep(20)
    child.kill(signal)
    const {code} = await child.ended
    assert.equal(code, 130)
    assert.equal(hashOf(out), known.old)
    assert.deepEqual(leftovers(), [])
  }
})

test('a second build of one folder says so and does nothing; one of another folder waits, and both are right', async () => {
  const other = join(home, 'other')
  const builds = [out, out, other].map((folder) => startBuild({vault, out: folder}))
  const [first, second, beside] = await Promise.all(builds.map(({ended}) => ended))
  assert.deepEqual([first?.code, second?.code].sort(), [0, 1])
  assert.match(`${first?.stderr}${second?.stderr}`, /Another build \(process \d+\) is writing .*; nothing was done\./)
  assert.equal(beside?.code, 0)
  assert.equal(hashOf(out), known.new)
  assert.equal(hashOf(other), known.new)
})

test('the lock of a process that is gone is taken over', async () => {
  const {pid} = spawnSync(process.execPath, ['--version'])
  writeFileSync(`${out}.lock`, JSON.stringify({pid, started: '1'}))
  await build({vault, out})
  // A number that is in use again, by a process that began at another time.
  writeFileSync(`${out}.lock`, JSON.stringify({pid: process.pid, started: '1'}))
  await build({vault, out})
  assert.deepEqual(leftovers(), [])
})

test('an error in the vault leaves the site as it was, and a vault that is not there says so', async () => {
  const before = hashOf(out)
  const broken = join(home, 'broken')
  writeFiles(broken, {'a.md': '[[nothing]]\n'})
  const strict = await startBuild({vault: broken, out, flags: ['--strict']}).ended
  assert.equal(strict.code, 1)
  assert.match(strict.stderr, /^a\.md:1:1: error: .*\[broken-link\]/m)
  const missing = await startBuild({vault: join(home, 'nowhere'), out}).ended
  assert.equal(missing.code, 1)
  assert.match(missing.stderr, /The vault cannot be read: there is no such folder\. \[root-unreadable\]/)
  assert.equal(hashOf(out), before)
})

test('a site on another disk than the project is the same site', async () => {
  // Where a machine has one disk only, the folder beside the others is built once more.
  const memory = '/dev/shm'
  const folder = existsSync(memory) ? mkdtempSync(join(memory, 'trellis-')) : join(home, 'elsewhere')
  try {
    await build({vault, out: join(folder, 'site')})
    await build({vault, out})
    assert.equal(hashOf(join(folder, 'site')), hashOf(out))
    assert.deepEqual(readdirSync(folder), ['site'])
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})

test('a folder that holds anything but a site is never replaced', async () => {
  const precious = join(home, 'precious')
  writeFiles(precious, {'thesis.txt': 'years of work'})
  for (const [folder, reason] of [[precious, /holds files that are not a site/], [home, /holds the vault/], [join(vault, 'x'), /inside the vault/]] as const) {
    const {code, stderr} = await startBuild({vault, out: folder}).ended
    assert.equal(code, 1)
    assert.match(stderr, reason)
  }
  assert.deepEqual(readdirSync(precious), ['thesis.txt'])
})

/** Only root can mount; elsewhere these two say nothing. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0

/** Run a build in a mount namespace of its own, after `prepare` has mounted something there. */
function buildMounted(prepare: string, folder: string): {code: number | null; stderr: string} {
  const build = `exec "${process.execPath}" scripts/build.ts --vault "${vault}" --out "${folder}"`
  const {status, stderr} = spawnSync('unshare', ['-m', 'sh', '-c', `${prepare} && ${build}`], {encoding: 'utf8', env: {...process.env, CI: '1'}})
  return {code: status, stderr}
}

if (canMount) {
  test('a full disk ends a build with one sentence', () => {
    const disk = join(home, 'disk')
    mkdirSync(disk)
    const {code, stderr} = buildMounted(`mount -t tmpfs -o size=16k none "${disk}"`, join(disk, 'dist'))
    assert.equal(code, 1)
    assert.match(stderr, /^The site could not be written: the disk is full.*It is as it was\.\n$/)
  })

  test('a read-only disk ends a build with one sentence', () => {
    const {code, stderr} = buildMounted(`mount --bind "${home}" "${home}" && mount -o remount,ro,bind "${home}"`, out)
    assert.equal(code, 1)
    assert.match(stderr, /^The site could not be written: the disk is read-only.*It is as it was\.\n$/)
  })
}

test('no process is left behind', () => {
  const left = execFileSync('ps', ['-eo', 'args'], {encoding: 'utf8'}).split('\n').filter((line) => line.includes(home) && line.includes('build.ts'))
  assert.deepEqual(left, [])
})
