/** What a page says of the folder around it, and of the folder it stands for. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Garden, Page} from '../../src/garden/model.ts'
import {growFiles} from './support.ts'

function page(garden: Garden, path: string): Page {
  const found = garden.pages.find((each) => each.path === path)
  assert.ok(found, `“${path}” has a page`)
  return found
}

const titles = (crumbs: Page['siblings']): string[] => (crumbs ?? []).map(({title}) => title)

for (const own of ['tools/index.md', 'tools/README.md', 'Tools/Tools.md', 'tools.md']) {
  test(`${own} is the page of its folder, and lists what is in it`, async () => {
    const folder = own.startsWith('Tools') ? 'Tools' : 'tools'
    const files = new Map([[own, 'About tools.'], [`${folder}/b.md`, ''], [`${folder}/a.md`, ''], [`${folder}/deep/c.md`, ''], ['other.md', '']])
    const {slug, listing, siblings} = page(await growFiles(files), own)
    assert.equal(slug, 'tools')
    assert.deepEqual(listing?.notes.map(({title}) => title), ['a', 'b'])
    assert.deepEqual(listing?.folders, [{slug: 'tools/deep', title: 'deep', count: 1}])
    assert.deepEqual(titles(siblings), ['a', 'b'])
  })
}

test('a note that is no folder’s page lists nothing', async () => {
  const garden = await growFiles(new Map([['a.md', ''], ['tools/b.md', '']]))
  assert.deepEqual(garden.pages.map(({listing}) => listing), [undefined, undefined])
})

test('the first page of a vault does not list the vault', async () => {
  const garden = await growFiles(new Map([['index.md', 'Welcome.'], ['a.md', '']]))
  assert.equal(page(garden, 'index.md').listing, undefined)
})

test('siblings stand in the order of the folder, the page among them, and never its private neighbours', async () => {
  const garden = await growFiles(new Map([
    ['t/10.md', ''], ['t/2.md', ''], ['t/last.md', '---\norder: 9\n---\n'], ['t/first.md', '---\norder: 1\n---\n'], ['t/hidden.md', '---\npublish: false\n---\n'], ['u.md', '']
  ]))
  assert.deepEqual(titles(page(garden, 't/2.md').siblings), ['first', 'last', '2', '10'])
  assert.deepEqual(titles(page(garden, 'u.md').siblings), ['u'])
})

test('the own note of a folder is not among the siblings in it: the folder’s name leads there', async () => {
  const garden = await growFiles(new Map([['t/index.md', ''], ['t/a.md', ''], ['t/b.md', '']]))
  assert.deepEqual(titles(page(garden, 't/b.md').siblings), ['a', 'b'])
})

for (const [at, first, last] of [[1, 1, 25], [13, 1, 25], [14, 2, 26], [60, 48, 72], [99, 76, 100]] as const) {
  test(`of a hundred notes, number ${at} has ${first} to ${last} around it`, async () => {
    const names = Array.from({length: 100}, (_, index) => `${index + 1}`)
    const garden = await growFiles(new Map(names.map((name) => [`t/${name}.md`, ''])))
    const found = titles(page(garden, `t/${at}.md`).siblings)
    assert.deepEqual([found.length, found.at(0), found.at(-1)], [25, `${first}`, `${last}`])
  })
}

test('a note that introduces a tag is shown on the tag’s page (T-09)', async () => {
  const garden = await growFiles(new Map([['tags/tea.md', '**Leaves** in water.'], ['a.md', '#tea']]))
  assert.match(garden.tags.find(({name}) => name === 'tea')?.intro?.html ?? '', /<strong>Leaves<\/strong> in water/)
})

test('the notes of a folder stand in the order that their author gave', async () => {
  const garden = await growFiles(new Map([['f/a.md', ''], ['f/b.md', '---\norder: 2\n---\n'], ['f/c.md', '---\norder: 1\n---\n'], ['f/x/1.md', ''], ['f/y/index.md', '---\norder: 1\n---\n']]))
  const folder = garden.folders.find(({slug}) => slug === 'f')
  assert.deepEqual([folder?.folders, folder?.notes].map((list) => list?.map(({title}) => title)), [['y', 'x'], ['c', 'b', 'a']])
})
