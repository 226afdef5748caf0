import assert from 'node:assert/strict'
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import fc from 'fast-check'
import {editDistance, isSlip} from '../../src/garden/edit-distance.ts'
import {headingId, headingKey, uniqueIds} from '../../src/garden/heading-ids.ts'
import {asSlug, baseName, byCodePoint, byName, cardsSlug, diagramSlug, extensionOf, folderOf, href, mentionsSlug, nameKey, reservedSegments, slugOf, slugSegment, tagSlug, vaultPath, withoutExtension} from '../../src/garden/names.ts'
import type {SourceFile} from '../../src/garden/model.ts'
import {names} from '../hostile/names.ts'
import {growVault, parse, source} from './support.ts'

const bytes = (text: string): number => Buffer.byteLength(text)
const runs = {numRuns: 5000, seed: 11}

// ── Paths ───────────────────────────────────────────────────────────────────

for (const [written, from, expected] of [
  ['b.md', '', 'b.md'],
  ['b.md', 'a', 'a/b.md'],
  ['../b.md', 'a', 'b.md'],
  ['../b.md', 'a/c', 'a/b.md'],
  ['./b.md', 'a', 'a/b.md'],
  ['a//b/./c', '', 'a/b/c'],
  ['/a/', '', 'a'],
  ['../b.md', '', undefined],
  ['../../b.md', 'a', undefined],
  ['a/../../b', '', undefined],
  ['a/../..', 'x', undefined],
  ['..', '', undefined],
  ['.', '', undefined],
  ['', '', undefined],
  ['a\0b', '', undefined],
  ['..a', '', '..a'],
  ['...', 'a', 'a/...'],
  ['..\\..\\etc', '', '..\\..\\etc'],
  ['%2e%2e/x', 'a', 'a/%2e%2e/x'],
  ['Cafe\u0301.md', '', 'Café.md']
] as const) {
  test(`vaultPath(${JSON.stringify(written)}) from ${JSON.stringify(from)}`, () => assert.equal(vaultPath(written, from), expected))
}

const segment = fc.constantFrom('..', '.', '', 'a', '..a', '%2e%2e', '\\', '...', 'é', 'e\u0301', '\0')

test('a vault path never leads out of the vault, and is a vault path itself', () => {
  fc.assert(
    fc.property(fc.array(segment), fc.array(segment), (written, from) => {
      const path = vaultPath(written.join('/'), vaultPath(from.join('/')) ?? '')
      if (path === undefined) return
      assert.ok(!path.split('/').some((each) => each === '..' || each === '.' || each === ''))
      assert.equal(vaultPath(path), path)
    }),
    runs
  )
})

test('parts of a path', () => {
  assert.deepEqual(['a/b.md', 'b.md', 'a.b/c'].map(folderOf), ['a', '', 'a.b'])
  assert.deepEqual(['a/b.md', 'b.md', 'a/'].map(baseName), ['b.md', 'b.md', ''])
  assert.deepEqual(['a.PNG', 'a', '.a', 'a.tar.gz', 'a.b/c', 'a.'].map(extensionOf), ['png', '', '', 'gz', '', ''])
  assert.deepEqual(['a.md', 'a.MDX', 'a.mdxx', 'a.md.md', 'a'].map(withoutExtension), ['a', 'a', 'a.mdxx', 'a.md', 'a'])
})

// ── Addresses ───────────────────────────────────────────────────────────────

for (const [name, expected] of [
  ['Apache Kafka', 'apache-kafka'],
  ['What is #1?', 'what-is-1'],
  ['C++ & co', 'c-co'],
  ['Don’t', 'dont'],
  ['Größe 日本', 'größe-日本'],
  ['Cafe\u0301', 'café'],
  ['a_b', 'a_b'],
  ['--a--', 'a'],
  ['CON', 'con_'],
  ['com1', 'com1_'],
  ['con.txt', 'con-txt'],
  ['İ', 'i̇'],
  ['a\'\u0301', 'á']
] as const) {
  test(`slugSegment(${JSON.stringify(name)})`, () => assert.equal(slugSegment(name), expected.normalize('NFC')))
}

for (const [path, expected] of [
  ['', ''],
  ['Tools/Apache Kafka', 'tools/apache-kafka'],
  ['tags/x', 'tags_/x'],
  ['Search', 'search_'],
  ['a/search', 'a/search'],
  ['404', '404_']
] as const) {
  test(`slugOf(${JSON.stringify(path)})`, () => assert.equal(slugOf(path), expected))
}

function safe(slug: string): void {
  for (const each of slug.split('/')) {
    assert.match(each, /^[\p{L}\p{M}\p{N}_-]+$/u, JSON.stringify(slug))
    assert.ok(bytes(each) <= 120, JSON.stringify(slug))
    assert.ok(each.isWellFormed() && each === each.normalize('NFC'), JSON.stringify(slug))
  }
}

const anyName = fc.oneof(fc.string({unit: 'binary', maxLength: 200}), fc.string({unit: 'grapheme', maxLength: 300}), fc.constantFrom(...names), fc.array(fc.constantFrom(...names), {maxLength: 3}).map((each) => each.join('')))

test('an address is made of any name: of safe letters, short enough, and of itself again', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const slug = slugSegment(name)
      safe(slug)
      assert.equal(slugSegment(slug), slug)
      assert.ok(!/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(slug))
    }),
    runs
  )
})

test('an address of a path is short, safe, and none of the site’s own', () => {
  fc.assert(
    fc.property(fc.array(anyName, {minLength: 1, maxLength: 12}), (path) => {
      const slug = slugOf(path.join('/'))
      if (slug === '') return
      safe(slug)
      assert.ok(bytes(slug) <= 200)
      assert.ok(!reservedSegments.has(slug.split('/')[0] ?? ''))
      assert.equal(slugOf(slug), slug)
      const tag = tagSlug(path.join('/'))
      safe(tag)
      assert.ok(bytes(tag) <= 205)
    }),
    runs
  )
})

for (const [path, base, fragment, expected] of [
  ['', '/', undefined, '/'],
  ['', '/repo/', undefined, '/repo/'],
  ['', '/repo', 'a', '/repo/#a'],
  ['a/b', '/', undefined, '/a/b/'],
  ['a/b', '/a b/ü/', 'c d', '/a%20b/%C3%BC/a/b/#c%20d'],
  ['garden.json', '/repo/', undefined, '/repo/garden.json'],
  ['café', '/', '^id', '/caf%C3%A9/#%5Eid'],
  ['attachments/x.1a2b3c4d.png', '/', undefined, '/attachments/x.1a2b3c4d.png']
] as const) {
  test(`href(${JSON.stringify(path)}, ${JSON.stringify(base)}, ${JSON.stringify(fragment)})`, () => assert.equal(href(path, base, fragment), expected))
}

test('every address stays under the base, whatever the name and the fragment', () => {
  fc.assert(
    fc.property(anyName, fc.constantFrom('/', '/repo/', '/a b/ü/', '/x'), fc.option(anyName, {nil: undefined}), (name, base, fragment) => {
      const written = href(slugOf(name), base, fragment)
      const {pathname, origin} = new URL(written, 'https://site.example')
      assert.equal(origin, 'https://site.example')
      assert.ok(pathname.startsWith(new URL(base.endsWith('/') ? base : `${base}/`, 'https://site.example').pathname), written)
      assert.match(written, /^[\w%/.~!*'()#-]+$/)
    }),
    runs
  )
})

// ── Keys and ids ────────────────────────────────────────────────────────────

for (const [left, right] of [
  ['Café', 'Cafe\u0301'], ['É', 'e\u0301'], ['Å', 'Å'], ['한글', '한글'], ['が', 'が'], ['NOTE', 'note'], ['Ω', 'ω'], ['ПРИВЕТ', 'привет']
] as const) {
  test(`R-03: ${JSON.stringify(left)} and ${JSON.stringify(right)} are one name`, () => assert.equal(nameKey(left), nameKey(right)))
}

for (const [left, right] of [['Café', 'Cafe'], ['a b', 'a\u00A0b'], ['ﬁ', 'fi'], ['１', '1'], ['a', 'a ']] as const) {
  test(`R-03: ${JSON.stringify(left)} and ${JSON.stringify(right)} are two names`, () => assert.notEqual(nameKey(left), nameKey(right)))
}

for (const [text, id, key] of [
  ['Hello World', 'hello-world', 'hello world'],
  ['Part 1: Basics', 'part-1-basics', 'part 1 basics'],
  ['`isTruthy()`', 'istruthy', 'istruthy'],
  ['C++', 'c', 'c'],
  ['', 'section', ''],
  ['🎉', 'section', '🎉'],
  ['kg-search', 'h-kg-search', 'kg-search'],
  ['diagram-12', 'h-diagram-12', 'diagram-12'],
  ['a_b-c', 'a_b-c', 'a_b-c'],
  ['  many   spaces ', 'many-spaces', 'many spaces']
] as const) {
  test(`H-01, H-05: the heading ${JSON.stringify(text)}`, () => {
    assert.equal(headingId(text), id)
    assert.equal(headingKey(text), key)
  })
}

test('ids of a document are never the same, whatever the headings (H-03)', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'a-1', 'a-2', 'a-1-1', 'b', 'constructor', '__proto__', '')), (texts) => {
      const unique = uniqueIds()
      const ids = texts.map((text) => unique(headingId(text)))
      assert.equal(new Set(ids).size, ids.length)
    }),
    runs
  )
})

// ── Order and nearness ──────────────────────────────────────────────────────

test('code points are compared, not halves of them', () => {
  assert.deepEqual(['😀', '～', 'b', 'a', '', 'a/b', '\u{10FFFF}', '\uFFFF'].sort(byCodePoint), ['', 'a', 'a/b', 'b', '～', '\uFFFF', '😀', '\u{10FFFF}'])
  fc.assert(fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (a, b) => assert.equal(Math.sign(byCodePoint(a, b)), Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))), runs)
})

test('names are listed as people count', () => assert.deepEqual(['10', '2', 'b', 'A', 'a', 'É', 'e'].sort(byName), ['2', '10', 'A', 'a', 'b', 'e', 'É']))

for (const [a, b, limit, expected] of [['kafka', 'kafka', 2, 0], ['kafka', 'kafak', 2, 2], ['a', 'b', 1, 1], ['', 'abc', 2, 3], ['kitten', 'sitting', 5, 3], ['kitten', 'sitting', 2, 3]] as const) {
  test(`editDistance(${a}, ${b}, ${limit})`, () => assert.equal(editDistance(a, b, limit), expected))
}

for (const [a, b, expected] of [['publsih', 'publish', true], ['publish', 'publish', false], ['ubplish', 'publish', false], ['upblish', 'publish', true], ['hsilbup', 'publish', false], ['ab', 'ba', true]] as const) {
  test(`isSlip(${a}, ${b})`, () => assert.equal(isSlip(a, b), expected))
}

// ── Nasty names, all in one vault ───────────────────────────────────────────

const notes = names.flatMap((name): SourceFile[] => {
  const path = vaultPath(`x/${name}.md`)
  return path === undefined ? [] : [source(path, `# ${name.replace(/\s+/g, ' ')}\n\n[[${name.replace(/[[\]\n\r|#^]/g, '')}]] #${name.replace(/\s+/g, '')}\n`)]
})
const unique = [...new Map(notes.map((note) => [note.path, note])).values()]

test(`${unique.length} notes with nasty names are as many pages, each at a safe address of its own`, async () => {
  assert.ok(unique.length >= 200)
  const garden = await growVault({notes: unique, attachments: [], settings: {}})
  assert.equal(garden.pages.length, unique.length)
  assert.equal(new Set(garden.pages.map(({slug}) => slug)).size, unique.length)
  for (const {slug} of garden.pages) safe(slug)
  for (const {slug} of garden.tags) safe(slug)
  assert.equal(new Set(garden.tags.map(({slug}) => slug)).size, garden.tags.length)
  const folded = new Set(garden.pages.map(({slug}) => slug.toLowerCase()))
  assert.equal(folded.size, unique.length, 'also where the disk does not tell case apart')
})

test('the names of notes, headings and tags are only ever text in HTML', () => {
  for (const name of names) {
    const {html} = parse(`## ${name}\n\n[[${name}]]\n`).template
    assert.ok(!/<script|<[^>]*\son\w+=/i.test(html), name)
  }
})

test('whatever the site itself puts under its base has a name that no note can take', () => {
  const pages = readdirSync(join(import.meta.dirname, '..', '..', 'src', 'pages'))
  const taken = pages.filter((name) => !name.startsWith('[') && !/\.(?:xml|txt|json|gexf|graphml|webmanifest)\.ts$/.test(name)).map((name) => name.replace(/\.astro$/, ''))
  // The first page stands at the base itself; fonts for formulas are files, whose names no page has.
  const others = ['_astro', 'fonts', 'pagefind', 'preview']
  assert.deepEqual(new Set([...taken.filter((name) => name !== 'index' && name !== 'katex'), ...others]), reservedSegments)
  for (const name of reservedSegments) assert.equal(slugOf(`${name}/Note.md`).split('/')[0], `${name}_`)
})

// ── Edges ───────────────────────────────────────────────────────────────────

test('what surrogates stand for comes after all other characters', () => {
  assert.deepEqual(['\u{10000}', '\uffff', '\ue000', '\ud7ff', '\u{10ffff}'].sort(byCodePoint), ['\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'])
  assert.deepEqual(['\ud800', '\uffff', '\udfff'].sort(byCodePoint), ['\uffff', '\ud800', '\udfff'])
})

test('a segment that is too long is cut to just the longest, at a whole word where it can', () => {
  const longest = 'a'.repeat(120)
  assert.equal(slugSegment(longest), longest)
  assert.match(slugSegment(`${longest}a`), /^a{111}-[0-9a-f]{8}$/)
  assert.match(slugSegment(`${'a'.repeat(110)} ${'b'.repeat(30)}`), /^a{110}-[0-9a-f]{8}$/)
})

test('pages about a page have addresses that no other page’s have, that of the first page too', () => {
  assert.deepEqual([diagramSlug(asSlug(''), 0), diagramSlug(asSlug('a/b'), 1)], ['diagrams/1', 'diagrams/a/b/2'])
  assert.deepEqual([cardsSlug(''), cardsSlug('a')], ['reader/cards/~', 'reader/cards/a'])
  assert.deepEqual([mentionsSlug(''), mentionsSlug('a')], ['connections/to/~', 'connections/to/a'])
  assert.deepEqual([tagSlug('/a//b/'), tagSlug('A')], ['tags/a/b', 'tags/a'])
})

test('the second of an id gets `-1`, the third `-2`, and one that is written so steps aside', () => {
  const id = uniqueIds()
  assert.deepEqual(['a', 'a', 'a', 'a-1', 'a-1', 'a'].map(id), ['a', 'a-1', 'a-2', 'a-1-1', 'a-1-2', 'a-3'])
})

test('punctuation between two words of a heading parts them', () => assert.equal(headingKey('One:two/three'), 'one two three'))

test('a slip is a letter more, less or other, or two neighbours changed about, and nothing else', () => {
  for (const slip of ['publsh', 'publishs', 'publixh', 'pubilsh']) assert.equal(isSlip('publish', slip), true, slip)
  for (const other of ['publish', 'public', 'hsilbup', '']) assert.equal(isSlip('publish', other), false, other)
})
