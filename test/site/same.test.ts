/** Same in, same out: neither the clock's zone, the language, the folder nor a cache changes a byte. */
import assert from 'node:assert/strict'
import {cpSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import {build, differences, pathsOf, temporaryFolder, writeFiles, type Files} from './support.ts'

const files: Files = {
  'index.md': '---\ntags: [a/b, ı, İ, Ä]\n---\n# Home\n[[Çay]] and [[tools/Zoë]] and ![[Çay]]\n',
  'Çay.md': '---\ncreated: 2026-03-29\n---\nTea. [[index]]\n\n```mermaid\nflowchart LR\n  A --> B\n```\n',
  'tools/Zoë.md': 'Dates: 2026-10-25T02:30. [[Çay#Nowhere]]\n\n- [ ] task\n',
  'tools/äpfel.md': '---\npublish: true\n---\nApples\n',
  'Secret.md': '---\npublish: false\n---\nHidden [[Çay]]\n',
  'i.md': 'i #IĞ\n',
  'I1.md': 'I #iğ\n'
}

const places: readonly {name: string; env: Readonly<Record<string, string>>; cwd?: string}[] = [
  {name: 'in Istanbul', env: {TZ: 'Europe/Istanbul', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'}},
  {name: 'on the other side of the day, from another folder', env: {TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C', UV_THREADPOOL_SIZE: '1'}, cwd: tmpdir()}
]

test('two clean builds are the same to the byte, wherever they run', async () => {
  const home = temporaryFolder()
  const vault = join(home, 'vault')
  writeFiles(vault, files)
  await build({vault, out: join(home, 'here'), env: {TZ: 'UTC', GARDEN_CACHE: join(home, 'cache-here')}})
  assert.ok(pathsOf(join(home, 'here')).length > 5)

  for (const [index, {name, env, cwd}] of places.entries()) {
    // Written in another order, as folders are listed in the order they were written on some disks.
    const copy = join(home, `copy-${index}`, 'vault')
    writeFiles(copy, Object.fromEntries(Object.entries(files).reverse()))
    const out = join(home, `there-${index}`)
    await build({vault: copy, out, env: {...env, GARDEN_CACHE: join(home, `cache-${index}`)}, ...(cwd !== undefined && {cwd})})
    assert.deepEqual(differences(join(home, 'here'), out), [], name)
  }
})

test('what is built on an old cache is what is built on none', async () => {
  const home = temporaryFolder()
  const vault = join(home, 'vault')
  const cache = {GARDEN_CACHE: join(home, 'cache')}
  writeFiles(vault, files)
  await build({vault, out: join(home, 'site'), env: cache})

  const edits: readonly (() => void)[] = [
    () => writeFileSync(join(vault, 'New.md'), '[[Çay]] #a/b\n'),
    () => writeFileSync(join(vault, 'Secret.md'), 'No longer hidden [[Çay]]\n'),
    () => rmSync(join(vault, 'tools', 'Zoë.md')),
    () => {
      mkdirSync(join(vault, 'moved'))
      cpSync(join(vault, 'Çay.md'), join(vault, 'moved', 'Çay.md'))
      rmSync(join(vault, 'Çay.md'))
    }
  ]
  for (const edit of edits) {
    edit()
    await build({vault, out: join(home, 'site'), env: cache})
  }

  await build({vault, out: join(home, 'clean'), env: {GARDEN_CACHE: join(home, 'cache-clean')}})
  assert.deepEqual(differences(join(home, 'site'), join(home, 'clean')), [])
})

test('a site is the same whether its private notes are there or not', async () => {
  const home = temporaryFolder()
  const {'Secret.md': _, ...open} = files
  // A site without a title is called after its folder, so both have the same name.
  writeFiles(join(home, 'with', 'vault'), files)
  writeFiles(join(home, 'without', 'vault'), open)
  await build({vault: join(home, 'with', 'vault'), out: join(home, 'a')})
  await build({vault: join(home, 'without', 'vault'), out: join(home, 'b')})
  assert.deepEqual(differences(join(home, 'a'), join(home, 'b')), [])
})
