/** Reading a folder: what is read, what is passed over, and what the author is told. */

import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {chmodSync, mkdirSync, symlinkSync, truncateSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {readVault} from '../../src/garden/vault.ts'
import {growVault, htmlOf, rulesOf, temporaryFolder, writeFiles} from './support.ts'

const limits = {noteMegabytes: 10}

function vaultWith(files: Iterable<readonly [string, string | Uint8Array]>): string {
  const folder = temporaryFolder()
  writeFiles(folder, files)
  return folder
}

function read(folder: string): {notes: string[]; attachments: string[]; told: string[]} {
  const {vault, diagnostics} = readVault(folder, limits)
  return {notes: vault.notes.map(({path}) => path), attachments: vault.attachments.map(({path}) => path), told: diagnostics.map(({rule, path}) => `${path}: ${rule}`)}
}

test('notes and other files are found at any depth, in code-point order', () => {
  const folder = vaultWith([['b.md', ''], ['a.MD', ''], ['c.mdx', ''], ['x/y/z.md', ''], ['B.md', ''], ['x.png', ''], ['x/a.pdf', ''], ['README', ''], ['😀.md', ''], ['～.md', '']])
  assert.deepEqual(read(folder), {notes: ['B.md', 'a.MD', 'b.md', 'c.mdx', 'x/y/z.md', '～.md', '😀.md'], attachments: ['README', 'x.png', 'x/a.pdf'], told: []})
})

test('an empty vault and one with nothing but empty folders are vaults', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a/b'), {recursive: true})
  assert.deepEqual(read(folder), {notes: [], attachments: [], told: []})
})

test('dot-folders and dot-files are never content (F-02)', () => {
  const folder = vaultWith([['.obsidian/a.md', ''], ['.git/b.md', ''], ['.trash/c.md', ''], ['.d.md', ''], ['a/.hidden/e.md', ''], ['a/f.md', ''], ['.md', '']])
  assert.deepEqual(read(folder), {notes: ['a/f.md'], attachments: [], told: []})
})

test('a root that is not there, or is a file, is an error that names it', () => {
  const folder = vaultWith([['file', '']])
  for (const root of [join(folder, 'nowhere'), join(folder, 'file')]) {
    const {vault, diagnostics} = readVault(root, limits)
    assert.deepEqual(vault.notes, [])
    assert.deepEqual(diagnostics.map(({rule, severity, path}) => [rule, severity, path]), [['root-unreadable', 'error', root]])
  }
})

// ── Links and special files ─────────────────────────────────────────────────

test('no symbolic link is followed, wherever it leads', () => {
  const outside = vaultWith([['secret.md', 'CANARY'], ['folder/secret.md', 'CANARY'], ['secret.png', 'CANARY']])
  const folder = vaultWith([['a.md', 'A.'], ['inner/b.md', 'B.']])
  symlinkSync(join(outside, 'secret.md'), join(folder, 'file.md'))
  symlinkSync(join(outside, 'folder'), join(folder, 'folder'))
  symlinkSync(join(outside, 'secret.png'), join(folder, 'picture.png'))
  symlinkSync('..', join(folder, 'inner/loop'))
  symlinkSync('itself.md', join(folder, 'itself.md'))
  symlinkSync('a.md', join(folder, 'inside.md'))
  symlinkSync('/nowhere', join(folder, 'dangling.md'))
  symlinkSync('/dev/zero', join(folder, 'zero.md'))
  const found = read(folder)
  assert.deepEqual(found.notes, ['a.md', 'inner/b.md'])
  assert.deepEqual(found.attachments, [])
  assert.deepEqual([...new Set(found.told.map((each) => each.split(': ')[1]))], ['symlink-skipped'])
  assert.equal(found.told.length, 8)
  assert.ok(!JSON.stringify(readVault(folder, limits)).includes('CANARY'))
})

test('the root itself may be a symbolic link', () => {
  const folder = vaultWith([['a.md', 'A.']])
  const link = join(temporaryFolder(), 'vault')
  symlinkSync(folder, link)
  assert.deepEqual(read(link).notes, ['a.md'])
})

test('a pipe in the vault is passed over and never waited for', () => {
  const folder = vaultWith([['a.md', 'A.'], ['.obsidian/x', '']])
  execFileSync('mkfifo', [join(folder, 'pipe.md'), join(folder, 'pipe.png'), join(folder, '.obsidian/app.json')])
  const code = `import {readVault} from ${JSON.stringify(new URL('../../src/garden/vault.ts', import.meta.url).href)}; console.log(JSON.stringify(readVault(${JSON.stringify(folder)}, {noteMegabytes: 10}).diagnostics.map((each) => each.rule)))`
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', code], {timeout: 15_000, encoding: 'utf8'})
  assert.deepEqual(JSON.parse(told), ['special-file', 'special-file'])
})

/** Root reads everything, so permissions say nothing to it. */
const asRoot = process.getuid?.() === 0

test('what may not be read is told, and the rest is published', () => {
  const folder = vaultWith([['a.md', 'A.'], ['closed/b.md', 'B.'], ['c.md', 'C.']])
  if (asRoot) {
    // Another user, who may read the folder but not these two.
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'closed'), 0o700)
    chmodSync(join(folder, 'c.md'), 0o600)
    const code = `process.setgid(65534); process.setuid(65534); const {readVault} = await import(${JSON.stringify(new URL('../../src/garden/vault.ts', import.meta.url).href)}); const {vault, diagnostics} = readVault(${JSON.stringify(folder)}, {noteMegabytes: 10}); console.log(JSON.stringify([vault.notes.map((each) => each.path), diagnostics.map((each) => each.path + ' ' + each.rule + ' ' + each.message)]))`
    const [notes, told] = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], {timeout: 20_000, encoding: 'utf8'}))
    check(notes, told)
  } else {
    chmodSync(join(folder, 'closed'), 0o000)
    chmodSync(join(folder, 'c.md'), 0o000)
    const {vault, diagnostics} = readVault(folder, limits)
    check(vault.notes.map(({path}) => path), diagnostics.map(({path, rule, message}) => `${path} ${rule} ${message}`))
    chmodSync(join(folder, 'closed'), 0o755)
  }

  function check(notes: unknown, told: unknown): void {
    assert.deepEqual(notes, ['a.md'])
    assert.deepEqual(told, ['closed', 'c.md'].map((path) => `${path} unreadable-file This file cannot be read (permission denied), so it is not published.`))
  }
})

// ── Names and bytes ─────────────────────────────────────────────────────────

test('two spellings of one name are two notes, and the author is told (hazard 11)', () => {
  const folder = vaultWith([['Café.md', 'composed'], ['Cafe\u0301.md', 'decomposed'], ['한글.md', ''], [`${'한글'.normalize('NFD')}.md`, ''], ['e\u0301/x.md', ''], ['é/x.md', '']])
  const {vault, diagnostics} = readVault(folder, limits)
  assert.equal(vault.notes.length, 6)
  assert.equal(new Set(vault.notes.map(({path}) => path)).size, 6)
  for (const {path} of vault.notes) assert.equal(path, path.normalize('NFC'))
  assert.deepEqual(rulesOf(diagnostics), ['twin-name', 'twin-name', 'twin-name'])
})

test('a decomposed name is found by a composed link (R-03)', async () => {
  const folder = vaultWith([['Cafe\u0301.md', 'Coffee.'], ['a.md', '[[Café]]']])
  const garden = await growVault(readVault(folder, limits).vault)
  assert.deepEqual(garden.unresolved, [])
  assert.match(htmlOf(garden, 'a.md'), /href="\/caf%C3%A9\/"/)
})

test('text is read as UTF-8, with or without a byte order mark; bad bytes are shown and told with their place', () => {
  const folder = vaultWith([
    ['bom.md', '\uFEFF---\ntitle: x\n---\n'], ['latin.md', Buffer.from('caf\xe9 au lait', 'latin1')], ['utf16.md', Buffer.from('\uFEFFhello', 'utf16le')], ['nul.md', 'a\0b'], ['cut.md', Buffer.from('日').subarray(0, 2)],
    ['later.md', Buffer.concat([Buffer.from('\uFEFFé '), Buffer.from([0xff])])], ['own.md', '\uFFFD']
  ])
  const {vault, diagnostics} = readVault(folder, limits)
  assert.equal(vault.notes.length, 7)
  assert.deepEqual(diagnostics.map(({rule, path, message}) => [rule, path, /at (\d+)/.exec(message)?.[1]]), [['not-utf8', 'cut.md', '0'], ['not-utf8', 'later.md', '6'], ['not-utf8', 'latin.md', '3'], ['not-utf8', 'utf16.md', '0']].sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1)))
  assert.equal(vault.notes.find(({path}) => path === 'latin.md')?.text, 'caf\uFFFD au lait')
})

test('a note of more than the limit is not published, and a large one is told', () => {
  const folder = vaultWith([['small.md', 'x'], ['large.md', 'x'.repeat(2_500_000)], ['huge.md', ''], ['sparse.png', '']])
  truncateSync(join(folder, 'huge.md'), 10_000_001)
  truncateSync(join(folder, 'sparse.png'), 60_000_000)
  const found = read(folder)
  assert.deepEqual(found.notes, ['large.md', 'small.md'])
  assert.deepEqual(found.told, ['huge.md: too-large', 'large.md: large-note', 'sparse.png: large-attachment'])
})

test('the hash of a note is that of its bytes', () => {
  const folder = vaultWith([['a.md', 'same'], ['b.md', 'same'], ['c.md', 'other']])
  const [a, b, c] = readVault(folder, limits).vault.notes
  assert.equal(a?.hash, b?.hash)
  assert.notEqual(a?.hash, c?.hash)
})

for (const [json, settings] of [
  ['{"strictLineBreaks": true}', {strictLineBreaks: true}],
  ['{"strictLineBreaks": "yes", "userIgnoreFilters": "a"}', {}],
  ['{"userIgnoreFilters": ["a/", 7]}', {userIgnoreFilters: ['a/']}],
  ['{"__proto__": {"strictLineBreaks": true}}', {}],
  ['[]', {}],
  ['null', {}],
  ['not json', {}],
  ['', {}]
] as const) {
  test(`the vault’s own settings are read where they are sound: ${json}`, () => {
    assert.deepEqual(readVault(vaultWith([['.obsidian/app.json', json]]), limits).vault.settings, settings)
  })
}

test('settings that are a link out of the vault are not read', () => {
  const outside = vaultWith([['app.json', '{"strictLineBreaks": true}']])
  const folder = vaultWith([['.obsidian/x', '']])
  symlinkSync(join(outside, 'app.json'), join(folder, '.obsidian/app.json'))
  assert.deepEqual(readVault(folder, limits).vault.settings, {})
})
