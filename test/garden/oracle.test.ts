/** Links, mentions, tags and embeds of random vaults, beside the answers of `oracle.ts`. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Garden} from '../../src/garden/model.ts'
import {type Answer, headingsOf, type MadeVault, type Mentioned, mentions, shown, tagged, visible} from '../oracle.ts'
import {asVault, law} from './random-vault.ts'
import {growVault, htmlOf} from './support.ts'

function addressOf(garden: Garden, to: Answer): string | undefined {
  if (to.kind === 'unresolved') return undefined
  if (to.kind === 'attachment') return garden.assets.find(({path}) => path === to.path)?.url
  if (to.kind === 'folder') return to.path
  const page = garden.pages.find(({path}) => path === to.note.path)
  const id = to.block !== undefined ? `^${to.block}` : to.heading === undefined ? undefined : page?.headings[to.heading]?.id
  return `${page?.slug}${id === undefined ? '' : `#${id}`}`
}

/** What the pages hold, in the oracle's terms: each link by its word. */
function linksIn(garden: Garden): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const {html} of garden.pages) {
    for (const [, attributes = '', word = ''] of html.matchAll(/<(?:a|span) class="internal-link([^>]*)>(w\d+x)</g)) {
      const href = / href="([^"]*)"/.exec(attributes)?.[1]
      found.set(word, href === undefined ? undefined : decodeURIComponent(href))
    }
  }
  return found
}

function pathOf(address: string | undefined, to: Answer): string | undefined {
  if (address === undefined || to.kind === 'attachment') return address === undefined ? undefined : `/${address}`
  const [slug = '', id] = address.split('#')
  return `${slug === '' ? '/' : `/${slug}/`}${id === undefined ? '' : `#${id}`}`
}

function checkLinks(all: readonly Mentioned[], garden: Garden): void {
  const links = linksIn(garden)
  for (const {kind, to, word, from} of all) {
    if (kind !== 'link' || to.kind === 'folder') continue
    assert.equal(links.get(word), pathOf(addressOf(garden, to), to), `${word} in ${from.path}`)
  }
  const edges = garden.edges.map(({from, to, kind}) => `${kind} ${from} → ${to}`).sort()
  const expected = all.flatMap(({from, to, kind}) => (to.kind === 'note' && to.note !== from ? [`${kind} ${from.path} → ${to.note.path}`] : []))
  assert.deepEqual(edges, expected.sort())
  const unresolved = garden.unresolved.map(({from, target}) => `${from} ${target}`).sort()
  assert.deepEqual(unresolved, all.flatMap(({from, to, target}) => (to.kind === 'unresolved' ? [`${from.path} ${target}`] : [])).sort())
}

function checkMentions(all: readonly Mentioned[], garden: Garden): void {
  for (const page of garden.pages) {
    const told = page.backlinks.flatMap((backlink) => backlink.mentions.map((mention) => `${backlink.slug} ${mention.kind} ${/w\d+x/.exec(mention.html)?.[0]}`))
    const expected = all.flatMap(({from, to, kind, word}) =>
      to.kind === 'note' && to.note.path === page.path && from !== to.note ? [`${garden.pages.find(({path}) => path === from.path)?.slug} ${kind} ${word}`] : []
    )
    assert.deepEqual([...new Set(told)].sort(), [...new Set(expected)].sort(), page.path)
  }
}

function checkTags(made: MadeVault, garden: Garden): void {
  const slugs = new Map(garden.pages.map(({path, slug}) => [slug, path]))
  const told = garden.tags.map(({name, notes}) => ({name, paths: notes.map(({slug}) => String(slugs.get(slug))).sort()}))
  const order = (a: {name: string}, b: {name: string}) => (a.name < b.name ? -1 : 1)
  assert.deepEqual(told.sort(order), tagged(made).sort(order))
}

function checkEmbeds(made: MadeVault, garden: Garden): void {
  for (const note of visible(made)) {
    const words = [...htmlOf(garden, note.path).replace(/<[^>]*>/g, ' ').matchAll(/w\d+x/g)].map(([word]) => word)
    assert.deepEqual(words, shown(made, note), note.path)
  }
}

test('links, mentions, tags and embeds are what a slow and obvious oracle says', async () => {
  await law(2000, async (made) => {
    // A folder's note would be called by its first heading, which then is none.
    const garden = await growVault(asVault(made), {folderNotes: false})
    assert.deepEqual(garden.pages.map(({path}) => path).sort(), visible(made).map(({path}) => path).sort())
    const all = mentions(made)
    checkLinks(all, garden)
    checkMentions(all, garden)
    checkTags(made, garden)
    checkEmbeds(made, garden)
    assert.equal(new Set(garden.pages.map(({slug}) => slug)).size, garden.pages.length, 'every page has an address of its own')
    for (const note of visible(made)) {
      const page = garden.pages.find(({path}) => path === note.path)
      assert.deepEqual(page?.headings.map(({text, depth}) => ({text, depth})), headingsOf(note).map(({text, depth}) => ({text, depth})))
    }
  })
})
