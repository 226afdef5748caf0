/** What `npm run check` says of a vault as a whole, and what the files of Obsidian Publish say of its tree. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {explorer} from '../../src/garden/explorer.ts'
import {withPublishSite} from '../../src/garden/publish-site.ts'
import {remarksOf} from '../../src/garden/remarks.ts'
import {readVault} from '../../src/garden/vault.ts'
import {growFiles, optionsOf, rulesOf, temporaryFolder, writeFiles} from './support.ts'

test('orphans, notes that nothing links to, and shared names are told', async () => {
  const garden = await growFiles(new Map([
    ['index.md', 'Home.'],
    ['Alone.md', 'Nothing.'],
    ['Start.md', '[[End]]'],
    ['End.md', '---\naliases: [Finish, start]\n---\n'],
    ['a/Twin.md', '---\naliases: [finish]\n---\n[[End]]'],
    ['b/Twin.md', '[[End]]'],
    ['Hidden.md', '---\npublish: false\naliases: [Alone]\n---\n[[Alone]]'],
    ['Plan.canvas', '']
  ]))
  assert.deepEqual(remarksOf(garden).map(({rule, path, message}) => `${path}: ${rule}: ${message}`), [
    'Alone.md: orphan: No note links here, and this one links to none.',
    'Start.md: no-incoming-links: No note links here; readers find it only in lists and by searching.',
    'a/Twin.md: no-incoming-links: No note links here; readers find it only in lists and by searching.',
    'b/Twin.md: no-incoming-links: No note links here; readers find it only in lists and by searching.',
    'a/Twin.md: duplicate-title: The title “Twin” is that of “b/Twin.md” too.',
    'b/Twin.md: duplicate-title: The title “Twin” is that of “a/Twin.md” too.',
    'End.md: duplicate-alias: The alias “Finish” also names “a/Twin.md”.',
    'End.md: duplicate-alias: The alias “start” also names “Start.md”.',
    'a/Twin.md: duplicate-alias: The alias “finish” also names “End.md”.'
  ])
})

test('blocks that plugins fill are told with their place', async () => {
  const garden = await growFiles(new Map([['A.md', 'One.\n\n```dataview\nLIST\n```\n']]))
  assert.deepEqual(garden.diagnostics.map(({rule, place}) => [rule, place]), [['unsupported-block', {line: 3, column: 1}]])
})

test('the order and the hidden entries of Obsidian Publish are read, whatever else stands in its file', () => {
  const folder = temporaryFolder()
  const read = (text: string) => {
    writeFiles(folder, [['site-options.json', text]])
    return readVault(folder, {noteMegabytes: 10}).vault.settings
  }
  assert.deepEqual(read('{"navigationOrdering": ["B", 1, "A.md"], "navigationHiddenItems": ["Attachments"], "siteName": "x"}'), {navigationOrdering: ['B', 'A.md'], navigationHiddenItems: ['Attachments'], siteName: 'x'})
  assert.deepEqual(read('{"noindex": true, "strictLineBreaks": true, "showGraph": false}'), {noindex: true, strictLineBreaks: true})
  assert.deepEqual(read('{"indexFile": "Home", "defaultTheme": "dark", "siteName": " "}'), {indexFile: 'Home', defaultTheme: 'dark'})
  assert.deepEqual(read('{"navigationOrdering": 1'), {})
  assert.deepEqual(read('[]'), {})
})

test('settings of Obsidian Publish that have no equal are told, where they ask for what the garden does not do', () => {
  const folder = temporaryFolder()
  const told = (text: string): string[] => {
    writeFiles(folder, [['site-options.json', text]])
    return readVault(folder, {noteMegabytes: 10}).diagnostics.map(({path, message}) => `${path}: ${message}`)
  }
  assert.deepEqual(told('{"logo": "a.svg", "showGraph": false, "showOutline": true, "hideTitle": false, "siteName": "x", "customurl": "x"}'), ['site-options.json: The garden has no such setting as `logo`, `showGraph` of Obsidian Publish.'])
  assert.deepEqual(told('{"logo": "", "showSearch": true, "showBacklinks": null}'), [])
})

test('a vault’s own setting of line breaks comes before that of Obsidian Publish', () => {
  const folder = temporaryFolder()
  writeFiles(folder, [['.obsidian/app.json', '{"strictLineBreaks": false}'], ['site-options.json', '{"strictLineBreaks": true}']])
  assert.equal(readVault(folder, {noteMegabytes: 10}).vault.settings.strictLineBreaks, false)
})

test('a site of Obsidian Publish keeps its name, first page, theme and order, where the configuration says nothing else', async () => {
  const settings = {siteName: 'Help', indexFile: 'Home', defaultTheme: 'dark', noindex: true, navigationOrdering: ['B']}
  const vault = '/a/My vault'
  const imported = withPublishSite(optionsOf({title: 'My vault', vault}), settings)
  assert.deepEqual([imported.title, imported.home, imported.theme, imported.order, imported.noindex], ['Help', 'Home', 'dark', ['B'], true])
  const own = withPublishSite(optionsOf({title: 'Mine', home: 'B', theme: 'light', order: ['A'], noindex: false, vault}), settings)
  assert.deepEqual([own.title, own.home, own.theme, own.order, own.noindex], ['Mine', 'B', 'light', ['A'], false])
  const garden = await growFiles(new Map([['Home.md', '[[B]]'], ['B.md', '[[Home]]']]), {home: 'home.md'})
  assert.deepEqual(garden.pages.map(({path, slug}) => [path, slug]), [['B.md', 'b'], ['Home.md', '']])
  assert.deepEqual(garden.redirects.map(({slug, to}) => [slug, to]), [['home', '']])
})

test('hidden entries are left out of the tree with all below them, and stay published', async () => {
  const garden = await growFiles(new Map([['A.md', ''], ['B/C.md', ''], ['B/D.md', ''], ['Secret/E.md', '']]))
  const names = (twigs: ReturnType<typeof explorer>): unknown => twigs.map(({title, twigs: inner}) => (inner ? [title, names(inner)] : title))
  assert.deepEqual(names(explorer(garden.pages, ['B/D', 'B/C'], ['/secret/', 'A.md', 'B/C'])), [['B', ['D']]])
  assert.equal(garden.pages.length, 4)
  assert.deepEqual(rulesOf(garden.publicDiagnostics), [])
})
