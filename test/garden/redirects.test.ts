/** Old addresses lead on (P-08, P-10), never over a page and never out of the site (hazard 18). */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {growFiles, rulesOf} from './support.ts'

async function redirects(files: Readonly<Record<string, string>>): Promise<readonly (readonly [from: string, to: string])[]> {
  const garden = await growFiles(new Map(Object.entries(files)))
  return garden.redirects.map(({slug, to}) => [slug, to] as const)
}

const withAliases = (...aliases: readonly string[]): string => `---\naliases: ${JSON.stringify(aliases)}\n---\n`

test('addresses of Obsidian Publish lead on where the author wants that, never over a page (Pu-10)', async () => {
  const files = new Map([['Guides/Making Tea.md', 'x'], ['Guides/tea.md', 'x'], ['What? #1.md', 'x'], ['Tags/My Note.md', 'x'], ['Café au lait.md', 'x']])
  const without = await growFiles(files)
  assert.deepEqual(without.redirects, [])
  const {redirects} = await growFiles(files, {publishAddresses: true})
  assert.deepEqual(redirects.map(({slug, to}) => [slug, to]), [['Café+au+lait', 'café-au-lait'], ['Guides/Making+Tea', 'guides/making-tea']])
})

test('a permalink makes the address of the path lead on', async () => {
  assert.deepEqual(await redirects({'Notes on Tea.md': '---\npermalink: tea/green\n---\n'}), [['notes-on-tea', 'tea/green']])
})

test('an alias with an old path leads on, and so does a bare name', async () => {
  assert.deepEqual(await redirects({'Tea.md': withAliases('Guides/Making tea', 'Chai')}), [['chai', 'tea'], ['guides/making-tea', 'tea']])
})

test('a redirect knows the title of the page it leads to', async () => {
  const {redirects: [only]} = await growFiles(new Map([['Tea.md', withAliases('Chai')]]))
  assert.equal(only?.title, 'Tea')
})

for (const alias of ['../escaped', '../../etc/passwd', '/..', '..', 'a/../../b', 'tags/x', 'notes', '_astro/x', '404', 'attachments/a.png', 'og/a', '', '/', '.', 'Tea', 'TEA']) {
  test(`the alias ${JSON.stringify(alias)} makes no page outside the site, nor over one of the site's own`, async () => {
    assert.deepEqual(await redirects({'Tea.md': withAliases(alias)}), [])
  })
}

for (const [what, files] of [
  ['a note', {'Chai.md': ''}],
  ['a folder', {'chai/a.md': ''}],
  ['a folder in a folder', {'chai/deep/a.md': ''}]
] as const) {
  test(`no redirect takes the place of ${what}, and the author is told`, async () => {
    const garden = await growFiles(new Map(Object.entries({'Tea.md': withAliases('Chai', 'chai/deep'), ...files})))
    assert.ok(garden.redirects.every(({slug}) => slug !== 'chai'))
    assert.ok(rulesOf(garden.diagnostics).includes('redirect-taken'))
  })
}

test('an alias of two notes leads to neither', async () => {
  assert.deepEqual(await redirects({'a.md': withAliases('Chai'), 'b.md': withAliases('chai'), 'c.md': withAliases('CHAI')}), [])
})

test('an alias of a private note leads nowhere, and does not contest a public one', async () => {
  assert.deepEqual(await redirects({'a.md': withAliases('Chai'), 'b.md': `---\npublish: false\naliases: [Chai, Secret]\n---\n`}), [['chai', 'a']])
})
