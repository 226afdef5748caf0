/** What is installed is what was looked at: no package unproven, no script unasked, no registry chosen for others. */
import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {missingPackages} from '../../scripts/setup.mjs'

interface Locked {
  readonly integrity?: string
  readonly resolved?: string
  readonly inBundle?: boolean
  readonly hasInstallScript?: boolean
  readonly os?: readonly string[]
}

const root = join(import.meta.dirname, '..', '..')
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))

const lock: {packages?: Record<string, Locked>} = Object(read('package-lock.json'))
const manifest: {allowScripts?: Record<string, boolean>; dependencies?: Record<string, string>} = Object(read('package.json'))
const packages = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '')

test('every package of the lockfile has its hash, and none the address of a registry', () => {
  assert.ok(packages.length > 400)
  assert.deepEqual(packages.filter(([, {integrity, inBundle}]) => !integrity && !inBundle).map(([path]) => path), [])
  assert.deepEqual(packages.filter(([, {resolved}]) => resolved).map(([path]) => path), [])
})

test('no package runs a script at install but those that may', () => {
  // One that is only for another system is not installed, so it runs nothing.
  const running = packages.filter(([, {hasInstallScript, os}]) => hasInstallScript && (!os || os.includes(process.platform)))
  const names = new Set(running.map(([path]) => path.split('node_modules/').at(-1)))
  const allowed = Object.entries(manifest.allowScripts ?? {}).filter(([, may]) => may).map(([name]) => name)
  assert.deepEqual([...names].sort(), allowed.sort())
})

test('what the site is made by is pinned to the digit', () => {
  for (const [name, version] of Object.entries(manifest.dependencies ?? {})) assert.match(version, /^\d+\.\d+\.\d+$/, name)
})

test('set-up finds nothing missing where the tests run', () => {
  assert.deepEqual(missingPackages(true), [])
})

test('no tracked file names a registry', () => {
  const found = execFileSync('git', ['ls-files', '-z'], {cwd: root, encoding: 'utf8'}).split('\0').filter((path) => /(^|\/)(package(-lock)?\.json|\.npmrc|\.yarnrc.*)$/.test(path))
  for (const path of found) assert.doesNotMatch(readFileSync(join(root, path), 'utf8'), /registry\s*=|"resolved"/, path)
})
