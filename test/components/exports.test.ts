/** The graph for other tools: well-formed, complete, and safe for any name. */

import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'
import {DOMParser} from 'linkedom'
import {gexf} from '../../src/exports/gexf.ts'
import {dayInks, plainInk} from '../../src/exports/graph.ts'
import {graphml} from '../../src/exports/graphml.ts'
import type {Site} from '../../src/garden-access.ts'
import {gardenJson} from '../../src/garden-json.ts'
import {growFiles} from '../garden/support.ts'
import {sampleView} from './sample.ts'

const garden = await growFiles(new Map([
  ['Hub.md', '---\ntags: [a/b, c]\nkind: concept\ncreated: 2026-01-02\n---\n\n[[Leaf]], [[Leaf|the “leaf” & <more>]] and ![[Leaf]]'],
  ['Leaf.md', '[[Hub]]'],
  ['Alone & <"odd">.md', 'No links. \u0001'],
  ['Secret.md', '---\nprivate: true\n---\n[[Hub]]']
]))
const all: Site = {...garden, explorer: [], site: sampleView().site}

/** linkedom leaves entities in attributes as they are. */
const decoded = (text: string | null): string => (text ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

function parsed(text: string) {
  // Its parser repairs what a strict one refuses, so what must be escaped is looked for too.
  assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot);)/)
  assert.ok(!text.includes('\u0001'))
  return new DOMParser().parseFromString(text, 'text/xml')
}

for (const [name, text] of [['GraphML', graphml(all)], ['GEXF', gexf(all)]] as const) {
  test(`${name} has every public note and every link by kind`, () => {
    const document = parsed(text)
    assert.deepEqual([...document.querySelectorAll('node')].map((node) => decoded(node.getAttribute('id'))).sort(), ['Alone & <"odd">', 'Hub', 'Leaf'])
    const edges = [...document.querySelectorAll('edge')].map((edge) => `${edge.getAttribute('source')} ${edge.getAttribute('target')}`)
    assert.deepEqual(edges.sort(), ['Hub Leaf', 'Hub Leaf', 'Leaf Hub'])
    assert.doesNotMatch(text, /Secret/)
  })
}

test('GraphML declares each key that it uses, and types them', () => {
  const document = parsed(graphml(all))
  const keys = new Set([...document.querySelectorAll('key')].map((key) => `${key.getAttribute('for')} ${key.getAttribute('id')}`))
  for (const data of document.querySelectorAll('data')) {
    const holder = data.parentElement?.tagName.toLowerCase()
    assert.ok(keys.has(`${holder} ${data.getAttribute('key')}`), data.outerHTML)
  }
  const hub = document.querySelector('node[id="Hub"]')
  const values = Object.fromEntries([...(hub?.querySelectorAll('data') ?? [])].map((data) => [data.getAttribute('key'), data.textContent]))
  const place = garden.map().notes.find(({title}) => title === 'Hub')
  assert.equal(Math.sign(Number(values['n-x'])), Math.sign(place?.x ?? 0))
  assert.ok(Number(values['n-size']) > 0)
  for (const drawn of ['x', 'y', 'size', 'r', 'g', 'b']) {
    assert.match(values[`n-${drawn}`] ?? '', /^-?\d+(?:\.\d+)?$/)
    delete values[`n-${drawn}`]
  }
  assert.deepEqual(values, {
    label: 'Hub', 'n-url': '/hub/', 'n-tags': 'a/b, c', 'n-kind': 'concept', 'n-created': '2026-01-02', 'n-words': String(garden.pages.find(({title}) => title === 'Hub')?.words), ...(garden.map().communities.length > 0 ? {'n-community': garden.map().communities[0]?.name} : {})
  })
})

test('GEXF places notes as the map does, with y upwards', () => {
  const document = parsed(gexf(all))
  const place = garden.map().notes.find(({title}) => title === 'Leaf')
  const position = document.querySelector('node[id="Leaf"]')?.getElementsByTagName('viz:position')[0]
  assert.equal(Math.sign(Number(position?.getAttribute('y'))), -Math.sign(place?.y ?? 0) + 0)
  assert.deepEqual([...document.querySelectorAll('edge')].map((edge) => [edge.getAttribute('kind'), edge.getAttribute('weight')]), [['link', '2'], ['embed', '1'], ['link', '1']])
})

test('GEXF colours notes by their community, in the inks of the map by day', () => {
  const sheet = readFileSync(new URL('../../src/styles/map-overview.css', import.meta.url), 'utf8')
  assert.deepEqual([...sheet.matchAll(/--ink-[a-h]: light-dark\((#[0-9a-f]{6})/g)].map(([, ink]) => ink), dayInks)
  const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')
  assert.equal(/--ink-3: light-dark\((#[0-9a-f]{6})/.exec(tokens)?.[1], plainInk)

  const {notes, communities} = garden.map()
  const document = parsed(gexf(all))
  for (const {title, community} of notes) {
    const node = [...document.querySelectorAll('node')].find((each) => decoded(each.getAttribute('label')) === title)
    const colour = node?.getElementsByTagName('viz:color')[0]
    const written = ['r', 'g', 'b'].map((part) => Number(colour?.getAttribute(part)).toString(16).padStart(2, '0')).join('')
    assert.equal(`#${written}`, dayInks[communities[community]?.ink ?? -1] ?? plainInk)
  }
})

test('notes that differ in their extension alone have ids of their own', async () => {
  const twins: Site = {...await growFiles(new Map([['X.md', '[[Y]]'], ['X.mdx', '[[X]]'], ['Y.md', '[[X]]']])), explorer: [], site: sampleView().site}
  assert.deepEqual(gardenJson(twins).notes.map(({id}) => id), ['X', 'X.mdx', 'Y'])
  for (const text of [graphml(twins), gexf(twins)]) {
    const document = parsed(text)
    assert.deepEqual([...document.querySelectorAll('node')].map((node) => node.getAttribute('id')), ['X', 'X.mdx', 'Y'])
    assert.deepEqual([...document.querySelectorAll('edge')].map((edge) => `${edge.getAttribute('source')} ${edge.getAttribute('target')}`).sort(), ['X Y', 'X.mdx X', 'Y X'])
  }
})
