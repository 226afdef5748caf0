import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Page} from '../../src/garden/model.ts'
import {asSlug} from '../../src/garden/names.ts'
import {searchDocument} from '../../src/garden/search.ts'
import {charactersApart, gramsOf} from '../../src/garden/search-spaceless.ts'
import {wordsOf} from '../../src/garden/search-words.ts'
import {samplePage} from '../components/sample.ts'

function bodyOf(page: Page): string {
  const {content} = searchDocument(page)
  return /<main data-pagefind-body>(.*)<\/main>/s.exec(content)?.[1] ?? ''
}

test('the description is a field, the title is told beside it, and what the table of notes says is neither', () => {
  const page = samplePage('Circuit Breaker', {
    aliases: ['Breaker', 'Circuit, broken'],
    description: 'Stop calling what fails.',
    noteKind: 'pattern',
    tags: [{name: 'topic/resilience', slug: asSlug('tags/topic/resilience')}],
    crumbs: [{title: 'patterns', slug: asSlug('patterns')}]
  })
  assert.equal(bodyOf(page), '<meta data-pagefind-filter="title[content]" content="Circuit Breaker"><meta data-pagefind-meta="description[content]" content="Stop calling what fails.">')
})

test('an address is percent-encoded and knows no base path', () => {
  assert.equal(searchDocument(samplePage('Tea', {slug: asSlug('tools/çay kettle')})).url, '/tools/%C3%A7ay%20kettle/')
  assert.equal(searchDocument(samplePage('Home', {slug: asSlug('')})).url, '/')
})

test('words are indexed as they are written, whatever the language', () => {
  assert.ok(searchDocument(samplePage('Tee')).content.startsWith('<html lang="zxx">'))
})

test('Chinese and Japanese are indexed by their characters, each joined to the one before; tags and other scripts stay', () => {
  assert.equal(charactersApart('<h2 id="限流">限流 API网关</h2><p>a&amp;限 データ。東</p>'), '<h2 id="限流">限 \u2060流 API \u2060网 \u2060关</h2><p>a&amp; \u2060限 デ \u2060ー \u2060タ。 \u2060東</p>')
  assert.equal(charactersApart('<p>Übergröße, ёлка, 한국어</p>'), '<p>Übergröße, ёлка, 한국어</p>')
})

test('a name without spaces is led to by each character, and by two and three of them', () => {
  assert.deepEqual(new Set(gramsOf('熔断器x')), new Set(['熔', '熔断', '熔断器', '断', '断器', '器']))
  assert.deepEqual(gramsOf('breaker'), [])
})

test('what an author writes in a description cannot leave its field', () => {
  const {content} = searchDocument(samplePage('x', {description: '"><script>alert(1)</script> & <b>'}))
  assert.ok(!content.includes('<script'))
  assert.ok(content.includes('content="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;"'))
})

test('a diagram is a section of its own at the end, under the id of its figure', () => {
  const page = samplePage('Breaker', {
    html:
      '<p>Before.</p><figure class="plate wide" id="diagram-1"><div class="view" aria-label="Figure 1: a > b"><svg><text>Closed</text><svg></svg></svg></div>' +
      '<figcaption><span class="no">Figure 1</span><span class="cap"><b class="cap-title">States &lt;1&gt;</b> How it <em>opens</em>.</span></figcaption>' +
      '<details class="lines"><summary>The figure as text</summary><ul><li>Closed → Open</li></ul></details></figure><p>After.</p>',
    diagrams: [{id: 'diagram-1', title: 'States <1>', type: 'stateDiagram', words: 'Closed Open half-open', slug: asSlug('diagrams/x/1'), number: 1}]
  })
  assert.ok(
    bodyOf(page).endsWith(
      '<p>Before.</p><p>After.</p><h6 id="diagram-1">States &lt;1&gt;</h6><p>How it opens.</p><p>Closed Open half-open</p>'
    )
  )
})

for (const [what, html, words] of [
  ['code counts little', '<pre class="x"><code>a</code></pre>', '<pre data-pagefind-weight="0.4">a</pre>'],
  ['an abstract counts more', '<div class="callout" data-callout="tldr" data-group="abstract"><p>a</p></div>', '<div data-pagefind-weight="3.5"><p>a</p></div>'],
  ['a heading keeps its id and nothing else', '<h2 id="how-it-works" dir="auto">How it <em>works</em></h2>', '<h2 id="how-it-works">How it works</h2>'],
  ['a block that was named keeps its id', '<p id="^key">Text</p><li id="e1-^a">Item</li>', '<p id="^key">Text</p><li id="e1-^a">Item</li>'],
  ['other ids are nobody’s to link to', '<p id="fn-1">Text</p>', '<p>Text</p>'],
  ['links and marks are words in a sentence', '<p>See <a href="/a/" title="a > b">the <b>breaker</b></a>, <mark>now</mark>.</p>', '<p>See the breaker, now.</p>'],
  ['a line break parts two words', '<p>One<br>two</p>', '<p>One two</p>'],
  ['cells are blocks of their own', '<table><tr><td>One</td><td>two</td></tr></table>', '<td>One</td><td>two</td>'],
  ['characters stay escaped', '<p>a &lt; b &amp;&amp; c</p>', '<p>a &lt; b &amp;&amp; c</p>'],
  ['drawings are left out with all that stands in them', '<p>a<svg viewBox="0 0 1 1"><text>no</text><svg></svg></svg>b</p>', '<p>ab</p>'],
  ['an element that never closes ends the text', '<p>a</p><svg><text>no', '<p>a</p>'],
  ['the way back from a footnote is no word', '<li>Note <a href="#r" data-footnote-backref="" class="x">Back</a></li>', '<li>Note </li>'],
  ['the frame of an embed is the site’s, its text the page’s', '<div class="markdown-embed-title">Tea</div><p>Leaves</p><a class="markdown-embed-link" href="/tea/">Tea</a>', '<p>Leaves</p>'],
  ['an author’s own class is not ours', '<p class="lines">Verse</p><div class="view">Far</div>', '<p>Verse</p><div>Far</div>'],
  ['names in code stand apart', '<p><code>rate(requests_total{job="a"}[5m])</code></p>', '<p>rate( \u2060requests_total{ \u2060job=" \u2060a"}[ \u20605m])</p>'],
  ['names in coloured code stand apart', '<pre><code><span>sum</span>(<span>a.b</span>=&gt;<i>c</i>)</code></pre>', '<pre data-pagefind-weight="0.4">sum( \u2060a.b=&gt; \u2060c)</pre>'],
  ['names in text stay as they are', '<p>message(s), CI/CD</p>', '<p>message(s), CI/CD</p>'],
  ['a figure without an id is a block like any', '<figure><img src="a.png"><figcaption>Tea</figcaption></figure>', '<figcaption>Tea</figcaption>']
] as const) {
  test(what, () => {
    assert.equal(wordsOf(html).html, words)
  })
}

test('the words of a large page are read in one pass', () => {
  const many = 40_000
  const html = `${'<b>a</b>'.repeat(many)}${'<svg><svg></svg>'.repeat(many)}${'</svg>'.repeat(many)}<p>end</p>${'<svg '.repeat(many)}`
  assert.equal(wordsOf(`<code>${'('.repeat(many)}${'a('.repeat(many)}${'<'.repeat(many)}</code>`).html.length > many, true)
  assert.equal(wordsOf(html).html, `${'a'.repeat(many)}<p>end</p>`)
})
