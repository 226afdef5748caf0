/** `npm run dev`: a saved note is a page within moments, what is wrong is told, a bad note stops nothing, and Ctrl-C ends it. */
import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {root, temporaryFolder, writeFiles} from './support.ts'

const folder = temporaryFolder()
const cache = temporaryFolder()
writeFiles(folder, {'A.md': 'First words.\n\n![[pic.png]]', 'B.md': 'Second.', 'pic.png': readFileSync(join(root, 'public', 'apple-touch-icon.png'))})

const port = 20_000 + (process.pid % 20_000)
const server = spawn(process.execPath, [join(root, 'scripts', 'dev.ts'), '--vault', folder, '--port', String(port)], {
  cwd: root,
  env: {...process.env, NODE_TEST_CONTEXT: undefined, INIT_CWD: undefined, GARDEN_CACHE: cache},
  stdio: ['ignore', 'pipe', 'pipe']
})
after(() => server.kill('SIGKILL'))
let told = ''
for (const stream of [server.stdout, server.stderr]) {
  stream.on('data', (data) => {
    told += data
  })
}

/** Wait until something holds; a busy machine gets its time. */
async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`${what} did not come:\n${told}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const address = (): string => /http:\/\/\S+/.exec(told)?.[0] ?? ''
const page = async (path: string): Promise<string> => (await fetch(address() + path)).text()

test('an edit, a new note with its backlink, a bad note and a deleted one', async () => {
  await until('the address', () => address() !== '')
  assert.match(await page('a/'), /First words/)
  const picture = /src="\/(attachments\/[^"]+)"/.exec(await page('a/'))?.[1] ?? ''
  assert.equal((await fetch(address() + picture)).status, 200)

  writeFiles(folder, {'A.md': 'Other words.'})
  await until('the edit', async () => (await page('a/')).includes('Other words'))

  writeFiles(folder, {'New.md': 'A sentence that names [[A]] and [[Nobody]].'})
  await until('the backlink', async () => (await page('a/')).includes('A sentence that names'))
  assert.match(told, /New\.md:1:\d+: warning: No note is called “Nobody”/)

  writeFiles(folder, {'Bad.md': '---\npublish: [\n---\n', 'Bad.canvas': '{', 'Bad.base': 'views: [', 'B.md': 'After the bad ones.'})
  await until('what is after a bad note', async () => (await page('b/')).includes('After the bad ones'))
  await until('what is said of it', () => /Bad\.md:\d+:\d+: warning/.test(told) && /Bad\.canvas:\d+:\d+: warning/.test(told))
  assert.equal((await fetch(`${address()}bad/`)).status, 404)

  rmSync(join(folder, 'New.md'))
  await until('the end of the backlink', async () => !(await page('a/')).includes('A sentence that names'))
  await until('the end of the page', async () => (await fetch(`${address()}new/`)).status === 404)
})

test('a note that is gone before its garden has grown is gone', async () => {
  // Parsed for longer than a garden without it takes, which has nothing to parse.
  writeFiles(folder, {'Hasty.md': Array.from({length: 20_000}, (_, at) => `Paragraph ${at} about [[A]].\n`).join('\n')})
  await new Promise((resolve) => setTimeout(resolve, 300))
  rmSync(join(folder, 'Hasty.md'))
  await new Promise((resolve) => setTimeout(resolve, 3000))
  assert.equal((await fetch(`${address()}hasty/`)).status, 404)
  assert.doesNotMatch(await page('a/'), /Hasty/)
})

test('Ctrl-C ends it', async () => {
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  assert.equal(await ended, 0)
})
