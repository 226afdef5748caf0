/** Check the code and the notes: types, style, what nobody uses, and the rules of the garden's notes. All say what they have to say before this ends. */
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')

const checks = [
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'error', '--minimumSeverity', 'error'],
  ['style', 'biome', 'lint', '--error-on-warnings'],
  ['unused', 'knip', '--no-progress'],
  ['notes', 'node', 'scripts/lint-content.ts']
] as const

const failed = checks.filter(([name, command, ...args]) => {
  console.log(`── ${name}`)
  const {status} = spawnSync(join(root, 'node_modules', '.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {...process.env, ASTRO_TELEMETRY_DISABLED: '1'}
  })
  return status !== 0
})

console.log(failed.length === 0 ? 'All sound.' : `Not sound: ${failed.map(([name]) => name).join(', ')}.`)
process.exit(failed.length === 0 ? 0 : 1)
