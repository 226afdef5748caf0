/** Formulas (M-16): what is one and what is a price, a path or a variable; and what is made of it. */

import assert from 'node:assert/strict'
import {test} from 'node:test'
import {formula} from '../../src/garden/formula.ts'
import {parse} from './support.ts'

/** Sources of the formulas in a note, large ones with `$$`. */
function formulas(text: string): string[] {
  const html = parse(text).template.html
  return [...html.matchAll(/(<math [^>]*display="block")?(?:(?!<math ).)*?<annotation encoding="application\/x-tex">([^<]*)<\/annotation>/gs)].map(([, block, tex]) => (block ? `$$${tex}$$` : `${tex}`))
}

for (const [written, ...expected] of [
  ['a $x^2$ b', 'x^2'],
  ['$a_b$ and $c_d$', 'a_b', 'c_d'],
  ['**$e$**', 'e'],
  ['$n$th', 'n'],
  ['$\\$5$', '\\$5'],
  ['$a\nb$', 'a\nb'],
  ['# $h$', 'h'],
  ['- $i$', 'i'],
  ['| a |\n| - |\n| $c$ |', 'c'],
  ['$[[x]] + ==y== + \\#z$', '[[x]] + ==y== + \\#z'],
  ['\\$$x$', 'x'],
  ['$a %%b%% c$', 'a  c'],
  ['$$x$$', '$$x$$'],
  ['text $$y$$ more', '$$y$$'],
  ['text\n$$\nx\n$$\nmore', '$$x$$'],
  ['$$\na\n= b\n- c\n$$', '$$a\n= b\n- c$$'],
  ['$$\na\n\nb\n$$', '$$a\n\nb$$'],
  ['$$ a\nb $$', '$$a\nb$$'],
  ['- item\n  $$\n  z\n  w\n  $$', '$$z\nw$$'],
  ['> [!note] T\n> $$\n> q\n> $$', '$$q$$'],
  ['> $$\n> unclosed\n\n$x$', 'x'],
  ['$\\ce{H2O}$', '\\ce{H2O}'],
  ['$$\\begin{align}a&=b\\tag{1}\\end{align}$$', '$$\\begin{align}a&amp;=b\\tag{1}\\end{align}$$'],
  ['$5 and $6'],
  ['It costs $5, they said, or $ 6.'],
  ['It costs $5 million (US$)'],
  ['$PATH:$HOME/bin'],
  ['$5 and $6, `$PATH` and more'],
  ['${A}/${B} and ${C}_${D}'],
  ['$ x $ and $x $'],
  ['\\$x$'],
  ['`$x$` and\n\n```\n$$x$$\n```'],
  ['[[a $x$ b]]'],
  ['$$$x$$$'],
  ['$$\nunclosed\n\n# Heading']
] as const) {
  test(`formulas in ${JSON.stringify(written)}`, () => assert.deepEqual(formulas(written), expected))
}

test('what follows a formula that is not closed is as if it had not been opened', () => {
  assert.deepEqual(parse('$$\na\n\n# B\n\n[[C]]').links.map(({target}) => target), ['C'])
  assert.match(parse('$$\na\n\n# B').template.html, /^<p>\$\$<br>\na<\/p>\n<h2 /)
})

test('a large formula in a sentence stands between its halves', () => {
  assert.match(parse('a $$x$$ b').template.html, /^<p>a<\/p>\n?<div class="math" tabindex="0">.*<\/div>\n?<p>b<\/p>$/s)
})

test('a formula has classes for styles, which stand in the style sheet of the page', () => {
  const {template, css} = parse('$\\frac{a}{b} + \\sqrt{x} + \\colorbox{red}{c}$')
  assert.doesNotMatch(template.html, / style=/)
  for (const [, name = ''] of template.html.matchAll(/\b(s-[0-9a-f]{8})\b/g)) assert.ok(css.includes(`.${name}{`), name)
  assert.match(css, /background-color: ?red/)
})

test('what cannot be set is shown as it is written, with the reason', () => {
  const {html} = parse('a $\\frac$ b $\\nosuch{<b>}$').template
  assert.match(html, /<span class="math-error" title="KaTeX parse error[^"]*">\\frac<\/span>/)
  assert.match(html, />\\nosuch\{&lt;b&gt;\}<\/span>/)
  assert.equal(formula('a'.repeat(10_001), false).properties.className?.toString(), 'math-error')
})

for (const written of ['\\href{javascript:alert(1)}{x}', '\\url{https://a.b}', '\\includegraphics{https://a.b/c.png}', '\\htmlClass{x}{y}', '\\htmlStyle{color:red}{y}', '\\htmlData{a=b}{c}']) {
  test(`no formula leads away or names an element: ${written}`, () => {
    assert.doesNotMatch(parse(`$${written}$`).template.html, /<(?:a|img|script)\b|href=| data-| style=|onerror/)
  })
}

test('markup in a formula is text', () => {
  const {html} = parse('$\\text{</span><script>alert(1)</script><img src=x onerror=y>}$').template
  assert.doesNotMatch(html, /<(?:script|img)/)
})

test('contributors have formulas, too', () => {
  assert.match(parse('$x$ <b>y</b>', {trust: 'contributors'}).template.html, /<math /)
})

test('a macro is known only in the formula that makes it', () => {
  assert.match(parse('$\\gdef\\mine{x}\\mine$ and $\\mine$').template.html, /math-error/)
})

test('a macro that calls itself ends', () => assert.match(parse('$\\def\\a{\\a\\a}\\a$').template.html, /math-error/))

test('the words of a formula are words of the note, and a heading is found by its source', () => {
  const note = parse('# On $E=mc^2$\n\nSee $a+b$.')
  assert.equal(note.headings[0]?.text, 'On $E=mc^2$')
  assert.match(note.text, /See a\+b\./)
})

for (const [unit, count] of [['$a ', 4000], ['$', 10_000], ['$$a ', 3000], ['$$\na\n\n', 1500], ['$AB $', 3000], ['${a} $', 2500], ['$1 ', 4000], ['$a\\', 4000], ['> $$\n\n', 1500], ['$a `', 3000]] as const) {
  test(`twice the text of ${JSON.stringify(unit)} takes less than four times as long`, () => {
    const cost = (text: string): number => {
      const before = process.cpuUsage()
      parse(text)
      return process.cpuUsage(before).user / 1000
    }
    const best = (text: string): number => Math.min(cost(text), cost(text), cost(text))
    const once = best(unit.repeat(count))
    const twice = best(unit.repeat(2 * count))
    assert.ok(twice < 60 || twice / once < 4, `${once} ms, then ${twice} ms`)
  })
}
