import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {test} from 'node:test'
import {audit, type Expected} from '../../scripts/audit.ts'

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
const page = (body: string, sources = policy): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${sources}"></head><body>${body}</body></html>`

const expected: Expected = {
  base: '/',
  notes: new Set(['a']),
  others: new Set(['tools']),
  reserved: new Set(['404', 'tags', '_astro']),
  withheld: ['Journal/Café Plan.md'],
  attachments: new Set()
}

/** Rules that the audit finds in a site of these files, beside a sound note `a`. */
function rulesIn(files: Record<string, string>, more: Partial<Expected> = {}): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-audit-'))
  try {
    for (const [path, text] of Object.entries({'a/index.html': page('<p id="x">'), 'tools/index.html': page(''), ...files})) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), text)
    }
    return audit(folder, {...expected, ...more}).diagnostics.map(({rule}) => rule)
  } finally {
    rmSync(folder, {recursive: true})
  }
}

const styleText = 'p{color:red}'
const styleHash = `'sha256-${createHash('sha256').update(styleText).digest('base64')}'`

for (const [body, rules] of [
  ['<p id="x"></p><a href="#x">x</a><a href="/a/#x">x</a><a href="./">x</a><a href="../a/?q#x">x</a>', []],
  ['<a href="/a">a</a><a href="#">top</a><a href="#top">top</a><a href="#:~:text=x">text</a>', []],
  ['<a href="https://example.org/">elsewhere</a><a href="mailto:a@b.c">mail</a><a href="obsidian://open">app</a>', []],
  ['<a href="/b/">b</a>', ['dead-link']],
  ['<a href="/%zz/">b</a>', ['dead-link']],
  ['<a href="#y">y</a><i id="%C3%BC"></i>', ['dead-anchor']],
  ['<i id="ü"></i><a href="#%C3%BC">ü</a><i id="%zz"></i><a href="#%zz">odd</a>', []],
  ['<img src="/nothing.png">', ['dead-link']],
  ['<img srcset="/nothing.png 1x, data:image/png;base64,AA 2x">', ['dead-link']],
  ['<!-- <a href="/b/"> --><p title="<a href=/b/>">', []],
  ['<!-- <a href="/b/">', ['broken-markup']],
  ['<a href="/a/', ['broken-markup']],
  ['<script>alert(1)</script>', ['inline-script']],
  ['<SCRIPT\n>alert("<a href=/b/>")</SCRIPT ><a href="/b/">', ['inline-script', 'dead-link']],
  ['<script type="application/ld+json">{}</script>', []],
  ['<script type="module">1</script>', ['inline-script']],
  ['<p style="color:red">', ['inline-style']],
  [`<style>${styleText}</style>`, ['inline-style']],
  ['<img src="data:image/png;base64,AA" onerror="alert(1)">', ['inline-handler']],
  ['<svg/onload=alert(1)>', ['inline-handler']],
  ['<a href="javascript:alert(1)">x</a>', ['script-address']],
  ['<a href=" java\tscript:alert(1)">x</a>', ['script-address']],
  ['<a href="&#106;avascript&colon;alert(1)">x</a>', ['script-address']],
  ['<a href="data:text/html,x">x</a>', ['script-address']],
  ['<svg><a xlink:href="javascript:1"></a><animate to="javascript:1"/></svg>', ['script-address', 'script-address']],
  ['<iframe srcdoc="x"></iframe>', ['inline-script']],
  ['<base href="https://example.org/">', ['base-element']],
  ['<img src="https://example.org/x.png">', ['foreign-origin']],
  ['<img src="//example.org/x.png">', ['foreign-origin']],
  ['<link rel="preconnect" href="https://example.org">', ['foreign-origin']],
  ['<link rel="canonical" href="https://example.org">', []],
  ['<form action="https://example.org/">', ['foreign-origin']],
  ['<meta http-equiv="refresh" content="0;url=/a/">', []],
  ['<meta http-equiv="refresh" content="0; url=\'/b/\'">', ['dead-link']],
  ['<meta http-equiv="refresh" content="0;url=https://example.org/">', ['foreign-origin']]
] as const) {
  test(`${JSON.stringify(body)} is ${rules.join(' and ') || 'sound'}`, () => {
    assert.deepEqual(rulesIn({'tools/index.html': page(body).replace(/<\/body><\/html>$/, '')}).sort(), [...rules].sort())
  })
}

for (const [sources, rules] of [
  [policy.replace("'self' data:", "'self' https://example.org"), []],
  [policy.replace("'self' data:", "'self' https://example.com"), ['foreign-origin']],
  [policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), ['foreign-origin', 'weak-policy']],
  [policy.replace("'none'", "'self'"), ['foreign-origin', 'weak-policy']],
  [policy.replace(" base-uri 'none';", ''), ['foreign-origin', 'weak-policy']]
] as const) {
  test(`an image from elsewhere under ${sources} is ${rules.join(' and ') || 'sound'}`, () => {
    assert.deepEqual(rulesIn({'index.html': page('<img src="https://example.org/x.png">', sources)}).sort(), rules)
  })
}

test('a style whose hash the policy names is sound', () => {
  const sources = policy.replace("style-src 'self'", `style-src 'self' ${styleHash}`)
  assert.deepEqual(rulesIn({'index.html': page(`<style>${styleText}</style>`, sources)}), [])
})

test('a page without a policy, or with one that comes too late, is told', () => {
  assert.deepEqual(rulesIn({'index.html': '<!doctype html><p>x'}), ['no-policy'])
  const late = page('').replace('<meta charset', '<script src="/a/"></script><meta charset')
  assert.deepEqual(rulesIn({'index.html': late}), ['late-policy'])
})

test('under a base path every address must begin with it', () => {
  const links = page('<a href="/repo/a/">a</a><a href="/repo">home</a><a href="/a/">a</a><a href="a/">a</a>')
  assert.deepEqual(rulesIn({'index.html': links}, {base: '/repo/'}), ['outside-base'])
})

test('a sheet may load only what was written', () => {
  const sheet = '@font-face{src:url("/fonts/x.woff2")}p{background:url(data:x)}q{background:url(//example.org/x)}'
  assert.deepEqual(rulesIn({'_astro/a.css': sheet}), ['dead-link', 'foreign-origin'])
  assert.deepEqual(rulesIn({'_astro/a.css': '@font-face{src:url(../fonts/x.woff2)}', 'fonts/x.woff2': ''}), [])
})

for (const [path, rule] of [
  ['404.html', undefined],
  ['tags/x/index.html', undefined],
  ['_headers', undefined],
  ['garden.json', undefined],
  ['other/index.html', 'stray-page'],
  ['journal/cafe-plan/index.html', 'private-file'],
  ['journal/café-plan.md', 'private-file'],
  ['attachments/x.png', 'stray-attachment'],
  ['.astro/data-store.json', 'stray-file'],
  ['data-store.json', 'stray-file'],
  ['_astro/x.js.map', 'stray-file'],
  ['rss.xml', 'feed-without-site'],
  ['sitemap-1.xml', 'feed-without-site'],
  ['og/a.png', 'feed-without-site']
] as const) {
  test(`a file ${path} is ${rule ?? 'sound'}`, () => {
    assert.deepEqual(rulesIn({[path]: path.endsWith('.html') ? page('') : ''}), rule ? [rule] : [])
  })
}

test('files of the site’s own are not taken for private notes of their name', () => {
  const files = {'robots.txt': '', 'theme.js': '', 'apple-touch-icon.png': '', 'icons.svg': ''}
  assert.deepEqual(rulesIn(files, {withheld: ['Robots.md', 'theme.md', 'Apple Touch Icon.md', 'icons.md']}), [])
})

test('a site with an address has a feed and a sitemap', () => {
  assert.deepEqual(rulesIn({}, {site: 'https://example.org'}), ['lost-feed', 'lost-feed'])
})

const map = (...addresses: readonly string[]): string => `<urlset>${addresses.map((address) => `<url><loc>${address}</loc></url>`).join('')}</urlset>`

for (const [sitemap, rules] of [
  [map('https://example.org/repo/a/', 'https://example.org/repo/'), []],
  [map('https://example.org/repo/tools'), []],
  [map('https://example.org/repo/secret/'), ['dead-link']],
  [map('https://example.org/repo/a&amp;b/'), ['dead-link']],
  [map('https://example.org/a/'), ['outside-base']],
  [map('https://example.com/repo/a/'), ['outside-base']],
  [map('https://example.org.evil/repo/a/'), ['outside-base']],
  [map('/repo/a/'), ['outside-base']]
] as const) {
  test(`a sitemap of ${sitemap} is ${rules.join(' and ') || 'sound'}`, () => {
    const feed = '<rss><channel><link>https://example.org/repo/</link><item><guid isPermaLink="true">https://example.org/repo/a/</guid></item></channel></rss>'
    const files = {'index.html': page(''), 'rss.xml': feed, 'sitemap.xml': sitemap}
    assert.deepEqual(rulesIn(files, {site: 'https://example.org', base: '/repo/'}), rules)
  })
}

test('a feed may name only what was written', () => {
  const feed = '<rss><item><link>https://example.org/b/</link><guid isPermaLink="true">https://example.org/b/</guid></item></rss>'
  assert.deepEqual(rulesIn({'rss.xml': feed, 'sitemap.xml': ''}, {site: 'https://example.org'}), ['dead-link', 'dead-link'])
})

test('a folder, tag or redirect without a page is told', () => {
  assert.deepEqual(rulesIn({}, {others: new Set(['tools', 'old'])}), ['lost-page'])
})

test('a public note without a page, and an attachment that was not written, are told', () => {
  const more = {notes: new Set(['a', 'lost']), attachments: new Set(['attachments/x.png'])}
  assert.deepEqual(rulesIn({}, more), ['lost-page', 'lost-attachment'])
})

test('a problem has the file, line and column where it stands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-audit-'))
  mkdirSync(join(folder, 'a'))
  writeFileSync(join(folder, 'a', 'index.html'), page('\nx <a href="/b/">b</a>'))
  const [first] = audit(folder, {...expected, others: new Set()}).diagnostics
  rmSync(folder, {recursive: true})
  assert.deepEqual(first, {
    rule: 'dead-link',
    severity: 'error',
    path: 'a/index.html',
    message: '“/b/” leads to nothing that was written.',
    place: {line: 2, column: 3}
  })
})

test('pages of one character over and over are read in linear time', () => {
  for (const piece of ['<', '<a ', '<a b=', '<a b="', '<!--', '</', '&#', '<a href="&amp', 'a=\'']) {
    assert.ok(Array.isArray(rulesIn({'index.html': page(piece.repeat(20_000))})))
  }
})
