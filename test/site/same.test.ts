/** Same in, same out: neither the clock's zone, the language, the folder nor a cache changes a byte. */
import assert from 'node:assert/strict'
import {cpSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {before, test} from 'node:test'
import {build, differences, pathsOf, temporaryFolder, writeFiles, type Files} from './support.ts'

const files: Files = {
  'index.md': '---\ntags: [a/b, ı, İ, Ä]\n---\n# Home\n[[Çay]] and [[tools/Zoë]] and ![[Çay]]\n',
  'Çay.md': '---\ncreated: 2026-03-29\nimage: photo.png\n---\nTea. [[index]]\n\n```mermaid\nflowchart LR\n  A --> B\n```\n',
  'tools/Zoë.md': 'Dates: 2026-10-25T02:30. [[Çay#Nowhere]]\n\n- [ ] task\n',
  'tools/äpfel.md': '---\npublish: true\naliases: [Old apples]\nupdated: 2026-05-01\ncover: leaf.svg\n---\nApples\n',
  'leaf.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>',
  'photo.png': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'),
  'Secret.md': '---\npublish: false\n---\nHidden [[Çay]]\n',
  'i.md': 'i #IĞ\n',
  'I1.md': 'I #iğ\n'
}

/** Where sites are built: in Istanbul, whose i has no dot, and on the other side of the day, with one thread for files. */
const istanbul = {TZ: 'Europe/Istanbul', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'}
const kiritimati = {TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C', UV_THREADPOOL_SIZE: '1'}

/** With an address of its own a site has feeds and cards as well. */
const site = 'https://example.org'

const home = temporaryFolder()
/** The vault, the site that is built of it first, and the cache of that. */
const vault = join(home, 'vault')
const here = join(home, 'here')
const cacheHere = join(home, 'cache-here')

before(async () => {
  writeFiles(vault, files)
  await build({vault, out: here, site, env: {...istanbul, GARDEN_CACHE: cacheHere}})
})

test('two clean builds are the same to the byte, wherever they run', async () => {
  const paths = pathsOf(here)
  for (const kind of [/\.html$/, /\.xml$/, /^og\//, /^attachments\//, /^garden\.zip$/]) assert.ok(paths.some((path) => kind.test(path)), String(kind))

  // Written in another order, as folders are listed in the order they were written on some disks.
  const copy = join(home, 'copy', 'vault')
  writeFiles(copy, Object.fromEntries(Object.entries(files).reverse()))
  const there = join(home, 'there')
  await build({vault: copy, out: there, site, env: {...kiritimati, GARDEN_CACHE: join(home, 'cache-there')}, cwd: tmpdir()})
  assert.deepEqual(differences(here, there), [])
})

test('a site is the same whether its private notes are there or not', async () => {
  const {'Secret.md': _, ...open} = files
  // A site without a title is called after its folder, so both have the same name.
  const without = join(home, 'without', 'vault')
  writeFiles(without, open)
  await build({vault: without, out: join(home, 'open'), site})
  assert.deepEqual(differences(here, join(home, 'open')), [])
})

test('what is built on an old cache is what is built on none', async () => {
  // Each of the two builds finds notes that are new, gone or otherwise visible than the last one left them.
  const edits: readonly (() => void)[] = [
    () => {
      writeFileSync(join(vault, 'New.md'), '[[Çay]] #a/b\n')
      writeFileSync(join(vault, 'Secret.md'), 'No longer hidden [[Çay]]\n')
    },
    () => {
      rmSync(join(vault, 'tools', 'Zoë.md'))
      mkdirSync(join(vault, 'moved'))
      cpSync(join(vault, 'Çay.md'), join(vault, 'moved', 'Çay.md'))
      rmSync(join(vault, 'Çay.md'))
    }
  ]
  for (const edit of edits) {
    edit()
    await build({vault, out: here, site, env: {GARDEN_CACHE: cacheHere}})
  }

  const clean = join(home, 'clean')
  await build({vault, out: clean, site, env: {GARDEN_CACHE: join(home, 'cache-clean')}})
  assert.deepEqual(differences(here, clean), [])
})
