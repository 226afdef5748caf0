/** The vault's own style sheet: what asks another site is gone, however it is written; what only looks like it stays. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {withCalloutNames} from '../../src/garden/callout-looks.ts'
import {cleanCss} from '../../src/garden/clean-css.ts'
import {readFileSync} from 'node:fs'
import {temporaryFolder, growVault, rulesOf, writeFiles} from './support.ts'
import {readVault} from '../../src/garden/vault.ts'

const own = (written: string): string | undefined => (written === 'pic.png' ? '/attachments/pic.1.png' : undefined)

const cases: readonly (readonly [name: string, css: string, expected: string, removed: number])[] = [
  ['a plain rule', '.a { color: red }', '.a { color: red }', 0],
  ['an import', '@import "https://x.org/a.css"; .a{}', ' .a{}', 1],
  ['an import by url()', '@import url(//x.org/a.css) screen;.a{}', '.a{}', 1],
  ['an import spelled with escapes', '@\\69mport "https://x.org/a.css";.a{}', '.a{}', 1],
  ['an import in capitals', '@IMPORT "a.css";.a{}', '.a{}', 1],
  ['an import of a semicolon', '@import "a;b.css";.a{}', '.a{}', 1],
  ['an import that never ends', '@import "x', '', 1],
  ['a file of the vault', '.a{background:url(pic.png)}', '.a{background:url("/attachments/pic.1.png")}', 0],
  ['a file of the vault in quotes', ".a{background:url( 'pic.png' )}", '.a{background:url("/attachments/pic.1.png")}', 0],
  ['another site', '.a{background:url(https://x.org/a.png)}', '.a{background:url("data:,")}', 1],
  ['another site spelled with escapes', '.a{background:\\75 rl(https://x.org/a.png)}', '.a{background:url("data:,")}', 1],
  ['another site with an escaped address', '.a{background:url(h\\74tps://x.org)}', '.a{background:url("data:,")}', 1],
  ['another site in a set of images', '.a{background:image-set("https://x.org/a.png" 1x, "pic.png" 2x)}', '.a{background:image-set("data:," 1x, "/attachments/pic.1.png" 2x)}', 1],
  ['another site by src()', '@font-face{src:src("https://x.org/a.woff2")}', '@font-face{src:src("data:,")}', 1],
  ['an address behind a comment', '.a{background:url/**/(https://x.org)}', '.a{background:url (https://x.org)}', 0],
  ['an address in a comment', '/* url(https://x.org) */.a{}', ' .a{}', 0],
  ['an address in a text', '.a{content:"url(https://x.org)"}', '.a{content:"url(https://x.org)"}', 0],
  ['an address in a variable', ':root{--a:url(https://x.org)}', ':root{--a:url("data:,")}', 1],
  ['a text with both quotes', `.a{content:'"\\''}`, `.a{content:'"\\''}`, 0],
  ['the end of a style element', '.a{content:"</style><script>"}', '.a{content:"\\3c /style>\\3c script>"}', 0],
  ['a comment that never ends', '.a{}/* x', '.a{} ', 0],
  ['an address that never ends', '.a{background:url(https://x.org', '.a{background:url("data:,")', 1],
  ['a media query and a supports rule', '@media (width > 1px){.a{color:red}}@supports (color:red){.b{}}', '@media (width > 1px){.a{color:red}}@supports (color:red){.b{}}', 0],
  ['a namespace', '@namespace url(http://x.org);.a{}', '.a{}', 1],
  ['a rule for documents', '@-moz-document url("https://x.org"){.a{}}.b{}', '.b{}', 1]
]

for (const [name, css, expected, removed] of cases) {
  test(`${name} in a style sheet`, () => {
    const clean = cleanCss(css, own)
    assert.equal(clean.css, expected)
    assert.equal(clean.removed.length, removed)
  })
}

test('no address that was not allowed is left, and cleaning twice changes nothing more', () => {
  const piece = fc.constantFrom('url(', ')', '"', "'", '\\', '@import', 'https://evil.example', ' ', ';', '{', '}', '/*', '*/', 'image-set(', '(', 'a', '\n', '\\75 rl(', 'pic.png')
  fc.assert(fc.property(fc.array(piece, {maxLength: 25}), (pieces) => {
    const once = cleanCss(pieces.join(''), own).css
    const asked: string[] = []
    const twice = cleanCss(once, (written) => {
      asked.push(written)
      return written
    })
    assert.deepEqual(asked.filter((each) => each !== 'data:,' && each !== '/attachments/pic.1.png'), [])
    assert.equal(twice.removed.length, 0)
  }), {numRuns: 5000, seed: 23})
})

test('the sheet of a trusted vault is published with its files, that of another is told of', async () => {
  const folder = temporaryFolder()
  writeFiles(folder, [['A.md', 'A.'], ['publish.css', '@import "https://x.org/a.css";\n.a{background:url(img/b.svg)}\n.b{background:url(img/none.svg)}'], ['img/b.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'], ['img/c.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>']])
  const {vault} = readVault(folder, {noteMegabytes: 10})
  const trusted = await growVault(vault)
  assert.match(trusted.sheet ?? '', /^attachments\/publish\.[0-9a-f]{8}\.css$/)
  assert.deepEqual(trusted.assets.map(({path}) => path), ['img/b.svg', 'publish.css'])
  assert.match(readFileSync(trusted.assets.find(({path}) => path === 'publish.css')?.file ?? '', 'utf8'), /url\("\/attachments\/b\.[0-9a-f]{8}\.svg"\)/)
  assert.deepEqual(trusted.diagnostics.filter(({path}) => path === 'publish.css').map(({rule, place}) => [rule, place?.line]), [['sheet-remote', 1], ['sheet-remote', 3]])

  const untrusted = await growVault(vault, {trust: 'contributors'})
  assert.equal(untrusted.sheet, undefined)
  assert.deepEqual(untrusted.assets, [])
  assert.ok(rulesOf(untrusted.diagnostics).includes('sheet-unused'))
  assert.ok((await growVault(vault, {trust: 'contributors', publishCss: true})).sheet)
  assert.deepEqual(rulesOf((await growVault(vault, {publishCss: false})).diagnostics), [])
})

test('a sheet for Obsidian colours and marks callouts by its own names', () => {
  assert.equal(withCalloutNames('.a{--callout-color: 8, 109, 221;--callout-icon: lucide-flame}'), '.a{--callout-color: 8, 109, 221;--callout-ink:rgb(8, 109, 221);--callout-icon: lucide-flame;--callout-place:4}')
  assert.equal(withCalloutNames('.a{--callout-color:#a40}'), '.a{--callout-color:#a40;--callout-ink:#a40}')
  const {css} = cleanCss(`.a{--callout-icon: '<svg onload="x()"><path d="M0 0"/></svg>'}`, own)
  const drawn = withCalloutNames(css)
  assert.match(drawn, /;--callout-place:0;--callout-sign:url\(data:image\/svg\+xml,%3Csvg%20xmlns/)
  assert.ok(!drawn.slice(drawn.indexOf('--callout-sign')).includes('onload'))
})
