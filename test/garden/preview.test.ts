/** Previews of links: what they show, how small they are, and that nothing of them is private or foreign. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {previewName as browserName, unseen} from '../../src/client/preview/name.ts'
import type {Garden} from '../../src/garden/model.ts'
import {reservedSegments} from '../../src/garden/names.ts'
import {piecesOf} from '../../src/garden/pieces.ts'
import {previewName} from '../../src/garden/preview-name.ts'
import {growFiles, parse} from './support.ts'

interface Shown {
  readonly title: string
  readonly description?: string
  readonly html: string
  readonly css?: string
  readonly math?: true
  readonly more?: true
}

function previewsOf(garden: Garden): Map<string, Shown> {
  return new Map([...garden.previews()].map(({path, text}) => [path, JSON.parse(text)]))
}

const grown = (files: Readonly<Record<string, string>>): Promise<Garden> => growFiles(new Map(Object.entries(files)))

test('a note is shown by its abstract, else its first paragraph, else what it begins with', async () => {
  const previews = previewsOf(await grown({
    'a.md': '# One\n\nFirst.\n\n> [!summary]\n> In short.\n\nLast.\n',
    'b.md': '## Heading\n\n- list\n\nFirst **words**.\n\nSecond.\n',
    'c.md': '- only\n- a list\n',
    'd.md': '---\ndescription: Said by the author.\n---\nText.\n',
    'e.md': ''
  }))
  const html = (name: string): string => previews.get(`previews/${name}.json`)?.html.replace(/\s*\n\s*/g, '') ?? ''
  assert.match(html('a'), /^<div class="callout"[^>]*data-group="abstract".*In short\./)
  assert.equal(html('b'), '<p>First <strong>words</strong>.</p>')
  assert.match(html('c'), /^<ul>.*only.*a list/)
  assert.deepEqual(previews.get('previews/d.json'), {title: 'd', description: 'Said by the author.', html: '<p>Text.</p>'})
  assert.equal(html('e'), '')
  assert.equal(previews.get('previews/b.json')?.description, undefined, 'a description made from the text would say it twice')
})

test('a heading and a block have a preview where some note links to them, and only there', async () => {
  const previews = previewsOf(await grown({
    'a.md': '[[b#Two]] [[b#^x]] [[b#^i]] [[#Own]]\n\n## Own\n\nHere.\n',
    'b.md': 'Lead.\n\n## One\n\nUnseen.\n\n## Two\n\nSection.\n\n### Inner\n\nToo.\n\nBlock. ^x\n\n- item ^i\n- other\n\n## Three\n\nAfter.\n'
  }))
  assert.deepEqual([...previews.keys()].sort(), ['previews/a.json', previewName('a', 'own'), 'previews/b.json', previewName('b', 'two'), previewName('b', '^x'), previewName('b', '^i')].sort())
  const two = previews.get(previewName('b', 'two'))
  assert.equal(two?.title, 'b › Two')
  assert.match(two?.html ?? '', /^<p>Section\.<\/p>\n?.*Inner.*Too\..*Block\.[\s\S]*item/s)
  assert.doesNotMatch(two?.html ?? '', /After|Unseen/)
  assert.match(previews.get(previewName('b', '^x'))?.html ?? '', /^<p id="[^"]*">Block\.<\/p>$/)
  assert.match(previews.get(previewName('b', '^i'))?.html ?? '', /^<ul><li id="[^"]*">item<\/li><\/ul>$/)
})

test('formulas come with their rules, diagrams as pictures', async () => {
  const previews = previewsOf(await grown({'a.md': '[[b#Two]]\n', 'b.md': '$\\frac{a}{b}$\n\n## Two\n\n```mermaid\nflowchart LR\n  x --> y\n```\n\n*Caption*\n\nEnd.\n'}))
  const math = previews.get('previews/b.json')
  assert.equal(math?.math, true)
  for (const [name] of math?.html.matchAll(/s-[0-9a-f]{8}/g) ?? []) assert.ok(math?.css?.includes(`.${name}{`), name)
  const two = previews.get(previewName('b', 'two'))?.html ?? ''
  assert.match(two, /<img class="thumbnail" src="\/diagrams\/b\/1\/drawing\.svg"/)
  assert.match(two, /Caption/)
  assert.doesNotMatch(two, /<svg|<style/)
})

test('nothing that another site serves stands in a preview', async () => {
  const previews = previewsOf(await grown({'a.md': '![x](https://example.org/x.png) Words. <video src="https://example.org/v.mp4"></video> More.\n'}))
  const html = previews.get('previews/a.json')?.html ?? ''
  assert.doesNotMatch(html, / src="http/)
  assert.match(html, /Words\..*More\./s)
})

test('a private note has no preview, and a link to it is one that leads nowhere', async () => {
  const garden = await grown({'a.md': 'See [[s]] and [[s#H]].\n', 's.md': '---\npublish: false\n---\nxyzzy\n\n## H\n\nxyzzy\n'})
  const text = [...garden.previews()].map(({path, text}) => path + text).join('')
  assert.doesNotMatch(text, /xyzzy|previews\/s|href="\/s\//)
})

test('every preview is at most 6 KB under gzip, whatever stands in the note', async () => {
  // Words that compress badly: each is another one.
  const noise = (seed: number, count: number): string => Array.from({length: count}, (_, at) => Math.imul(seed * 7919 + at + 1, 2654435761).toString(36)).join(' ')
  const table = `| a | b |\n| - | - |\n${Array.from({length: 400}, (_, at) => `| ${noise(at, 4)} | ${noise(at + 500, 4)} |`).join('\n')}`
  const garden = await grown({
    'a.md': '[[b#T]] [[b#P]] [[b#L]]\n',
    'b.md': `${noise(1, 4000)}\n\n## T\n\n${table}\n\n## P\n\n${Array.from({length: 60}, (_, at) => noise(at, 60)).join('\n\n')}\n\n## L\n\n${Array.from({length: 3000}, (_, at) => `- ${noise(at, 3)}`).join('\n')}\n`
  })
  for (const {path, text} of garden.previews()) {
    assert.ok(gzipSync(text).length <= 6_000, `${path}: ${gzipSync(text).length}`)
    assert.ok(JSON.parse(text).html.length > 0, path)
  }
})

test('folders, tags and diagrams have previews, too', async () => {
  const previews = previewsOf(await grown({'f/a.md': '#t/u [[b]]\n\n```mermaid\nflowchart LR\n  x --> y\n```\n', 'f/b.md': 'B #t/u\n'}))
  assert.match(previews.get('previews/f.json')?.html ?? '', /href="\/f\/b\/">b<\/a>.*href="\/f\/a\/">a</)
  assert.match(previews.get('previews/tags/t/u.json')?.html ?? '', /href="\/f\/a\/"/)
  assert.match(previews.get('previews/diagrams/f/a/1.json')?.html ?? '', /<img class="thumbnail"/)
})

test('a template is cut where its elements end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Words *here*.', '# H', '- a\n  - b\n- c', '> quote\n>\n> more', '```js\na < b\n```', '![[x]]', '$x<y$', '| a |\n| - |\n| b |', '<div title="a > b">x</div>', '---', 'a  \nb')), (blocks) => {
      const {template} = parse(blocks.join('\n\n'))
      const pieces = [...piecesOf(template, [0, template.html.length])]
      let at = 0
      for (const [start, end] of pieces) {
        assert.ok(start >= at && end > start)
        assert.equal(template.html.slice(at, start).trim(), '', 'nothing stands between pieces')
        at = end
      }
      assert.equal(template.html.slice(at).trim(), '')
    })
  )
})

test('the browser finds the file that the build wrote', () => {
  fc.assert(fc.property(fc.string(), fc.string({unit: 'binary'}), (slug, anchor) => assert.equal(browserName(slug, anchor), previewName(slug, anchor))))
  assert.equal(previewName(''), 'previews/~.json')
  assert.notEqual(previewName('a', '^x'), previewName('a', '^y'))
})

test('no place of the site itself is asked for a preview', () => {
  for (const segment of reservedSegments) assert.match(segment, unseen)
  for (const slug of ['', 'notes_', 'graphs', 'tags/a', 'diagrams/a/1', 'searching']) assert.doesNotMatch(slug, unseen)
})
