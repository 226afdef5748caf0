/** Blocks of code (M-09) and of plugins (M-20): what is written, and the HTML of it. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {grammarOf, languageNames} from '../../src/garden/code-languages.ts'
import {runsOf} from '../../src/garden/code-tokens.ts'
import {readInfo} from '../../src/garden/code.ts'
import {parse} from './support.ts'

function html(text: string): string {
  return parse(text).template.html
}

for (const [written, expected] of [
  ['```\nx < y\n```', '<pre tabindex="0"><code>x &lt; y\n</code></pre>'],
  ['    x', '<pre tabindex="0"><code>x\n</code></pre>'],
  ['~~~\n```\n~~~', '<pre tabindex="0"><code>```\n</code></pre>'],
  ['```\n```', '<pre tabindex="0"><code></code></pre>'],
  ['```unknown\nconst a\n```', '<pre tabindex="0"><code class="language-unknown">const a\n</code></pre>'],
  ['```constructor\na\n```', '<pre tabindex="0"><code class="language-constructor">a\n</code></pre>'],
  ['```__proto__\na\n```', '<pre tabindex="0"><code class="language-__proto__">a\n</code></pre>'],
  ['```js\nlet a = 1 // b\n```', '<pre tabindex="0"><code class="language-js"><span class="tk-k">let</span> a <span class="tk-p">=</span> <span class="tk-v">1</span> <span class="tk-c">// b</span>\n</code></pre>'],
  ['```YAML\na: b # c\n```', '<pre tabindex="0"><code class="language-YAML"><span class="tk-k">a</span><span class="tk-p">:</span><span class="tk-v"> b</span> <span class="tk-c"># c</span>\n</code></pre>'],
  ['> ```sh\n> ls -l\n> ```', '<blockquote>\n<pre tabindex="0"><code class="language-sh"><span class="tk-p">ls</span> <span class="tk-k">-l</span>\n</code></pre>\n</blockquote>'],
  ['```json\n{"a": "</code><script>"}\n```', '<pre tabindex="0"><code class="language-json"><span class="tk-p">{</span><span class="tk-k">"a"</span><span class="tk-p">:</span> <span class="tk-v">"&lt;/code&gt;&lt;script&gt;"</span><span class="tk-p">}</span>\n</code></pre>'],
  ['```text title="a <b>.txt"\na\n```', '<figure class="code"><figcaption><span>a &lt;b&gt;.txt</span></figcaption><pre tabindex="0"><code class="language-text">a\n</code></pre></figure>'],
  ['```text {2}\na\nb\nc\n```', '<pre tabindex="0"><code class="language-text">a\n<span class="line is-marked">b\n</span>c\n</code></pre>'],
  ['```text{1-9}\na\n```', '<pre tabindex="0"><code class="language-text"><span class="line is-marked">a\n</span></code></pre>'],
  ['```text {1} showLineNumbers\na\n\n```', '<pre class="is-numbered" tabindex="0"><code class="language-text"><span class="line is-marked">a\n</span><span class="line">\n</span></code></pre>'],
  ['```js {2}\n/* a\nb */\n```', '<pre tabindex="0"><code class="language-js"><span class="tk-c">/* a</span>\n<span class="line is-marked"><span class="tk-c">b */</span>\n</span></code></pre>'],
  ['```dataview\nLIST\n```', '<details class="plugin-block"><summary><code>dataview</code> needs an Obsidian plugin</summary><pre tabindex="0"><code>LIST\n</code></pre></details>'],
  ['<b>x</b>\n\n```js\n1\n```', '<p><b>x</b></p>\n<pre tabindex="0"><code class="language-js"><span class="tk-v">1</span>\n</code></pre>']
] as const) {
  test(`code: ${JSON.stringify(written)}`, () => assert.equal(html(written), expected))
}

test('a line of 68 characters fits the column, one more does not', () => {
  assert.equal(html(`    ${'a'.repeat(68)}`), `<pre tabindex="0"><code>${'a'.repeat(68)}\n</code></pre>`)
  assert.match(html(`    ${'a'.repeat(69)}`), /^<pre class="wide" tabindex="0">/)
  assert.match(html(`\`\`\`js title=a.js\n${'a'.repeat(69)}\n\`\`\``), /^<figure class="code wide">.*<pre class="wide" tabindex="0">/)
})

test('a block of code is found by its id, with its title', () => {
  const note = parse('```js title="a.js"\n1\n```\n^code')
  assert.deepEqual(note.blocks.map(({id, range}) => [id, range[0], range[1] === note.template.html.length]), [['code', 0, true]])
  assert.match(note.template.html, /^<figure class="code" id="/)
})

test('an info string is read whatever order it is in', () => {
  assert.deepEqual(readInfo('ts', '{1,3-4} title=a.ts ln'), {language: 'ts', title: 'a.ts', marked: new Set([1, 3, 4]), numbered: true})
  assert.deepEqual(readInfo('ts', "title='{2}' {9-}"), {language: 'ts', title: '{2}', marked: new Set(), numbered: false})
  assert.deepEqual(readInfo(null, null), {marked: new Set(), numbered: false})
  assert.equal(readInfo('ts', '{1-99999}').marked.size, 2001)
  assert.equal(readInfo('ts', `title="${'a'.repeat(100_000)}`).title, `"${'a'.repeat(100_000)}`)
})

test('every language has a grammar, and no grammar loses a letter', () => {
  const sample = 'key: "value" # x\n<a href="b">c</a> ${d} {{ e }} /* f */ // g\nfunction h(i) { return 1.5 }\n'
  for (const name of languageNames()) {
    const runs = runsOf(sample, grammarOf(name) ?? '')
    assert.equal(runs.map(({text}) => text).join(''), sample, name)
  }
})

for (const name of ['sh', 'bash', 'yml', 'ts', 'js', 'tf', 'hcl', 'promql', 'dockerfile', 'nginx', 'htaccess', 'twig', 'toml', 'json5', 'proto', 'logql']) {
  test(`authors may write ${name}`, () => assert.ok(grammarOf(name)))
}

test('code does not look otherwise for what other notes hold', () => {
  const sample = '<style>a { b: c }</style><script>let d = /e+/</script>'
  const before = runsOf(sample, 'markup')
  for (const name of ['php', 'typescript', 'scss', 'markdown', 'graphql']) runsOf('a', name)
  assert.deepEqual(runsOf(sample, 'markup'), before)
})

test('code that is long is shown as it is written', () => {
  assert.match(html(`\`\`\`js\n${'let a\n'.repeat(2000)}\`\`\``), /<span class="tk-k">let<\/span>/)
  assert.doesNotMatch(html(`\`\`\`js\n${'let a\n'.repeat(2001)}\`\`\``), /<span/)
  assert.doesNotMatch(html(`\`\`\`js\n${'let abcdefghijklmnopqrstuvwxyz = 1; '.repeat(1500)}\n\`\`\``), /<span/)
})

test('no code has inline styles', () => {
  for (const name of ['css', 'html', 'jsx', 'php']) assert.doesNotMatch(html(`\`\`\`${name}\n<a style="color: red" onclick="x()">b</a>\n\`\`\``), /<[^>]* (?:style|on\w+)=/)
})
