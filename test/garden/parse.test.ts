import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {randomNote} from './random-note.ts'
import {growFiles, parse} from './support.ts'
import {checkNote} from './total.ts'

test('any text is a note, whole and with its places in it', () => {
  fc.assert(
    fc.property(randomNote, fc.constantFrom('author', 'contributors'), ([text, file], trust) => checkNote(parse(text, {file, trust}), text)),
    {numRuns: 2000, seed: 17}
  )
})

test('any text makes a page, in which no hole is left', async () => {
  await fc.assert(
    fc.asyncProperty(randomNote, async ([text, file]) => {
      const garden = await growFiles(new Map([[file, text.replaceAll('mermaid', 'text')], ['Other.md', '![[Note]]\n\n![[Note#H]] ![[Note#^id]]'], ['x.png', '']]))
      for (const page of garden.pages) assert.ok(!page.html.includes('\0'))
      assert.ok(garden.pages.some(({path}) => path === 'Other.md'))
    }),
    {numRuns: 400, seed: 19}
  )
})

for (const [written, lead] of [
  ['First paragraph.\n\nSecond.', 'First paragraph.'],
  ['# Heading\n\nAfter it.', 'After it.'],
  ['%%hidden%%\n\nShown *so* [[Note|as]].', 'Shown so as.'],
  ['---\ndescription: Mine.\n---\nText.', 'Mine.'],
  ['- a list', 'a list'],
  ['', '']
] as const) {
  test(`the description of ${JSON.stringify(written)}`, () => assert.equal(parse(written).description, lead))
}

test('a long first paragraph is cut at a sentence, or at a word', () => {
  const sentence = `${'word '.repeat(20).trim()}.`
  assert.equal(parse(`${sentence} ${sentence} ${sentence}`).description, sentence)
  assert.match(parse('word '.repeat(100)).description, /^(?:word ){30,}…$/)
})

for (const [written, words] of [['one two, three', 3], ['', 0], ['don’t stop', 2], ['日本語', 2], ['`code` **bold**', 2], ['%%not these%% one', 1], ['# two words', 2], ['| a | b |\n| - | - |\n| c | d |', 4]] as const) {
  test(`${JSON.stringify(written)} holds ${words} words`, () => assert.equal(parse(written).words, words))
}

for (const [written, text] of [
  ['<style>\n.a{color:red}\n</style>\n\nHello <script>alert(1)</script> b', 'Hello b'],
  ['Hello <script>alert(`a`)</script> *b* <svg><title>c</title></svg> <svg/>d', 'Hello b d'],
  ['<template>\n<template>a</template>\n\nb `c` [[Note]]\n\n</template>\n\nd', 'd'],
  ['<template>\n\na', 'a'],
  ['a <noscript> b\n\nc', 'a c'],
  ['<div title="<style>">a < b <i>c</i> > d</div><!-- <style> -->', 'a < b c > d'],
  ['<textarea>a</textarea>', 'a']
] as const) {
  test(`the words of ${JSON.stringify(written)} are those that its page shows`, () => assert.equal(parse(written).text.replace(/\s+/g, ' ').trim(), text))
}

test('no description is made of what no page shows', () => {
  assert.equal(parse('<template>\n\nhidden\n\n</template>\n\nHello <script>alert(1)</script> b').description, 'Hello b')
})

for (const [written, context] of [
  ['Before. The [[Note]] here. After.', 'The <b>Note</b> here.'],
  ['One [[Note]] *and* `code`.', 'One <b>Note</b> <em>and</em> <code>code</code>.'],
  ['See e.g. the [[Note]], it says.', 'See e.g. the <b>Note</b>, it says.'],
  ['- item [[Note|words]]', 'item <b>words</b>'],
  ['a < b & [[Note]]', 'a &lt; b &amp; <b>Note</b>'],
  ['| [[Note]] | other |\n| - | - |', '<b>Note</b>'],
  ['# Of [[Note]]', 'Of <b>Note</b>'],
  ['[**bold** words](Note.md)', '<b><strong>bold</strong></b><b> words</b>']
] as const) {
  test(`the sentence around the link in ${JSON.stringify(written)}`, () => assert.equal(parse(written).links[0]?.context, context))
}

test('the sentence around a link is cut to fit, between words', () => {
  const {links} = parse(`${'before '.repeat(80)}[[Note]]${' after'.repeat(80)}`)
  assert.match(links[0]?.context ?? '', /^… (?:before )+<b>Note<\/b>(?: after)+ …$/)
  assert.ok((links[0]?.context.length ?? 0) < 300)
})

for (const text of ['One  \ntwo', 'One\\\ntwo', 'One<br>two', 'One\ntwo']) {
  test(`a line break parts two words: ${JSON.stringify(text)}`, () => {
    const note = parse(text)
    assert.equal(note.words, 2)
    assert.match(note.text, /One\stwo/)
    assert.equal(note.description, 'One two')
  })
}

test('links, pictures and bad addresses in HTML are told with the places where they stand', () => {
  const {links, embeds, diagnostics} = parse('---\ntitle: x\n---\n\nwords\n\nmore <img src="b.png"> and <audio src="C:\\a.mp3"></audio>\n\n<div>\n<a href="javascript:x">a</a> <a href="c.md">c</a>\n</div>\n')
  assert.deepEqual(embeds.map(({place}) => place), [{line: 7, column: 6}])
  assert.deepEqual(links.map(({place}) => place), [{line: 10, column: 30}])
  assert.deepEqual(diagnostics.map(({rule, place}) => [rule, place]), [['unsafe-address', {line: 7, column: 28}], ['unsafe-address', {line: 10, column: 1}]])
})

for (const [written, shown] of [
  ['a <audio controls src="C:\\a.mp3">words</audio>', '<p>a words</p>'],
  ['a <audio controls><source src="file:///a.mp3">words</audio>', '<p>a words</p>'],
  ['a <video src="blob:x"></video> b', '<p>a  b</p>'],
  ['a <img src="C:\\a.png" alt="words">', '<p>a words</p>'],
  ['a <iframe src="data:text/html,x"></iframe> b', '<p>a  b</p>']
] as const) {
  test(`of ${written} its words are left, and it is told`, () => {
    const {template, diagnostics} = parse(written)
    assert.equal(template.html, shown)
    assert.deepEqual(diagnostics.map(({rule}) => rule), ['unsafe-address'])
  })
}

for (const [written, shown] of [
  ['run it with `--force`', '<code class="kg-whole">--force</code>'],
  ['run it with `docker run --rm`', '<code>docker run --rm</code>'],
  ['see `a-name-that-no-phone-has-room-for`', '<code>a-name-that-no-phone-has-room-for</code>'],
  ['see `one_word`', '<code>one_word</code>']
] as const) {
  test(`no line ends in a short code that is one word: ${written}`, () => assert.ok(parse(written).template.html.includes(shown)))
}

test('a button in a link is but its words, and elsewhere stays one', () => {
  const {template, diagnostics} = parse('<a href="https://a.example/"><b><button>Try <i>it</i></button></b></a> <button>No</button>')
  assert.match(template.html, /<b>Try <i>it<\/i><\/b>/)
  assert.match(template.html, /<button>No<\/button>/)
  const hidden = parse('<a href="https://a.example/">Go<button hidden>secret</button></a> <a id="x"><button>Place</button></a>').template.html
  assert.match(hidden, /<span hidden="">secret<\/span>/)
  assert.match(hidden, /<button>Place<\/button>/)
  assert.deepEqual(diagnostics, [])
})

for (const [written, shown] of [
  ['<p>One</p>\n<p>Two</p>', '<div id="^it"><p>One</p>\n<p>Two</p></div>'],
  ['<div title="a > b"><img src="https://a.example/a.png"><br></div>', /^<div id="\^it"><div title="a &gt; b">/],
  ['<hr>', '<div id="^it"><hr></div>'],
  ['<details>\n<summary>More</summary>', /^<span id="\^it"><\/span>\n<details>/],
  ['<p>One</p></b>', /^<span id="\^it"><\/span>\n<p>One<\/p>/],
  ['<ul>\n<li>One\n<li>Two\n</ul>', /^<div id="\^it"><ul>/],
  ['<div>a<p>b</div>', /^<div id="\^it"><div>/],
  ['<li>One</li>', /^<span id="\^it"><\/span>\n<li>/]
] as const) {
  test(`HTML bears the name of its block: ${JSON.stringify(written)}`, () => {
    // An id is a hole until the note is printed.
    const html = parse(`${written}\n\n^it\n`).template.html.trim().replace(/\0[^\0]*\0/, '^it')
    if (typeof shown === 'string') assert.equal(html, shown)
    else assert.match(html, shown)
  })
}

for (const [written, shown] of [
  ['a ^id\n![[x.png]] ![y](y.png)\n%%no%%', 'a'],
  ['a ^id\n![[x.png]] more', 'a ^id'],
  ['a ^id\n[[x]]', 'a ^id'],
  ['a ^id\n![[x.png]]\nmore', 'a ^id'],
  // No embeds, though they look like some.
  ['a ^Id\n![x](a b)', 'a ^Id'],
  ['a ^id\n![[ ]]', 'a ^id'],
  ['^id\n![[x.png]]', '^id']
] as const) {
  test(`a name may stand before lines of embeds, and of nothing else: ${JSON.stringify(written)}`, () => {
    const {text} = parse(written)
    assert.equal(text.split('\n', 1)[0]?.trim(), shown)
  })
}
