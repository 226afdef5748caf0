import assert from 'node:assert/strict'
import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, test} from 'node:test'
import {filesOf, keepRecord, unchanged} from '../../scripts/output/freshness.ts'
import {takeLock} from '../../scripts/output/lock.ts'
import {count, countsInWords, report, withStrictness} from '../../scripts/output/report.ts'
import {nextOf, recover, refusal, swap} from '../../scripts/output/swap.ts'
import type {Diagnostic, Severity} from '../../src/garden/model.ts'

let home = ''
let out = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'trellis-output-'))
  out = join(home, 'dist')
})
afterEach(() => rmSync(home, {recursive: true, force: true}))

function site(folder: string, text: string): void {
  mkdirSync(folder)
  writeFileSync(join(folder, 'index.html'), text)
}

const text = (): string => readFileSync(join(out, 'index.html'), 'utf8')

test('a swap puts the new site in place and leaves nothing else', () => {
  site(out, 'old')
  site(nextOf(out), 'new')
  swap(out)
  assert.equal(text(), 'new')
  assert.deepEqual(readdirSync(home), ['dist'])
})

test('the first swap needs no old site', () => {
  site(nextOf(out), 'new')
  swap(out)
  assert.equal(text(), 'new')
})

test('a swap that cannot be done leaves the old site', () => {
  site(out, 'old')
  assert.throws(() => swap(out))
  assert.equal(text(), 'old')
})

for (const [state, folders, expected] of [
  ['before the first rename', ['dist', 'dist.next'], 'dist'],
  ['between the renames', ['dist.old', 'dist.next'], 'dist.old'],
  ['after the second rename', ['dist', 'dist.old'], 'dist'],
  ['with nothing to mend', ['dist'], 'dist']
] as const) {
  test(`a build that died ${state} is brought into order`, () => {
    for (const folder of folders) site(join(home, folder), folder)
    recover(out)
    assert.equal(text(), expected)
    assert.deepEqual(readdirSync(home), ['dist'])
  })
}

for (const [folder, reason] of [
  ['dist', undefined],
  ['empty', undefined],
  ['site', undefined],
  ['precious', 'it holds files that are not a site'],
  ['.', 'it holds the project'],
  ['vault/site', 'it is inside the vault'],
  ['notes', 'it holds the vault']
] as const) {
  test(`a site may${reason ? ' not' : ''} be put into ${folder}`, () => {
    mkdirSync(join(home, 'empty'))
    mkdirSync(join(home, 'precious'))
    writeFileSync(join(home, 'precious', 'thesis.txt'), '')
    site(join(home, 'site'), '')
    const vault = join(home, folder === 'notes' ? 'notes/vault' : 'vault')
    assert.equal(refusal(join(home, folder), {root: join(home, 'project'), vault}), reason)
  })
}

test('a lock is held once, told with its holder, and free again when released', async () => {
  const file = join(home, 'lock')
  const first = await takeLock(file)
  assert.deepEqual(await takeLock(file), {pid: process.pid})
  assert.ok('release' in first)
  first.release()
  assert.equal(existsSync(file), false)
  assert.ok('release' in (await takeLock(file)))
})

test('a lock that was never written, or holds nonsense, is taken over after a moment', async () => {
  for (const content of ['', '{', '{"pid": -1, "started": ""}', 'null']) {
    const file = join(home, 'lock')
    writeFileSync(file, content)
    utimesSync(file, new Date(0), new Date(0))
    const taken = await takeLock(file)
    assert.ok('release' in taken, content)
    taken.release()
  }
})

test('of many that want a dead lock at once, one gets it', async () => {
  const taker = `
    import {takeLock} from ${JSON.stringify(join(import.meta.dirname, '../../scripts/output/lock.ts'))}
    const taken = await takeLock(process.argv[1])
    process.stdout.write('release' in taken ? 'taken' : 'busy')
    process.stdin.resume()
    process.stdin.on('end', () => process.exit())
  `
  for (let round = 0; round < 3; round++) {
    const file = join(home, `lock-${round}`)
    const {pid} = spawnSync(process.execPath, ['--version'])
    writeFileSync(file, JSON.stringify({pid, started: '1'}))
    const takers = Array.from({length: 6}, () => spawn(process.execPath, ['--input-type=module', '-e', taker, file], {stdio: ['pipe', 'pipe', 'inherit']}))
    const answers = await Promise.all(takers.map((child) => new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data))))))
    const ended = takers.map((child) => new Promise((resolve) => child.once('exit', resolve)))
    for (const child of takers) child.stdin.end()
    await Promise.all(ended)
    assert.equal(answers.filter((answer) => answer === 'taken').length, 1)
  }
})

test('a record holds as long as neither its key nor any file changed', () => {
  const file = join(home, 'records', 'a.json')
  site(out, 'one')
  const keep = (): void => keepRecord(file, {key: 'k', files: filesOf(out), summary: 's', stages: []})
  keep()
  assert.equal(unchanged(file, 'k', out)?.summary, 's')
  assert.equal(unchanged(file, 'other', out), undefined)

  writeFileSync(join(out, 'index.html'), 'two')
  assert.equal(unchanged(file, 'k', out), undefined)
  keep()
  utimesSync(join(out, 'index.html'), new Date(0), new Date(0))
  assert.equal(unchanged(file, 'k', out), undefined)
  keep()
  writeFileSync(join(out, 'more.html'), '')
  assert.equal(unchanged(file, 'k', out), undefined)
  keep()
  rmSync(join(out, 'more.html'))
  assert.equal(unchanged(file, 'k', out), undefined)
  rmSync(out, {recursive: true})
  assert.equal(unchanged(file, 'k', out), undefined)
  for (const broken of ['', '{', 'null', '{"key":"k"}']) {
    writeFileSync(file, broken)
    assert.equal(unchanged(file, 'k', out), undefined)
  }
})

const problem = (path: string, severity: Severity, line = 1): Diagnostic => ({rule: 'r', severity, path, place: {line, column: 1}, message: 'M.'})

test('problems are printed by place, and only those of the severities that are asked for', () => {
  const problems = [problem('b.md', 'warning'), problem('a.md', 'info'), problem('a.md', 'error', 10), problem('a.md', 'warning', 9)]
  assert.deepEqual(report(problems, ['error', 'warning']), [
    'a.md:9:1: warning: M. [r]',
    'a.md:10:1: error: M. [r]',
    'b.md:1:1: warning: M. [r]'
  ])
  assert.equal(countsInWords(count(problems)), '1 error, 2 warnings, 1 remark')
  assert.equal(countsInWords(count(withStrictness(problems, true))), '3 errors, 0 warnings, 1 remark')
})

test('of more problems than anybody reads the errors are printed and the rest is counted', () => {
  const many = Array.from({length: 500}, (_, index) => problem('a.md', 'warning', index))
  const lines = report([...many, problem('z.md', 'error')], ['error', 'warning'])
  assert.deepEqual(lines, ['z.md:1:1: error: M. [r]', '… and 500 more: npm run check'])
  assert.equal(report(many, ['warning']).at(-1), '… and 300 more: npm run check')
})
