/** What an author writes never runs in a page: the output string, by its tags and attributes (the browser's word is in `test/site/hostile.test.ts`). */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {addressKind, decoded, originOf} from '../../src/garden/addresses.ts'
import {safeStyle} from '../../src/garden/safe.ts'
import {vectors} from '../hostile/html.ts'
import {growFiles, parse} from './support.ts'

const forbidden = /^(?:script|style|link|base|meta|object|embed|applet|frame|frameset|form|svg|math|template|noscript|textarea|select|option|title|html|head|body|foreignobject|plaintext|xmp|marquee|bgsound|kg-hole|dialog|portal|slot|isindex|keygen)$/i
const addresses = /^(?:href|src|poster|cite|action|formaction|data|background|srcset|xlink:href|longdesc|usemap|ping|manifest)$/i

/** Everything wrong with HTML that we printed; it quotes all attributes and escapes `<`, `>` and `"` in them. */
function faults(html: string): string[] {
  const found: string[] = []
  // Formulas are made by us, of text; an author's own MathML does not begin so.
  const made = html.replace(/(<span class="katex-mathml"><math xmlns="http:\/\/www\.w3\.org\/1998\/Math\/MathML"(?: display="block")?>)(.*?)<\/math>/gs, '<span>$2')
  for (const [tag, name = '', attributes = ''] of made.matchAll(/<\/?([^\s/>]*)([^>]*)>/g)) {
    if (forbidden.test(name)) found.push(tag)
    const rest = attributes.replace(/\s([^\s=">/]+)(?:="([^"<>]*)")?/g, (_, attribute: string, value = '') => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them in a scheme.
      const bare = value.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/[\u0000-\u0020\u007F-\u00A0\u200B-\u200F\uFEFF]/g, '')
      if (/^on/i.test(attribute) || /^(?:srcdoc|style|formaction|action|background|xlink:href|http-equiv|contenteditable|autofocus|popover|form)$/i.test(attribute)) found.push(`${attribute}=`)
      // Only a picture may be its own address, and only one of points, exactly as it is written.
      if (/^img$/i.test(name) && attribute === 'src' && /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]+$/.test(value)) return ''
      if (addresses.test(attribute) && /^(?!https?:|mailto:|tel:|obsidian:|ftp:)[a-z][a-z0-9+.-]*:/i.test(bare)) found.push(`${attribute}="${value}"`)
      return ''
    })
    if (rest.trim() !== '') found.push(`left over: ${rest}`)
  }
  if (/<(?![a-z/])/i.test(html)) found.push('a bare <')
  return found
}

test('faults are found where there are any', () => {
  for (const html of ['<script>', '<b onclick="x">', '<a href="javascript:x">', '<p style="x">', '<img src=x onerror=y>', '<a href=" java&#10;script:x">'.replace('&#10;', '\n'), '<<b>', '<svg>', '<img src="data:image/svg+xml;base64,AAAA">', '<a href="data:image/png;base64,AAAA">', '<iframe src="data:image/png;base64,AAAA">']) assert.notDeepEqual(faults(html), [], html)
  assert.deepEqual(faults('<p class="a" id="b">x <a href="https://example.org/?a&amp;b">&lt;script></a><br></p>'), [])
})

assert.ok(vectors.length >= 120)

for (const written of vectors) {
  test(`nothing runs of ${JSON.stringify(written)}`, async () => {
    for (const trust of ['author', 'contributors'] as const) {
      const garden = await growFiles(new Map([['Here.md', written], ['Other.md', '![[Here]]\n\n[[Here]]']]), {trust, remote: {frames: 'keep'}})
      for (const page of garden.pages) {
        for (const html of [page.html, ...page.backlinks.flatMap((backlink) => backlink.mentions.map((mention) => mention.html))]) assert.deepEqual(faults(html), [])
        assert.ok(!/[<\\@]|url\(|expression|import|fixed|absolute/i.test(page.css), page.css)
      }
    }
  })
}

test('nothing of MDX runs in what is prepared', () => {
  const components = ['<Evil onClick={trip}>a</Evil>', '{trip()}', 'export const x = trip()', '<a href={"javascript:trip()"}>a</a>', '<p {...{onClick: trip}}>a</p>', '<p onClick="trip()" dangerouslySetInnerHTML={{__html: "<script>"}}>a</p>', '<script>trip()</script>', '<svg onload="trip()"/>', '<iframe src="javascript:trip()"/>']
  for (const trust of ['author', 'contributors'] as const) {
    for (const written of [...components, ...vectors]) assert.deepEqual(faults(parse(written, {trust, file: 'Here.mdx'}).template.html.replace(/\0\d+\0/g, '')), [], written)
  }
})

test('nothing runs of vectors in any wrapping and any order', () => {
  const wrap = fc.constantFrom('%s', '<b>%s</b>', '<div>\n\n%s\n\n</div>', '> [!note] %s', '- %s', '| %s |\n| - |', '**%s**', '<!-- %s', '<p title="%s">', '[%s](x)', '![%s](y)', '==%s==', '<a href="%s">', '%s</p>', '<table><tr><td>%s', '`%s')
  const soup = fc.array(fc.tuple(fc.constantFrom(...vectors), wrap, fc.nat(60)), {minLength: 1, maxLength: 4})
  fc.assert(
    fc.property(soup, fc.constantFrom('author', 'contributors'), (parts, trust) => {
      const text = parts.map(([vector, around, cut]) => around.replace('%s', () => vector.slice(0, cut > 50 ? undefined : cut + 5))).join('\n')
      const note = parse(text, {trust})
      assert.deepEqual(faults(note.template.html.replace(/\0\d+\0/g, '')), [], JSON.stringify(text))
      for (const {context} of [...note.links, ...note.embeds]) assert.deepEqual(faults(context), [])
    }),
    {numRuns: 1500, seed: 3}
  )
})

test('an author’s ids are never those of the page itself (hazard 25)', () => {
  for (const id of ['kg-search', 'KG-x', 'kg-']) {
    assert.ok(!/id="kg-/i.test(parse(`<p id="${id}">a</p>\n\n# ${id}\n`).template.html.replace(/\0\d+\0/g, '')), id)
  }
  for (const id of ['location', 'body', 'document', 'name', '__proto__']) {
    const {template} = parse(`<p id="${id}">a</p>`, {trust: 'contributors'})
    assert.deepEqual(template.holes, [{kind: 'id', id: `user-content-${id}`}])
  }
})

test('the author’s own HTML cannot make holes', () => {
  for (const html of ['<kg-hole n="l0">a</kg-hole>', '<KG-hole n=e0>', '<kg-hole\nn=t"><script>', '\u00000\u0000', '<p title="\u00000\u0000">a</p>', '&#0;0&#0;', '<kg-kg-holehole n="e0">', '<kg-<!-- -->hole n="e0">']) {
    const note = parse(`${html}\n\na`)
    assert.deepEqual(note.template.holes.filter((hole) => hole.kind !== 'id'), [], html)
    assert.ok(!note.template.html.includes('\0'), html)
  }
})

for (const [url, kind] of [
  ['a.md', 'internal'], ['#a', 'internal'], ['?a', 'internal'], ['', 'internal'], ['a:b', 'unsafe'], ['./a:b', 'internal'], ['https://a', 'external'], ['HTTP://a', 'external'], ['//a', 'external'], ['\\\\a', 'external'], ['mailto:a', 'external'], ['obsidian://x', 'external'],
  ['javascript:x', 'unsafe'], [' java\nscript:x', 'unsafe'], ['data:x', 'unsafe'], ['file:///x', 'unsafe'], ['vbscript:x', 'unsafe'], ['\u0000javascript:x', 'unsafe'], ['blob:x', 'unsafe'], ['about:x', 'unsafe']
] as const) {
  test(`${JSON.stringify(url)} is ${kind}`, () => assert.equal(addressKind(url), kind))
}

test('what is not percent-encoding stays as it is', () => {
  assert.deepEqual(['a%20b', '100%', '%zz', '%2e%2e', '%'].map(decoded), ['a b', '100%', '%zz', '..', '%'])
})

test('the origin of an address is that which a browser would ask', () => {
  assert.deepEqual(['https://a.example/x', '//a.example', 'a.png', 'mailto:x', 'http://', 'https://user:pw@a.example:8080/'].map(originOf), ['https://a.example', 'https://a.example', undefined, undefined, undefined, 'https://a.example:8080'])
})

for (const [style, kept] of [
  ['color: red', 'color: red'], ['color: red; position: fixed', 'color: red'], ['background: url(x)', ''], ['--x: 1', '--x: 1'], ['color: red}', ''], ['COLOR:RED', 'COLOR:RED'], ['width: expression(1)', ''], ['content: ""', ''], ['color:\\72 ed', ''], ['', ''], [';;;', ''], ['a', ''], ['color: red !important', 'color: red !important'],
  // Words within words refuse nothing.
  ['justify-content: center; align-content: start; place-content: center', 'justify-content: center;align-content: start;place-content: center'], ['color: burlywood', 'color: burlywood'], ['scroll-behavior: smooth', 'scroll-behavior: smooth'], ['background-image: linear-gradient(red, blue)', 'background-image: linear-gradient(red, blue)'], ['image-rendering: pixelated', 'image-rendering: pixelated'], ['position: relative', 'position: relative'], ['clip-path: inset(1px)', 'clip-path: inset(1px)'],
  ["font-family: 'Courier New', serif", "font-family: 'Courier New', serif"], ['font: 1em "Noto Sans"', 'font: 1em "Noto Sans"'], ["font-family: 'a", ''], ["font-family: 'a'b'", ''], ["font-family: 'a;b'", ''], ["font-family: 'a\\'", ''], ["font-family: 'a\nb'", ''], ["font-family: 'a</style>'", ''], ["quotes: 'a'", ''], ["font-family: 'url'(x)", "font-family: 'url'(x)"],
  ['content: attr(title)', ''], ['Content : normal', ''], ['-ms-behavior: x', ''], ['behavior: x', ''], ['-moz-binding: x', ''], ['background: URL (x)', ''], ['background: -webkit-image-set(x)', ''], ['background: image(x)', ''], ['background: src(x)', ''], ['--x: cross-fade(a)', ''], ['background: ur/**/l(x)', ''], ['color: red /*', ''],
  ['position:/**/fixed', ''], ['--x: fixed; position: var(--x)', '--x: fixed'], ['POSITION: Sticky', ''], ['position: absolute !important', ''], ['color: rgb(0', ''], ['color: rgb(0]', ''], ['color: red)', ''], ['grid-template-columns: [a] minmax(0, 1fr)', 'grid-template-columns: [a] minmax(0, 1fr)'],
  ['margin: 1em auto', 'margin: 1em auto'], ['margin-left:-500px', ''], ['margin: 0 -1em', ''], ['MARGIN-INLINE: calc(0px - 9em)', ''], ['margin-top: var(--x)', ''], ['--margin: -1px', '--margin: -1px']
] as const) {
  test(`of the style ${JSON.stringify(style)} is kept ${JSON.stringify(kept)}`, () => assert.equal(safeStyle(style), kept))
}

const picture = 'data:image/png;base64,iVBORw0KGgo='

for (const written of [`![a](${picture})`, `![a][i]\n\n[i]: <${picture}>`, `<img src="${picture}" alt="a">`, `<b><img alt="a" src='${picture}'></b>`]) {
  test(`a picture that is its own address is shown, and stands nowhere else: ${written}`, () => {
    for (const trust of ['author', 'contributors'] as const) {
      const {template, ...facts} = parse(written, {trust})
      assert.ok(template.html.includes(`src="${picture}"`), template.html)
      assert.deepEqual(faults(template.html), [])
      assert.deepEqual([facts.links, facts.embeds, facts.diagnostics, facts.origins], [[], [], [], []])
      assert.ok(!JSON.stringify(facts).includes('base64'))
    }
  })
}

test('no other address that holds what it shows reaches a page', () => {
  const others = ['data:image/svg+xml;base64,AAAA', 'data:image/svg+xml,%3Csvg%3E', 'data:text/html;base64,AAAA', 'data:text/html,AAAA', 'DATA:image/png;base64,AAAA', 'data:IMAGE/png;base64,AAAA', 'data:image/png,AAAA', 'data:image/png;base64,', 'data:image/png;base64,AA AA', 'data:image/png;base64,AA\nAA', 'da\nta:image/png;base64,AAAA', 'data:image/png;base64,AA%0AAA', 'data:image/png;base64,AAAA#a', 'data:image/png;charset=x;base64,AAAA', 'data:image/png;base64,AAAA,<svg>', 'data:image/bmp;base64,AAAA', 'data:application/pdf;base64,AAAA']
  for (const trust of ['author', 'contributors'] as const) {
    for (const address of others) {
      for (const written of [`![a](<${address}>)`, `![a](${address})`, `![a][i]\n\n[i]: <${address}>`, `<img src="${address}">`, `<img\nalt="a" src='${address}'>`]) {
        const {template} = parse(written, {trust, remote: {images: 'keep', frames: 'keep'}})
        assert.doesNotMatch(template.html, /<img/, written)
      }
    }
    for (const written of [`<img src=" ${picture}">`, `[a](${picture})`, `<${picture}>`, `<a href="${picture}">a</a>`, `<iframe src="${picture}"></iframe>`, `<video src="${picture}"></video>`, `<video poster="${picture}" src="https://a.example/b.mp4"></video>`, `<audio><source src="${picture}"></audio>`, `<img srcset="${picture}">`, `<img longdesc="${picture}" src="https://a.example/b.png">`, `<blockquote cite="${picture}">a</blockquote>`]) {
      assert.doesNotMatch(parse(written, {trust, remote: {images: 'keep', frames: 'keep'}}).template.html, /="\s*data:/, written)
    }
  }
})

test('a page with a large picture in it is soon read', () => {
  const large = `data:image/png;base64,${'iVBORw0KGgoA'.repeat(25_000)}`
  const before = performance.now()
  for (const written of [`a ![b](${large}) c`, `a ![][i]\n\n[i]: <${large}>`, `a <img src="${large}"> b`]) assert.ok(parse(written).template.html.includes(large))
  assert.ok(performance.now() - before < 3_000)
})

test('an address is told as what it is for', () => {
  const messages = (text: string): string[] => parse(text).diagnostics.map(({message}) => /may (show|link to)/.exec(message)?.[1] ?? message)
  assert.deepEqual(messages('![a](file:///a.png) [b](file:///b)'), ['show', 'link to'])
  assert.deepEqual(messages('<img src="file:///a.png"> <a href="file:///b">b</a> <audio src="C:\\a.mp3"></audio>'), ['show', 'link to', 'show'])
})

test('colours and faces of the old tags are plain words, whatever the trust', () => {
  for (const trust of ['author', 'contributors'] as const) {
    const {template, css} = parse('<font color="red;background:url(x)" face="a;b{c}" style="position:fixed">a</font> <font color="rgb(0, 50%, #fff)" size="+2" face="\'A b\', c">d</font> <hr color="&quot;><script>">', {trust})
    assert.equal(template.html, '<p><font>a</font> <font color="rgb(0, 50%, #fff)" size="5" face="\'A b\', c">d</font> </p><hr><p></p>')
    assert.equal(css, '')
  }
})

test('a field leaves its words, and never a tick', () => {
  for (const [written, left] of [['type=text value=a', 'a'], ['type=range value=3', '3'], ['placeholder=b', 'b'], ['type=submit value=Go', 'Go'], ['type=password value=secret', ''], ['type=hidden value=x', ''], ['type=radio checked value=x', ''], ['type=file', ''], ['type=image src=x.png alt=c', 'c'], ['type=CHECKBOX checked', '<input checked="" type="checkbox" disabled="">']] as const) {
    for (const trust of ['author', 'contributors'] as const) assert.equal(parse(`<p><input ${written}></p>`, {trust}).template.html.trim(), `<p>${left}</p>`, written)
  }
})

test('what an author says of the look of a picture of the vault cannot leave its tag', () => {
  for (const trust of ['author', 'contributors'] as const) {
    const [embed] = parse(`<img src="a.png" class='x"><script>' align='"><b onclick=1>' title='<i>"' width='50%" onload=1' style='float: left; background: url(x)' onerror=trip()>`, {trust}).embeds
    assert.deepEqual(faults(`<img${embed?.attributes}>`), [])
    assert.doesNotMatch(embed?.attributes ?? '', /onload|onerror|url\(/)
    assert.match(embed?.attributes ?? '', trust === 'author' ? / class="[^"]*s-[0-9a-f]{8}"/ : /^(?!.*s-[0-9a-f]{8})/)
  }
})

test('a name that an author gives a hole’s name does not become one', () => {
  for (const name of ['kg-hole', 'kg-holehole', 'KG-kg-HOLEhole', 'kg-%%x%%hole', 'kg-ho%%x%%le']) {
    const {html, holes} = parse(`<${name} n="c0"></${name}> \`code\`\n\n<${name} n="tx">`, {trust: 'contributors'}).template
    assert.deepEqual(holes, [], name)
    assert.equal(html.match(/<code>/g)?.length, 1, name)
  }
})

test('formulas draw their signs together, and an author’s elements nothing', () => {
  const css = (text: string): string => parse(text, {trust: 'author'}).css
  assert.match(css('$a\\!b$'), /margin-right:-0\.1667em/)
  assert.match(css('$f_i$'), /margin-left:-0\.1076em/)
  assert.match(css('$$\\int_0^1 x$$'), /margin-left:-0\.\d+em/)
  assert.doesNotMatch(css('$a\\kern{-30em}b$'), /margin-right:-/)
  assert.doesNotMatch(css('<p style="margin-left:-1em">x</p> $a$'), /margin-left/)
})

test('a link finds the place that an old name gives, whoever wrote it', async () => {
  for (const trust of ['author', 'contributors'] as const) {
    const garden = await growFiles(new Map([['A.md', '<a href="#x">go</a> <a name="x">there</a>']]), {trust})
    const prefix = trust === 'author' ? '' : 'user-content-'
    assert.match(garden.pages[0]?.html ?? '', new RegExp(`<a href="#${prefix}x">go</a> <a name="${prefix}x">there</a>`))
    assert.deepEqual(garden.diagnostics.filter(({rule}) => rule === 'broken-anchor'), [])
  }
})
